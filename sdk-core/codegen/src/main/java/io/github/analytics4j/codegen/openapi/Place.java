package io.github.analytics4j.codegen.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where a value is in a document.
 *
 * @param keys the names and indexes that lead to it
 */
public record Place(List<String> keys) {

    /** The whole document. */
    public static final Place ROOT = new Place(List.of());

    /** Copies the list. */
    public Place {
        keys = List.copyOf(keys);
    }

    /** The place that keys lead to from the root. */
    public static Place of(String... keys) {
        return new Place(List.of(keys));
    }

    /** A place below this one. */
    public Place child(String... more) {
        List<String> longer = new ArrayList<>(keys);
        longer.addAll(List.of(more));
        return new Place(longer);
    }

    /** The place around this one; the root has none. */
    public Place parent() {
        return new Place(keys.subList(0, keys.size() - 1));
    }

    /** Whether this is the whole document. */
    public boolean isRoot() {
        return keys.isEmpty();
    }

    /** The key that leads here from the place around it, or empty for the root. */
    public String last() {
        return isRoot() ? "" : keys.get(keys.size() - 1);
    }

    /** As a JSON pointer: {@code /paths/~1calls/get}. */
    public String pointer() {
        return keys.stream()
                .map(key -> "/" + key.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
