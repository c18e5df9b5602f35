package io.github.analytics4j.testkit.control;

import io.github.analytics4j.testkit.OriginSandbox;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.VendorSandbox;
import io.github.analytics4j.testkit.json.JsonTree;
import io.github.analytics4j.testkit.server.Reply;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the responses of the admin API. */
final class Responses {
    private Responses() {}

    static Reply error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    static Reply json(int status, Object value) {
        return Reply.of(status, "application/json", JsonTree.write(value));
    }

    static Reply done() {
        return Reply.empty(204);
    }

    static Instant time(Fields fields, String name) {
        try {
            return Instant.parse(fields.text(name));
        } catch (DateTimeParseException e) {
            throw fields.wrong(name, "must be a time such as 2026-03-01T00:00:00Z");
        }
    }

    /** A time that a row can have. */
    static Instant rowTime(Fields fields, String name) {
        Instant time = time(fields, name);
        int year = time.atOffset(ZoneOffset.UTC).getYear();
        if (year < 1970 || year > 8999) {
            throw fields.wrong(name, "must be in the years 1970 to 8999, was " + time);
        }
        return time;
    }

    /** The four APIs. */
    static Stream<VendorSandbox> vendors(Sandbox sandbox) {
        return Stream.of(sandbox.synthflow(), sandbox.synaptiq(), sandbox.voisnap(), sandbox.callops());
    }

    /** The four APIs and the storage. */
    static Stream<OriginSandbox> origins(Sandbox sandbox) {
        return Stream.concat(vendors(sandbox), Stream.of(sandbox.storage()));
    }

    static OriginSandbox origin(Sandbox sandbox, String name) {
        return origins(sandbox)
                .filter(origin -> origin.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "api: must be synthflow, synaptiq, voisnap, callops or storage, was " + name));
    }

    /** A map in the order of its names and values. */
    static Map<String, Object> ordered(@Nullable Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), Objects.requireNonNull(namesAndValues[i + 1]));
        }
        return map;
    }
}
