package io.github.analytics4j.error;

import org.jspecify.annotations.Nullable;

/** A download did not end as the complete file; nothing is left under the final name. */
public final class DownloadException extends SdkException {

    private static final long serialVersionUID = 1;

    /** Says what happened and, where there is one, what to do about it. */
    public DownloadException(String message) {
        this(message, null);
    }

    /** Says what happened, with the failure underneath. */
    public DownloadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
