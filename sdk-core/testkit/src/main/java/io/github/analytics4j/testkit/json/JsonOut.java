package io.github.analytics4j.testkit.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes JSON straight into a byte array that each thread uses again and again: a page of calls costs no garbage. */
public final class JsonOut {
    private static final ThreadLocal<JsonOut> LOCAL = ThreadLocal.withInitial(JsonOut::new);
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final double[] SCALES = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private byte[] bytes = new byte[1 << 14];
    private int length;
    private boolean comma;

    /** This thread's writer, emptied. What it held before is gone. */
    public static JsonOut local() {
        JsonOut out = LOCAL.get();
        out.length = 0;
        out.comma = false;
        return out;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    public JsonOut beginObject() {
        return open('{');
    }

    public JsonOut endObject() {
        return close('}');
    }

    public JsonOut beginArray() {
        return open('[');
    }

    public JsonOut endArray() {
        return close(']');
    }

    public JsonOut name(String name) {
        separate();
        quoted(name);
        put(':');
        comma = false;
        return this;
    }

    public JsonOut field(String name, @Nullable String value) {
        return name(name).value(value);
    }

    public JsonOut field(String name, long value) {
        return name(name).value(value);
    }

    public JsonOut field(String name, boolean value) {
        return name(name).value(value);
    }

    /** A decimal with up to so many digits behind the point, without needless zeros. */
    public JsonOut field(String name, double value, int scale) {
        return name(name).value(value, scale);
    }

    /** An exact amount: cents written with two digits. */
    public JsonOut cents(String name, long cents) {
        name(name);
        return fixed(cents, 2);
    }

    public JsonOut value(@Nullable String value) {
        separate();
        if (value == null) {
            raw("null");
        } else {
            quoted(value);
        }
        return done();
    }

    public JsonOut value(long value) {
        separate();
        digits(value);
        return done();
    }

    public JsonOut value(boolean value) {
        separate();
        raw(value ? "true" : "false");
        return done();
    }

    public JsonOut value(double value, int scale) {
        separate();
        raw(Double.toString(Math.rint(value * SCALES[scale]) / SCALES[scale]));
        return done();
    }

    JsonOut fixed(long unscaled, int scale) {
        separate();
        long power = (long) SCALES[scale];
        digits(unscaled / power);
        put('.');
        long rest = Math.abs(unscaled % power);
        for (long digit = power / 10; digit > 0; digit /= 10) {
            put((char) ('0' + rest / digit % 10));
        }
        return done();
    }

    /** Text that is JSON already, in one or several pieces; commas are the caller's. */
    @SuppressWarnings("deprecation") // the one way to copy ASCII into an array at a place without garbage
    public JsonOut raw(String ascii) {
        int end = room(ascii.length());
        ascii.getBytes(0, ascii.length(), bytes, length);
        length = end;
        return this;
    }

    public JsonOut raw(byte[] json) {
        int end = room(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length = end;
        return this;
    }

    /** Text as a JSON string, or null; commas are the caller's. */
    public JsonOut text(@Nullable String text) {
        if (text == null) {
            return raw("null");
        }
        quoted(text);
        return this;
    }

    /** Gives fields of the object that was written last, from this place on, other values, or adds them. */
    public void edit(int start, Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        Map<?, ?> written = (Map<?, ?>) JsonTree.read(new String(bytes, start, length - start, StandardCharsets.UTF_8));
        Objects.requireNonNull(written).forEach((name, value) -> object.put(String.valueOf(name), value));
        object.putAll(fields);
        length = start;
        raw(JsonTree.write(object).getBytes(StandardCharsets.UTF_8));
    }

    /** Says that {@link #raw} has written a whole value. */
    public JsonOut done() {
        comma = true;
        return this;
    }

    /** The comma before the next value, where one is needed. */
    public JsonOut separate() {
        if (comma) {
            put(',');
        }
        return this;
    }

    public JsonOut digits(long value) {
        if (value < 0) {
            put('-');
        }
        int digits = 1;
        for (long rest = value / 10; rest != 0; rest /= 10) {
            digits++;
        }
        int end = room(digits);
        long rest = Math.abs(value);
        for (int at = end - 1; at >= length; at--, rest /= 10) {
            bytes[at] = (byte) ('0' + rest % 10);
        }
        length = end;
        return this;
    }

    /** A number in so many digits, zeros in front. */
    public JsonOut padded(long value, int digits) {
        int end = room(digits);
        long rest = value;
        for (int at = end - 1; at >= length; at--, rest /= 10) {
            bytes[at] = (byte) ('0' + rest % 10);
        }
        length = end;
        return this;
    }

    /** The lowest digits of a number in hex. */
    public JsonOut hex(long value, int digits) {
        int end = room(digits);
        long rest = value;
        for (int at = end - 1; at >= length; at--, rest >>>= 4) {
            bytes[at] = HEX[(int) rest & 15];
        }
        length = end;
        return this;
    }

    private void quoted(String text) {
        put('"');
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '"' || b == '\\') {
                put('\\');
                put((char) b);
            } else if (b >= 0 && b < ' ') {
                raw("\\u").hex(b, 4);
            } else {
                put((char) b);
            }
        }
        put('"');
    }

    private JsonOut open(char bracket) {
        separate();
        put(bracket);
        comma = false;
        return this;
    }

    private JsonOut close(char bracket) {
        put(bracket);
        return done();
    }

    private void put(char ascii) {
        int end = room(1);
        bytes[length] = (byte) ascii;
        length = end;
    }

    /** Makes room for so many bytes and tells where they end. */
    private int room(int more) {
        int end = length + more;
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
        }
        return end;
    }
}
