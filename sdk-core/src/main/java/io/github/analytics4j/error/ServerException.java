package io.github.analytics4j.error;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import java.util.List;

/** The server failed (5xx). */
public final class ServerException extends ApiException {

    private static final long serialVersionUID = 1;

    ServerException(String message, ErrorResponse response, List<Attempt> attempts) {
        super(message, response, attempts);
    }
}
