package io.github.analytics4j.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The call was given up by its own side: its thread was interrupted, its future canceled or its client closed. */
public final class CanceledException extends NoAnswerException {

    private static final long serialVersionUID = 1;

    /** See {@link NoAnswerException}. */
    public CanceledException(
            String message, boolean mayHaveBeenCarriedOut, List<Attempt> attempts, @Nullable Throwable cause) {
        super(message, mayHaveBeenCarriedOut, attempts, cause);
    }

    /** See {@link NoAnswerException}. */
    public CanceledException(
            String message,
            boolean mayHaveBeenCarriedOut,
            List<Attempt> attempts,
            @Nullable String rawText,
            @Nullable Throwable cause) {
        super(message, mayHaveBeenCarriedOut, attempts, rawText, cause);
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new CanceledException(
                "" + getMessage(),
                mayHaveBeenCarriedOut(),
                attempts(),
                rawText().orElse(null),
                cause);
    }
}
