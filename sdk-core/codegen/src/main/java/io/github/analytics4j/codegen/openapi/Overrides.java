package io.github.analytics4j.codegen.openapi;

import io.github.analytics4j.codegen.model.Problems;
import io.github.analytics4j.codegen.model.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The corrections of a spec: data with a reason each, merged into the spec before it is understood. */
public final class Overrides {

    private static final Set<String> KEYS = Set.of("at", "add", "set", "reason");

    private final SpecTree overrides;
    private final Problems problems;

    Overrides(SpecTree overrides, Problems problems) {
        this.overrides = overrides;
        this.problems = problems;
    }

    /** A setting of the {@code api} section. */
    String api(String key) {
        if (overrides.get(Place.of("api", key)) instanceof String text && !text.isBlank()) {
            return text;
        }
        problem(Place.of("api"), "api." + key + " is missing");
        return "missing";
    }

    /** Merges every correction into the spec; one that fits nowhere or gives no reason is reported. */
    void applyTo(SpecTree spec) {
        Object corrections = overrides.get(Place.of("corrections"));
        if (!(corrections instanceof List<?> list)) {
            problem(Place.of("corrections"), "corrections must be a list");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            apply(i, spec);
        }
    }

    /** How many corrections there are. */
    public int count() {
        return overrides.get(Place.of("corrections")) instanceof List<?> list ? list.size() : 0;
    }

    /** Merges one correction, counted from 0, into the spec. */
    public void apply(int index, SpecTree spec) {
        apply(Place.of("corrections", String.valueOf(index)), spec);
    }

    /** The reason of a correction. */
    public String reason(int index) {
        Object reason = overrides.get(Place.of("corrections", String.valueOf(index), "reason"));
        return reason instanceof String text ? text.strip() : "";
    }

    /** The line of a correction. */
    public SourceLocation location(int index) {
        return overrides.locate(Place.of("corrections", String.valueOf(index)));
    }

    private void apply(Place correction, SpecTree spec) {
        if (!(overrides.get(correction) instanceof Map<?, ?> entry)) {
            problem(correction, "a correction must be an object with at, set and reason");
            return;
        }
        checkKeys(correction, entry);
        if (!(entry.get("set") instanceof Map<?, ?> set)) {
            problem(correction, "a correction must say what to set");
            return;
        }
        Map<String, @Nullable Object> patch = SpecTree.asObject(set);
        for (Object address : addresses(entry)) {
            Place place = address instanceof String text ? Address.resolve(text, spec) : null;
            if (place == null) {
                problem(
                        correction,
                        "no address: " + address + "; expected GET /path, GET /path parameter, Schema or Schema.field");
            } else if (prepare(correction, spec, place, String.valueOf(address), entry.get("at") == null)) {
                spec.merge(place, patch, overrides, correction.child("set"));
            }
        }
    }

    private void checkKeys(Place correction, Map<?, ?> entry) {
        for (Object key : entry.keySet()) {
            if (!KEYS.contains(key)) {
                problem(
                        correction.child(String.valueOf(key)),
                        "unknown key " + key + "; known are add, at, reason, set");
            }
        }
        if (!(entry.get("reason") instanceof String reason) || reason.isBlank()) {
            problem(correction, "a correction must give its reason");
        }
        if ((entry.get("at") == null) == (entry.get("add") == null)) {
            problem(correction, "a correction must say either what it is at or what it adds");
        }
    }

    private static List<?> addresses(Map<?, ?> entry) {
        Object at = entry.get("at") != null ? entry.get("at") : entry.get("add");
        return at instanceof List<?> list ? list : at == null ? List.of() : List.of(at);
    }

    private boolean prepare(Place correction, SpecTree spec, Place place, String address, boolean add) {
        boolean there = spec.get(place) instanceof Map<?, ?>;
        if (add && !there) {
            return create(correction, spec, place, address);
        }
        if (add == there) {
            problem(correction, add ? address + " is in the spec already" : address + " is not in the spec");
        }
        return there && !add;
    }

    private boolean create(Place correction, SpecTree spec, Place place, String address) {
        if (!place.keys().get(0).equals("components")) {
            problem(correction, address + " is not in the spec; only schemas and fields can be added");
            return false;
        }
        spec.create(place, overrides.locate(correction));
        return true;
    }

    private void problem(Place place, String message) {
        problems.add(overrides.locate(place), message);
    }
}
