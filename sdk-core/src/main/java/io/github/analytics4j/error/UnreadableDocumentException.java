package io.github.analytics4j.error;

import org.jspecify.annotations.Nullable;

/** A document in memory could not be read; what was wrong with it is told by the exception of its format. */
public abstract non-sealed class UnreadableDocumentException extends SdkException {

    private static final long serialVersionUID = 1;

    /**
     * For the packages that read documents.
     *
     * @param message what is wrong with the document and where, without its text
     * @param cause the failure underneath, or null
     */
    protected UnreadableDocumentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
