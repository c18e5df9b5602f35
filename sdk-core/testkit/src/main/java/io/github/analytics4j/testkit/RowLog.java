package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.RowView.Piece;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A log of rows, newest first, that grows and shrinks while it is read.
 *
 * <p>Rows are computed from their number; only changes take memory. Every answer shows one state of the log, never half
 * a change. Thread-safe.
 */
public final class RowLog {
    private final Env env;
    private final LongFunction<String> idOfKey;
    private volatile RowView view;
    private volatile Consumer<RowLog> afterEachPage = log -> {};
    private long nextKey;

    RowLog(Env env, RowTimes times, long rows, LongFunction<String> idOfKey) {
        this.env = env;
        this.idOfKey = idOfKey;
        this.view = RowView.of(times, rows);
        this.nextKey = rows;
    }

    RowView view() {
        return view;
    }

    synchronized void pageAnswered() {
        afterEachPage.accept(this);
    }

    public long size() {
        return view.size();
    }

    /** The ids in the log now, in its order. */
    public Stream<String> ids() {
        RowView now = view;
        return LongStream.range(0, now.size()).mapToObj(position -> idOfKey.apply(now.key(position)));
    }

    public String id(long position) {
        RowView now = view;
        return idOfKey.apply(now.key(Objects.checkIndex(position, now.size())));
    }

    public Instant time(long position) {
        RowView now = view;
        return Instant.ofEpochMilli(now.time(Objects.checkIndex(position, now.size())));
    }

    /** New rows arrive now, before all others. */
    public synchronized void insertFirst(int rows) {
        long now = env.now().toEpochMilli();
        put(0, rows, size() == 0 ? now : Math.max(now, view.time(0)));
    }

    /** Rows that arrive late: the first of them stands at this position afterwards. */
    public synchronized void insert(long position, int rows) {
        if (position == 0) {
            insertFirst(rows);
        } else {
            long newer = view.time(position - 1);
            put(position, rows, position == size() ? newer - 1 : (newer + view.time(position)) / 2);
        }
    }

    /** A burst: rows that all carry this very time, at the place where it belongs. */
    public synchronized void insertAt(Instant time, int rows) {
        long millis = time.toEpochMilli();
        put(view.firstBefore(millis), rows, millis);
    }

    public synchronized void delete(long position, int rows) {
        Objects.checkFromIndexSize(position, rows, size());
        view = view.deleted(position, rows);
    }

    /** Runs after each page that was answered from this log, before its connection's next request; one at a time. */
    public void afterEachPage(Consumer<RowLog> change) {
        afterEachPage = change;
    }

    private void put(long position, int rows, long millis) {
        view = view.inserted(position, new Piece(nextKey, rows, millis));
        nextKey += rows;
    }
}
