package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the server said of the file whose bytes we keep.
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

    /** What an answer with the whole file, or a range of it, says. */
    static FileFacts of(StreamedResponse answer) {
        return new FileFacts(
                Validator.of(answer),
                length(answer),
                StatedSums.of(answer),
                answer.header("Content-Type"),
                answer.header("Content-Disposition"),
                coding(answer.header("Content-Encoding")));
    }

    /** What bytes are encoded with; null if they are as they are. Amazon leaves a word of an upload's framing there. */
    static @Nullable String coding(@Nullable String header) {
        List<String> codings = Arrays.stream((header == null ? "" : header).split(","))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !NO_CODING.contains(name))
                .map(name -> name.equals("x-gzip") ? "gzip" : name)
                .toList();
        return codings.isEmpty() ? null : String.join(", ", codings);
    }

    boolean isGzip() {
        return "gzip".equals(coding);
    }

    private static long length(StreamedResponse answer) {
        if (answer.status() == 206) {
            ContentRange range = ContentRange.parse(answer.header("Content-Range"));
            return range == null ? -1 : range.total();
        }
        if (answer.header("Transfer-Encoding") != null) {
            return -1; // what came with chunks is no length of theirs
        }
        String header = answer.header("Content-Length");
        return header != null && header.trim().matches("\\d{1,18}") ? Long.parseLong(header.trim()) : -1;
    }

    /** These facts, with a length that was told elsewhere, if they have none. */
    FileFacts orTotal(long told) {
        return total >= 0 || told < 0 ? this : new FileFacts(validator, told, sums, contentType, disposition, coding);
    }

    /** These facts, completed by what a further answer for the same file says. */
    FileFacts and(FileFacts later) {
        return new FileFacts(
                validator.equals(Validator.NONE) ? later.validator : validator,
                total < 0 ? later.total : total,
                sums.isEmpty() ? later.sums : sums,
                contentType == null ? later.contentType : contentType,
                disposition == null ? later.disposition : disposition,
                coding);
    }
}
