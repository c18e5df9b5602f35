package io.github.analytics4j.catalog;

import io.github.analytics4j.json.DateOrTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects parameters, each with the setter of the request's builder; called by generated code. Behind the meaning, unit and
 * scale may follow, with a line end before each.
 *
 * @param <B> the request's builder
 */
public abstract class ParameterList<B> {
    private final RequestParameters<?, B> parameters;

    ParameterList(RequestParameters<?, B> parameters) {
        this.parameters = parameters;
    }

    private <V> ParameterDraft add(
            ParameterType type, boolean list, String wireName, BiConsumer<B, V> setter, String doc) {
        return parameters.add(new ParameterDraft(wireName, type, list, doc, List.of()), setter);
    }

    /** Text. */
    public ParameterDraft text(String wireName, BiConsumer<B, String> setter, String doc) {
        return add(ParameterType.TEXT, false, wireName, setter, doc);
    }

    /** Text that identifies something. */
    public ParameterDraft id(String wireName, BiConsumer<B, String> setter, String doc) {
        return add(ParameterType.ID, false, wireName, setter, doc);
    }

    /** A whole number. */
    public ParameterDraft integer(String wireName, BiConsumer<B, Long> setter, String doc) {
        return add(ParameterType.INTEGER, false, wireName, setter, doc);
    }

    /** A whole number that the request has as an {@code int}. */
    public ParameterDraft small(String wireName, BiConsumer<B, Integer> setter, String doc) {
        BiConsumer<B, Long> checked = (target, value) -> {
            if (value.intValue() != value) {
                throw new IllegalArgumentException(
                        Column.snake(wireName) + " must be at most " + Integer.MAX_VALUE + ", was " + value);
            }
            setter.accept(target, value.intValue());
        };
        return add(ParameterType.INTEGER, false, wireName, checked, doc);
    }

    /** A number. */
    public ParameterDraft number(String wireName, BiConsumer<B, Double> setter, String doc) {
        return add(ParameterType.NUMBER, false, wireName, setter, doc);
    }

    /** An exact number. */
    public ParameterDraft decimal(String wireName, BiConsumer<B, BigDecimal> setter, String doc) {
        return add(ParameterType.DECIMAL, false, wireName, setter, doc);
    }

    /** True or false. */
    public ParameterDraft bool(String wireName, BiConsumer<B, Boolean> setter, String doc) {
        return add(ParameterType.BOOLEAN, false, wireName, setter, doc);
    }

    /** A day. */
    public ParameterDraft date(String wireName, BiConsumer<B, LocalDate> setter, String doc) {
        return add(ParameterType.DATE, false, wireName, setter, doc);
    }

    /** A point in time. */
    public ParameterDraft timestamp(String wireName, BiConsumer<B, Instant> setter, String doc) {
        return add(ParameterType.TIMESTAMP, false, wireName, setter, doc);
    }

    /** A day or a point in time. */
    public ParameterDraft dateOrTime(String wireName, BiConsumer<B, DateOrTime> setter, String doc) {
        return add(ParameterType.DATE_OR_TIME, false, wireName, setter, doc);
    }

    /** One of the known values. */
    public ParameterDraft choice(String wireName, BiConsumer<B, String> setter, String doc, List<Choice> choices) {
        return parameters.add(new ParameterDraft(wireName, ParameterType.CHOICE, false, doc, choices), setter);
    }

    /** Several ids. */
    public ParameterDraft ids(String wireName, BiConsumer<B, List<String>> setter, String doc) {
        return add(ParameterType.ID, true, wireName, setter, doc);
    }

    /** Several texts. */
    public ParameterDraft texts(String wireName, BiConsumer<B, List<String>> setter, String doc) {
        return add(ParameterType.TEXT, true, wireName, setter, doc);
    }

    /** Several of a type that has no word of its own here. */
    public <V> ParameterDraft many(ParameterType type, String wireName, BiConsumer<B, List<V>> setter, String doc) {
        return add(type, true, wireName, setter, doc);
    }

    /** Several of the known values, which the request has as a type of their own. */
    public <E> ParameterDraft choices(
            String wireName, Function<String, E> of, BiConsumer<B, List<E>> setter, String doc, List<Choice> choices) {
        BiConsumer<B, List<String>> texts = (target, values) ->
                setter.accept(target, values.stream().map(of).toList());
        return parameters.add(new ParameterDraft(wireName, ParameterType.CHOICE, true, doc, choices), texts);
    }

    /** The parameter for the size of a page, and the one for its place, if there is one. */
    public void paged(String size, @Nullable String position) {
        parameters.of(size).role = Parameter.Role.PAGE_SIZE;
        if (position != null) {
            parameters.of(position).role = Parameter.Role.POSITION;
        }
    }

    /** The parameters for the ends of the time window. */
    public void window(@Nullable String from, @Nullable String to) {
        if (from != null) {
            parameters.of(from).role = Parameter.Role.WINDOW_START;
        }
        if (to != null) {
            parameters.of(to).role = Parameter.Role.WINDOW_END;
        }
    }
}
