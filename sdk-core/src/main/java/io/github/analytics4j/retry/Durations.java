package io.github.analytics4j.retry;

import java.time.Duration;

/** Durations for people: {@code 250 ms}, {@code 2.5 s}, {@code 12 min}, {@code 1 h 5 min}. */
public final class Durations {
    private static final int A_SECOND = 1000;
    private static final int TWO_MINUTES = 120;

    private Durations() {}

    /** The text, with no more precision than a person needs. */
    public static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < A_SECOND) {
            return millis + " ms";
        }
        long seconds = duration.toSeconds();
        if (seconds < TWO_MINUTES) {
            long tenths = duration.toMillisPart() / 100;
            return tenths == 0 ? seconds + " s" : seconds + "." + tenths + " s";
        }
        long hours = duration.toHours();
        String minutes = duration.toMinutesPart() == 0 && hours > 0 ? "" : duration.toMinutesPart() + " min";
        return hours == 0 ? minutes : (hours + " h " + minutes).strip();
    }
}
