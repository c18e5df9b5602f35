package io.github.analytics4j.error;

import org.jspecify.annotations.Nullable;

/** Whatever this SDK throws: its message never shows a key or a signed link. */
public abstract sealed class SdkException extends RuntimeException
        permits InvalidRequestException,
                ApiException,
                NoAnswerException,
                UnreadableAnswerException,
                UnexpectedValueException,
                WalkException,
                DownloadException {

    private static final long serialVersionUID = 1;

    SdkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
