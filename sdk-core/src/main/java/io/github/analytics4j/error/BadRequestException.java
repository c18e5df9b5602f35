package io.github.analytics4j.error;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import java.util.List;

/** The server did not accept what was asked (400, 422). */
public final class BadRequestException extends ApiException {

    private static final long serialVersionUID = 1;

    BadRequestException(String message, ErrorResponse response, List<Attempt> attempts) {
        super(message, response, attempts);
    }
}
