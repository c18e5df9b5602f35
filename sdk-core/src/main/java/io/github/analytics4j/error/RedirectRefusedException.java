package io.github.analytics4j.error;

import io.github.analytics4j.error.ApiException.ErrorResponse;
import java.util.List;

/** The server pointed elsewhere (3xx); API calls do not follow, so that a key stays with the host it is for. */
public final class RedirectRefusedException extends ApiException {

    private static final long serialVersionUID = 1;

    RedirectRefusedException(String message, ErrorResponse response, List<Attempt> attempts) {
        super(message, response, attempts);
    }
}
