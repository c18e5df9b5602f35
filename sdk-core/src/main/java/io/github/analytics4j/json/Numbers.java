package io.github.analytics4j.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses numbers from their bytes, writes doubles, and holds the number parsed last. Up to 18 digits are kept as a long and a power of ten, from which whole numbers,
 * doubles and decimals are made exactly and without a text; longer ones go through {@link BigDecimal}.
 */
final class Numbers {
    /**
     * No API writes longer numbers, nor larger or smaller powers of ten, and what {@link BigDecimal} does with them grows
     * with the square of the length: to add 1 to {@code 1e99990000} takes 40 MB.
     */
    private static final int MAX_LENGTH = 1_000;

    private static final int MAX_DIGITS = 18;
    private static final int MAX_EXPONENT = 100_000_000;
    /** A double holds powers of ten exactly up to this one, and 15 digits. */
    private static final int EXACT_POWER = 22;

    private static final double[] POWERS = new double[EXACT_POWER + 1];

    static {
        for (int i = 0; i <= EXACT_POWER; i++) {
            POWERS[i] = Double.parseDouble("1e" + i);
        }
    }

    private static final double WHOLE_UP_TO = 1L << 53;
    private static final MathContext FIFTEEN = new MathContext(15);

    private static final byte[] NO_BYTES = {};

    private byte[] buf = NO_BYTES;
    private int from;
    private int to;
    private boolean negative;
    private long digits;
    private int count;
    private int power;
    private boolean plain;
    private long whole;

    /** Lets go of the bytes, which may be many. */
    void release() {
        buf = NO_BYTES;
    }

    /** True for the bytes that numbers are made of. */
    static boolean isPart(byte c) {
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }

    /**
     * Parses the JSON number at {@code bytes[start]}, up to {@code end} at most; the index behind its last character, or
     * -1 if there is none. The bytes must not change while it is used.
     */
    int parse(byte[] bytes, int start, int end) {
        buf = bytes;
        from = start;
        to = end;
        negative = start < end && bytes[start] == '-';
        digits = 0;
        count = 0;
        power = 0;
        int first = negative ? start + 1 : start;
        int p = takeDigits(first);
        if (p == first) {
            return -1;
        }
        int zero =
                (bytes[first] - '1') >>> 31; // no branch: a 0 that comes once in a thousand pages costs a recompilation
        if ((p - first - 1) * zero > 0) {
            return -1;
        }
        plain = p == end || !isPart(bytes[p]);
        if (!plain) {
            p = fraction(p);
        }
        to = p;
        return p;
    }

    private int fraction(int point) {
        int p = point;
        if (buf[p] == '.') {
            p = takeDigits(point + 1);
            power = point + 1 - p;
            if (power == 0) {
                return -1;
            }
        }
        return p < to && (buf[p] == 'e' || buf[p] == 'E') ? exponent(p) : p;
    }

    private int takeDigits(int p) {
        long value = digits;
        int first = p;
        while (p < to) {
            int digit = buf[p] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            p++;
        }
        digits = value;
        count += p - first;
        return p;
    }

    private int exponent(int at) {
        int p = at + 1;
        boolean minus = p < to && buf[p] == '-';
        if (p < to && (minus || buf[p] == '+')) {
            p++;
        }
        int value = 0;
        int first = p;
        for (; p < to && buf[p] >= '0' && buf[p] <= '9'; p++) {
            value = Math.min(value * 10 + buf[p] - '0', MAX_EXPONENT);
        }
        power += minus ? -value : value;
        return p > first ? p : -1;
    }

    /** True if the number is written as a whole number is: no point, no exponent, not minus zero. */
    boolean isPlainWhole() {
        return plain && !(negative && digits == 0);
    }

    /** True if this is a whole number that a long holds, which {@link #whole} then returns. */
    boolean isWhole() {
        if (count <= MAX_DIGITS && (plain || digits == 0)) {
            whole = negative ? -digits : digits;
            return true;
        }
        if (count > MAX_DIGITS || power > MAX_DIGITS || power < -MAX_DIGITS) {
            return isLongWhole();
        }
        long value = digits;
        for (int i = power; i < 0; i++) {
            if (value % 10 != 0) {
                return false;
            }
            value /= 10;
        }
        for (int i = power; i > 0; i--) {
            if (value > Long.MAX_VALUE / 10) {
                return false;
            }
            value *= 10;
        }
        whole = negative ? -value : value;
        return true;
    }

    private boolean isLongWhole() {
        BigDecimal decimal = decimal();
        if (decimal == null || decimal.precision() - (long) decimal.scale() > 19) {
            return false;
        }
        try {
            whole = decimal.longValueExact();
            return true;
        } catch (ArithmeticException notWhole) {
            return false;
        }
    }

    long whole() {
        return whole;
    }

    /** The nearest double; infinite where it is out of range, and not a number where the text is out of all measure. */
    double nearest() {
        if (count <= 15 && power >= -EXACT_POWER && power <= EXACT_POWER) {
            double value = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
            return negative ? -value : value;
        }
        return to - from > MAX_LENGTH ? Double.NaN : Double.parseDouble(text());
    }

    /** True if writing {@code value}, the nearest double, gives a number of the same value again. */
    boolean survives(double value) {
        if (count <= 15 && power >= -200 && power <= 200) {
            return true;
        }
        BigDecimal decimal = decimal();
        return decimal != null && decimal.compareTo(new BigDecimal(text(value))) == 0;
    }

    /** The exact number with the scale it is written in, or null if the text is out of all measure. */
    @Nullable
    BigDecimal decimal() {
        if (to - from > MAX_LENGTH || power > MAX_LENGTH || power < -MAX_LENGTH) {
            return null;
        }
        if (count <= MAX_DIGITS) {
            return BigDecimal.valueOf(negative ? -digits : digits, -power);
        }
        return new BigDecimal(text());
    }

    /** The number as it is written, without quotes. */
    String text() {
        return new String(buf, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /**
     * A short decimal that reads as the same double. Until JDK 19, {@link Double#toString} at times gives a digit too many;
     * a decimal of 15 digits that is the same double is preferred, so that what was read so is written so.
     */
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) <= WHOLE_UP_TO) {
            return Long.toString((long) value);
        }
        String text = Double.toString(value);
        if (text.length() > 16) {
            BigDecimal rounded = new BigDecimal(value).round(FIFTEEN);
            if (rounded.doubleValue() == value) {
                return rounded.stripTrailingZeros().toString();
            }
        }
        return text;
    }
}
