package io.github.analytics4j.codegen.vendor;

import io.github.analytics4j.codegen.openapi.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Puts together what a schema says: its own words, those of what it refers to, of all its parts and of its alternatives. */
final class ShapeReader {

    /** The keys of a schema whose value is one word, and what messages call them. */
    private static final Map<String, String> FACTS = facts();

    private final Document document;

    ShapeReader(Document document) {
        this.document = document;
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("format", "format");
        facts.put("default", "default");
        facts.put("minimum", "minimum");
        facts.put("maximum", "maximum");
        facts.put("exclusiveMinimum", "minimum, itself excluded");
        facts.put("exclusiveMaximum", "maximum, itself excluded");
        facts.put("multipleOf", "multiple of");
        facts.put("minLength", "least length");
        facts.put("maxLength", "greatest length");
        facts.put("pattern", "pattern");
        facts.put("minItems", "least number of elements");
        facts.put("maxItems", "greatest number of elements");
        facts.put("uniqueItems", "no element twice");
        facts.put("deprecated", "deprecated");
        return facts;
    }

    /** Collects the facts about a schema while its parts are read. */
    private static final class Draft {
        @Nullable
        SortedSet<String> types;

        boolean nullable;
        boolean anything;
        final Map<String, String> facts = new LinkedHashMap<>();

        @Nullable
        List<String> values;

        final Map<String, List<Place>> properties = new LinkedHashMap<>();
        final Set<String> required = new LinkedHashSet<>();
        final List<Place> items = new ArrayList<>();
        final List<Place> others = new ArrayList<>();
        final Set<String> unsaid = new LinkedHashSet<>();

        void narrow(SortedSet<String> allowed) {
            SortedSet<String> both = new TreeSet<>(allowed);
            if (types != null) {
                both.retainAll(types);
            }
            types = both.isEmpty() ? allowed : both;
        }

        /** Takes in what another schema says as well. */
        void absorb(Draft other) {
            anything |= other.anything && types == null;
            if (other.types != null) {
                narrow(other.types);
            }
            nullable |= other.nullable;
            facts.putAll(other.facts);
            values = other.values == null ? values : other.values;
            other.properties.forEach((name, places) ->
                    properties.computeIfAbsent(name, n -> new ArrayList<>()).addAll(places));
            required.addAll(other.required);
            items.addAll(other.items);
            others.addAll(other.others);
            unsaid.addAll(other.unsaid);
        }
    }

    Shape read(Node node) {
        Draft draft = new Draft();
        int before = document.reported();
        for (Place place : node.places()) {
            add(draft, place, new LinkedHashSet<>());
        }
        return shape(draft, before == document.reported());
    }

    private Shape shape(Draft draft, boolean readable) {
        SortedSet<String> types = new TreeSet<>(draft.types == null ? implied(draft) : draft.types);
        if (draft.nullable && !types.isEmpty()) {
            types.add("null");
        }
        boolean any = draft.anything;
        Map<String, Node> properties = new LinkedHashMap<>();
        draft.properties.forEach((name, places) -> properties.put(name, new Node(document, distinct(places))));
        return new Shape(
                any ? new TreeSet<>() : types,
                draft.facts,
                any ? null : draft.values,
                any ? Map.of() : properties,
                draft.required,
                any || draft.items.isEmpty() ? null : new Node(document, distinct(draft.items)),
                any || draft.others.isEmpty() ? null : new Node(document, distinct(draft.others)),
                draft.unsaid,
                readable);
    }

    private static List<Place> distinct(List<Place> places) {
        return places.stream().distinct().toList();
    }

    private static Set<String> implied(Draft draft) {
        if (!draft.properties.isEmpty() || !draft.others.isEmpty()) {
            return Set.of("object");
        }
        if (!draft.items.isEmpty()) {
            return Set.of("array");
        }
        return draft.values == null ? Set.of() : Set.of("string");
    }

    private void add(Draft draft, Place place, Set<Place> path) {
        if (document.raw(place) instanceof Boolean) {
            return; // any value will do, or none
        }
        Map<String, @Nullable Object> schema = document.object(place);
        Place target = document.target(schema, place);
        if (!path.add(place) || path.size() > Document.MAX_CHAIN) {
            document.problem(place, "this schema refers to itself and to nothing else");
            return;
        }
        if (target != null) {
            add(draft, target, path);
        }
        own(draft, schema, place);
        for (Place part : document.elements(place.child("allOf"))) {
            add(draft, part, new LinkedHashSet<>(path));
        }
        alternatives(draft, document.elements(place.child("oneOf")), path);
        alternatives(draft, document.elements(place.child("anyOf")), path);
        dialect(draft, place);
    }

