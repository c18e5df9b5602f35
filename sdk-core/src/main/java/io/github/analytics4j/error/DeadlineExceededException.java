package io.github.analytics4j.error;

import io.github.analytics4j.error.SdkException.Attempt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time for the whole call, waits included, was over before a good response came. */
public final class DeadlineExceededException extends NoResponseException {

    private static final long serialVersionUID = 1;

    /**
     * As {@link NoResponseException#NoResponseException(String, boolean, List, Throwable)}.
     *
     * @param message what the exception says
     * @param mayHaveBeenCarriedOut false only when no byte of the request can have reached the server
     * @param attempts those that were made, in order
     * @param cause for the stack trace only
     */
    public DeadlineExceededException(
            String message, boolean mayHaveBeenCarriedOut, List<Attempt> attempts, @Nullable Throwable cause) {
        super(message, mayHaveBeenCarriedOut, attempts, cause);
    }

    /**
     * As {@link NoResponseException#NoResponseException(String, boolean, List, String, Throwable)}.
     *
     * @param message what the exception says
     * @param mayHaveBeenCarriedOut false only when no byte of the request can have reached the server
     * @param attempts those that were made, in order
     * @param rawText the beginning of a response that broke off, or null
     * @param cause for the stack trace only
     */
    public DeadlineExceededException(
            String message,
            boolean mayHaveBeenCarriedOut,
            List<Attempt> attempts,
            @Nullable String rawText,
            @Nullable Throwable cause) {
        super(message, mayHaveBeenCarriedOut, attempts, rawText, cause);
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new DeadlineExceededException(
                "" + getMessage(),
                mayHaveBeenCarriedOut(),
                attempts(),
                rawText().orElse(null),
                cause);
    }
}
