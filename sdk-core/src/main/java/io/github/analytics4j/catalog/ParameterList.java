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
 * Collects parameters, each with the setter of the request's builder; called by generated code. Unit and scale may follow the
 * meaning.
 *
 * @param <B> the request's builder
 * @param <S> the collector itself
 */
public abstract class ParameterList<B, S extends ParameterList<B, S>> {
    private final RequestParameters<?, B> parameters;

    ParameterList(RequestParameters<?, B> parameters) {
        this.parameters = parameters;
    }

    @SuppressWarnings("unchecked") // S is the class itself
    private S self() {
        return (S) this;
    }

    private <V> S add(
            ParameterType type, boolean list, String wireName, BiConsumer<B, V> setter, String doc, String... measure) {
        var unused = parameters.add(new RequestParameters.Draft(wireName, type, list, doc, measure), setter);
        return self();
    }

    /** Text. */
    public S text(String wireName, BiConsumer<B, String> setter, String doc, String... measure) {
        return add(ParameterType.TEXT, false, wireName, setter, doc, measure);
    }

    /** Text that identifies something. */
    public S id(String wireName, BiConsumer<B, String> setter, String doc, String... measure) {
        return add(ParameterType.ID, false, wireName, setter, doc, measure);
    }

    /** A whole number. */
    public S integer(String wireName, BiConsumer<B, Long> setter, String doc, String... measure) {
        return add(ParameterType.INTEGER, false, wireName, setter, doc, measure);
    }

    /** A whole number that the request has as an {@code int}. */
    public S small(String wireName, BiConsumer<B, Integer> setter, String doc, String... measure) {
        BiConsumer<B, Long> checked = (target, value) -> {
            if (value.intValue() != value) {
                throw new IllegalArgumentException(
                        Column.snake(wireName) + " must be at most " + Integer.MAX_VALUE + ", was " + value);
            }
            setter.accept(target, value.intValue());
        };
        return add(ParameterType.INTEGER, false, wireName, checked, doc, measure);
    }

    /** A number. */
    public S number(String wireName, BiConsumer<B, Double> setter, String doc, String... measure) {
        return add(ParameterType.NUMBER, false, wireName, setter, doc, measure);
    }

    /** An exact number. */
    public S decimal(String wireName, BiConsumer<B, BigDecimal> setter, String doc, String... measure) {
        return add(ParameterType.DECIMAL, false, wireName, setter, doc, measure);
    }

    /** True or false. */
    public S bool(String wireName, BiConsumer<B, Boolean> setter, String doc, String... measure) {
        return add(ParameterType.BOOLEAN, false, wireName, setter, doc, measure);
    }

    /** A day. */
    public S date(String wireName, BiConsumer<B, LocalDate> setter, String doc, String... measure) {
        return add(ParameterType.DATE, false, wireName, setter, doc, measure);
    }

    /** A point in time. */
    public S timestamp(String wireName, BiConsumer<B, Instant> setter, String doc, String... measure) {
        return add(ParameterType.TIMESTAMP, false, wireName, setter, doc, measure);
    }

    /** A day or a point in time. */
    public S dateOrTime(String wireName, BiConsumer<B, DateOrTime> setter, String doc, String... measure) {
        return add(ParameterType.DATE_OR_TIME, false, wireName, setter, doc, measure);
    }

    /** One of the known values. */
    public S choice(String wireName, BiConsumer<B, String> setter, String doc, List<Choice> choices) {
        add(ParameterType.CHOICE, false, wireName, setter, doc);
        parameters.last().choices = choices;
        return self();
    }

    /** Several ids. */
    public S ids(String wireName, BiConsumer<B, List<String>> setter, String doc, String... measure) {
        return add(ParameterType.ID, true, wireName, setter, doc, measure);
    }

    /** Several texts. */
    public S texts(String wireName, BiConsumer<B, List<String>> setter, String doc, String... measure) {
        return add(ParameterType.TEXT, true, wireName, setter, doc, measure);
    }

    /** Several of a type that has no word of its own here. */
    public <V> S many(
            ParameterType type, String wireName, BiConsumer<B, List<V>> setter, String doc, String... measure) {
        return add(type, true, wireName, setter, doc, measure);
    }

    /** Several of the known values, which the request has as a type of their own. */
    public <E> S choices(
            String wireName, Function<String, E> of, BiConsumer<B, List<E>> setter, String doc, List<Choice> choices) {
        BiConsumer<B, List<String>> texts = (target, values) ->
                setter.accept(target, values.stream().map(of).toList());
        add(ParameterType.CHOICE, true, wireName, texts, doc);
        parameters.last().choices = choices;
        return self();
    }

    /** The last parameter is required. */
    public S required() {
        parameters.last().required = true;
        return self();
    }

    /** What the vendor assumes without the last parameter. */
    public S byDefault(String text) {
        parameters.last().defaultText = text;
        return self();
    }

    /** What the number of the last parameter may be. */
    public S bounds(@Nullable Long min, @Nullable Long max) {
        parameters.last().min = min;
        parameters.last().max = max;
        return self();
    }

    /** The request's own name for the last parameter, where it is not that of the wire in camel case. */
    public S named(String javaName) {
        parameters.last().javaName = javaName;
        return self();
    }

    /** The parameter for the size of a page, and the one for its place, if there is one. */
    public S paged(String size, @Nullable String position) {
        parameters.of(size).role = Parameter.Role.PAGE_SIZE;
        if (position != null) {
            parameters.of(position).role = Parameter.Role.POSITION;
        }
        return self();
    }

    /** The parameters for the ends of the time window. */
    public S window(@Nullable String from, @Nullable String to) {
        if (from != null) {
            parameters.of(from).role = Parameter.Role.WINDOW_START;
        }
        if (to != null) {
            parameters.of(to).role = Parameter.Role.WINDOW_END;
        }
        return self();
    }
}
