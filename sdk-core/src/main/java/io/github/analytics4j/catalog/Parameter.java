package io.github.analytics4j.catalog;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.json.DateOrTime;
import io.github.analytics4j.json.TextValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation.
 *
 * @param name its name in the catalogue, in snake case: {@code model_id}
 * @param wireName its name on the wire: {@code modelId}
 * @param type the type of its value, or of each element if it is a list
 * @param list whether it takes several values
 * @param required whether the vendor refuses a request without it
 * @param doc what it does, in sentences
 * @param unit the unit of a number, or null
 * @param scale the scale of a number, such as {@code 0–1}, or null
 * @param defaultText what the vendor assumes without it, in words, or null
 * @param min the least number allowed, or null
 * @param max the greatest number allowed, or null
 * @param choices the known values of a choice; else empty
 * @param role what it is for
 */
public record Parameter(
        String name,
        String wireName,
        Type type,
        boolean list,
        boolean required,
        String doc,
        @Nullable String unit,
        @Nullable String scale,
        @Nullable String defaultText,
        @Nullable Long min,
        @Nullable Long max,
        List<Choice> choices,
        Role role) {

    /** The purposes of parameters. */
    public enum Role {
        /** Narrows or shapes the result. */
        FILTER,
        /** Sets the number of rows on a page; a walk sends it. */
        PAGE_SIZE,
        /** Sets the place where a page begins; a walk sends it. */
        POSITION,
        /** Begins the time window. */
        WINDOW_START,
        /** Ends the time window. */
        WINDOW_END
    }

    /** Copies the list. */
    public Parameter {
        choices = List.copyOf(choices);
    }

    /**
     * Reads a value from text: a {@code String}, {@code Long}, {@code Double}, {@code BigDecimal}, {@code Boolean}, {@code
     * LocalDate}, {@code Instant} or {@code DateOrTime} as {@link Type} says, or a {@code List} of them from a text
     * with commas.
     *
     * @param text as a user writes it on a command line or in SQL
     * @return the value, checked against type, bounds and choices
     * @throws IllegalArgumentException naming the parameter, the text, the rule and an example
     */
    public Object parse(String text) {
        if (!list) {
            return parseOne(text);
        }
        List<Object> values = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            values.add(element(part.strip()));
        }
        return List.copyOf(values);
    }

    /** Reads one value, also one of a list: where a comma is in it, that is for the request to refuse. */
    Object parseOne(String text) {
        return element(type == Type.TEXT ? text : text.strip());
    }

    private Object element(String text) {
        if (text.isEmpty() && type != Type.TEXT) {
            throw refused(text, type.rule(), null);
        }
        try {
            return bounded(
                    text,
                    switch (type) {
                        case TEXT, ID -> text;
                        case INTEGER -> Long.valueOf(text);
                        case NUMBER -> finite(text);
                        case DECIMAL -> decimal(text);
                        case BOOLEAN -> truth(text);
                        case DATE -> LocalDate.parse(text);
                        case TIMESTAMP -> DateOrTime.class.cast(either(text)).toInstant();
                        case DATE_OR_TIME -> either(text);
                        case CHOICE -> choice(text);
                    });
        } catch (NumberFormatException | DateTimeException e) {
            throw refused(text, type.rule(), e);
        }
    }

    private static Double finite(String text) {
        Double number = decimal(text).doubleValue();
        if (!Double.isFinite(number)) {
            throw new NumberFormatException("not finite");
        }
        return number;
    }

    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs((long) number.scale()) + number.precision() > 1000) {
            throw new NumberFormatException("too long");
        }
        return number;
    }

    private Boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(text, type.rule(), null);
        };
    }

    private static DateOrTime either(String text) {
        return text.indexOf('T') < 0 && text.indexOf('t') < 0
                ? DateOrTime.of(LocalDate.parse(text))
                : DateOrTime.of(OffsetDateTime.parse(text)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant());
    }

    private String choice(String text) {
        for (Choice each : choices) {
            if (each.value().equals(text)) {
                return text;
            }
        }
        throw refused(text, type.rule(), null);
    }

    private Object bounded(String text, Object value) {
        if (value instanceof Number number && !within(number)) {
            throw refused(text, bounds(), null);
        }
        return value;
    }

    boolean within(Number number) {
        BigDecimal value = number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        return (min == null || value.compareTo(BigDecimal.valueOf(min)) >= 0)
                && (max == null || value.compareTo(BigDecimal.valueOf(max)) <= 0);
    }

    /** The bounds in words: {@code a number of 1 to 100}. */
    String bounds() {
        if (min != null && max != null) {
            return "a number of " + min + " to " + max;
        }
        return min != null ? "a number of at least " + min : "a number of at most " + max;
    }

    /** A text that would be taken. */
    String example() {
        if (type == Type.CHOICE) {
            return choices.stream().map(Choice::value).collect(Collectors.joining(", "));
        }
        return type == Type.INTEGER && (min != null || max != null)
                ? String.valueOf(max != null ? max : min)
                : type.example();
    }

    IllegalArgumentException refused(Object text, String rule, @Nullable Throwable cause) {
        String known = type == Type.CHOICE ? ": " : ", such as ";
        return new IllegalArgumentException(
                name + " must be " + rule + known + example() + "; was \"" + text + "\"", cause);
    }

    /** The type of a parameter's value, or of each element of a list; with the Java class it has and how it is written as text. */
    public enum Type {
        /** A {@code String}. */
        TEXT("a text", "hello"),
        /** A {@code String} that identifies something and is not blank. */
        ID("an id", "m-1"),
        /** A {@code Long}. */
        INTEGER("a whole number", "25"),
        /** A {@code Double}. */
        NUMBER("a number", "0.5"),
        /** A {@code BigDecimal}. */
        DECIMAL("a decimal number", "12.50"),
        /** A {@code Boolean}. */
        BOOLEAN("true or false", "true"),
        /** A {@code LocalDate}. */
        DATE("a day", "2026-02-01"),
        /** An {@code Instant}. A day alone stands for its start in UTC. */
        TIMESTAMP("a time with its zone, or a day for its start in UTC", "2026-02-01T00:00:00Z"),
        /** A {@link io.github.analytics4j.json.DateOrTime}: a whole day, or a point in time. */
        DATE_OR_TIME("a day, or a time with its zone", "2026-02-01 or 2026-02-01T08:30:00Z"),
        /** A {@code String} that is one of the choices. */
        CHOICE("one of the known values", "");

        private final String rule;
        private final String example;

        Type(String rule, String example) {
            this.rule = rule;
            this.example = example;
        }

        /** {@return the rule for a text, in words: {@code a whole number}} */
        public String rule() {
            return rule;
        }

        /** {@return a text that is one; empty for a choice} */
        public String example() {
            return example;
        }
    }

    /**
     * A known value of a parameter or column. A vendor may add others, so a column can hold a text that is not among its choices.
     *
     * @param value the text on the wire
     * @param meaning what it means, in a sentence; empty where the name says it
     */
    public record Choice(String value, String meaning) {

        /**
         * The known values of an open enum, whose texts say what they mean.
         *
         * @hidden
         */
        @GeneratedCodeApi
        public static List<Choice> of(TextValue.Type<?> type) {
            return of(type.texts().toArray(new String[0]));
        }

        /**
         * Choices, each a value and, behind its last line end, the meaning if there is one; called by generated code.
         *
         * @hidden
         */
        @GeneratedCodeApi
        public static List<Choice> of(String... values) {
            return Arrays.stream(values).map(Choice::parse).toList();
        }

        private static Choice parse(String text) {
            int end = text.lastIndexOf('\n');
            return end < 0 ? new Choice(text, "") : new Choice(text.substring(0, end), text.substring(end + 1));
        }
    }
}
