package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.DownloadOptions.FileKind;
import org.jspecify.annotations.Nullable;

/** Knows the content types, suffixes and first bytes of the files of each format. */
final class ReportFiles {
    private ReportFiles() {}

    static FileKind kind(@Nullable ReportFormat format) {
        if (format == null) {
            return FileKind.ANY;
        }
        return switch (format.known()) {
            case CSV -> FileKind.CSV;
            case PDF -> FileKind.PDF;
            case UNRECOGNIZED -> FileKind.ANY;
        };
    }

    /** Returns the name of the file if the server gives it none. Ids and formats are the server's words. */
    static String name(String reportId, @Nullable ReportFormat format) {
        String name = "report-" + plain(reportId);
        return format == null ? name : name + "." + plain(format.text());
    }

    private static String plain(String text) {
        String cut = text.length() > 80 ? text.substring(0, 80) : text;
        return cut.replaceAll("[^A-Za-z0-9_-]", "_");
    }
}
