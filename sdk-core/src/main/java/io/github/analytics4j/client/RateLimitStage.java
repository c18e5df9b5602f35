package io.github.analytics4j.client;

import io.github.analytics4j.retry.RateLimit;
import io.github.analytics4j.retry.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes a place in the rate limiter for every attempt, and tells it what the server's headers say: none of them holds
 * calls back for longer than the cap on hints.
 */
final class RateLimitStage implements CallStage {
    private final RateLimiter limiter;
    private final Duration hintCap;

    RateLimitStage(RateLimiter limiter, Duration hintCap) {
        this.limiter = limiter;
        this.hintCap = hintCap;
    }

    @Override
    public Duration before(CallFacts call) {
        return limiter.reserve(call.info().group(), call.steady(), call.remaining());
    }

    @Override
    public void answered(CallFacts call, int status, RateLimit limit, @Nullable Duration hint) {
        String group = call.info().group();
        Instant now = call.steady();
        Instant latest = now.plus(hintCap);
        limiter.observe(group, limit.until(latest), now);
        if (status == 429 && hint != null) {
            limiter.block(group, hint.compareTo(hintCap) > 0 ? latest : now.plus(hint));
        }
    }
}
