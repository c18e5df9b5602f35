package io.github.analytics4j.testkit.data;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The clock that data follow: the sandbox's own, or for data that stand still the moment it was started. */
public final class Timeline {
    private static final long DAY = 86_400_000;
    private static final long YEAR = 31_557_600_000L;

    private final Clock clock;
    private final long start;
    private final boolean growing;
    private final @Nullable Duration kept;
    private volatile long stillAt;

    /** As the other, for data of which all are kept. */
    public Timeline(Clock clock, boolean growing) {
        this(clock, growing, null);
    }

    /**
     * Data that grow with the clock, or hold what there was at the start, and more only when they {@link #catchUp}.
     *
     * @param kept the age beyond which rows are shown no longer, or null where all are kept
     */
    public Timeline(Clock clock, boolean growing, @Nullable Duration kept) {
        this.clock = clock;
        this.start = clock.millis();
        this.stillAt = start;
        this.growing = growing;
        this.kept = kept;
    }

    /** The age beyond which rows are shown no longer, unless a log has one of its own; null where all are kept. */
    @Nullable
    Duration kept() {
        return kept;
    }

    /** Data that stand still hold what there is by now. */
    public void catchUp() {
        stillAt = now();
    }

    public void reset() {
        stillAt = start;
    }

    /** The clock's time: nothing is dated after it. */
    public long now() {
        return clock.millis();
    }

    /** The time up to which things happen of their own accord. */
    public long dataNow() {
        return growing ? now() : Math.min(now(), stillAt);
    }

    /**
     * The time by which what has begun goes on and ends. Where data stand still, everything has ended: what is under way
     * would otherwise be so for ever.
     */
    public long lifeNow() {
        return growing ? now() : Long.MAX_VALUE;
    }

    /** Whether time that merely passes changes nothing. */
    public boolean still() {
        return !growing;
    }

    public long start() {
        return start;
    }

    /**
     * The end of what happens of its own accord, after twenty years: a request for all of it would go on for ever. The last
     * moment of a day, so that no day is planned to find it.
     */
    long end() {
        return (start + 20 * YEAR) / DAY * DAY - 1;
    }

    /** Before this nothing was recorded: a request for all of history stays cheap. */
    public long opened() {
        return (start - 10 * YEAR) / DAY * DAY;
    }
}
