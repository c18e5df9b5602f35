package io.github.analytics4j.testkit.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Another clock's time, moved by so much. In UTC; thread-safe. */
public final class MovableClock extends Clock {
    private final Clock base;
    private volatile Duration moved = Duration.ZERO;

    public MovableClock(Clock base) {
        this.base = base;
    }

    public synchronized void advance(Duration duration) {
        Clocks.moved(instant(), duration);
        moved = moved.plus(duration);
    }

    public synchronized void reset() {
        moved = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return base.instant().plus(moved);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the sandbox's clock is always in UTC");
    }
}
