package io.github.analytics4j.error;

import io.github.analytics4j.error.SdkException.Attempt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A response came and could not be read: broken JSON, a body over a limit, or a deviation in strict mode. */
public final class UnreadableResponseException extends SdkException {

    private static final long serialVersionUID = 1;

    /** The HTTP status. */
    private final int status;

    /** The place where reading ended. */
    private final @Nullable String path;

    /** The beginning of the body. */
    private final @Nullable String rawText;

    /** The id to quote to the vendor. */
    private final @Nullable String requestId;

    /** The attempts made. */
    private final List<Attempt> attempts;

    /**
     * Says where reading stopped.
     *
     * @param message what happened, without the text of the response
     * @param status of the response that could not be read
     * @param path the JSON path, such as {@code $.response.calls[3]}, if reading got that far
     * @param rawText the beginning of what could not be read
     * @param requestId to quote to the vendor, or null where the response has none
     * @param attempts those that were made, in order
     * @param cause what the reader of the body threw, or null
     */
    public UnreadableResponseException(
            String message,
            int status,
            @Nullable String path,
            @Nullable String rawText,
            @Nullable String requestId,
            List<Attempt> attempts,
            @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
        this.path = path;
        this.rawText = rawText;
        this.requestId = requestId;
        this.attempts = List.copyOf(attempts);
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new UnreadableResponseException("" + getMessage(), status, path, rawText, requestId, attempts, cause);
    }

    /** {@return the HTTP status of the response} */
    public int status() {
        return status;
    }

    /** {@return the JSON path at which reading stopped, if it got that far} */
    public Optional<String> path() {
        return Optional.ofNullable(path);
    }

    /** {@return the beginning of what could not be read; not in the message, since it may be private} */
    public Optional<String> rawText() {
        return Optional.ofNullable(rawText);
    }

    /** {@return the request or trace id to quote to the vendor, if the response has one} */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** {@return the attempts that were made, in order} */
    public List<Attempt> attempts() {
        return attempts;
    }
}
