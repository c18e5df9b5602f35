package io.github.analytics4j.testkit.storage;

import io.github.analytics4j.testkit.SandboxRequest;
import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.testkit.server.Refusal;
import io.github.analytics4j.testkit.server.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** A stored file, or the part of it that was asked for. */
public final class StorageResponse {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final SandboxRequest request;
    private final StorageFile file;
    private final String modified;
    private final boolean withoutValidators;

    public StorageResponse(SandboxRequest request, StorageFile file, Instant modified, boolean withoutValidators) {
        this.request = request;
        this.file = file;
        this.modified = HTTP_DATE.format(modified);
        this.withoutValidators = withoutValidators;
    }

    public Reply answer(boolean ranges) {
        String wanted = header("If-Match");
        if (wanted != null && !wanted.equals(file.etag()) && !wanted.equals("*")) {
            throw new Refusal(412, "The file is another one by now.", "PreconditionFailed");
        }
        ByteRange range = ranges && unchanged() ? ByteRange.of(header("Range"), file.size()) : null;
        if (range == null) {
            return described(part(200, 0, file.size()));
        }
        if (!range.satisfiable()) {
            throw new Refusal(416, "The range lies beyond the file.", "InvalidRange");
        }
        return described(part(206, range.first(), range.length()))
                .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.size());
    }

    /** Whether a range may be answered: the client named no validator, or the present one. */
    private boolean unchanged() {
        String validator = header("If-Range");
        return validator == null
                || (!withoutValidators && (validator.equals(file.etag()) || validator.equals(modified)));
    }

    private Reply part(int status, long from, long length) {
        return new Reply(status, new Part(file, from, length)).header("Content-Type", file.contentType());
    }

    private Reply described(Reply reply) {
        if (!withoutValidators) {
            reply.header("ETag", file.etag()).header("Last-Modified", modified);
        }
        return reply.header("Accept-Ranges", "bytes").header("Server", "AmazonS3");
    }

    private @Nullable String header(String name) {
        return request.header(name).orElse(null);
    }

    /** Part of a file as a body, read piece by piece. */
    public record Part(StorageFile file, long from, long length) implements Reply.Body {
        private static final int PIECE = 1 << 16;

        @Override
        public void writeTo(OutputStream out) throws IOException {
            byte[] piece = new byte[(int) Math.min(PIECE, length)];
            for (long done = 0; done < length; done += piece.length) {
                int size = (int) Math.min(piece.length, length - done);
                file.read(from + done, piece, 0, size);
                out.write(piece, 0, size);
            }
        }
    }
}
