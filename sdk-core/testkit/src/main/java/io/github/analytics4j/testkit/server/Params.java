package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
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
            throw refusal(name, "Field required", "missing", null);
        }
        return value;
    }

    /** The parts of a list: separated by commas, blanks around them passed over. */
    public static List<String> list(String text) {
        return Stream.of(text.split("[,\\s]+")).filter(part -> !part.isEmpty()).toList();
    }

    /** A UUID that has to be there, as it was sent. */
    public String uuid(String name) {
        String text = required(name);
        String error = Uuids.error(text);
        if (error != null) {
            throw refusal(name, "Input should be a valid UUID, " + error, "uuid_parsing", error);
        }
        return text;
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

    /** A refusal as the framework words it: with the input, and with an error of its own if there is one. */
    private Refusal refusal(String name, String message, String type, @Nullable String error) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("input", text(name));
        if (error != null) {
            details.put("ctx", Map.of("error", error));
        }
        return new Refusal(invalid, message, name, type, details);
    }
}
