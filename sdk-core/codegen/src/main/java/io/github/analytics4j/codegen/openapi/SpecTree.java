package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document as plain maps, lists and scalars that can be corrected, and the line of each of its places. */
public final class SpecTree {

    /** More values than this on an average line are a document without line breaks. */
    private static final int VALUES_A_LINE = 20;

    private final Map<String, @Nullable Object> root;
    private final Map<Place, SourceLocation> locations;

    /** A document of these values; each place below the root that has a line of its own has an entry, the root too. */
    public SpecTree(Map<String, @Nullable Object> root, Map<Place, SourceLocation> locations) {
        this.root = root;
        this.locations = locations;
    }

    /** Reads YAML; a document that is no object counts as an empty one, with a problem reported. */
    static SpecTree parse(String file, String yaml, Problems problems) {
        return new YamlTree(file, 0, problems).read(yaml);
    }

    /**
     * Reads JSON or YAML that stands in a file below {@code linesBefore} other lines; JSON begins with a brace. A document that
     * is no object counts as an empty one, with a problem reported.
     */
    public static SpecTree parse(String file, int linesBefore, String text, Problems problems) {
        return text.stripLeading().startsWith("{")
                ? parseJson(file, linesBefore, text, problems)
                : new YamlTree(file, linesBefore, problems).read(text);
    }

    /** Reads JSON that stands in a file below {@code linesBefore} other lines. */
    public static SpecTree parseJson(String file, int linesBefore, String text, Problems problems) {
        return new JsonReader(file, linesBefore, problems).read(text);
    }

    /** The whole document. */
    public Map<String, @Nullable Object> root() {
        return root;
    }

    /** The line of a place, or of the nearest place around it that has one. */
    public SourceLocation locate(Place place) {
        SourceLocation found = locations.get(place);
        return found != null || place.isRoot() ? found(found, place) : locate(place.parent());
    }

    private static SourceLocation found(@Nullable SourceLocation location, Place place) {
        if (location == null) {
            throw new IllegalStateException("no location for " + place);
        }
        return location;
    }

    /** Whether the document is written over lines, so that a line tells where in it something is. */
    public boolean linesTell() {
        int lines =
                locations.values().stream().mapToInt(SourceLocation::line).max().orElse(1)
                        - locate(Place.ROOT).line();
        return lines >= locations.size() / VALUES_A_LINE;
    }

    /** Returns the node at a place, or null. */
    public @Nullable Object get(Place place) {
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
    public static Map<String, @Nullable Object> asObject(Object value) {
        return (Map<String, @Nullable Object>) value;
    }
}
