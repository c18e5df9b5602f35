package io.github.analytics4j.error;

import org.jspecify.annotations.Nullable;

/** A walk over pages cannot go on, or a checkpoint does not fit it. */
public final class WalkException extends SdkException {

    private static final long serialVersionUID = 1;

    /**
     * Tells of a walk that cannot go on, without a failure underneath.
     *
     * @param message what happened and, where there is one, what to do about it
     */
    public WalkException(String message) {
        this(message, null);
    }

    /**
     * Tells of a walk that cannot go on.
     *
     * @param message what happened and, where there is one, what to do about it
     * @param cause the failure underneath, or null
     */
    public WalkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    @Override
    protected SdkException withCause(@Nullable Throwable cause) {
        return new WalkException("" + getMessage(), cause);
    }
}
