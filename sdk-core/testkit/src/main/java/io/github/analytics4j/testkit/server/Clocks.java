package io.github.analytics4j.testkit.server;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The range of time that a sandbox's clock keeps to: all that the vendors' formats can write, and room to move. */
public final class Clocks {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("9000-01-01T00:00:00Z");
    private static final String RULE = "the clock: must be in the years 1970 to 8999, was ";

    private Clocks() {}

    /** Whether a clock may show this. */
    public static boolean canShow(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
    }

    /** The time itself; refused outside the range. */
    public static Instant checked(Instant instant) {
        if (!canShow(instant)) {
            throw new IllegalArgumentException(RULE + instant);
        }
        return instant;
    }

    /** A time moved by so much; refused outside the range. */
    public static Instant moved(Instant from, Duration by) {
        try {
            return checked(from.plus(by));
        } catch (DateTimeException | ArithmeticException beyondAllTime) {
            throw new IllegalArgumentException(RULE + from + " moved by " + by, beyondAllTime);
        }
    }
}
