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
 * <p>Rows are computed from their number; only changes take memory. Every response shows one state of the log, never half
 * a change. Thread-safe.
 */
public sealed class RowLog permits CallLog {
    final Rows rows;

    RowLog(Rows rows) {
        this.rows = rows;
    }

    /** {@return the number of rows in the log now} */
    public long size() {
        return rows.view().size();
    }

    /** {@return the ids in the log now, in its order} */
    public Stream<String> ids() {
        return rows.ids();
    }

    /**
     * {@return the id of the row at a position}
     *
     * @param position from 0, the newest
     * @throws IndexOutOfBoundsException if there is no such row now
     */
    public String id(long position) {
        try {
            return rows.id(position);
        } catch (IndexOutOfBoundsException outside) {
            throw outside(position, 1, outside);
        }
    }

    /**
     * {@return the time of the row at a position}
     *
     * @param position from 0, the newest
     * @throws IndexOutOfBoundsException if there is no such row now
     */
    public Instant time(long position) {
        try {
            return rows.time(position);
        } catch (IndexOutOfBoundsException outside) {
            throw outside(position, 1, outside);
        }
    }

    /**
     * Lets new rows arrive now, before all others.
     *
     * @param count how many
     */
    public void insertFirst(int count) {
        check(count);
        rows.insertFirst(count);
    }

    /**
     * Lets rows arrive late.
     *
     * @param position where the first of them stands afterwards
     * @param count how many
     */
    public void insert(long position, int count) {
        check(count);
        within(position, 0, () -> rows.insert(position, count));
    }

    /**
     * Lets a burst arrive: rows that all carry the same time, at the place where it belongs.
     *
     * @param time of each
     * @param count how many
     */
    public void insertAt(Instant time, int count) {
        check(count);
        rows.insertAt(Clocks.checked("time", time), count);
    }

    /**
     * Shows and counts no longer what is older than this.
     *
     * @param age by the sandbox's clock
     */
    public void retention(Duration age) {
        rows.keep(SandboxSettings.age(age));
    }

    /** All rows are shown, however old they are. */
    public void noRetention() {
        rows.keep(null);
    }

    /**
     * Deletes rows that stand one after the other.
     *
     * @param position of the first
     * @param count how many
     * @throws IndexOutOfBoundsException if there are not so many from there
     */
    public void delete(long position, int count) {
        check(count);
        within(position, count, () -> rows.delete(position, count));
    }

    /**
     * Runs something after each page that was answered from this log, before its connection's next request.
     *
     * @param change gets this log; run one at a time
     */
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
