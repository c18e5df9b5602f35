package io.github.analytics4j.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that is being written, and where inside the value of its current field the writer is. */
final class WriteScope {
    final JsonFields fields;
    final Unexpected unexpected;
    final @Nullable WriteScope outer;
    /** Indexes and keys, from the field's value inwards; kept only if something is to be put back inside it. */
    final List<Object> path = new ArrayList<>(0);

    private Map<List<Object>, Map<Object, Kept>> byParent = Map.of();

    WriteScope(JsonFields fields, Unexpected unexpected, @Nullable WriteScope outer) {
        this.fields = fields;
        this.unexpected = unexpected;
        this.outer = outer;
    }

    /** Goes on to the value of a field. */
    void enter(int field) {
        byParent = Map.of();
        if (unexpected.keepsInside(field)) {
            byParent = new HashMap<>();
            for (Kept one : unexpected.kept()) {
                List<Object> at = one.at();
                if (one.field() == field && !at.isEmpty() && !one.isRemark()) {
                    byParent.computeIfAbsent(at.subList(0, at.size() - 1), parent -> new LinkedHashMap<>())
                            .put(at.get(at.size() - 1), one);
                }
            }
        }
    }

    boolean keepsInside() {
        return !byParent.isEmpty();
    }

    /** What is kept directly inside the list or map at {@link #path}, by index or key. */
    Map<Object, Kept> inside() {
        return byParent.isEmpty() ? Map.of() : byParent.getOrDefault(path, Map.of());
    }
}
