package io.github.analytics4j.testkit;

import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A log of rows, newest first, that grows and shrinks while it is read.
 *
 * <p>Rows are computed from their number; only changes take memory. Every answer shows one state of the log, never half
 * a change.
 */
public final class RowLog {
    public long size() {
        throw new UnsupportedOperationException();
    }

    /** The ids in the log now, in its order. */
    public Stream<String> ids() {
        throw new UnsupportedOperationException();
    }

    public String id(long position) {
        throw new UnsupportedOperationException();
    }

    public Instant time(long position) {
        throw new UnsupportedOperationException();
    }

    /** New rows arrive now, before all others. */
    public void insertFirst(int rows) {
        throw new UnsupportedOperationException();
    }

    /** Rows that arrive late: the first of them stands at this position afterwards. */
    public void insert(long position, int rows) {
        throw new UnsupportedOperationException();
    }

    /** A burst: rows that all carry this very time, at the place where it belongs. */
    public void insertAt(Instant time, int rows) {
        throw new UnsupportedOperationException();
    }

    public void delete(long position, int rows) {
        throw new UnsupportedOperationException();
    }

    /** Runs after each page that was answered from this log, before the next request is looked at. */
    public void afterEachPage(Consumer<RowLog> change) {
        throw new UnsupportedOperationException();
    }
}
