package io.github.analytics4j.retry;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * When a server wants to be asked again: {@code Retry-After}, else {@code X-RateLimit-RetryAfter}, else
 * {@code X-RateLimit-Reset}. What cannot be read is no hint.
 */
public final class RetryHints {
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
        Duration standard = standard(header.apply("Retry-After"), there);
        if (standard != null) {
            return standard;
        }
        Long seconds = number(header.apply("X-RateLimit-RetryAfter"));
        if (seconds != null) {
            return Duration.ofSeconds(seconds);
        }
        if (status != 429) {
            return null; // every answer tells when the window ends; only a 429 is about it
        }
        Instant reset = reset(header.apply("X-RateLimit-Reset"), there);
        return reset == null ? null : notNegative(Duration.between(there, reset));
    }

    /** The server's clock as its {@code Date} says, else ours: waits are counted on the clock that set them. */
    static Instant serverTime(UnaryOperator<@Nullable String> header, Instant now) {
        Instant date = httpDate(header.apply("Date"));
        return date == null ? now : date;
    }

    /** The end of a window: epoch seconds, as documented; milliseconds or a number of seconds if it must be. */
    static @Nullable Instant reset(@Nullable String text, Instant there) {
        Long value = number(text);
        if (value == null) {
            return null;
        }
        if (value >= MILLIS_FROM) {
            return Instant.ofEpochMilli(value);
        }
        return value >= EPOCH_FROM ? Instant.ofEpochSecond(value) : there.plusSeconds(value);
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

    private static @Nullable Duration standard(@Nullable String value, Instant there) {
        Long seconds = number(value);
        if (seconds != null) {
            return Duration.ofSeconds(seconds);
        }
        Instant date = httpDate(value);
        return date == null ? null : notNegative(Duration.between(there, date));
    }

    private static @Nullable Instant httpDate(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration notNegative(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
