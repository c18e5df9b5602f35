package io.github.analytics4j.testkit.vendor.voisnap;

import io.github.analytics4j.testkit.StorageFile;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** How reports are made and handed out, and the ones made so far. Thread-safe. */
public final class ReportSettings {
    public final List<MadeReport> reports = new CopyOnWriteArrayList<>();
    public volatile Duration readyAfter = Duration.ZERO;
    public volatile int readyAfterLooks;
    public volatile int notReadyStatus = 409;
    public volatile int estimatedSeconds = 12;
    public volatile int createStatus = 202;
    public volatile int redirectStatus = 302;
    public volatile int relativeHops;
    public volatile boolean direct;
    public volatile @Nullable StorageFile content;
    public volatile int exportsPerHour = Integer.MAX_VALUE;

    /** As at first; the reports made so far are forgotten. */
    public void reset() {
        reports.clear();
        readyAfter = Duration.ZERO;
        readyAfterLooks = 0;
        notReadyStatus = 409;
        estimatedSeconds = 12;
        createStatus = 202;
        redirectStatus = 302;
        relativeHops = 0;
        direct = false;
        content = null;
        exportsPerHour = Integer.MAX_VALUE;
    }
}
