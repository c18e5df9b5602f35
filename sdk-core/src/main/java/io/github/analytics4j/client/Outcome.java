package io.github.analytics4j.client;

import io.github.analytics4j.error.ErrorAnswer;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.retry.RateLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** How one attempt ended. */
sealed interface Outcome<R> {

    /** A good answer that was read to its end; {@code steadyLimit} is on {@link TimeSource#steady}. */
    record Good<R>(
            R value,
            int status,
            Headers headers,
            String body,
            List<Deviation> deviations,
            RateLimit rateLimit,
            RateLimit steadyLimit,
            @Nullable String requestId)
            implements Outcome<R> {}

    /** The server said no. */
    record Refused<R>(
            ErrorAnswer answer,
            String target,
            RateLimit steadyLimit,
            @Nullable Duration hint,
            List<String> ignoredHints)
            implements Outcome<R> {}

    /** No complete answer. */
    record Broken<R>(IOException cause, boolean mayHaveReachedServer) implements Outcome<R> {}

    /** A complete answer that makes no sense, or is too much. */
    record Unreadable<R>(
            String why,
            int status,
            @Nullable String path,
            @Nullable String rawText,
            @Nullable String requestId,
            @Nullable RuntimeException cause)
            implements Outcome<R> {}
}
