package io.github.analytics4j.cli.dashboard;

import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.cli.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The time that a page is about, one for all APIs: some take days, some points in time. A day counts in UTC, the last one to its
 * end.
 */
final class Window {
    private static final int USUAL_DAYS = 30;
    private static final int LAST_YEAR = 9999;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH);

    private final Instant start;
    private final Instant end;
    /** Whether both were given as days, or not at all. */
    private final boolean days;

    private Window(Instant start, Instant end, boolean days) {
        this.start = start;
        this.end = end;
        this.days = days;
    }

    /**
     * Reads the two ends.
     *
     * @param from a day or a time; null for the day 29 days before the last
     * @param to a day or a time; null for now
     * @throws IllegalArgumentException if one is neither, or the range ends before it starts
     */
    static Window of(@Nullable String from, @Nullable String to, Instant now) {
        Instant end = to == null ? now : isDay(to) ? lastSecond(day("--to", to)) : time("--to", to);
        Instant start = from == null
                ? end.minus(USUAL_DAYS - 1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS)
                : isDay(from) ? day("--from", from).atStartOfDay(ZoneOffset.UTC).toInstant() : time("--from", from);
        if (start.isAfter(end)) {
            throw new IllegalArgumentException("--from " + from + " lies after --to " + (to == null ? "now" : to));
        }
        return new Window(
                start.truncatedTo(ChronoUnit.SECONDS), end.truncatedTo(ChronoUnit.SECONDS), isDay(from) && isDay(to));
    }

    private static boolean isDay(@Nullable String text) {
        return text == null || text.indexOf('T') < 0;
    }

    private static LocalDate day(String option, String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            requireKnown(day.getYear());
            return day;
        } catch (DateTimeException e) {
            throw refused(option, text, e);
        }
    }

    private static Instant time(String option, String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            requireKnown(time.atOffset(ZoneOffset.UTC).getYear());
            return time;
        } catch (DateTimeException e) {
            throw refused(option, text, e);
        }
    }

    /** Refuses a year that no vendor knows; a window that is a month long cannot begin before the first one. */
    private static void requireKnown(int year) {
        if (year <= 1 || year > LAST_YEAR) {
            throw new DateTimeException("the year " + year);
        }
    }

    private static IllegalArgumentException refused(String option, String text, DateTimeException cause) {
        return new IllegalArgumentException(
                option + " must be a day or a time with its zone, such as 2026-02-01 or 2026-02-01T08:30:00Z; was "
                        + Words.shown(text),
                cause);
    }

    private static Instant lastSecond(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
    }

    /** The value of a parameter that begins or ends a time window; null of every other one. */
    @Nullable
    Object value(Parameter parameter) {
        Instant at = switch (parameter.role()) {
            case WINDOW_START -> start;
            case WINDOW_END -> end;
            default -> null;
        };
        boolean day =
                parameter.type() == Parameter.Type.DATE || (parameter.type() == Parameter.Type.DATE_OR_TIME && days);
        return at == null || !day ? at : LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** The window in words. */
    @Override
    public String toString() {
        if (!days) {
            return MINUTE.format(start.atOffset(ZoneOffset.UTC)) + " to " + MINUTE.format(end.atOffset(ZoneOffset.UTC))
                    + " UTC";
        }
        return DAY.format(start.atOffset(ZoneOffset.UTC)) + " to " + DAY.format(end.atOffset(ZoneOffset.UTC));
    }

    static String minute(Instant at) {
        return MINUTE.format(at.atOffset(ZoneOffset.UTC)) + " UTC";
    }
}
