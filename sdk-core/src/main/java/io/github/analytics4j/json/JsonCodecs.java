package io.github.analytics4j.json;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Codecs of what records are made of: for elements of lists and values of maps.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class JsonCodecs {
    /** Text. */
    public static final JsonCodec<String> STRING = new Scalar<>(ScalarReader.Kind.STRING);
    /** Text of a small set. */
    public static final JsonCodec<String> INTERNED = new Scalar<>(ScalarReader.Kind.INTERNED);
    /** Whole numbers. */
    public static final JsonCodec<Long> LONG = new Scalar<>(ScalarReader.Kind.LONG);
    /** Whole numbers of 32 bits. */
    public static final JsonCodec<Integer> INT = new Scalar<>(ScalarReader.Kind.INT);
    /** Numbers. */
    public static final JsonCodec<Double> DOUBLE = new Scalar<>(ScalarReader.Kind.DOUBLE);
    /** Exact numbers. */
    public static final JsonCodec<BigDecimal> DECIMAL = new Scalar<>(ScalarReader.Kind.DECIMAL);
    /** True and false. */
    public static final JsonCodec<Boolean> BOOLEAN = new Scalar<>(ScalarReader.Kind.BOOLEAN);
    /** Days. */
    public static final JsonCodec<LocalDate> DATE = new Scalar<>(ScalarReader.Kind.DATE);
    /** Weekday numbers, 0 for Monday. */
    public static final JsonCodec<DayOfWeek> WEEKDAY = new Scalar<>(ScalarReader.Kind.WEEKDAY);
    /** Anything. */
    public static final JsonCodec<JsonValue> VALUE = new Scalar<>(ScalarReader.Kind.VALUE);

    private JsonCodecs() {}

    /** Columns of a histogram. */
    public static JsonCodec<HistogramBucket> bucket() {
        return new TextCodec<>(HistogramBucket.TYPE);
    }

    /** Periods of days. */
    public static JsonCodec<DatePeriod> period() {
        return new TextCodec<>(DatePeriod.TYPE);
    }

    /** Points in time in the given form. */
    public static JsonCodec<Instant> instant(TimeForm form) {
        return new InstantCodec(form);
    }

    /** Open enums. */
    public static <T extends TextValue> JsonCodec<T> text(TextValue.Type<T> type) {
        return new TextCodec<>(type);
    }

    /** Lists, also as the root of a document. */
    public static <T> JsonCodec<List<T>> list(JsonCodec<T> element) {
        return new ListCodec<>(element);
    }

    /** Maps from names to values. */
    public static <T> JsonCodec<Map<String, T>> map(JsonCodec<T> element) {
        return new MapCodec<>(element);
    }

    /** Tells how a codec's values are read in place; {@code OTHER} if they are not. */
    static ScalarReader.Kind kind(JsonCodec<?> codec) {
        return codec instanceof Scalar<?> scalar ? scalar.kind : ScalarReader.Kind.OTHER;
    }

    /** One class and a switch rather than a lambda each: linking lambdas is what a cold start would wait for. */
    private record Scalar<T>(ScalarReader.Kind kind) implements JsonCodec<T> {
        @Override
        @SuppressWarnings({"unchecked", "NullAway"}) // null only when the reader refused the value: nobody looks then
        public T read(JsonReader in) throws IOException {
            return (T) in.readScalar(kind);
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            switch (kind) {
                case STRING, INTERNED -> out.value((String) value);
                case LONG -> out.value((Long) value);
                case INT -> out.value((Integer) value);
                case DOUBLE -> out.value((Double) value);
                case DECIMAL -> out.value((BigDecimal) value);
                case BOOLEAN -> out.value((Boolean) value);
                case DATE -> out.value(value.toString());
                case WEEKDAY -> out.value(((DayOfWeek) value).getValue() - 1L);
                case VALUE -> out.value((JsonValue) value);
                case OTHER -> throw new AssertionError(value);
            }
        }
    }

    private record InstantCodec(TimeForm form) implements JsonCodec<Instant> {
        @Override
        @SuppressWarnings("NullAway")
        public Instant read(JsonReader in) throws IOException {
            return in.readInstant(form);
        }

        @Override
        public void write(JsonWriter out, Instant value) throws IOException {
            if (form == TimeForm.EPOCH_MILLIS) {
                out.value(value.toEpochMilli());
            } else {
                out.value(form.text(value));
            }
        }
    }

    private record TextCodec<T extends TextValue>(TextValue.Type<T> type) implements JsonCodec<T> {
        @Override
        @SuppressWarnings("NullAway")
        public T read(JsonReader in) throws IOException {
            String text = in.readInterned();
            return text == null ? null : type.parse(text);
        }

        @Override
        public void write(JsonWriter out, T value) throws IOException {
            out.value(value.text());
        }
    }

    private record ListCodec<T>(JsonCodec<T> element) implements JsonCodec<List<T>> {
        @Override
        public List<T> read(JsonReader in) throws IOException {
            return in.readList(element);
        }

        @Override
        public void write(JsonWriter out, List<T> value) throws IOException {
            out.list(element, value);
        }
    }

    private record MapCodec<T>(JsonCodec<T> element) implements JsonCodec<Map<String, T>> {
        @Override
        public Map<String, T> read(JsonReader in) throws IOException {
            return in.readMap(element);
        }

        @Override
        public void write(JsonWriter out, Map<String, T> value) throws IOException {
            out.map(element, value);
        }
    }

    /**
     * The form in which an API writes a point in time. Other texts that are times are accepted when reading; numbers only
     * where the form is one, and only from 2000 to 2099: others are seconds, days or no time at all.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public enum TimeForm {
        /** {@code 2026-04-22T16:49:29Z}, with as many fraction digits (0, 3, 6, 9) as needed. */
        ISO,
        /** {@code 2026-04-22T16:49:29.000Z}, always with milliseconds. */
        ISO_MILLIS,
        /** {@code 2026-04-22T16:49:29}, without a zone and meant as UTC. */
        ISO_LOCAL,
        /** {@code 1776876569000}, a number. */
        EPOCH_MILLIS,
        /** {@code "1776876569000"}, the number as text. */
        EPOCH_MILLIS_TEXT;

        /** The text of a time in this form; a finer fraction than the form asks for is not cut off. */
        String text(Instant time) {
            String iso = time.toString();
            return switch (this) {
                case ISO -> iso;
                case ISO_MILLIS ->
                    time.equals(time.truncatedTo(ChronoUnit.SECONDS))
                            ? iso.substring(0, iso.length() - 1) + ".000Z"
                            : iso;
                case ISO_LOCAL -> iso.substring(0, iso.length() - 1);
                case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> Long.toString(time.toEpochMilli());
            };
        }
    }
}
