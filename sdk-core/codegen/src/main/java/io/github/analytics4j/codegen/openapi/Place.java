package io.github.analytics4j.codegen.openapi;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a value is in a document.
 *
 * @param keys the names and indexes that lead to it
 */
record Place(List<String> keys) {

    static final Place ROOT = new Place(List.of());

    Place {
        keys = List.copyOf(keys);
    }

    static Place of(String... keys) {
        return new Place(List.of(keys));
    }

    Place child(String... more) {
        List<String> longer = new ArrayList<>(keys);
        longer.addAll(List.of(more));
        return new Place(longer);
    }

    Place parent() {
        return new Place(keys.subList(0, keys.size() - 1));
    }

    boolean isRoot() {
        return keys.isEmpty();
    }
}
