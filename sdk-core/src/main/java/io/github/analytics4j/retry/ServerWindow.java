package io.github.analytics4j.retry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a server said is left of its window, less what we took since. Guarded by its owner. */
final class ServerWindow {
    private long left = Long.MAX_VALUE;
    private Instant reset = Instant.MIN;
    private Instant blockedUntil = Instant.MIN;

    Instant next(Instant now) {
        Instant at = now.isBefore(blockedUntil) ? blockedUntil : now;
        return left <= 0 && at.isBefore(reset) ? reset : at;
    }

    void take(Instant at) {
        if (at.isBefore(reset) && left != Long.MAX_VALUE) {
            left--;
        }
    }

    /** Answers overtake one another, so within a window the smallest count is the truth. */
    void observe(RateLimit limit, Instant now) {
        Long remaining = limit.remaining();
        @Nullable Instant end = limit.reset();
        if (remaining == null || end == null || !end.isAfter(now)) {
            return;
        }
        boolean sameWindow = reset.isAfter(now) && end.isBefore(reset.plusSeconds(2)); // whole seconds jitter by one
        left = sameWindow ? Math.min(left, remaining) : remaining;
        reset = sameWindow && reset.isAfter(end) ? reset : end;
    }

    void block(Instant until) {
        blockedUntil = until.isAfter(blockedUntil) ? until : blockedUntil;
    }
}
