package io.github.analytics4j.duckdb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The scans that a connection's statements run, so that canceling one ends them; and why the last one failed. Thread-safe. */
final class ConnectionScans {
    private final Set<Scan> live = new HashSet<>();
    private @Nullable Object execution;
    private @Nullable String canceled;
    private @Nullable ScanFailure failure;

    /** A statement begins: what was canceled or failed before is not its business. */
    synchronized void begin(Object next) {
        execution = next;
        canceled = null;
        failure = null;
    }

    void add(Scan scan) {
        boolean late;
        synchronized (this) {
            live.add(scan);
            late = canceled != null;
        }
        if (late) {
            scan.cancel();
        }
    }

    synchronized void remove(Scan scan) {
        live.remove(scan);
    }

    /** Ends the scans of an execution, also those that it has yet to begin, for that reason; none of another execution. */
    void cancel(@Nullable Object which, String why) {
        List<Scan> running;
        synchronized (this) {
            if (which != execution) {
                return;
            }
            canceled = why;
            running = List.copyOf(live); // a scan that is added from here on may be of the next execution
        }
        running.forEach(Scan::cancel);
    }

    /** Ends the scans of the execution that there is. */
    void cancel(String why) {
        Object latest;
        synchronized (this) {
            latest = execution;
        }
        cancel(latest, why);
    }

    /** Why the execution was ended from outside; null if it was not. */
    synchronized @Nullable String canceled() {
        return canceled;
    }

    synchronized ScanFailure failed(ScanFailure why) {
        failure = why;
        return why;
    }

    /** Why the last scan failed; null if none did since the execution began. */
    synchronized @Nullable ScanFailure failure() {
        return failure;
    }
}
