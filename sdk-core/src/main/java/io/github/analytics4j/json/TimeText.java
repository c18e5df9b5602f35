package io.github.analytics4j.json;

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

    /** Parses {@code bytes[from..end)}; false if that is no time. */
    boolean parse(byte[] bytes, int from, int end) {
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
        clock = end - from > 10;
        return day() && (!clock || (clock() && zone())) && pos == to;
    }

    private boolean day() {
        year = number(4);
        boolean ok = year >= 0 && take('-');
        month = ok ? number(2) : -1;
        ok = month >= 1 && month <= 12 && take('-');
        day = ok ? number(2) : -1;
        return day >= 1 && day <= daysInMonth();
    }

    private int daysInMonth() {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    private boolean clock() {
        letterT = buf[pos] == 'T';
        if (!take('T') && !take(' ') && !take('t')) {
            return false;
        }
        int hour = number(2);
        int minute = take(':') ? number(2) : -1;
        seconds = take(':');
        int second = seconds ? number(2) : 0;
        secondOfDay = (hour * 60 + minute) * 60 + second;
        boolean ok = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
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
        if (pos == to) {
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
        int hours = number(2);
        int minutes = take(':') || pos < to ? number(2) : 0;
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

    /** A number of exactly so many digits, or -1. */
    private int number(int length) {
        if (to - pos < length) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < length; i++) {
            int digit = buf[pos++] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
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

    /** How many digits {@link Instant#toString} uses. */
    private int shortestFraction() {
        return nano == 0 ? 0 : nano % 1_000_000 == 0 ? 3 : nano % 1_000 == 0 ? 6 : 9;
    }
}