    private void own(Draft draft, Map<String, @Nullable Object> schema, Place place) {
        types(draft, schema.get("type"), place);
        draft.nullable |= Boolean.TRUE.equals(schema.get("nullable"));
        draft.unsaid.addAll(document.texts(place.child("x-unsaid")));
        FACTS.forEach((key, name) -> fact(draft, key, name, schema));
        values(draft, schema, place);
        document.object(place.child("properties"))
                .keySet()
                .forEach(name -> draft.properties
                        .computeIfAbsent(name, n -> new ArrayList<>())
                        .add(place.child("properties", name)));
        draft.required.addAll(document.texts(place.child("required")));
        if (schema.get("items") != null) {
            draft.items.add(place.child("items"));
        }
        Object others = schema.get("additionalProperties");
        if (others instanceof Map<?, ?> || (Boolean.TRUE.equals(others) && schema.get("properties") == null)) {
            draft.others.add(place.child("additionalProperties"));
        }
    }

    private void types(Draft draft, @Nullable Object type, Place place) {
        SortedSet<String> types = new TreeSet<>();
        for (Object each : type instanceof List<?> list ? list : type == null ? List.of() : List.of(type)) {
            if (each instanceof String word && Document.TYPES.contains(word)) {
                types.add(word);
            } else {
                document.problem(
                        place.child("type"),
                        "unknown type " + each + "; known are " + String.join(", ", Document.TYPES));
            }
        }
        if (!types.isEmpty()) {
            draft.narrow(types);
        }
    }

    private static void fact(Draft draft, String key, String name, Map<String, @Nullable Object> schema) {
        Object value = schema.get(key);
        if (value == null || (value.equals(false) && !key.equals("default"))) {
            return;
        }
        String bound = key.equals("exclusiveMinimum") ? "minimum" : key.equals("exclusiveMaximum") ? "maximum" : null;
        if (bound != null && value.equals(true)) { // as OpenAPI 3.0 says it
            draft.facts.remove(bound);
            value = schema.get(bound);
        }
        draft.facts.put(name, text(value));
    }

    /** A value as text; numbers that are equal read alike. */
    static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ShapeReader::text).toList().toString();
        }
        return value instanceof Boolean truth ? (truth ? "yes" : "no") : String.valueOf(value);
    }

    private void values(Draft draft, Map<String, @Nullable Object> schema, Place place) {
        List<?> raw = schema.get("const") != null
                ? List.of(schema.get("const"))
                : schema.get("enum") instanceof List<?> list ? list : null;
        if (raw == null) {
            if (schema.get("enum") != null) {
                document.problem(place.child("enum"), "enum must be a list");
            }
            return;
        }
        List<String> values = new ArrayList<>();
        for (Object each : raw) {
            if (each == null) {
                draft.nullable = true;
            } else if (!values.contains(text(each))) {
                values.add(text(each));
            }
        }
        draft.values = values;
    }

    /** A value has the form of one of the alternatives; what all of them say is certain. */
    private void alternatives(Draft draft, List<Place> places, Set<Place> path) {
        List<Draft> real = new ArrayList<>();
        for (Place place : places) {
            Draft each = new Draft();
            add(each, place, new LinkedHashSet<>(path));
            if (each.types != null && each.types.equals(Set.of("null"))) {
                draft.nullable = true;
            } else {
                real.add(each);
            }
        }
        if (!real.isEmpty()) {
            draft.absorb(union(real));
        }
    }

    private static Draft union(List<Draft> all) {
        Draft union = all.get(0);
        for (Draft each : all.subList(1, all.size())) {
            widenTypes(union, each);
            union.nullable |= each.nullable;
            union.facts.entrySet().removeIf(fact -> !fact.getValue().equals(each.facts.get(fact.getKey())));
            widenValues(union, each);
            each.properties.forEach(union.properties::putIfAbsent);
            union.required.retainAll(each.required);
            union.unsaid.addAll(each.unsaid);
            if (union.items.isEmpty()) {
                union.items.addAll(each.items);
            }
            if (union.others.isEmpty()) {
                union.others.addAll(each.others);
            }
        }
        return union;
    }

    private static void widenTypes(Draft union, Draft other) {
        Set<String> left = union.types == null ? implied(union) : union.types;
        Set<String> right = other.types == null ? implied(other) : other.types;
        boolean any = left.isEmpty() || right.isEmpty();
        union.anything |= any || other.anything;
        SortedSet<String> both = new TreeSet<>(left);
        both.addAll(right);
        union.types = any ? null : both;
    }

    private static void widenValues(Draft union, Draft other) {
        if (union.values == null || other.values == null) {
            union.values = null;
            return;
        }
        Set<String> both = new LinkedHashSet<>(union.values);
        both.addAll(other.values);
        union.values = new ArrayList<>(both);
    }

    /** Our own words that change the form on the wire, or tell a default that the vendor tells in words only. */
    private void dialect(Draft draft, Place place) {
        String type = document.dialect(place, "x-type");
        if ("any".equals(type)) {
            draft.anything = true;
        } else if (type != null && type.startsWith("instant iso")) {
            draft.facts.put("format", "date-time");
        }
        String told = document.dialect(place, "x-default");
        if (told != null) {
            draft.facts.put(Shape.TOLD_DEFAULT, told);
        }
    }
}
