package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What tells one version of a file from another.
 *
 * @param etag the entity tag as it was sent, or null
 * @param lastModified the date as it was sent, or null
 */
record Validator(@Nullable String etag, @Nullable String lastModified) {
    static final Validator NONE = new Validator(null, null);

    static Validator of(StreamedResponse answer) {
        return new Validator(answer.header("ETag"), answer.header("Last-Modified"));
    }

    /**
     * What {@code If-Range} may say: a strong tag, else the date; null if neither was stated, or neither is one that a
     * header can carry. The comparison of the overlap does without.
     */
    @Nullable
    String ifRange() {
        String validator = strong() ? etag : etag == null ? lastModified : null;
        return validator != null && validator.chars().allMatch(c -> c >= 0x20 && c < 0x7f) ? validator : null;
    }

    /** Whether these are surely two versions. */
    boolean contradicts(Validator other) {
        if (etag != null && other.etag != null) {
            return !opaque(etag).equals(opaque(other.etag));
        }
        return lastModified != null && other.lastModified != null && !lastModified.equals(other.lastModified);
    }

    /** Whether these are surely the same version, byte for byte. */
    boolean proves(Validator other) {
        return strong() && Objects.equals(etag, other.etag);
    }

    private boolean strong() {
        return etag != null && !etag.startsWith("W/");
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
