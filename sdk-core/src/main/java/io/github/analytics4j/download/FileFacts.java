package io.github.analytics4j.download;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server said of the file whose bytes we keep.
 *
 * @param validator which version it is
 * @param total its length, or -1 while that is not known
 * @param sums its checksums
 * @param contentType what kind of file the server calls it, or null
 * @param disposition the header that may name it, or null
 */
record FileFacts(
        Validator validator,
        long total,
        List<StatedSum> sums,
        @Nullable String contentType,
        @Nullable String disposition) {
    static final FileFacts UNKNOWN = new FileFacts(Validator.NONE, -1, List.of(), null, null);

    FileFacts {
        sums = List.copyOf(sums);
    }

    /** What an answer with the whole file, or a range of it, says. */
    static FileFacts of(LinkAnswer answer) {
        return new FileFacts(
                Validator.of(answer),
                length(answer),
                StatedSums.of(answer),
                answer.header("Content-Type"),
                answer.header("Content-Disposition"));
    }

    private static long length(LinkAnswer answer) {
        if (answer.status() == 206) {
            ContentRange range = ContentRange.parse(answer.header("Content-Range"));
            return range == null ? -1 : range.total();
        }
        String header = answer.header("Content-Length");
        return header != null && header.trim().matches("\\d{1,18}") ? Long.parseLong(header.trim()) : -1;
    }

    /** These facts, completed by what a further answer for the same file says. */
    FileFacts and(FileFacts later) {
        return new FileFacts(
                validator.equals(Validator.NONE) ? later.validator : validator,
                total < 0 ? later.total : total,
                sums.isEmpty() ? later.sums : sums,
                contentType == null ? later.contentType : contentType,
                disposition == null ? later.disposition : disposition);
    }
}
