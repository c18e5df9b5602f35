package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** JSON as plain maps and lists that a test can change at every position, and texts of them. */
final class JsonVariants {
    private JsonVariants() {}

    static Object parse(String json) {
        return copy(JsonValue.parse(json));
    }

    private static Object copy(JsonValue value) {
        return switch (value.kind()) {
            case OBJECT -> {
                Map<String, Object> members = new LinkedHashMap<>();
                value.fields().forEach((name, member) -> members.put(name, copy(member)));
                yield members;
            }
            case ARRAY ->
                new ArrayList<>(
                        value.elements().stream().map(JsonVariants::copy).toList());
            default -> value;
        };
    }

    static String text(Object tree) {
        if (tree instanceof Map<?, ?> members) {
            List<String> parts = new ArrayList<>();
            members.forEach(
                    (name, member) -> parts.add(JsonValue.ofText((String) name).json() + ":" + text(member)));
            return "{" + String.join(",", parts) + "}";
        }
        if (tree instanceof List<?> elements) {
            return "["
                    + String.join(",", elements.stream().map(JsonVariants::text).toList()) + "]";
        }
        return ((JsonValue) tree).json();
    }

    /** One text for each way of changing the document at one position: values replaced, members added and removed. */
    static List<String> variants(String json, List<JsonValue> replacements) {
        Object root = parse(json);
        List<String> variants = new ArrayList<>();
        visit(root, () -> variants.add(text(root)), replacements);
        return variants;
    }

    @SuppressWarnings("unchecked")
    private static void visit(Object node, Runnable snapshot, List<JsonValue> replacements) {
        if (node instanceof Map<?, ?> map) {
            Map<String, Object> members = (Map<String, Object>) map;
            members.put("\u00fcn\"known", JsonValue.parse("{\"a\":[1,null]}"));
            snapshot.run();
            members.remove("\u00fcn\"known");
            for (String name : List.copyOf(members.keySet())) {
                Object value = members.get(name);
                replaceEach(with -> members.put(name, with), value, snapshot, replacements);
                visit(value, snapshot, replacements);
            }
            for (String name : List.copyOf(members.keySet())) {
                Map<String, Object> whole = new LinkedHashMap<>(members);
                members.remove(name);
                snapshot.run();
                members.clear();
                members.putAll(whole);
            }
        } else if (node instanceof List<?> list) {
            List<Object> elements = (List<Object>) list;
            for (int i = 0; i < elements.size(); i++) {
                int at = i;
                Object value = elements.get(i);
                replaceEach(with -> elements.set(at, with), value, snapshot, replacements);
                visit(value, snapshot, replacements);
            }
        }
    }

    private static void replaceEach(
            Consumer<Object> set, Object value, Runnable snapshot, List<JsonValue> replacements) {
        for (JsonValue replacement : replacements) {
            set.accept(replacement);
            snapshot.run();
        }
        set.accept(value);
    }
}
