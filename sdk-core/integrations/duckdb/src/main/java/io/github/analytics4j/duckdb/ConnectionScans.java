package io.github.analytics4j.duckdb;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The turns of a connection's statements, and the scans of the one that runs, so that canceling it ends them; and why the last scan
 * failed. Thread-safe.
 */
final class ConnectionScans {
    private final Set<Scan> live = new HashSet<>();
    private Execution latest = new Execution();
    private boolean running;
    private @Nullable ScanFailure failure;

    /** One use of a statement, from when it is asked for. */
    static final class Execution {
        private @Nullable String canceled; // guarded by the scans of the connection
    }

    /**
     * Waits for the turn of an execution, since the driver refuses a second one; what failed before is not its business. Returns
     * false if it was canceled before its turn came, and then it has not begun.
     */
    synchronized boolean begin(Execution next) {
        boolean interrupted = false;
        while (running && next.canceled == null) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true; // for the walk, which ends by it
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (next.canceled != null) {
            return false;
        }
        running = true;
        latest = next;
        failure = null;
        return true;
    }

    /** The turn of another one comes. Scans may go on for rows that are still wanted. */
    synchronized void end() {
        running = false;
        notifyAll();
    }

    void add(Scan scan) {
        boolean late;
        synchronized (this) {
            live.add(scan);
            late = latest.canceled != null;
        }
        if (late) {
            scan.cancel();
        }
    }

    synchronized void remove(Scan scan) {
        live.remove(scan);
    }

    /** Ends an execution for that reason: its scans, also those that it has yet to begin, or its wait for its turn. */
    void cancel(Execution which, String why) {
        List<Scan> own;
        synchronized (this) {
            which.canceled = why;
            notifyAll();
            own = which == latest
                    ? List.copyOf(live)
                    : List.of(); // a scan that is added from here on may be of the next one
        }
        own.forEach(Scan::cancel);
    }

    /** Ends the execution that began last. */
    void cancel(String why) {
        Execution which;
        synchronized (this) {
            which = latest;
        }
        cancel(which, why);
    }

    /** Why an execution was ended from outside; null if it was not. */
    synchronized @Nullable String canceled(Execution which) {
        return which.canceled;
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
