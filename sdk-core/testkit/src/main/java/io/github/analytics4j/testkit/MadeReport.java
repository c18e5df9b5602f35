package io.github.analytics4j.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/** A report and what became of it. */
final class MadeReport {
    final CreatedReport created;
    final AtomicInteger looks = new AtomicInteger();
    volatile boolean gone;

    MadeReport(CreatedReport created) {
        this.created = created;
    }

    /** The name of its file in storage. */
    String fileName() {
        String type = created.file().contentType().equals("application/pdf") ? ".pdf" : ".csv";
        return created.reportId() + type;
    }
}
