package io.github.analytics4j.retry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's headers say about its rate limit; null for what they do not say.
 *
 * @param limit requests allowed in the window
 * @param remaining requests left in it
 * @param reset when the window ends
 * @param policy the name of the rule, such as {@code analytics-export}
 */
public record RateLimit(
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable Instant reset,
        @Nullable String policy) {

    /** The headers say nothing. */
    public static final RateLimit UNKNOWN = new RateLimit(null, null, null, null);
}
