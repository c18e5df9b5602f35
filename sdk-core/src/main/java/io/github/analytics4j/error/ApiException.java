package io.github.analytics4j.error;

import io.github.analytics4j.error.SdkException.Attempt;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server responded, and refused the request: by its status, or on a success by an error in the place of data. */
public sealed class ApiException extends SdkException {

    private static final long serialVersionUID = 1;

    /** The refusal. */
    private final ErrorResponse response;

    /** The attempts up to it. */
    private final List<Attempt> attempts;

    ApiException(String message, ErrorResponse response, List<Attempt> attempts) {
        super(message, null);
        this.response = response;
        this.attempts = List.copyOf(attempts);
    }

    /**
     * Makes the exception of the type that fits the status of the response.
     *
     * @param message what the exception says; secrets in it are masked already
     * @param response what the server said
     * @param attempts those that were made, in order
     * @return the exception, not thrown
     */
    public static ApiException of(String message, ErrorResponse response, List<Attempt> attempts) {
        int status = response.status();
        return switch (status) {
            case 400, 422 -> new BadRequestException(message, response, attempts);
            case 401 -> new AuthenticationException(message, response, attempts);
            case 403 -> new PermissionDeniedException(message, response, attempts);
            case 404 -> new NotFoundException(message, response, attempts);
            case 429 -> new RateLimitException(message, response, attempts);
            default -> {
                if (status >= 300 && status < 400 && status != 304) { // which leads nowhere
                    yield new RedirectRefusedException(message, response, attempts);
                }
                yield status >= 500
                        ? new ServerException(message, response, attempts)
                        : new ApiException(message, response, attempts);
            }
        };
    }

    /**
     * {@return whether a refusal with this status may pass: 408, 425, 429, and every 5xx but 501 and 505, which describe
     * the server and not its state} The one rule for calls, walks and downloads.
     *
     * @param status of a response of HTTP
     */
    public static boolean mayPass(int status) {
        return switch (status) {
            case 408, 425, 429 -> true;
            case 501, 505 -> false;
            default -> status >= 500 && status < 600;
        };
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return of("" + getMessage(), response, attempts); // there is never one: the server said no
    }

    /** {@return the HTTP status; a success where the body said no} */
    public int status() {
        return response.status();
    }

    /** {@return the vendor's own code, such as {@code invalid_request}, if the body has one} */
    public Optional<String> code() {
        return Optional.ofNullable(response.code());
    }

    /** {@return the vendor's sentence, if the body has one} */
    public Optional<String> reason() {
        return Optional.ofNullable(response.message());
    }

    /** {@return one sentence for each field the server complains about} */
    public List<String> details() {
        return response.details();
    }

    /** {@return the request or trace id to quote to the vendor, if the response has one} */
    public Optional<String> requestId() {
        return Optional.ofNullable(response.requestId());
    }

    /** {@return how long the server wants us to wait before the next request, if it says so} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(response.retryAfter());
    }

    /** {@return the beginning of the body as it was sent, JSON or not} */
    public String body() {
        return response.body();
    }

    /** {@return the attempts that were made, in order} */
    public List<Attempt> attempts() {
        return attempts;
    }

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

    /** The server did not accept what was asked (400, 422). */
    public static final class BadRequestException extends ApiException {

        private static final long serialVersionUID = 1;

        BadRequestException(String message, ErrorResponse response, List<Attempt> attempts) {
            super(message, response, attempts);
        }
    }

    /** The server did not accept the key (401). */
    public static final class AuthenticationException extends ApiException {

        private static final long serialVersionUID = 1;

        AuthenticationException(String message, ErrorResponse response, List<Attempt> attempts) {
            super(message, response, attempts);
        }
    }

    /** The key is known but may not do this (403). */
    public static final class PermissionDeniedException extends ApiException {

        private static final long serialVersionUID = 1;

        PermissionDeniedException(String message, ErrorResponse response, List<Attempt> attempts) {
            super(message, response, attempts);
        }
    }

    /** There is no such thing at this address (404). */
    public static final class NotFoundException extends ApiException {

        private static final long serialVersionUID = 1;

        NotFoundException(String message, ErrorResponse response, List<Attempt> attempts) {
            super(message, response, attempts);
        }
    }

    /** Too many requests (429); {@link #retryAfter()} says when to come back, if the server did. */
    public static final class RateLimitException extends ApiException {

        private static final long serialVersionUID = 1;

        RateLimitException(String message, ErrorResponse response, List<Attempt> attempts) {
            super(message, response, attempts);
        }
    }

    /** The server pointed elsewhere (3xx); API calls do not follow, so that a key stays with the host it is for. */
    public static final class RedirectRefusedException extends ApiException {

        private static final long serialVersionUID = 1;

        RedirectRefusedException(String message, ErrorResponse response, List<Attempt> attempts) {
            super(message, response, attempts);
        }
    }

    /** The server failed (5xx). */
    public static final class ServerException extends ApiException {

        private static final long serialVersionUID = 1;

        ServerException(String message, ErrorResponse response, List<Attempt> attempts) {
            super(message, response, attempts);
        }
    }
}
