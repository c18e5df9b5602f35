package io.github.analytics4j.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** No complete answer came, so the request may or may not have been carried out. */
public sealed class NoAnswerException extends SdkException permits DeadlineExceededException, CanceledException {

    private static final long serialVersionUID = 1;

    private final boolean mayHaveBeenCarriedOut;
    private final List<Attempt> attempts;

    /** Keeps the cause for its stack trace only; whatever matters is in the message. */
    public NoAnswerException(
            String message, boolean mayHaveBeenCarriedOut, List<Attempt> attempts, @Nullable Throwable cause) {
        super(message, cause);
        this.mayHaveBeenCarriedOut = mayHaveBeenCarriedOut;
        this.attempts = List.copyOf(attempts);
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new NoAnswerException("" + getMessage(), mayHaveBeenCarriedOut, attempts, cause);
    }

    /** False only when no byte of the request can have reached the server in any attempt. */
    public boolean mayHaveBeenCarriedOut() {
        return mayHaveBeenCarriedOut;
    }

    /** What was tried, in order. */
    public List<Attempt> attempts() {
        return attempts;
    }
}
