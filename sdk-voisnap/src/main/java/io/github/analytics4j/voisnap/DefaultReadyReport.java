package io.github.analytics4j.voisnap;

import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.OpenedFile;

/**
 * A report whose file was found by a poll.
 *
 * @param file what the poll opened, the first to be read
 */
record DefaultReadyReport(Report report, OpenedFile file) implements ReadyReport {
    @Override
    public Download download() {
        return report.download().startingWith(file);
    }

    @Override
    public String toString() {
        return "ReadyReport[" + report.reportId() + "]";
    }
}
