package io.github.analytics4j.client;

import io.github.analytics4j.error.ErrorResponse;
import io.github.analytics4j.retry.RateLimit;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** How one exchange ended. */
sealed interface ExchangeOutcome<R> {

    /** Finds out from a response, and closes it unless the value is open itself; where reading fails, the caller closes it. */
    interface Reader<R> {

        /** Trouble of the stream is trouble of the exchange. */
        ExchangeOutcome<R> read(Response response, WireTrace trace) throws IOException;
    }

    /** Lets go of what nobody wants any more. */
    default void drop() {}

    /**
     * A good response, read as far as it is wanted.
     *
     * @param response without the attempts
     * @param steadyLimit its rate limit on {@link TimeSource#steady}
     */
    record Good<R>(ApiResponse<R> response, RateLimit steadyLimit) implements ExchangeOutcome<R> {

        @Override
        public void drop() {
            if (response.value() instanceof StreamedResponse open) {
                open.close();
            }
        }
    }

    /** The server said no. */
    record Refused<R>(
            ErrorResponse response,
            String target,
            RateLimit steadyLimit,
            @Nullable Duration hint,
            List<String> ignoredHints)
            implements ExchangeOutcome<R> {}

    /** No complete response. */
    record Broken<R>(IOException cause, boolean mayHaveReachedServer) implements ExchangeOutcome<R> {}

    /** A complete response that makes no sense, or is too much. */
    record Unreadable<R>(
            String why,
            int status,
            @Nullable String path,
            @Nullable String rawText,
            @Nullable String requestId,
            @Nullable RuntimeException cause)
            implements ExchangeOutcome<R> {}
}
