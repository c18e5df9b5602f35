package io.github.analytics4j.retry;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * When a server wants to be asked again: {@code Retry-After}, else {@code X-RateLimit-RetryAfter}, else
 * {@code X-RateLimit-Reset}. A text that cannot be read, or asks for more than {@link #MOST}, is no hint;
 * {@link #ignored} names those headers.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class RetryHints {
    /** The longest wait that can be meant, a month of quota; a server that says more is not believed. */
    public static final Duration MOST = Duration.ofDays(31);

    private static final String RETRY_AFTER = "Retry-After";
    private static final String VENDORS_RETRY_AFTER = "X-RateLimit-RetryAfter";
    private static final String RESET = "X-RateLimit-Reset";

    /** Epoch seconds have ten digits until 2286; above this it is milliseconds, below the next a number of seconds. */
    private static final long MILLIS_FROM = 100_000_000_000L;

    private static final long EPOCH_FROM = 1_000_000_000L;
    private static final int MOST_DIGITS = 15;

    private RetryHints() {}

    /**
     * The wait a refusal asks for, never negative.
     *
     * @param header the value of a header by its name, or null
     */
    public static @Nullable Duration of(int status, UnaryOperator<@Nullable String> header, Instant now) {
        Instant there = serverTime(header, now);
        Duration standard = standard(header.apply(RETRY_AFTER), there);
        if (standard != null) {
            return standard;
        }
        Duration vendors = seconds(header.apply(VENDORS_RETRY_AFTER));
        if (vendors != null) {
            return vendors;
        }
        // every response tells when the window ends; only a 429 is about it
        return status == 429 ? reset(header.apply(RESET), there) : null;
    }

    /**
     * The wait that a host other than the API asks for, by {@code Retry-After} alone: a date counts only where the host tells
     * its own time too.
     *
     * @param header the value of a header by its name, or null
     */
    public static @Nullable Duration ofHost(UnaryOperator<@Nullable String> header) {
        String value = header.apply(RETRY_AFTER);
        if (number(value) != null) {
            return seconds(value);
        }
        Instant there = HttpDate.parse(header.apply("Date"), Instant.now()); // for the century of a short year
        return there == null ? null : standard(value, there);
    }

    /** The names of the headers above that are there and say no time that can be meant. */
    public static List<String> ignored(UnaryOperator<@Nullable String> header, Instant now) {
        String standard = header.apply(RETRY_AFTER);
        String vendors = header.apply(VENDORS_RETRY_AFTER);
        String reset = header.apply(RESET);
        if (standard == null && vendors == null && reset == null) {
            return List.of();
        }
        Instant there = serverTime(header, now);
        List<String> ignored = new ArrayList<>(0);
        if (standard != null && standard(standard, there) == null) {
            ignored.add(RETRY_AFTER);
        }
        if (vendors != null && seconds(vendors) == null) {
            ignored.add(VENDORS_RETRY_AFTER);
        }
        if (reset != null && reset(reset, there) == null) {
            ignored.add(RESET);
        }
        return ignored;
    }

    /** The server's clock as its {@code Date} says, else ours: waits are counted on the clock that set them. */
    static Instant serverTime(UnaryOperator<@Nullable String> header, Instant now) {
        Instant date = HttpDate.parse(header.apply("Date"), now);
        return date == null ? now : date;
    }

    /** How long until a window ends: epoch seconds, as documented; milliseconds or a number of seconds if it must be. */
    static @Nullable Duration reset(@Nullable String text, Instant there) {
        Long value = number(text);
        if (value == null) {
            return null;
        }
        if (value < EPOCH_FROM) {
            return believable(Duration.ofSeconds(value));
        }
        Instant end = value >= MILLIS_FROM ? Instant.ofEpochMilli(value) : Instant.ofEpochSecond(value);
        return believable(Duration.between(there, end));
    }

    /** A number of at least 0, cut to whole ones upwards. */
    static @Nullable Long number(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String digits = text.strip();
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        if (whole.isEmpty() || whole.length() > MOST_DIGITS || !whole.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Long.parseLong(whole) + (dot < 0 ? 0 : 1);
    }

    private static @Nullable Duration seconds(@Nullable String text) {
        Long seconds = number(text);
        return seconds == null ? null : believable(Duration.ofSeconds(seconds));
    }

    private static @Nullable Duration standard(@Nullable String value, Instant there) {
        if (number(value) != null) {
            return seconds(value);
        }
        Instant date = HttpDate.parse(value, there);
        return date == null ? null : believable(Duration.between(there, date));
    }

    private static @Nullable Duration believable(Duration wait) {
        if (wait.compareTo(MOST) > 0) {
            return null;
        }
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /**
     * Reads the dates of HTTP headers, in the three forms that HTTP knows.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class HttpDate {

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
}
