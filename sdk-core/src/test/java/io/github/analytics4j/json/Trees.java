package io.github.analytics4j.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/**
 * JSON as maps, lists, texts, decimals, booleans and null, parsed by Moshi in its strict mode: the judge of what our own
 * reader and writer do. Of names that occur twice the last one counts.
 */
final class Trees {
    private Trees() {}

    /** The tree of a document; throws what Moshi throws for anything else. */
    static Object parse(String json) throws IOException {
        return parse(new Buffer().writeUtf8(json));
    }

    static Object parse(byte[] json) throws IOException {
        return parse(new Buffer().write(json));
    }

    private static Object parse(Buffer json) throws IOException {
        JsonReader in = JsonReader.of(json);
        Object tree = value(in);
        if (in.peek() != JsonReader.Token.END_DOCUMENT) {
            throw new IOException("more after the document");
        }
        return tree;
    }

    private static Object value(JsonReader in) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                in.beginObject();
                while (in.hasNext()) {
                    object.put(in.nextName(), value(in));
                }
                in.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                List<Object> array = new ArrayList<>();
                in.beginArray();
                while (in.hasNext()) {
                    array.add(value(in));
                }
                in.endArray();
                return array;
            }
            case STRING -> {
                return in.nextString();
            }
            case NUMBER -> {
                return number(in.nextString());
            }
            case BOOLEAN -> {
                return in.nextBoolean();
            }
            case NULL -> {
                return in.<Object>nextNull();
            }
            default -> throw new IOException("no value");
        }
    }

    /** The tree of a free-form value, made with our own reader. */
    static Object of(JsonValue value) {
        return switch (value.kind()) {
            case OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                value.fields().forEach((name, member) -> object.put(name, of(member)));
                yield object;
            }
            case ARRAY -> {
                List<Object> array = new ArrayList<>();
                value.elements().forEach(element -> array.add(of(element)));
                yield array;
            }
            case STRING -> value.asText();
            case NUMBER -> number(value.json());
            case BOOLEAN -> value.asBoolean();
            case NULL -> null;
        };
    }

    /** The value of a number; beyond what a decimal holds, its text. */
    private static Object number(String json) {
        try {
            return new BigDecimal(json);
        } catch (NumberFormatException beyondMeasure) {
            return json.matches("-?0(\\.0+)?[eE].*") ? BigDecimal.ZERO : new Raw(json);
        }
    }

    /** True for the same tree, numbers compared by value and members in any order. */
    static boolean equal(Object a, Object b) {
        if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
            return x.compareTo(y) == 0;
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(key -> equal(x.get(key), y.get(key)));
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            Iterator<?> others = y.iterator();
            return x.size() == y.size() && x.stream().allMatch(element -> equal(element, others.next()));
        }
        return a == null ? b == null : a.equals(b);
    }

    /** All the containers in a tree, itself included. */
    static List<Object> containers(Object tree) {
        List<Object> all = new ArrayList<>();
        if (tree instanceof Map<?, ?> || tree instanceof List<?>) {
            all.add(tree);
            Collection<?> inside = tree instanceof Map<?, ?> map ? map.values() : (List<?>) tree;
            inside.forEach(value -> all.addAll(containers(value)));
        }
        return all;
    }

    static Object copy(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, value) -> copy.put(key, copy(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(value -> copy.add(copy(value)));
            return copy;
        }
        return tree;
    }

    /** Writes a tree as JSON. A {@link Raw} is written as it is. */
    static String json(Object tree) {
        StringBuilder json = new StringBuilder();
        write(tree, json);
        return json.toString();
    }

    /** A piece of JSON text in a tree that is to be written. */
    record Raw(String json) {}

    private static void write(Object tree, StringBuilder json) {
        if (tree instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.append(separator);
                write(entry.getKey(), json);
                json.append(": ");
                write(entry.getValue(), json);
                separator = ", ";
            }
            json.append(map.isEmpty() ? "{}" : "}");
        } else if (tree instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                json.append(separator);
                write(element, json);
                separator = ",";
            }
            json.append(list.isEmpty() ? "[]" : "]");
        } else if (tree instanceof String text) {
            json.append(Json.quote(text));
        } else {
            json.append(tree instanceof Raw raw ? raw.json() : String.valueOf(tree));
        }
    }
}
