package io.github.analytics4j.retry;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * Waits with full jitter: anything between nothing and a bound that doubles with each attempt, so that clients that
 * failed together do not come back together.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class Backoff {
    private static final int LAST_DOUBLING = 30; // 0.5 s doubled 30 times is 17 years; no cap is above that

    private final RetryPolicy policy;
    private final DoubleSupplier random;

    /** Takes chance as numbers of at least 0 and below 1. */
    public Backoff(RetryPolicy policy, DoubleSupplier random) {
        this.policy = policy;
        this.random = random;
    }

    /** The wait after this many attempts. */
    public Duration after(int attempts) {
        Duration bound = policy.baseDelay().multipliedBy(1L << Math.min(attempts - 1, LAST_DOUBLING));
        return jitter(bound.compareTo(policy.maxDelay()) > 0 ? policy.maxDelay() : bound);
    }

    /** The wait a server asked for, and up to the base delay more, since it told the others the same. */
    public Duration afterHint(Duration hint) {
        return hint.plus(jitter(policy.baseDelay()));
    }

    private Duration jitter(Duration bound) {
        return Duration.ofNanos((long) (random.getAsDouble() * bound.toNanos()));
    }
}
