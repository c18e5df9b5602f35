package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document as plain maps, lists and scalars that can be corrected, and the line of each of its places. */
final class SpecTree {

    private final Map<String, @Nullable Object> root;
    private final Map<Place, SourceLocation> locations;

    SpecTree(Map<String, @Nullable Object> root, Map<Place, SourceLocation> locations) {
        this.root = root;
        this.locations = locations;
    }

    /** Reads YAML; a document that is no object counts as an empty one, with a problem reported. */
    static SpecTree parse(String file, String yaml, Problems problems) {
        return new YamlTree(file, problems).read(yaml);
    }

    Map<String, @Nullable Object> root() {
        return root;
    }

    /** The line of a place, or of the nearest place around it that has one. */
    SourceLocation locate(Place place) {
        SourceLocation found = locations.get(place);
        return found != null || place.isRoot() ? found(found, place) : locate(place.parent());
    }

    private static SourceLocation found(@Nullable SourceLocation location, Place place) {
        if (location == null) {
            throw new IllegalStateException("no location for " + place);
        }
        return location;
    }

    /** What is at a place, or null. */
    @Nullable
    Object get(Place place) {
        Object at = root;
        for (String key : place.keys()) {
            at = step(at, key);
        }
        return at;
    }

    private static @Nullable Object step(@Nullable Object from, String key) {
        if (from instanceof Map<?, ?> map) {
            return map.get(key);
        }
        return from instanceof List<?> list && key.matches("\\d{1,6}") && Integer.parseInt(key) < list.size()
                ? list.get(Integer.parseInt(key))
                : null;
    }

    /** Merges a patch into the object at a place: a null takes a key away, objects merge, anything else replaces. */
    void merge(Place place, Map<String, @Nullable Object> patch, SpecTree patches, Place patchPlace) {
        Map<String, @Nullable Object> target = objectAt(place);
        patch.forEach((key, value) -> {
            Place child = place.child(key);
            Place source = patchPlace.child(key);
            if (value == null) {
                target.remove(key);
            } else if (value instanceof Map<?, ?> && target.get(key) instanceof Map<?, ?>) {
                merge(child, asObject(value), patches, source);
            } else {
                target.put(key, copy(value));
                locations.put(child, patches.locate(source));
            }
        });
    }

    /** Puts an empty object where there is nothing yet. */
    void create(Place place, SourceLocation location) {
        Place parent = place.parent();
        if (!parent.isRoot() && get(parent) == null) {
            create(parent, location);
        }
        objectAt(parent).put(place.keys().get(place.keys().size() - 1), new LinkedHashMap<>());
        locations.put(place, location);
    }

    private Map<String, @Nullable Object> objectAt(Place place) {
        Object at = get(place);
        if (!(at instanceof Map<?, ?>)) {
            throw new IllegalStateException("no object at " + place);
        }
        return asObject(at);
    }

    private static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, each) -> copy.put((String) key, each == null ? null : copy(each)));
            return copy;
        }
        return value instanceof List<?> list
                ? new ArrayList<>(list.stream().map(SpecTree::copy).toList())
                : value;
    }

    /** A map of a document: its keys are text. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> asObject(Object value) {
        return (Map<String, @Nullable Object>) value;
    }
}
