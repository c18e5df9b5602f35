package io.github.analytics4j.catalog;

import io.github.analytics4j.json.DateOrTime;
import io.github.analytics4j.json.TextValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values for the parameters of an operation, by their names in the catalogue. A value has the class that {@link Parameter.Type}
 * names, or is a text that {@link Parameter#parse} reads; for a list it is a collection or such a text. They are checked when a
 * request is made of them, all mistakes in one message. Immutable.
 */
public final class Arguments {
    /** No value for any parameter. */
    public static final Arguments NONE = new Arguments(Map.of());

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * {@return values by parameter name, checked when a request is made of them}
     *
     * @param values each of the parameter's class, or a text
     */
    public static Arguments of(Map<String, ?> values) {
        Arguments all = NONE;
        for (Map.Entry<String, ?> each : values.entrySet()) {
            all = all.with(each.getKey(), each.getValue());
        }
        return all;
    }

    /**
     * {@return these values and one more, which takes the place of an earlier one of that name}
     *
     * @param name of the parameter, as the catalogue has it
     * @param value of the parameter's class, or a text; a collection for a list
     */
    public Arguments with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(values);
        more.put(
                Objects.requireNonNull(name, "name"),
                value instanceof Collection<?> many ? List.copyOf(many) : Objects.requireNonNull(value, name));
        return new Arguments(more);
    }

    /** {@return the values by name, in the order they were set} */
    public Map<String, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** A value as the parameter's type has it; an {@code IllegalArgumentException} says what is wrong with it. */
    static Object typed(Parameter parameter, Object value) {
        if (value instanceof String text) {
            return parameter.parse(text);
        } else if (!parameter.list()) {
            return element(parameter, value);
        }
        List<Object> elements = new ArrayList<>();
        for (Object each : value instanceof Collection<?> many ? many : List.of(value)) {
            elements.add(each instanceof String text ? parameter.parseOne(text) : element(parameter, each));
        }
        return elements;
    }

    private static Object element(Parameter parameter, Object value) {
        Object typed = switch (parameter.type()) {
            case TEXT, ID, CHOICE ->
                value instanceof TextValue text ? text.text() : null; // open: a new one is sent as it is
            case INTEGER -> whole(value);
            case NUMBER ->
                value instanceof Number number && Double.isFinite(number.doubleValue())
                        ? (Double) number.doubleValue()
                        : null;
            case DECIMAL -> value instanceof Number number ? exact(number) : null;
            case BOOLEAN -> value instanceof Boolean ? value : null;
            case DATE -> value instanceof LocalDate ? value : null;
            case TIMESTAMP -> instant(value);
            case DATE_OR_TIME -> either(value);
        };
        if (typed == null) {
            throw parameter.refused(value, parameter.type().rule(), null);
        } else if (typed instanceof Number number && !parameter.within(number)) {
            throw parameter.refused(value, parameter.bounds(), null);
        }
        return typed;
    }

    private static @Nullable Long whole(Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte
                ? (Long) ((Number) value).longValue()
                : null;
    }

    private static @Nullable BigDecimal exact(Number number) {
        try {
            return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(Object value) {
        if (value instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        } else if (value instanceof OffsetDateTime offset) {
            return offset.toInstant();
        }
        return value instanceof Instant instant ? instant : null;
    }

    private static @Nullable DateOrTime either(Object value) {
        if (value instanceof LocalDate day) {
            return DateOrTime.of(day);
        }
        Instant instant = instant(value);
        return instant != null ? DateOrTime.of(instant) : value instanceof DateOrTime given ? given : null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Arguments that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names; a value may be private. */
    @Override
    public String toString() {
        return "Arguments" + new TreeMap<>(values).keySet();
    }
}
