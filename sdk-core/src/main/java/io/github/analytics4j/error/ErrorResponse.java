package io.github.analytics4j.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a server said when it refused a request, whatever the shape of its body.
 *
 * @param status the HTTP status
 * @param code the vendor's own code, such as {@code invalid_request}
 * @param message the vendor's sentence
 * @param details further sentences, one for each field the server complains about
 * @param requestId the request or trace id to quote to the vendor
 * @param retryAfter when the server wants to be asked again
 * @param body the beginning of the body as it was sent
 */
public record ErrorResponse(
        int status,
        @Nullable String code,
        @Nullable String message,
        List<String> details,
        @Nullable String requestId,
        @Nullable Duration retryAfter,
        String body)
        implements Serializable {

    /** Keeps its own copy of the details. */
    public ErrorResponse {
        details = List.copyOf(details);
    }

    /** Status, code and sizes: the rest may be private. */
    @Override
    public String toString() {
        return "ErrorResponse[status=" + status + ", code=" + code + ", requestId=" + requestId + ", body of "
                + body.length() + " characters]";
    }
}
