package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonCodecs.TimeForm;
import io.github.analytics4j.json.JsonSyntaxException.Problem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads values that are no lists and no objects, in all the forms in which they come. What is of another kind, or would be
 * written back otherwise, is kept with the record it belongs to.
 */
final class ScalarReader {
    /** The kinds of value that are read in place; all others are read by a codec of their own. */
    enum Kind {
        STRING,
        INTERNED,
        LONG,
        INT,
        DOUBLE,
        DECIMAL,
        BOOLEAN,
        DATE,
        WEEKDAY,
        VALUE,
        /** A kind that has a codec of its own. */
        OTHER
    }

    /**
     * A number of milliseconds from here on is a time of these APIs: those of the years 2000 to 2099. Seconds,
     * microseconds, {@code 20260201} and a 0 for no time lie outside.
     */
    private static final long EARLIEST_MILLIS = 946_684_800_000L;

    private static final long LATEST_MILLIS = 4_102_444_799_999L;

    private static final String WHOLE = "a whole number";

    private final ByteReader in;
    private final OpenValues frames;
    private final Numbers numbers = new Numbers();
    private final TimeText time = new TimeText();
    private double nearest;

    private boolean refused;
    private @Nullable String root;

    ScalarReader(ByteReader in, OpenValues frames) {
        this.in = in;
        this.frames = frames;
    }

    /** Forgets that a value was refused. */
    void accept() {
        refused = false;
    }

    /** True if a value was kept as unexpected since {@link #accept}: the collector of values leaves it out. */
    boolean refused() {
        return refused;
    }

    /** The whole document, if it turned out to be of another kind than expected. */
    @Nullable
    String root() {
        return root;
    }

    /** Reads one value of a kind; null if it was refused. */
    @Nullable
    Object read(Kind kind) throws IOException {
        return switch (kind) {
            case STRING -> readString();
            case INTERNED -> readInterned();
            case LONG -> readLong() ? (Long) whole() : null;
            case INT -> readInt() ? (Integer) (int) whole() : null;
            case DOUBLE -> readDouble() ? (Double) nearest : null;
            case DECIMAL -> readDecimal();
            case BOOLEAN -> readBoolean();
            case DATE -> readDate();
            case WEEKDAY -> readWeekday();
            case VALUE -> readValue();
            case OTHER -> throw new AssertionError(kind);
        };
    }

    @Nullable
    String readString() throws IOException {
        if (in.peek() == '"') {
            return in.text();
        }
        nullOrRefuse("text");
        return null;
    }

    /** As {@link #readString}, for texts of a small set: equal ones are the same object as long as they recur. */
    @Nullable
    String readInterned() throws IOException {
        if (in.peek() == '"') {
            String text = in.recurring();
            in.tellBroken();
            return text;
        }
        nullOrRefuse("text");
        return null;
    }

    @Nullable
    Boolean readBoolean() throws IOException {
        int c = in.peek();
        if (c == 't' || c == 'f') {
            in.literal(c == 't' ? "true" : "false");
            return c == 't';
        }
        nullOrRefuse("true or false");
        return null;
    }

    /** Reads any value. A null field is null; a null in a list or map is {@link JsonValue#NULL}. */
    @Nullable
    JsonValue readValue() throws IOException {
        if (in.peek() == 'n') {
            if (frames.inField()) {
                nullOrRefuse("a value");
                return null;
            }
            in.literal("null");
            return JsonValue.NULL;
        }
        return new JsonValue(in.capture());
    }

    /** Takes a whole number, which {@link #whole} then returns; false if it is none. */
    boolean readLong() throws IOException {
        return readCount(Long.MIN_VALUE, Long.MAX_VALUE, WHOLE);
    }

    /** As {@link #readLong}, for 32 bits. */
    boolean readInt() throws IOException {
        return readCount(Integer.MIN_VALUE, Integer.MAX_VALUE, WHOLE);
    }

    private boolean readCount(long least, long most, String expected) throws IOException {
        if (!readWhole(least, most, expected)) {
            return false;
        }
        if (in.isQuoted()) {
            quoted(numbers.isPlainWhole());
        }
        return true;
    }

    /** Takes a whole number, also one in quotes, whose spelling is still to be dealt with. */
    private boolean readWhole(long least, long most, String expected) throws IOException {
        if (!readNumber(expected)) {
            return false;
        }
        if (!numbers.isWhole() || numbers.whole() < least || numbers.whole() > most) {
            refuseTaken(expected);
            return false;
        }
        return true;
    }

    long whole() {
        return numbers.whole();
    }

