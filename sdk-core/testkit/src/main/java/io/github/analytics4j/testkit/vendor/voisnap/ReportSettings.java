package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.StorageFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** How reports are made and handed out, and the ones made so far. Thread-safe. */
public final class ReportSettings {
    // The vendor's policy analytics-export.
    private static final int EXPORTS_PER_HOUR = 5;

    public final List<MadeReport> reports = new CopyOnWriteArrayList<>();
    /** Null for as long as was estimated. */
    public volatile @Nullable Duration readyAfter;

    public volatile int readyAfterLooks;
    public volatile int notReadyStatus = 409;
    public volatile int estimatedSeconds = 12;
    public volatile int createStatus = 202;
    public volatile int redirectStatus = 302;
    public volatile int relativeHops;
    public volatile boolean direct;
    public volatile boolean failing;
    public volatile @Nullable StorageFile content;
    public volatile int exportsPerHour = EXPORTS_PER_HOUR;

    Duration readyAfter(MadeReport report) {
        Duration told = readyAfter;
        return told == null ? Duration.ofSeconds(report.estimatedSeconds) : told;
    }

    /** As at first; the reports made so far are forgotten. */
    public void reset() {
        reports.clear();
        readyAfter = null;
        failing = false;
        readyAfterLooks = 0;
        notReadyStatus = 409;
        estimatedSeconds = 12;
        createStatus = 202;
        redirectStatus = 302;
        relativeHops = 0;
        direct = false;
        content = null;
        exportsPerHour = EXPORTS_PER_HOUR;
    }
}
