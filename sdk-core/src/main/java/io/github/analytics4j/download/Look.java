package io.github.analytics4j.download;

import org.jspecify.annotations.Nullable;

/**
 * What the API said when it was asked for the file and the file was left alone.
 *
 * @param status the HTTP status, of success or redirect
 * @param link where the file is, or null if the API did not say, or sent the file itself
 * @param contentType what the API called the body, or null
 * @param text the beginning of the body if that is JSON; empty otherwise
 */
public record Look(
        int status, @Nullable SignedUrl link, @Nullable String contentType, String text) {

    /** Whether the body is JSON, by its type or its first character. */
    public boolean isJson() {
        return !text.isEmpty();
    }
}
