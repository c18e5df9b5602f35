package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.Clocks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A clock that moves when it is told to, forward and back. In UTC; thread-safe. */
public final class ManualClock extends Clock {
    private final Instant start;
    private final @Nullable ManualClock followed;
    private Duration moved = Duration.ZERO;

    /**
     * Makes a clock that stands still until it is moved.
     *
     * @param start in the years 1970 to 8999
     */
    public ManualClock(Instant start) {
        this(Clocks.checked(start), null);
    }

    private ManualClock(Instant start, @Nullable ManualClock followed) {
        this.start = start;
        this.followed = followed;
    }

    /** A clock that begins where this one began, and takes part in what this one is moved from now on. */
    ManualClock another() {
        ManualClock other = new ManualClock(start, this);
        other.moved = Duration.between(instant(), start);
        return other;
    }

    /**
     * Moves the clock.
     *
     * @param duration by which it moves; back if it is negative
     * @throws IllegalArgumentException if that leads out of the years 1970 to 8999
     */
    public synchronized void advance(Duration duration) {
        Clocks.moved(instant(), duration);
        moved = moved.plus(duration);
    }

    /**
     * Sets the clock, back too.
     *
     * @param instant in the years 1970 to 8999
     */
    public synchronized void set(Instant instant) {
        moved = moved.plus(Duration.between(instant(), Clocks.checked(instant)));
    }

    synchronized void reset() {
        moved = followed == null ? Duration.ZERO : Duration.between(followed.instant(), start);
    }

    @Override
    public synchronized Instant instant() {
        return (followed == null ? start : followed.instant()).plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("ManualClock is always in UTC");
    }
}
