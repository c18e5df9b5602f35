package io.github.analytics4j.retry;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.retry.RetryRules.Durations;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How often and how patiently a call is tried again.
 *
 * @param maxAttempts the first one included; 1 switches retries off
 * @param baseDelay the greatest wait before the second attempt; it doubles with each further one
 * @param maxDelay the greatest wait without a hint of the server
 * @param hintCap the longest wait a server can make us take; when it asks for more, the call fails at once
 * @param budget how many retries all calls of a client may make together before successes (five pay for one) or time (one
 *     a second) allow further ones, so that an outage is not multiplied
 * @param postsAfterBare503 whether a POST is sent again after a 503 without {@code Retry-After}, which need not mean that the
 *     server did not act
 */
public record RetryPolicy(
        int maxAttempts,
        Duration baseDelay,
        Duration maxDelay,
        Duration hintCap,
        int budget,
        boolean postsAfterBare503) {

    /** Four attempts, waits of up to 0.5, 1 and 2 s, up to a minute where the server asks for it, a budget of 50 retries. */
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(4, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(60), 50, false);

    /** One attempt. */
    public static final RetryPolicy NONE = DEFAULT.maxAttempts(1);

    private static final int LAST_DOUBLING =
            30; // 0.5 s doubled 30 times is 17 years; nobody waits longer than that between two attempts

    /** Refuses what cannot be meant. */
    public RetryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("RetryPolicy: maxAttempts must be at least 1, was " + maxAttempts);
        }
        Durations.checked("RetryPolicy", "baseDelay", baseDelay);
        Durations.checked("RetryPolicy", "maxDelay", maxDelay);
        Durations.checked("RetryPolicy", "hintCap", hintCap);
        if (budget < 0) {
            throw new IllegalArgumentException("RetryPolicy: budget must be at least 0, was " + budget);
        }
    }

    /**
     * {@return the same with another number of attempts}
     *
     * @param attempts the first one included, at least 1
     */
    public RetryPolicy maxAttempts(int attempts) {
        return new RetryPolicy(attempts, baseDelay, maxDelay, hintCap, budget, postsAfterBare503);
    }

    /**
     * {@return the same with another wait before the second attempt}
     *
     * @param delay the greatest wait before the second attempt, at most 36,500 days
     */
    public RetryPolicy baseDelay(Duration delay) {
        return new RetryPolicy(maxAttempts, delay, maxDelay, hintCap, budget, postsAfterBare503);
    }

    /**
     * {@return the same with another greatest wait}
     *
     * @param delay the greatest wait without a hint of the server, at most 36,500 days
     */
    public RetryPolicy maxDelay(Duration delay) {
        return new RetryPolicy(maxAttempts, baseDelay, delay, hintCap, budget, postsAfterBare503);
    }

    /**
     * {@return the same with another cap on what a server may ask for}
     *
     * @param cap the longest wait a server can make us take, at most 36,500 days
     */
    public RetryPolicy hintCap(Duration cap) {
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, cap, budget, postsAfterBare503);
    }

    /**
     * {@return the same with another number of retries that all calls together may make at once}
     *
     * @param retries at least 0
     */
    public RetryPolicy budget(int retries) {
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, hintCap, retries, postsAfterBare503);
    }

    /**
     * Sets whether a POST is sent again after a bare 503. If it is, a request may be carried out twice.
     *
     * @param allowed whether it is
     * @return the same policy but for that
     */
    public RetryPolicy postsAfterBare503(boolean allowed) {
        return new RetryPolicy(maxAttempts, baseDelay, maxDelay, hintCap, budget, allowed);
    }

    /**
     * The wait after this many attempts, with full jitter: anything between nothing and a bound that doubles with each attempt, so
     * that clients that failed together do not come back together.
     *
     * @param random gives numbers of at least 0 and below 1
     * @hidden
     */
    @GeneratedCodeApi
    public Duration waitAfter(int attempts, DoubleSupplier random) {
        Duration bound = baseDelay.multipliedBy(1L << Math.min(attempts - 1, LAST_DOUBLING));
        return jitter(bound.compareTo(maxDelay) > 0 ? maxDelay : bound, random);
    }

    /** The wait a server asked for, and up to the base delay more, since it told the others the same. */
    Duration waitAfterHint(Duration hint, DoubleSupplier random) {
        return hint.plus(jitter(baseDelay, random));
    }

    private static Duration jitter(Duration bound, DoubleSupplier random) {
        return Duration.ofNanos((long) (random.getAsDouble() * bound.toNanos()));
    }
}
