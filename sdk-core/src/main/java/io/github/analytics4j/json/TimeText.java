package io.github.analytics4j.json;

import io.github.analytics4j.json.JsonCodecs.TimeForm;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The time parsed last, from its bytes: {@code 2026-04-22}, {@code 2026-04-22T16:49}, with seconds, a fraction of up to
 * nine digits, a space for the T, and a zone as Z, {@code +02}, {@code +0200} or {@code +02:00}. Without a zone it is UTC.
 */
final class TimeText {
    private static final int[] NANOS = {
        1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1
    };

    /** No time is written longer: {@code 2026-04-22T16:49:29.123456789+02:00} and its quote. */
    static final int LONGEST = 36;

    /** The days of the months, of which none is the first. */
    private static final byte[] LENGTHS = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private static final int LEAP_DAY = 229;

    private byte[] buf = new byte[0];
    private int pos;
    private int to;

    private int year;
    private int month;
    private int day;
    private int secondOfDay;
    private int nano;
    private int offset;

    private boolean clock;
    private boolean seconds;
    private int fraction;
    private boolean letterT;
    private boolean zoned;
    private boolean letterZ;

    /**
     * Parses the time at {@code bytes[from]}, up to {@code end} at most, which a quote or {@code end} ends; the index
     * behind it, or -1 if there is none.
     */
    int parse(byte[] bytes, int from, int end) {
        buf = bytes;
        pos = from;
        to = end;
        secondOfDay = 0;
        nano = 0;
        offset = 0;
        fraction = 0;
        seconds = false;
        zoned = false;
        letterZ = false;
        letterT = false;
        clock = false;
        if (end - from < 10 || !day()) {
            return -1;
        }
        clock = !isOver();
        return !clock || (clock() && zone()) ? pos : -1;
    }

    private boolean isOver() {
        return pos == to || buf[pos] == '"';
    }

    private boolean day() {
        if (buf[pos + 4] != '-' || buf[pos + 7] != '-') {
            return false;
        }
        int century = two(pos);
        int rest = two(pos + 2);
        year = century * 100 + rest;
        month = two(pos + 5);
        day = two(pos + 8);
        pos += 10;
        return (century | rest) >= 0 && isDay();
    }

    /** The number that two digits make, negative if they are none. */
    private int two(int at) {
        int tens = buf[at] - '0';
        int ones = buf[at + 1] - '0';
        return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? -1 : tens * 10 + ones;
    }

    /** True if there is such a day. Looked up and compared at once: a branch that hardly ever goes the other way costs a recompilation. */
    private boolean isDay() {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= LENGTHS[month]
                && (month * 100 + day != LEAP_DAY || isLeapYear());
    }

    private boolean isLeapYear() {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    private boolean clock() {
        letterT = buf[pos] == 'T';
        if (to - pos < 6 || !(letterT || buf[pos] == ' ' || buf[pos] == 't') || buf[pos + 3] != ':') {
            return false;
        }
        int hour = two(pos + 1);
        int minute = two(pos + 4);
        pos += 6;
        int second = 0;
        if (to - pos >= 3 && buf[pos] == ':') {
            seconds = true;
            second = two(pos + 1);
            pos += 3;
        }
        secondOfDay = (hour * 60 + minute) * 60 + second;
        boolean ok = (hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
        return ok && (!seconds || (!take('.') && !take(',')) || fraction());
    }

    private boolean fraction() {
        int value = 0;
        while (pos < to && buf[pos] >= '0' && buf[pos] <= '9' && fraction < 9) {
            value = value * 10 + buf[pos++] - '0';
            fraction++;
        }
        nano = value * NANOS[fraction];
        return fraction > 0;
    }

    private boolean zone() {
        if (isOver()) {
            return true;
        }
        zoned = true;
        letterZ = take('Z');
        if (letterZ || take('z')) {
            return true;
        }
        boolean east = take('+');
        if (!east && !take('-')) {
            return false;
        }
        int hours = twoMore();
        int minutes = take(':') || !isOver() ? twoMore() : 0;
        offset = (east ? 60 : -60) * (hours * 60 + minutes);
        return hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60;
    }

    private boolean take(char c) {
        if (pos < to && buf[pos] == c) {
            pos++;
            return true;
        }
        return false;
    }

    /** Takes two digits; negative if they are none. */
    private int twoMore() {
        if (to - pos < 2) {
            return -1;
        }
        int value = two(pos);
        pos += 2;
        return value;
    }

    Instant instant() {
        return Instant.ofEpochSecond(epochDay() * 86_400 + secondOfDay - offset, nano);
    }

    /** The day as it is written, whatever the zone. */
    LocalDate date() {
        return LocalDate.of(year, month, day);
    }

    /** Days since 1970 in the proleptic Gregorian calendar, counting years from March so that leap days come last. */
    private long epochDay() {
        int y = month > 2 ? year : year - 1;
        int monthFromMarch = (month + 9) % 12;
        int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
        return 365L * y + Math.floorDiv(y, 4) - Math.floorDiv(y, 100) + Math.floorDiv(y, 400) + dayOfYear - 719_468;
    }

    boolean isDate() {
        return !clock;
    }

    /** True if the text is exactly what writing it in this form gives. */
    boolean isIn(TimeForm form) {
        if (!letterT || !seconds) {
            return false;
        }
        return switch (form) {
            case ISO -> letterZ && fraction == shortestFraction();
            case ISO_MILLIS -> letterZ && fraction == 3;
            case ISO_LOCAL -> !zoned && fraction == shortestFraction();
            case EPOCH_MILLIS, EPOCH_MILLIS_TEXT -> false;
        };
    }

    /** Counts the digits that {@link Instant#toString} uses. */
    private int shortestFraction() {
        return nano == 0 ? 0 : nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : 9;
    }
}
