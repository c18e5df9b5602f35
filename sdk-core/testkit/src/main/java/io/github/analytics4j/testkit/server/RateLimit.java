package io.github.analytics4j.testkit.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts requests in fixed windows. Until it is enforced there is always one request left. */
public final class RateLimit {
    /** The state after a request was counted. */
    public record State(long limit, long remaining, Instant reset, long secondsLeft, boolean exceeded) {}

    private final Clock clock;
    private final long firstLimit;
    private final Duration firstWindow;
    private long limit;
    private Duration window;
    private boolean enforced;
    private Instant start = Instant.EPOCH;
    private long used;

    public RateLimit(Clock clock, long limit, Duration window) {
        this.clock = clock;
        this.firstLimit = limit;
        this.firstWindow = window;
        this.limit = limit;
        this.window = window;
    }

    public synchronized void enforce(long newLimit, Duration newWindow) {
        limit = newLimit;
        window = newWindow;
        enforced = true;
        start = Instant.EPOCH;
    }

    /** As before any {@link #enforce}. */
    public synchronized void reset() {
        limit = firstLimit;
        window = firstWindow;
        enforced = false;
        start = Instant.EPOCH;
        used = 0;
    }

    public synchronized State take() {
        Instant now = clock.instant();
        if (now.isBefore(start) || !now.isBefore(start.plus(window))) {
            start = now;
            used = 0;
        }
        used++;
        return state(now);
    }

    /** As when the limit was used up just now, whether it is enforced or not. */
    public synchronized State usedUp() {
        State now = take();
        return new State(now.limit(), 0, now.reset(), now.secondsLeft(), true);
    }

    private State state(Instant now) {
        Instant reset = start.plus(window);
        long secondsLeft = Math.max(1, (Duration.between(now, reset).toMillis() + 999) / 1000);
        Instant resetSecond = Instant.ofEpochSecond(reset.getEpochSecond() + (reset.getNano() > 0 ? 1 : 0));
        return new State(
                limit, Math.max(enforced ? 0 : 1, limit - used), resetSecond, secondsLeft, enforced && used > limit);
    }
}
