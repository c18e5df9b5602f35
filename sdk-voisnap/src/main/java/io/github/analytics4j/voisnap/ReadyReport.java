package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadOptions;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.download.SignedUrl;
import io.github.analytics4j.error.DownloadException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A report whose file is there. Safe for use by several threads. */
public interface ReadyReport {
    /** The report. */
    Report report();

    /** Identifies the report, {@code rpt_…}. */
    default String reportId() {
        return report().reportId();
    }

    /**
     * The file, beginning with the connection that the last poll opened, if it is begun within half a minute, and else
     * with its link: another is asked for, and counted by the vendor, only if that was refused.
     */
    Download download();

    /**
     * Fetches the whole file and gives it this name; see {@link Download#saveTo}.
     *
     * @throws DownloadException if it did not become complete
     */
    default DownloadedFile saveTo(Path file) {
        return download().saveTo(file);
    }

    /** As {@link #saveTo(Path)}, with some options changed: {@code saveTo(file, o -> o.overwrite(true))}. */
    default DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change) {
        return download().saveTo(file, change);
    }

    /** Fetches the whole file into a folder, named as the server names it, or after the report. */
    default DownloadedFile saveInto(Path folder) {
        return download().saveInto(folder);
    }

    /** Asks for a new link and returns it unopened. It lets anyone fetch the file and does not live long. */
    default SignedUrl downloadUrl() {
        return report().download().downloadUrl();
    }
}
