package io.github.analytics4j.error;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The server responded, and refused the request: by its status, or on a success by an error in the place of data. */
public sealed class ApiException extends SdkException
        permits BadRequestException,
                AuthenticationException,
                PermissionDeniedException,
                NotFoundException,
                RateLimitException,
                ServerException,
                RedirectRefusedException {

    private static final long serialVersionUID = 1;

    /** The refusal. */
    private final ErrorAnswer answer;

    /** The attempts up to it. */
    private final List<Attempt> attempts;

    ApiException(String message, ErrorAnswer answer, List<Attempt> attempts) {
        super(message, null);
        this.answer = answer;
        this.attempts = List.copyOf(attempts);
    }

    /** Makes the exception of the type that fits the status. */
    public static ApiException of(String message, ErrorAnswer answer, List<Attempt> attempts) {
        int status = answer.status();
        return switch (status) {
            case 400, 422 -> new BadRequestException(message, answer, attempts);
            case 401 -> new AuthenticationException(message, answer, attempts);
            case 403 -> new PermissionDeniedException(message, answer, attempts);
            case 404 -> new NotFoundException(message, answer, attempts);
            case 429 -> new RateLimitException(message, answer, attempts);
            default -> {
                if (status >= 300 && status < 400 && status != 304) { // which leads nowhere
                    yield new RedirectRefusedException(message, answer, attempts);
                }
                yield status >= 500
                        ? new ServerException(message, answer, attempts)
                        : new ApiException(message, answer, attempts);
            }
        };
    }

    /**
     * Whether a refusal with this status may pass: 408, 425, 429, and every 5xx but 501 and 505, which describe the server and
     * not its state. The one rule for calls, walks and downloads.
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
        return of("" + getMessage(), answer, attempts); // there is never one: the server said no
    }

    /** The HTTP status; a success where the body said no. */
    public int status() {
        return answer.status();
    }

    /** The vendor's own code, such as {@code invalid_request}. */
    public Optional<String> code() {
        return Optional.ofNullable(answer.code());
    }

    /** The vendor's sentence. */
    public Optional<String> reason() {
        return Optional.ofNullable(answer.message());
    }

    /** One sentence for each field the server complains about. */
    public List<String> details() {
        return answer.details();
    }

    /** The request or trace id to quote to the vendor. */
    public Optional<String> requestId() {
        return Optional.ofNullable(answer.requestId());
    }

    /** When the server wants to be asked again. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(answer.retryAfter());
    }

    /** The beginning of the body as it was sent, JSON or not. */
    public String body() {
        return answer.body();
    }

    /** The attempts that were made, in order. */
    public List<Attempt> attempts() {
        return attempts;
    }
}
