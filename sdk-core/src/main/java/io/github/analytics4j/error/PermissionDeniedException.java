package io.github.analytics4j.error;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import java.util.List;

/** The key is known but may not do this (403). */
public final class PermissionDeniedException extends ApiException {

    private static final long serialVersionUID = 1;

    PermissionDeniedException(String message, ErrorResponse response, List<Attempt> attempts) {
        super(message, response, attempts);
    }
}
