package io.github.analytics4j.json;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pulls values out of JSON bytes, in one pass. A value of the wrong kind never fails: it is kept as unexpected, and null
 * (or 0, or an empty list) is returned. For one thread; {@link #close} hands its buffers to the next reader.
 */
public final class JsonReader implements Closeable {
    private JsonReader(InputStream in, JsonLimits limits) {}

    /** Reads from a stream, which is not closed here. */
    public static JsonReader of(InputStream in, JsonLimits limits) {
        return new JsonReader(in, limits);
    }

    /** Reads from a stream with the {@linkplain JsonLimits#DEFAULT default limits}. */
    public static JsonReader of(InputStream in) {
        return of(in, JsonLimits.DEFAULT);
    }

    /** Reads from UTF-8 bytes. */
    public static JsonReader of(byte[] json) {
        return of(new ByteArrayInputStream(json));
    }

    /** Reads from a text. */
    public static JsonReader of(String json) {
        return of(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the whole document: one value, and only whitespace after it. A root of the wrong kind is a syntax error. */
    public <T> T readDocument(JsonCodec<T> codec) throws IOException {
        return codec.read(this);
    }

    /** Everything unexpected in what was read so far. */
    public List<Deviation> deviations() {
        throw new UnsupportedOperationException();
    }

    /** Opens an object. False if the value is none: it was kept, and {@link #nextField} will say that there is no field. */
    public boolean beginObject(JsonFields fields) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The index of the next field, or -1 at the end. Fields not known never surface; they are kept. */
    public int nextField() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Closes the object; what was unexpected in it. */
    public Unexpected endObject() {
        throw new UnsupportedOperationException();
    }

    public @Nullable String readString() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** As {@link #readString}, for texts of a small set: equal ones are the same object as long as they recur. */
    public @Nullable String readInterned() throws IOException {
        throw new UnsupportedOperationException();
    }

    public int readInt() throws IOException {
        throw new UnsupportedOperationException();
    }

    public @Nullable Integer readIntOrNull() throws IOException {
        throw new UnsupportedOperationException();
    }

    public long readLong() throws IOException {
        throw new UnsupportedOperationException();
    }

    public @Nullable Long readLongOrNull() throws IOException {
        throw new UnsupportedOperationException();
    }

    public double readDouble() throws IOException {
        throw new UnsupportedOperationException();
    }

    public @Nullable Double readDoubleOrNull() throws IOException {
        throw new UnsupportedOperationException();
    }

    public @Nullable BigDecimal readDecimal() throws IOException {
        throw new UnsupportedOperationException();
    }

    public boolean readBoolean() throws IOException {
        throw new UnsupportedOperationException();
    }

    public @Nullable Boolean readBooleanOrNull() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads a point in time in any readable form; the text is kept if it is not written in the given one. */
    public @Nullable Instant readInstant(TimeForm form) throws IOException {
        throw new UnsupportedOperationException();
    }

    public @Nullable LocalDate readDate() throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads a weekday number, 0 for Monday. */
    public @Nullable DayOfWeek readWeekday() throws IOException {
        throw new UnsupportedOperationException();
    }

    public <T extends TextValue> @Nullable T readText(TextType<T> type) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads any value. A null field is null; a null in a list or map is {@link JsonValue#NULL}. */
    public @Nullable JsonValue readValue() throws IOException {
        throw new UnsupportedOperationException();
    }

    public <T> @Nullable T readObject(JsonCodec<T> codec) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads a list; elements of the wrong kind are left out, and kept. Unmodifiable, never null. */
    public <T> List<T> readList(JsonCodec<T> element) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads an object as a map in the order of its members. Unmodifiable, never null. */
    public <T> Map<String, T> readMap(JsonCodec<T> value) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Hands the buffers on. The source is not closed. */
    @Override
    public void close() {}
}
