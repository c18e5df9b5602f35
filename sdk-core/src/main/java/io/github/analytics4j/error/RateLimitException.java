package io.github.analytics4j.error;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import java.util.List;

/** Too many requests (429); {@link #retryAfter()} says when to come back, if the server did. */
public final class RateLimitException extends ApiException {

    private static final long serialVersionUID = 1;

    RateLimitException(String message, ErrorResponse response, List<Attempt> attempts) {
        super(message, response, attempts);
    }
}
