package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.download.OpenedFile;
import io.github.analytics4j.download.SignedUrl;
import io.github.analytics4j.error.DownloadException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A report whose file is there. Safe for use by several threads. */
public final class ReadyReport {
    private final Report report;
    private final OpenedFile file;

    ReadyReport(Report report, OpenedFile file) {
        this.report = report;
        this.file = file;
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
     * The file, beginning with the connection that the last poll opened, if it is begun within half a minute, and else
     * with its link: another is asked for, and counted by the vendor, only if that was refused.
     */
    public Download download() {
        return report.download().startingWith(file);
    }

    /**
     * Fetches the whole file and gives it this name; see {@link Download#saveTo}.
     *
     * @throws DownloadException if it did not become complete
     */
    public DownloadedFile saveTo(Path file) {
        return download().saveTo(file);
    }

    /** As {@link #saveTo(Path)}, with some options changed: {@code saveTo(file, o -> o.overwrite(true))}. */
    public DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change) {
        return download().saveTo(file, change);
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
