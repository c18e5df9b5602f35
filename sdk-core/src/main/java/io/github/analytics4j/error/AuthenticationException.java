package io.github.analytics4j.error;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import java.util.List;

/** The server did not accept the key (401). */
public final class AuthenticationException extends ApiException {

    private static final long serialVersionUID = 1;

    AuthenticationException(String message, ErrorResponse response, List<Attempt> attempts) {
        super(message, response, attempts);
    }
}
