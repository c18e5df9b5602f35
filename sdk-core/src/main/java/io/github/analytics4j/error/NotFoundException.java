package io.github.analytics4j.error;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import java.util.List;

/** There is no such thing at this address (404). */
public final class NotFoundException extends ApiException {

    private static final long serialVersionUID = 1;

    NotFoundException(String message, ErrorResponse response, List<Attempt> attempts) {
        super(message, response, attempts);
    }
}
