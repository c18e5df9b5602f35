package io.github.analytics4j.duckdb;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The scans that a connection's statements run, so that canceling one ends them; and why the last one failed. Thread-safe. */
final class ConnectionScans {
    private final Set<Scan> live = ConcurrentHashMap.newKeySet();
    private volatile @Nullable String canceled;
    private volatile @Nullable ScanFailure failure;

    /** Another statement begins: what was canceled or failed before is not its business. */
    void begin() {
        canceled = null;
        failure = null;
    }

    void add(Scan scan) {
        live.add(scan);
        if (canceled != null) {
            scan.cancel();
        }
    }

    void remove(Scan scan) {
        live.remove(scan);
    }

    /** Ends the scans that run, and those that the same statement begins from here on, for that reason. */
    void cancel(String why) {
        canceled = why;
        live.forEach(Scan::cancel);
    }

    /** Why the statement was ended from outside; null if it was not. */
    @Nullable
    String canceled() {
        return canceled;
    }

    ScanFailure failed(ScanFailure why) {
        failure = why;
        return why;
    }

    /** Why the last scan failed; null if none did since the statement began. */
    @Nullable
    ScanFailure failure() {
        return failure;
    }
}