    /** Takes a number, which {@link #nearest} then returns; false if it is none. */
    boolean readDouble() throws IOException {
        if (!readNumber("a number")) {
            return false;
        }
        nearest = numbers.nearest();
        if (Double.isInfinite(nearest) || Double.isNaN(nearest)) {
            refuseTaken("a number");
            return false;
        }
        if (in.isQuoted()) {
            quoted(Numbers.text(nearest).equals(numbers.text()));
        } else if (!numbers.survives(nearest)) {
            keepSpelling();
        }
        return true;
    }

    double nearest() {
        return nearest;
    }

    @Nullable
    BigDecimal readDecimal() throws IOException {
        if (!readNumber("a number")) {
            return null;
        }
        BigDecimal value = numbers.decimal();
        if (value == null) {
            refuseTaken("a number");
        } else if (in.isQuoted()) {
            quoted(value.toString().equals(numbers.text()));
        }
        return value;
    }

    /** Takes a number, also one in quotes; false if the value is none, which is then dealt with. */
    private boolean readNumber(String expected) throws IOException {
        if (!in.number(numbers)) {
            nullOrRefuse(expected);
            return false;
        }
        return true;
    }

    /** Remembers that a number was in quotes, so that it is written so again. */
    private void quoted(boolean canonical) {
        if (!canonical || !frames.keepQuotes()) {
            keepSpelling();
        }
    }

    /**
     * Reads a point in time in any readable form; the text is kept if it is not written in the given one. A number is a
     * time only where the form is one, and only in its unit.
     */
    @Nullable
    Instant readInstant(TimeForm form) throws IOException {
        String expected = "a point in time";
        if (in.time(time)) {
            if (!time.isIn(form)) {
                keepSpelling();
            }
            return time.instant();
        }
        if (form != TimeForm.EPOCH_MILLIS && form != TimeForm.EPOCH_MILLIS_TEXT) {
            nullOrRefuse(expected);
            return null;
        }
        if (!readWhole(EARLIEST_MILLIS, LATEST_MILLIS, expected)) {
            return null;
        }
        boolean canonical = in.isQuoted() ? form == TimeForm.EPOCH_MILLIS_TEXT : form == TimeForm.EPOCH_MILLIS;
        if (!canonical || (in.isQuoted() && !numbers.isPlainWhole())) {
            keepSpelling();
        }
        return Instant.ofEpochMilli(numbers.whole());
    }

    @Nullable
    LocalDate readDate() throws IOException {
        if (in.time(time)) {
            if (!time.isDate()) {
                keepSpelling();
            }
            return time.date();
        }
        nullOrRefuse("a date");
        return null;
    }

    /** True if the value of a text is only the nearest one of its kind: a number has more digits, a day has a clock behind it. */
    static boolean isNearly(Kind kind, String raw) {
        byte[] text = raw.replace("\"", "").getBytes(StandardCharsets.UTF_8);
        if (kind == Kind.DOUBLE) {
            Numbers number = new Numbers();
            return number.parse(text, 0, text.length) < 0 || !number.survives(number.nearest());
        } else if (kind == Kind.DATE) {
            TimeText day = new TimeText();
            return day.parse(text, 0, text.length) < 0
                    || !day.instant()
                            .equals(day.date().atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return false;
    }

    /** Reads a weekday number, 0 for Monday. */
    @Nullable
    DayOfWeek readWeekday() throws IOException {
        return readCount(0, 6, "a weekday from 0 for Monday to 6") ? DayOfWeek.of((int) numbers.whole() + 1) : null;
    }

    /** Takes null, which is no news in a field that may be null; or keeps a value of another kind than expected. */
    void nullOrRefuse(String expected) throws IOException {
        int c = in.peek();
        if (c != 'n') {
            refuse(c, in.capture(), expected);
            return;
        }
        in.literal("null");
        if (frames.depth() == 0) {
            throw in.fail(Problem.MALFORMED, "expected " + expected + " but found null");
        }
        frames.keepNull(expected);
        refused = true;
    }

    /** Keeps the number or time taken last, which turned out to be of no use. */
    private void refuseTaken(String expected) {
        String raw = in.taken();
        refuse(raw.charAt(0), raw, expected);
    }

    private void refuse(int first, String raw, String expected) {
        if (frames.depth() == 0) {
            root = raw;
            throw in.fail(Problem.MALFORMED, "expected " + expected + " but found " + kindOf(first));
        }
        frames.keep(Deviation.Kind.WRONG_TYPE, raw, expected);
        refused = true;
    }

    private static String kindOf(int first) {
        return switch (first) {
            case '{' -> "an object";
            case '[' -> "a list";
            case '"' -> "text";
            case 't', 'f' -> "true or false";
            default -> "a number";
        };
    }

    /** Keeps the text of the number or time taken last, whose value was understood but would be written otherwise. */
    private void keepSpelling() {
        frames.keep(null, in.taken(), "");
    }
}
