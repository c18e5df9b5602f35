package io.github.analytics4j.testkit.server;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The range of time that a sandbox's clock keeps to: all that the vendors' formats can write, and room to move. */
public final class Clocks {
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant END = Instant.parse("9000-01-01T00:00:00Z");
    private static final String RULE = ": must be in the years 1970 to 8999, was ";
    private static final String CLOCK = "the clock";
    /** The length that stands for ever where a client or a test waits; longer ones are cut to it. */
    public static final Duration CENTURY = Duration.ofDays(36_525);

    private Clocks() {}

    /** Whether a clock may show this. */
    public static boolean canShow(Instant instant) {
        return !instant.isBefore(FIRST) && instant.isBefore(END);
    }

    /** The time itself; refused outside the range. */
    public static Instant checked(Instant instant) {
        return checked(CLOCK, instant);
    }

    /** As the other, for the time that a test gives something else than the clock. */
    public static Instant checked(String name, Instant instant) {
        if (!canShow(instant)) {
            throw new IllegalArgumentException(name + RULE + instant);
        }
        return instant;
    }

    /** The duration, or a century where it is longer: nobody waits that long, and no time is out of range after it. */
    public static Duration capped(Duration duration) {
        return duration.compareTo(CENTURY) > 0 ? CENTURY : duration;
    }

    /** A time moved by so much; refused outside the range. */
    public static Instant moved(Instant from, Duration by) {
        try {
            return checked(from.plus(by));
        } catch (DateTimeException | ArithmeticException beyondAllTime) {
            throw new IllegalArgumentException(CLOCK + RULE + from + " moved by " + by, beyondAllTime);
        }
    }
}
