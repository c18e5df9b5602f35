package io.github.analytics4j.testkit.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** The forms of time that requests come in: epoch milliseconds, a date, a date-time with or without a zone. */
public final class Times {
    private static final Pattern DIGITS = Pattern.compile("-?\\d{5,19}|0");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    // What the vendors' frameworks know of time ends there.
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private Times() {}

    static Instant instant(String text) {
        Instant instant = read(text);
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new DateTimeException("outside the years 0 to 9999: " + text);
        }
        return instant;
    }

    private static Instant read(String text) {
        if (DIGITS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        if (DATE.matcher(text).matches()) {
            return start(LocalDate.parse(text));
        }
        if (text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** Returns the first instant after a period that ends with this date or instant. */
    static Instant endOf(String text) {
        return DATE.matcher(text).matches()
                ? start(LocalDate.parse(text).plusDays(1))
                : instant(text).plusMillis(1);
    }

    public static LocalDate date(String text) {
        return date(instant(text));
    }

    public static LocalDate date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    public static Instant start(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    public static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
