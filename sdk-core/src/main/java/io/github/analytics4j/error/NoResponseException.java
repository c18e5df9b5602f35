package io.github.analytics4j.error;

import io.github.analytics4j.error.SdkException.Attempt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** No complete response came, so the request may or may not have been carried out. */
public sealed class NoResponseException extends SdkException permits DeadlineExceededException, CanceledException {

    private static final long serialVersionUID = 1;

    /** Whether the server may have acted. */
    private final boolean mayHaveBeenCarriedOut;

    /** The attempts made. */
    private final List<Attempt> attempts;

    /** The part of a response that came. */
    private final @Nullable String rawText;

    /**
     * Keeps the cause for its stack trace only; whatever matters is in the message.
     *
     * @param message all that matters of what happened
     * @param mayHaveBeenCarriedOut false only when no byte of the request can have reached the server in any attempt
     * @param attempts those that were made, in order
     * @param cause the failure of the last attempt, or null
     */
    public NoResponseException(
            String message, boolean mayHaveBeenCarriedOut, List<Attempt> attempts, @Nullable Throwable cause) {
        this(message, mayHaveBeenCarriedOut, attempts, null, cause);
    }

    /**
     * As the other, with the beginning of the response that broke off.
     *
     * @param message all that matters of what happened
     * @param mayHaveBeenCarriedOut false only when no byte of the request can have reached the server in any attempt
     * @param attempts those that were made, in order
     * @param rawText what came of the body, or null
     * @param cause the failure of the last attempt, or null
     */
    public NoResponseException(
            String message,
            boolean mayHaveBeenCarriedOut,
            List<Attempt> attempts,
            @Nullable String rawText,
            @Nullable Throwable cause) {
        super(message, cause);
        this.rawText = rawText;
        this.mayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
        this.attempts = List.copyOf(attempts);
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new NoResponseException("" + getMessage(), mayHaveBeenCarriedOut, attempts, rawText, cause);
    }

    /**
     * {@return whether the server may have acted; false only when no byte of the request can have reached it in any attempt}
     */
    public boolean mayHaveBeenCarriedOut() {
        return mayHaveBeenCarriedOut;
    }

    /**
     * {@return the beginning of the last response, where it broke off within its body and must not be asked for again; not
     * in the message, since it may be private}
     */
    public Optional<String> rawText() {
        return Optional.ofNullable(rawText);
    }

    /** {@return the attempts that were made, in order} */
    public List<Attempt> attempts() {
        return attempts;
    }
}
