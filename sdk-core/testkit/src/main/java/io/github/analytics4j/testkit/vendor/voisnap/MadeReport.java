package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.CreatedReport;
import java.util.concurrent.atomic.AtomicInteger;

/** A report and what became of it. */
public final class MadeReport {
    public final CreatedReport created;
    final AtomicInteger looks = new AtomicInteger();
    public volatile boolean gone;
    final int estimatedSeconds;
    final boolean failed;

    MadeReport(CreatedReport created, int estimatedSeconds, boolean failed) {
        this.created = created;
        this.estimatedSeconds = estimatedSeconds;
        this.failed = failed;
    }

    /** The name of its file in storage. */
    String fileName() {
        String type = created.file().contentType().equals("application/pdf") ? ".pdf" : ".csv";
        return created.reportId() + type;
    }
}
