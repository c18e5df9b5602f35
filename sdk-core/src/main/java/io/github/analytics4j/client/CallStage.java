package io.github.analytics4j.client;

import io.github.analytics4j.retry.RateLimit;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryDecision;
import io.github.analytics4j.retry.RetryRules;
import io.github.analytics4j.retry.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One behaviour around the attempts of a call. A client's stages are a list; what is switched off is not in it.
 *
 * <p>Stages have no state of a call and are safe for use by several threads.
 */
public interface CallStage {

    /** How long the next attempt has to wait. */
    default Duration before(CallFacts call) {
        return Duration.ZERO;
    }

    /** Whether to go on after a failed attempt, or null to leave that to the next stage. */
    default @Nullable RetryDecision failed(CallFacts call, Trouble trouble) {
        return null;
    }

    /** Hears of every answer, good or not. */
    default void answered(CallFacts call, int status, RateLimit limit, @Nullable Duration hint) {}

    /** Keeps within a rate limit; what the server says holds calls back for as long as the cap at most. */
    static CallStage rateLimit(RateLimiter limiter, Duration hintCap) {
        return new RateLimitStage(limiter, hintCap);
    }

    /** Asks for another key after a 401, once a call. */
    static CallStage keyRefresh(Credentials credentials) {
        return new KeyRefreshStage(credentials);
    }

    /** Tries again where that is safe. */
    static CallStage retry(RetryRules rules) {
        return new RetryStage(rules);
    }
}
