package io.github.analytics4j.retry;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of HTTP headers, in the three forms that HTTP knows.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class HttpDate {

    private static final int LENGTH = 29; // Sun, 06 Nov 1994 08:49:37 GMT
    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";

    /** RFC 850 writes two digits of the year; RFC 9110 takes a date more than fifty years ahead for one in the past. */
    private static final int YEARS_AHEAD = 50;

    private HttpDate() {}

    /**
     * The instant a header names, whatever day of the week it claims; null where there is no header or it is no date.
     *
     * @param around about now: it tells the century of a year with two digits
     */
    public static @Nullable Instant parse(@Nullable String text, Instant around) {
        if (text == null) {
            return null;
        }
        String date = text.strip();
        try {
            return date.length() == LENGTH && date.charAt(3) == ',' && date.endsWith(" GMT")
                    ? preferred(date)
                    : other(date, around);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** The form that servers send today, without a formatter: its classes would cost a cold start more than all the rest. */
    private static Instant preferred(String date) {
        int month = MONTHS.indexOf(date.substring(8, 11));
        if (month < 0 || month % 3 != 0) {
            throw new DateTimeException("no month");
        }
        return LocalDateTime.of(
                        number(date, 12, 16),
                        month / 3 + 1,
                        number(date, 5, 7),
                        number(date, 17, 19),
                        number(date, 20, 22),
                        number(date, 23, 25))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String date, int from, int to) {
        return Integer.parseUnsignedInt(date, from, to, 10);
    }

    private static Instant other(String date, Instant around) {
        String day = date.replaceAll("\\s+", " ").replaceFirst("^[A-Za-z]+,? ", "");
        if (day.matches("[A-Za-z].*")) {
            // Nov 6 08:49:37 1994, as C's asctime has it
            DateTimeFormatter asctime = DateTimeFormatter.ofPattern("MMM d HH:mm:ss uuuu", Locale.ENGLISH);
            return LocalDateTime.parse(day, asctime).toInstant(ZoneOffset.UTC);
        }
        return day.matches("\\d{1,2}-.*")
                ? LocalDateTime.parse(day, rfc850(around)).toInstant(ZoneOffset.UTC)
                : DateTimeFormatter.RFC_1123_DATE_TIME.parse(day, Instant::from);
    }

    private static DateTimeFormatter rfc850(Instant around) {
        LocalDate first = LocalDate.ofInstant(around, ZoneOffset.UTC).minusYears(YEARS_AHEAD - 1);
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern("d-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, first)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }
}
