package io.github.analytics4j.http;

import io.github.analytics4j.retry.RateLimit;
import io.github.analytics4j.retry.RateLimiter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes a place in the rate limiter for every attempt, and tells it what the server's headers say. */
final class RateLimitStage implements CallStage {
    private final RateLimiter limiter;

    RateLimitStage(RateLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public Duration before(CallFacts call) {
        return limiter.reserve(call.info().group(), call.now(), call.remaining());
    }

    @Override
    public void answered(CallFacts call, int status, RateLimit limit, @Nullable Duration hint) {
        String group = call.info().group();
        limiter.observe(group, limit, call.now());
        if (status == 429 && hint != null) {
            limiter.block(group, call.now().plus(hint));
        }
    }
}
