package io.github.analytics4j.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads numbers and times, in all the forms in which they come. */
final class Scalars {
    /**
     * What a number of milliseconds must lie between to be a time of these APIs: the years 2000 to 2099. Seconds,
     * microseconds, {@code 20260201} and a 0 for no time lie outside.
     */
    private static final long EARLIEST_MILLIS = 946_684_800_000L;

    private static final long LATEST_MILLIS = 4_102_444_799_999L;

    private static final String WHOLE = "a whole number";

    private final Tokens in;
    private final Frames frames;
    private final Keeper keeper;
    private final Numbers numbers = new Numbers();
    private final TimeText time = new TimeText();
    /** True if the number read last was in quotes. */
    private boolean inQuotes;

    private double nearest;

    Scalars(Tokens in, Frames frames, Keeper keeper) {
        this.in = in;
        this.frames = frames;
        this.keeper = keeper;
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
        if (inQuotes) {
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
            keeper.refuseToken(expected);
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
            keeper.refuseToken("a number");
            return false;
        }
        if (inQuotes) {
            quoted(Doubles.text(nearest).equals(in.text()));
        } else if (!numbers.survives(nearest)) {
            keeper.keepSpelling();
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
            keeper.refuseToken("a number");
        } else if (inQuotes) {
            quoted(value.toString().equals(in.text()));
        }
        return value;
    }

    /** Takes a number, also one in quotes; false if the value is none, which is then dealt with. */
    private boolean readNumber(String expected) throws IOException {
        int c = in.peek();
        inQuotes = c == '"';
        int start = inQuotes ? in.pos + 1 : in.pos;
        int end = numbers.parse(in.buf, start, in.limit);
        if (end >= 0 && end < in.limit && (inQuotes ? in.buf[end] == '"' : !Numbers.isPart(in.buf[end]))) {
            in.took(start, end, inQuotes);
            return true;
        }
        return inQuotes ? readQuoted(expected) : readOther(c, expected);
    }

    /** A string that is no number, or one that the window cuts off. */
    private boolean readQuoted(String expected) throws IOException {
        in.string();
        if (in.plain() && numbers.parse(in.buf, in.from, in.to) == in.to) {
            return true;
        }
        keeper.refuseToken(expected);
        return false;
    }

    /** A number that the window cuts off, or that is malformed; or something else. */
    private boolean readOther(int c, String expected) throws IOException {
        if (c == '-' || (c >= '0' && c <= '9')) {
            in.number();
            if (numbers.parse(in.buf, in.from, in.to) != in.to) {
                throw in.badNumber();
            }
            return true;
        }
        keeper.nullOrRefuse(expected);
        return false;
    }

    /** Remembers that a number was in quotes, so that it is written so again. */
    private void quoted(boolean canonical) throws IOException {
        if (canonical && frames.inField()) {
            frames.top().quoted |= 1L << frames.top().index;
        } else {
            keeper.keepSpelling();
        }
    }

    /**
     * Reads a point in time in any readable form; the text is kept if it is not written in the given one. A number is a
     * time only where the form is one, and only in its unit.
     */
    @Nullable
    Instant readInstant(TimeForm form) throws IOException {
        String expected = "a point in time";
        if (isTimeText()) {
            if (!time.isIn(form)) {
                keeper.keepSpelling();
            }
            return time.instant();
        }
        if (form != TimeForm.EPOCH_MILLIS && form != TimeForm.EPOCH_MILLIS_TEXT) {
            keeper.nullOrRefuse(expected);
            return null;
        }
        if (!readWhole(EARLIEST_MILLIS, LATEST_MILLIS, expected)) {
            return null;
        }
        boolean canonical = inQuotes ? form == TimeForm.EPOCH_MILLIS_TEXT : form == TimeForm.EPOCH_MILLIS;
        if (!canonical || (inQuotes && !numbers.isPlainWhole())) {
            keeper.keepSpelling();
        }
        return Instant.ofEpochMilli(numbers.whole());
    }

    @Nullable
    LocalDate readDate() throws IOException {
        if (isTimeText()) {
            if (!time.isDate()) {
                keeper.keepSpelling();
            }
            return time.date();
        }
        keeper.nullOrRefuse("a date");
        return null;
    }

    /** Takes a string that is a time; anything else is left where it is. */
    private boolean isTimeText() throws IOException {
        if (in.peek() != '"') {
            return false;
        }
        int start = in.pos + 1;
        int end = time.parse(in.buf, start, in.limit);
        if (end >= 0 && end < in.limit && in.buf[end] == '"') {
            in.took(start, end, true);
            return true;
        }
        return in.limit - start < TimeText.LONGEST && isCutTimeText();
    }

    /** A string so near to the window's end that it may not have been seen as a whole. */
    private boolean isCutTimeText() throws IOException {
        in.string();
        if (in.plain() && time.parse(in.buf, in.from, in.to) == in.to) {
            return true;
        }
        in.pos = in.from - 1;
        return false;
    }

    /** Reads a weekday number, 0 for Monday. */
    @Nullable
    DayOfWeek readWeekday() throws IOException {
        return readCount(0, 6, "a weekday from 0 for Monday to 6") ? DayOfWeek.of((int) numbers.whole() + 1) : null;
    }
}
