package io.github.analytics4j.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a vendor's headers say about its rate limit; null for what they do not say.
 *
 * @param limit requests allowed in the window
 * @param remaining requests left in it
 * @param reset when the window ends, on our clock
 * @param policy the name of the rule, such as {@code analytics-export}
 */
public record RateLimitStatus(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Instant reset,
        @Nullable String policy) {

    /** The headers say nothing. */
    public static final RateLimitStatus UNKNOWN = new RateLimitStatus(null, null, null, null);

    /**
     * Reads {@code X-RateLimit-Limit}, {@code -Remaining}, {@code -Reset} and {@code -Policy}.
     *
     * @param header the value of a header by its name, or null
     * @param now when the response came, on our clock
     * @return what the headers say; {@link #UNKNOWN} where they say nothing
     */
    public static RateLimitStatus of(UnaryOperator<@Nullable String> header, Instant now) {
        Long limit = RetryHints.number(header.apply("X-RateLimit-Limit"));
        Long remaining = RetryHints.number(header.apply("X-RateLimit-Remaining"));
        String resetText = header.apply("X-RateLimit-Reset");
        String policy = header.apply("X-RateLimit-Policy");
        if (limit == null && remaining == null && resetText == null && policy == null) {
            return UNKNOWN;
        }
        Duration untilReset = RetryHints.reset(resetText, RetryHints.serverTime(header, now));
        return new RateLimitStatus(limit, remaining, untilReset == null ? null : now.plus(untilReset), policy);
    }

    /**
     * The same on a clock that never jumps, for waiting: what is on a clock that can be set is turned into a wait here, once.
     *
     * @param here the time on the clock it was read with
     * @param steady the same time on the other
     * @return the same but for {@code reset}, which is on the steady clock
     */
    public RateLimitStatus onClock(Instant here, Instant steady) {
        return reset == null ? this : withReset(steady.plus(Duration.between(here, reset)));
    }

    /**
     * {@return the same, but for nothing that is later than a given time}
     *
     * @param latest the latest time that {@code reset} may have
     */
    public RateLimitStatus until(Instant latest) {
        return reset == null || !reset.isAfter(latest) ? this : withReset(latest);
    }

    private RateLimitStatus withReset(Instant other) {
        return new RateLimitStatus(limit, remaining, other, policy);
    }
}
