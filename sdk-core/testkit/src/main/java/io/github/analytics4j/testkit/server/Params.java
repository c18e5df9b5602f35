package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of one request, read the way its vendor reads them; a value that cannot be read is refused. */
public final class Params {
    private final Map<String, List<String>> query;
    private final int invalid;

    public Params(SandboxRequest request, int invalidStatus) {
        this.query = request.query();
        this.invalid = invalidStatus;
    }

    void only(Set<String> known) {
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                throw new Refusal(invalid, "Unknown parameter", name);
            }
        }
    }

    @Nullable
    public String text(String name) {
        List<String> values = query.get(name);
        return values == null ? null : values.get(0);
    }

    public String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    public String required(String name) {
        String value = text(name);
        if (value == null || value.isBlank()) {
            throw new Refusal(invalid, "Field required", name);
        }
        return value;
    }

    /** One of these, or nothing. */
    @Nullable
    public String oneOf(String name, String... allowed) {
        String value = text(name);
        if (value != null && !List.of(allowed).contains(value)) {
            throw new Refusal(invalid, "Must be one of " + String.join(", ", allowed), name);
        }
        return value;
    }

    public long number(String name, long otherwise) {
        return read(name, otherwise, Long::parseLong, "Must be an integer");
    }

    public long number(String name, long otherwise, long least, long most) {
        long value = number(name, otherwise);
        if (value < least || value > most) {
            throw new Refusal(invalid, "Must be between " + least + " and " + most, name);
        }
        return value;
    }

    /** A time in any of the forms the vendors take. */
    public Instant time(String name, Instant otherwise) {
        return read(name, otherwise, Times::instant, "Must be a date or a time");
    }

    public LocalDate date(String name, LocalDate otherwise) {
        return read(name, otherwise, Times::date, "Must be an ISO 8601 date");
    }

    /** What comes first after a period: the end that was sent is part of it, a plain date as a whole day. */
    public Instant end(String name, Instant otherwise) {
        return read(name, otherwise, Times::endOf, "Must be a date or a time");
    }

    private <T> T read(String name, T otherwise, Function<String, T> parser, String complaint) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return parser.apply(value);
        } catch (RuntimeException unreadable) {
            throw new Refusal(invalid, complaint, name);
        }
    }
}
