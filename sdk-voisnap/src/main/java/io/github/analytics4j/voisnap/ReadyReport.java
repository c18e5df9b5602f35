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
    /** {@return the report whose file is there} */
    Report report();

    /** {@return the id of the report, {@code rpt_…}} */
    default String reportId() {
        return report().reportId();
    }

    /**
     * {@return the file, beginning with the connection that the last poll opened, if it is begun within half a minute, and
     * else with its link: another is asked for, and counted by the vendor, only if that was refused}
     */
    Download download();

    /**
     * Fetches the whole file and gives it this name; see {@link Download#saveTo}.
     *
     * @param file the name of the complete file; its folder must be there
     * @return where the file is, and what proves it complete
     * @throws DownloadException if it did not become complete
     */
    default DownloadedFile saveTo(Path file) {
        return download().saveTo(file);
    }

    /**
     * As {@link #saveTo(Path)}, with some options changed: {@code saveTo(file, o -> o.overwrite(true))}.
     *
     * @param file the name of the complete file
     * @param change gets a builder with the default options
     * @return where the file is, and what proves it complete
     */
    default DownloadedFile saveTo(Path file, Consumer<DownloadOptions.Builder> change) {
        return download().saveTo(file, change);
    }

    /**
     * Fetches the whole file into a folder, named as the server names it, or after the report.
     *
     * @param folder must be there
     * @return where the file is, and what proves it complete
     */
    default DownloadedFile saveInto(Path folder) {
        return download().saveInto(folder);
    }

    /**
     * Asks for a new link, without asking the storage host. It lets anyone fetch the file and does not live long.
     *
     * @return the link
     */
    default SignedUrl downloadUrl() {
        return report().download().downloadUrl();
    }
}
