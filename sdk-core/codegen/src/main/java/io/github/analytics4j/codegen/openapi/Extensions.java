package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Doc;
import io.github.analytics4j.codegen.model.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what hangs at a place of the spec, wrong kinds reported. */
final class Extensions {

    private final SpecTree spec;
    private final Problems problems;

    Extensions(SpecTree spec, Problems problems) {
        this.spec = spec;
        this.problems = problems;
    }

    SpecTree spec() {
        return spec;
    }

    /** Reports a mistake at a place. */
    void problem(Place place, String message) {
        problems.add(spec.locate(place), message);
    }

    @Nullable
    String text(Place place, String key) {
        Object value = spec.get(place.child(key));
        if (value == null || value instanceof String) {
            return (String) value;
        }
        problem(place.child(key), key + " must be text");
        return null;
    }

    String requiredText(Place place, String key) {
        String text = text(place, key);
        if (text == null || text.isBlank()) {
            problem(place, key + " is missing");
            return "missing";
        }
        return text;
    }

    boolean flag(Place place, String key) {
        Object value = spec.get(place.child(key));
        if (value != null && !(value instanceof Boolean)) {
            problem(place.child(key), key + " must be true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    @Nullable
    Long whole(Place place, String key) {
        Object value = spec.get(place.child(key));
        if (value instanceof BigDecimal number && number.stripTrailingZeros().scale() <= 0) {
            return number.longValue();
        }
        if (value != null) {
            problem(place.child(key), key + " must be a whole number");
        }
        return null;
    }

    int requiredWhole(Place place, String key) {
        Long value = whole(place, key);
        if (value == null) {
            problem(place, key + " is missing");
        }
        return value == null ? 0 : value.intValue();
    }

    @Nullable
    List<String> texts(Place place, String key) {
        Object value = spec.get(place.child(key));
        if (value == null) {
            return null;
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        problem(place.child(key), key + " must be a list of texts");
        return null;
    }

    /** Reports every key of the object at a place that is not among the known ones. */
    void onlyKeys(Place place, Set<String> known) {
        if (spec.get(place) instanceof Map<?, ?> map) {
            unknown(place, map.keySet().stream().map(String::valueOf), known);
        }
    }

    private void unknown(Place place, Stream<String> keys, Set<String> known) {
        keys.filter(key -> !known.contains(key))
                .forEach(key -> problem(
                        place.child(key),
                        "unknown key " + key + "; known are "
                                + String.join(", ", known.stream().sorted().toList())));
    }

    /** Reports every extension at a place that is not among the known ones; the parser knows the other keys. */
    void onlyExtensions(Place place, Set<String> known) {
        if (spec.get(place) instanceof Map<?, ?> map) {
            unknown(place, map.keySet().stream().map(String::valueOf).filter(key -> key.startsWith("x-")), known);
        }
    }

    /** Reads the text at a place, with its unit and scale, and what the vendor says of its future. */
    Doc doc(Place place) {
        String meaning = text(place, "description");
        return new Doc(
                deprecated(place, meaning == null ? "" : meaning.strip()),
                text(place, "x-unit"),
                text(place, "x-scale"));
    }

    /** Adds to a text that the vendor has deprecated what is at a place, if so; a text that is missing stays missing. */
    String deprecated(Place place, String text) {
        return flag(place, "deprecated") && !text.isBlank() ? text + " The vendor has deprecated it." : text;
    }
}
