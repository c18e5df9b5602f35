package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of one request, read the way its vendor reads them; a value that cannot be read is refused. */
public final class Params {
    // Pydantic's status, and what it says of most times that it cannot read.
    private static final int FRAMEWORK = 422;
    private static final String DATE_ERROR = "invalid character in year";

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
            throw refusal(name, "missing", "Field required", "Field required", Map.of());
        }
        return value;
    }

    /** The parts of a list: separated by commas, blanks around them passed over. */
    public static List<String> list(String text) {
        return Stream.of(text.split("[,\\s]+")).filter(part -> !part.isEmpty()).toList();
    }

    /** A UUID that has to be there, as it was sent. */
    public String uuid(String name) {
        return uuid(name, required(name));
    }

    /** A list of UUIDs, or an empty one. */
    public List<String> uuids(String name) {
        return list(text(name, "")).stream().map(each -> uuid(name, each)).toList();
    }

    private String uuid(String name, String text) {
        String error = Uuids.error(text);
        if (error != null) {
            String message = "Input should be a valid UUID, " + error;
            throw refusal(name, "uuid_parsing", message, message, Map.of("error", error));
        }
        return text;
    }

    /** One of these, or nothing. */
    @Nullable
    public String oneOf(String name, String... allowed) {
        String value = text(name);
        if (value != null && !List.of(allowed).contains(value)) {
            String quoted = Stream.of(allowed).map(each -> "'" + each + "'").collect(Collectors.joining(", "));
            int last = quoted.lastIndexOf(", ");
            String expected = last < 0 ? quoted : quoted.substring(0, last) + " or " + quoted.substring(last + 2);
            throw refusal(
                    name,
                    "enum",
                    "Input should be " + expected,
                    "Must be one of " + String.join(", ", allowed),
                    Map.of("expected", expected));
        }
        return value;
    }

    public long number(String name, long otherwise) {
        return read(
                name,
                otherwise,
                text -> Long.parseLong(text.strip()),
                "int_parsing",
                "Input should be a valid integer, unable to parse string as an integer",
                "Must be an integer");
    }

    public long number(String name, long otherwise, long least, long most) {
        long value = number(name, otherwise);
        String complaint = "Must be between " + least + " and " + most;
        if (value < least) {
            String message = "Input should be greater than or equal to " + least;
            throw refusal(name, "greater_than_equal", message, complaint, Map.of("ge", least));
        }
        if (value > most) {
            String message = "Input should be less than or equal to " + most;
            throw refusal(name, "less_than_equal", message, complaint, Map.of("le", most));
        }
        return value;
    }

    /** A time in any of the forms the vendors take. */
    public Instant time(String name, Instant otherwise) {
        return dated(name, otherwise, Times::instant, "Must be a date or a time");
    }

    public LocalDate date(String name, LocalDate otherwise) {
        return dated(name, otherwise, Times::date, "Must be an ISO 8601 date");
    }

    /** What comes first after a period: the end that was sent is part of it, a plain date as a whole day. */
    public Instant end(String name, Instant otherwise) {
        return dated(name, otherwise, Times::endOf, "Must be a date or a time");
    }

    private <T> T dated(String name, T otherwise, Function<String, T> parser, String complaint) {
        String message = "Input should be a valid datetime or date, " + DATE_ERROR;
        return read(name, otherwise, parser, "datetime_from_date_parsing", message, complaint);
    }

    private <T> T read(
            String name, T otherwise, Function<String, T> parser, String type, String message, String complaint) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return parser.apply(value);
        } catch (RuntimeException unreadable) {
            boolean dated = type.startsWith("datetime");
            throw refusal(name, type, message, complaint, dated ? Map.of("error", DATE_ERROR) : Map.of());
        }
    }

    private boolean framework() {
        return invalid == FRAMEWORK;
    }

    /** A vendor on a framework that validates says what the framework says; the others have words of their own. */
    private Refusal refusal(String name, String type, String message, String complaint, Map<String, Object> limits) {
        if (!framework()) {
            return new Refusal(invalid, complaint, name);
        }
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("input", text(name));
        if (!limits.isEmpty()) {
            details.put("ctx", limits);
        }
        return new Refusal(invalid, message, name, type, details);
    }
}
