package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedResponse;
import io.github.analytics4j.error.DownloadException.Reason;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Looks whether what comes may be the file that was asked for. */
final class FileCheck {
    private final DownloadOptions options;
    private final Complaints complaints;

    FileCheck(DownloadOptions options, Complaints complaints) {
        this.options = options;
        this.complaints = complaints;
    }

    /**
     * What this is instead of the expected file, in words; null if it may be the file.
     *
     * @param start the first bytes of the file, or null if its middle comes
     * @param whole whether the file has no other bytes
     * @throws io.github.analytics4j.error.DownloadException if the bytes are in a form that cannot be undone
     */
    @Nullable
    String objection(StreamedResponse answer, @Nullable ByteBuffer start, boolean whole) {
        boolean gzip = checkCoding(answer, start);
        ByteBuffer shown = gzip && start != null ? GzipDecoder.beginning(start, ErrorPageGuard.SNIFFED) : start;
        return ErrorPageGuard.objection(options.kind(), answer.header("Content-Type"), shown, whole);
    }

    /** Refuses codings that cannot be undone; true for one that can. */
    private boolean checkCoding(StreamedResponse answer, @Nullable ByteBuffer start) {
        String transfer = answer.header("Transfer-Encoding");
        if (transfer != null && !transfer.equalsIgnoreCase("chunked") && !transfer.equalsIgnoreCase("identity")) {
            throw complaints.of(
                    Reason.NOT_THE_FILE, "the bytes come in a form (" + transfer.strip() + ") nobody asked for");
        }
        String coding = FileFacts.coding(answer.header("Content-Encoding"));
        boolean gzip = "gzip".equals(coding);
        String why = null;
        if (options.decode() && coding != null && !gzip) {
            why = ", and this client undoes gzip alone";
        } else if (options.decode() && gzip && start != null && !GzipDecoder.begins(start)) {
            why = ", and are nothing that gzip makes";
        }
        if (why != null) {
            throw complaints.of(
                    Reason.NOT_THE_FILE,
                    "the bytes are encoded (" + coding + ") though they must not be" + why
                            + "; decode(false) takes them as they are");
        }
        return gzip;
    }

    /** Refuses a file that has more bytes than are allowed. */
    void limit(long bytes) {
        if (bytes > options.maxBytes()) {
            throw complaints.of(
                    Reason.TOO_LARGE,
                    "the file has at least " + bytes + " bytes, " + options.maxBytes()
                            + " are allowed; DownloadOptions.maxBytes can be raised");
        }
    }
}
