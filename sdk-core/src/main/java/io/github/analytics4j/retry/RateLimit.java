package io.github.analytics4j.retry;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's headers say about its rate limit; null for what they do not say.
 *
 * @param limit requests allowed in the window
 * @param remaining requests left in it
 * @param reset when the window ends, on our clock
 * @param policy the name of the rule, such as {@code analytics-export}
 */
public record RateLimit(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Instant reset,
        @Nullable String policy) {

    /** The headers say nothing. */
    public static final RateLimit UNKNOWN = new RateLimit(null, null, null, null);

    /**
     * Reads {@code X-RateLimit-Limit}, {@code -Remaining}, {@code -Reset} and {@code -Policy}.
     *
     * @param header the value of a header by its name, or null
     */
    public static RateLimit of(UnaryOperator<@Nullable String> header, Instant now) {
        Long limit = RetryHints.number(header.apply("X-RateLimit-Limit"));
        Long remaining = RetryHints.number(header.apply("X-RateLimit-Remaining"));
        String resetText = header.apply("X-RateLimit-Reset");
        String policy = header.apply("X-RateLimit-Policy");
        if (limit == null && remaining == null && resetText == null && policy == null) {
            return UNKNOWN;
        }
        Instant there = RetryHints.serverTime(header, now);
        Instant reset = RetryHints.reset(resetText, there);
        Instant onOurClock = reset == null ? null : now.plus(Duration.between(there, reset));
        return new RateLimit(limit, remaining, onOurClock, policy);
    }
}
