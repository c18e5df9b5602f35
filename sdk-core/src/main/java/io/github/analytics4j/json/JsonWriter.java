package io.github.analytics4j.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes records as JSON, putting what was unexpected back in its place. A null value leaves its field out. */
public final class JsonWriter {
    JsonWriter() {}

    /** Opens an object. */
    public void begin(JsonFields fields, Unexpected unexpected) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Names the next field. False if nothing is to be written: it was absent or null, or its raw text was put back. */
    public boolean field(int index) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Writes the unknown fields and closes the object. */
    public void end() throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(@Nullable String value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(long value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(@Nullable Long value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(@Nullable Integer value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(double value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(@Nullable Double value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(@Nullable BigDecimal value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(boolean value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(@Nullable Boolean value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(@Nullable JsonValue value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void value(@Nullable TextValue value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void instant(TimeForm form, @Nullable Instant value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public void date(@Nullable LocalDate value) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Writes a weekday number, 0 for Monday. */
    public void weekday(@Nullable DayOfWeek value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public <T> void object(JsonCodec<T> codec, @Nullable T value) throws IOException {
        throw new UnsupportedOperationException();
    }

    public <T> void list(JsonCodec<T> element, List<T> values) throws IOException {
        throw new UnsupportedOperationException();
    }

    public <T> void map(JsonCodec<T> value, Map<String, T> values) throws IOException {
        throw new UnsupportedOperationException();
    }
}
