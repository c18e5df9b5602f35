package io.github.analytics4j.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The time for the whole call, waits included, was over before a good response came. */
public final class DeadlineExceededException extends NoAnswerException {

    private static final long serialVersionUID = 1;

    /** See {@link NoAnswerException}. */
    public DeadlineExceededException(
            String message, boolean mayHaveBeenCarriedOut, List<Attempt> attempts, @Nullable Throwable cause) {
        super(message, mayHaveBeenCarriedOut, attempts, cause);
    }

    /** See {@link NoAnswerException}. */
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
