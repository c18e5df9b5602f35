package io.github.analytics4j.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Codecs of what records are made of: for elements of lists and values of maps. */
public final class JsonCodecs {
    public static final JsonCodec<String> STRING = of(JsonReader::readString, JsonWriter::value);
    public static final JsonCodec<String> INTERNED = of(JsonReader::readInterned, JsonWriter::value);
    public static final JsonCodec<Long> LONG = of(JsonReader::readLongOrNull, JsonWriter::value);
    public static final JsonCodec<Integer> INT = of(JsonReader::readIntOrNull, JsonWriter::value);
    public static final JsonCodec<Double> DOUBLE = of(JsonReader::readDoubleOrNull, JsonWriter::value);
    public static final JsonCodec<BigDecimal> DECIMAL = of(JsonReader::readDecimal, JsonWriter::value);
    public static final JsonCodec<Boolean> BOOLEAN = of(JsonReader::readBooleanOrNull, JsonWriter::value);
    public static final JsonCodec<LocalDate> DATE = of(JsonReader::readDate, JsonWriter::date);
    public static final JsonCodec<JsonValue> VALUE = of(JsonReader::readValue, JsonWriter::value);

    private JsonCodecs() {}

    /** Points in time in the given form. */
    public static JsonCodec<Instant> instant(TimeForm form) {
        return of(in -> in.readInstant(form), (out, value) -> out.instant(form, value));
    }

    /** Open enums, buckets, periods. */
    public static <T extends TextValue> JsonCodec<T> text(TextType<T> type) {
        return of(in -> in.readText(type), (out, value) -> out.value(value));
    }

    /** Lists, also as the root of a document. */
    public static <T> JsonCodec<List<T>> list(JsonCodec<T> element) {
        return of(in -> in.readList(element), (out, value) -> out.list(element, value));
    }

    /** Maps from names to values. */
    public static <T> JsonCodec<Map<String, T>> map(JsonCodec<T> element) {
        return of(in -> in.readMap(element), (out, value) -> out.map(element, value));
    }

    private interface Read<T> {
        @Nullable
        T read(JsonReader in) throws IOException;
    }

    private interface Write<T> {
        void write(JsonWriter out, T value) throws IOException;
    }

    private static <T> JsonCodec<T> of(Read<T> read, Write<T> write) {
        return new JsonCodec<>() {
            @Override
            @SuppressWarnings("NullAway") // null only when the reader refused the value, and then nobody looks
            public T read(JsonReader in) throws IOException {
                return read.read(in);
            }

            @Override
            public void write(JsonWriter out, T value) throws IOException {
                write.write(out, value);
            }
        };
    }
}
