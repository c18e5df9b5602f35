package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Rows;
import io.github.analytics4j.testkit.server.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A log of rows, newest first, that grows and shrinks while it is read. It holds no row that is dated after the
 * sandbox's clock.
 *
 * <p>Rows are computed from their number; only changes take memory. Every answer shows one state of the log, never half
 * a change. Thread-safe.
 */
public sealed class RowLog permits CallLog {
    final Rows rows;

    RowLog(Rows rows) {
        this.rows = rows;
    }

    public long size() {
        return rows.view().size();
    }

    /** The ids in the log now, in its order. */
    public Stream<String> ids() {
        return rows.ids();
    }

    public String id(long position) {
        try {
            return rows.id(position);
        } catch (IndexOutOfBoundsException outside) {
            throw outside(position, 1, outside);
        }
    }

    public Instant time(long position) {
        try {
            return rows.time(position);
        } catch (IndexOutOfBoundsException outside) {
            throw outside(position, 1, outside);
        }
    }

    /** New rows arrive now, before all others. */
    public void insertFirst(int count) {
        check(count);
        rows.insertFirst(count);
    }

    /** Rows that arrive late: the first of them stands at this position afterwards. */
    public void insert(long position, int count) {
        check(count);
        within(position, 0, () -> rows.insert(position, count));
    }

    /** A burst: rows that all carry this very time, at the place where it belongs. */
    public void insertAt(Instant time, int count) {
        check(count);
        rows.insertAt(Clocks.checked("time", time), count);
    }

    /** Rows older than this, by the sandbox's clock, are shown no longer, and are counted no longer either. */
    public void retention(Duration age) {
        rows.keep(SandboxSettings.age(age));
    }

    /** All rows are shown, however old they are. */
    public void noRetention() {
        rows.keep(null);
    }

    public void delete(long position, int count) {
        check(count);
        within(position, count, () -> rows.delete(position, count));
    }

    /** Runs after each page that was answered from this log, before its connection's next request; one at a time. */
    public void afterEachPage(Consumer<RowLog> change) {
        rows.afterEachPage(() -> change.accept(this));
    }

    private void within(long position, int count, Runnable change) {
        try {
            change.run();
        } catch (IndexOutOfBoundsException outside) {
            throw outside(position, count, outside);
        }
    }

    private IndexOutOfBoundsException outside(long position, int count, IndexOutOfBoundsException cause) {
        IndexOutOfBoundsException told = new IndexOutOfBoundsException("position: must be within the log of " + size()
                + " rows, was " + position + (count > 1 ? " and " + count + " rows from there" : ""));
        told.initCause(cause);
        return told;
    }

    private static void check(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count: must not be negative, was " + count);
        }
    }
}
