package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.download.SignedUrl;
import io.github.analytics4j.error.DownloadException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A report whose file is there. Safe for use by several threads. */
public final class ReadyReport {
    private final Report report;
    private final @Nullable SignedUrl link;

    ReadyReport(Report report, @Nullable SignedUrl link) {
        this.report = report;
        this.link = link;
    }

    /** The report. */
    public Report report() {
        return report;
    }

    /** Identifies the report, {@code rpt_…}. */
    public String reportId() {
        return report.reportId();
    }

    /**
     * The file, beginning with the link that the last look brought: another is asked for, and counted by the vendor, only
     * if that was refused.
     */
    public Download download() {
        Download download = report.download();
        return link == null ? download : download.startingWith(link);
    }

    /**
     * Fetches the whole file and gives it this name; see {@link Download#saveTo}.
     *
     * @throws DownloadException if it did not become complete
     */
    public DownloadedFile saveTo(Path file) {
        return download().saveTo(file);
    }

    /** Fetches the whole file into a folder, named as the server names it, or after the report. */
    public DownloadedFile saveInto(Path folder) {
        return download().saveInto(folder);
    }

    /** Asks for a new link and returns it unopened. It lets anyone fetch the file and does not live long. */
    public SignedUrl downloadUrl() {
        return report.download().downloadUrl();
    }

    @Override
    public String toString() {
        return "ReadyReport[" + report.reportId() + "]";
    }
}
