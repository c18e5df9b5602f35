package io.github.analytics4j.retry;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.RequestChecks;
import java.time.Duration;
import java.util.Objects;

/**
 * Durations for people: {@code 250 ms}, {@code 2.5 s}, {@code 12 min}, {@code 1 h 5 min}.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class Durations {
    private static final int TEN = 10;
    private static final int HUNDRED = 100;
    private static final int A_SECOND = 1000;
    private static final int TWO_MINUTES = 120;

    private Durations() {}

    /** Refuses a time that is negative or longer than a hundred years, naming both: {@code RetryPolicy: maxDelay}. */
    static Duration checked(String owner, String name, Duration value) {
        if (Objects.requireNonNull(value, name).isNegative()) {
            throw new IllegalArgumentException(owner + ": " + name + " must not be negative, was " + value);
        }
        if (value.compareTo(RequestChecks.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    owner + ": " + name + " must be at most " + RequestChecks.LONGEST.toDays() + " days, was " + value);
        }
        return value;
    }

    /** The same to two digits, for people: a time that was measured and not set. */
    public static Duration about(Duration duration) {
        long millis = duration.toMillis();
        long unit = 1;
        while (millis / unit >= HUNDRED) {
            unit *= TEN;
        }
        return Duration.ofMillis((millis + unit / 2) / unit * unit);
    }

    /** The text, with no more precision than a person needs. */
    public static String text(Duration duration) {
        long seconds = duration.toSeconds(); // milliseconds of the longest duration overflow
        if (seconds < 1 && seconds > -A_SECOND) {
            return duration.toMillis() + " ms";
        }
        if (seconds < TWO_MINUTES) {
            long tenths = duration.toMillisPart() / 100;
            return tenths == 0 ? seconds + " s" : seconds + "." + tenths + " s";
        }
        long hours = duration.toHours();
        String minutes = duration.toMinutesPart() == 0 && hours > 0 ? "" : duration.toMinutesPart() + " min";
        return hours == 0 ? minutes : (hours + " h " + minutes).strip();
    }
}
