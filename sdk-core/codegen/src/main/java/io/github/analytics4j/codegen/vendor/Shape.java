package io.github.analytics4j.codegen.vendor;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A schema with its references followed and its parts put together.
 *
 * @param types the JSON types that a value may have, {@code null} among them; empty for any
 * @param facts everything else that is one word: format, bounds, default, whether deprecated
 * @param values the only values there are, or null where there is no such list
 * @param properties the fields of an object
 * @param required the fields that are always there
 * @param items the elements of an array, or null where nothing is said of them
 * @param others the fields with free names, or null where nothing is said of them
 * @param unsaid what the spec leaves open, so that it differs from nothing
 * @param readable whether all of it could be read; what is missing was reported
 */
record Shape(
        SortedSet<String> types,
        Map<String, String> facts,
        @Nullable List<String> values,
        Map<String, Node> properties,
        Set<String> required,
        @Nullable Node items,
        @Nullable Node others,
        Set<String> unsaid,
        boolean readable) {

    /** The fact of a default that our spec tells and the vendor may leave to its text. */
    static final String TOLD_DEFAULT = "told default";

    /** How deep a shape is looked into for telling whether two are alike; schemas may contain themselves. */
    private static final int DEPTH = 3;

    boolean is(String type) {
        return types.contains(type);
    }

    /** The type in words: {@code integer or null}, {@code list of string}. */
    String words() {
        SortedSet<String> real = new TreeSet<>(types);
        boolean nullable = real.remove("null");
        String words = real.isEmpty()
                ? (nullable ? "" : "anything")
                : real.stream().map(this::word).collect(Collectors.joining(" or "));
        return nullable ? (words.isEmpty() ? "null" : words + " or null") : words;
    }

    private String word(String type) {
        if (type.equals("array") && items != null) {
            Shape element = items.shape();
            return "list of " + (element.is("array") ? "lists" : element.words());
        }
        return type.equals("array") ? "list" : type;
    }

    /** How alike two shapes are. */
    Renames.Types alike(Shape other) {
        if (!signature().equals(other.signature())) {
            return Renames.Types.DIFFERENT;
        }
        Shape object = items == null ? this : items.shape();
        return object.properties().size() > 1 ? Renames.Types.SAME_FIELDS : Renames.Types.SAME;
    }

    /** The same text for shapes that look alike; names of schemas do not count. */
    String signature() {
        return signature(DEPTH);
    }

    private String signature(int depth) {
        Map<String, String> fields = new TreeMap<>();
        if (depth > 0) {
            properties.forEach((name, node) -> fields.put(name, node.shape().signature(depth - 1)));
        }
        return types
                + facts.getOrDefault("format", "")
                + (values == null ? "" : new TreeSet<>(values))
                + fields
                + (items == null || depth == 0 ? "" : "[" + items.shape().signature(depth - 1) + "]")
                + (others == null || depth == 0 ? "" : "{" + others.shape().signature(depth - 1) + "}");
    }
}
