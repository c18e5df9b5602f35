package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;
import java.math.BigInteger;
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
    private static final int OF_A_FRAMEWORK = 422;

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
            throw refused(name, "Field required", FrameworkWords.missing());
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
            FrameworkWords.Mistake mistake = FrameworkWords.uuid(error);
            throw refused(name, mistake.message(), mistake);
        }
        return text;
    }

    /** One of these, or nothing. */
    @Nullable
    public String oneOf(String name, String... allowed) {
        String value = text(name);
        if (value != null && !List.of(allowed).contains(value)) {
            throw refused(
                    name, "Must be one of " + String.join(", ", allowed), FrameworkWords.choice(List.of(allowed)));
        }
        return value;
    }

    public long number(String name, long otherwise) {
        return read(name, otherwise, Params::integer, "Must be an integer", text -> FrameworkWords.integer());
    }

    public long number(String name, long otherwise, long least, long most) {
        long value = number(name, otherwise);
        if (value < least || value > most) {
            throw refused(
                    name,
                    "Must be between " + least + " and " + most,
                    FrameworkWords.range(value < least, least, most));
        }
        return value;
    }

    /** A whole number; one that is too large for any rule is the largest there is. */
    private static long integer(String text) {
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Long.SIZE ? value.longValue() : value.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** A time in any of the forms the vendors take. */
    public Instant time(String name, Instant otherwise) {
        return read(name, otherwise, Times::instant, "Must be a date or a time", FrameworkWords::time);
    }

    public LocalDate date(String name, LocalDate otherwise) {
        return read(name, otherwise, Times::date, "Must be an ISO 8601 date", FrameworkWords::time);
    }

    /** Returns the first instant after a period: the end that was sent is part of it, a plain date as a whole day. */
    public Instant end(String name, Instant otherwise) {
        return read(name, otherwise, Times::endOf, "Must be a date or a time", FrameworkWords::time);
    }

    private <T> T read(
            String name,
            T otherwise,
            Function<String, T> parser,
            String complaint,
            Function<String, FrameworkWords.Mistake> mistake) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return parser.apply(value);
        } catch (RuntimeException unreadable) {
            throw refused(name, complaint, mistake.apply(value));
        }
    }

    /** In the words of the framework, with the input, where the vendor has one; else in plain ones. */
    private Refusal refused(String name, String plain, FrameworkWords.Mistake mistake) {
        if (invalid != OF_A_FRAMEWORK) {
            return new Refusal(invalid, plain, name);
        }
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("input", text(name));
        if (!mistake.context().isEmpty()) {
            details.put("ctx", mistake.context());
        }
        return new Refusal(invalid, mistake.message(), name, mistake.type(), details);
    }
}
