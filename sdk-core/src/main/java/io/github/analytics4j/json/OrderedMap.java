package io.github.analytics4j.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An unmodifiable map in the order of its making. A type of its own, so that it is not copied again. */
final class OrderedMap<V> extends AbstractMap<String, V> {
    private final Map<String, V> map;

    /** Takes the map over: nobody else may keep it. */
    OrderedMap(LinkedHashMap<String, V> map) {
        this.map = Collections.unmodifiableMap(map);
    }

    @Override
    public Set<Entry<String, V>> entrySet() {
        return map.entrySet();
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        return map.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return map.containsKey(key);
    }
}
