package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.download.Checksums.StatedSum;
import io.github.analytics4j.download.RangeRequests.ContentRange;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds what the server said of the file whose bytes we keep.
 *
 * @param validator which version it is
 * @param total its length, or -1 while that is not known
 * @param sums its checksums
 * @param contentType what kind of file the server calls it, or null
 * @param disposition the header that may name it, or null
 * @param coding what the bytes are encoded with, or null; length, ranges and checksums are those of the encoded bytes
 */
record FileFacts(
        Validator validator,
        long total,
        List<StatedSum> sums,
        @Nullable String contentType,
        @Nullable String disposition,
        @Nullable String coding) {
    private static final Set<String> NO_CODING = Set.of("", "identity", "aws-chunked");

    static final FileFacts UNKNOWN = new FileFacts(Validator.NONE, -1, List.of(), null, null);

    FileFacts(
            Validator validator,
            long total,
            List<StatedSum> sums,
            @Nullable String contentType,
            @Nullable String disposition) {
        this(validator, total, sums, contentType, disposition, null);
    }

    FileFacts {
        sums = List.copyOf(sums);
    }

    /** The facts that a response with the whole file, or a range of it, states. */
    static FileFacts of(StreamedResponse response) {
        return new FileFacts(
                Validator.of(response),
                length(response),
                Checksums.stated(response),
                response.header("Content-Type"),
                response.header("Content-Disposition"),
                coding(response.header("Content-Encoding")));
    }

    /** The coding of the bytes; null if they are as they are. Amazon leaves a word of an upload's framing there. */
    static @Nullable String coding(@Nullable String header) {
        if (header == null) {
            return null;
        }
        List<String> codings = Arrays.stream(header.split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !NO_CODING.contains(name))
                .map(name -> name.equals("x-gzip") ? "gzip" : name)
                .toList();
        return codings.isEmpty() ? null : String.join(", ", codings);
    }

    boolean isGzip() {
        return "gzip".equals(coding);
    }

    private static long length(StreamedResponse response) {
        if (response.status() == 206) {
            ContentRange range = ContentRange.of(response);
            return range == null ? -1 : range.total();
        }
        if (response.header("Transfer-Encoding") != null) {
            return -1; // what came with chunks is no length of theirs
        }
        String header = response.header("Content-Length");
        return header != null && header.trim().matches("\\d{1,18}") ? Long.parseLong(header.trim()) : -1;
    }

    /**
     * Whether others are the same facts. A record's own comparison is made at run time, which would be the longest part of a
     * process's first download.
     */
    boolean areThose(FileFacts other) {
        return total == other.total
                && Objects.equals(validator.etag, other.validator.etag)
                && Objects.equals(validator.lastModified, other.validator.lastModified)
                && sums.equals(other.sums)
                && Objects.equals(contentType, other.contentType)
                && Objects.equals(disposition, other.disposition)
                && Objects.equals(coding, other.coding);
    }

    /** These facts, with a length that was told elsewhere, if they have none. */
    FileFacts orTotal(long told) {
        return total >= 0 || told < 0 ? this : new FileFacts(validator, told, sums, contentType, disposition, coding);
    }

    /** These facts, completed by what a further response for the same file says. */
    FileFacts and(FileFacts later) {
        return new FileFacts(
                validator.etag == null && validator.lastModified == null ? later.validator : validator,
                total < 0 ? later.total : total,
                sums.isEmpty() ? later.sums : sums,
                contentType == null ? later.contentType : contentType,
                disposition == null ? later.disposition : disposition,
                coding);
    }

    /**
     * Tells one version of a file from another.
     *
     * @param etag the entity tag as it was sent, or null
     * @param lastModified the date as it was sent, or null
     */
    record Validator(@Nullable String etag, @Nullable String lastModified) {
        static final Validator NONE = new Validator(null, null);

        static Validator of(StreamedResponse response) {
            return new Validator(response.header("ETag"), response.header("Last-Modified"));
        }

        /**
         * The value for {@code If-Range}: a strong tag, else the date; null if neither was stated, or neither is one that a
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
}
