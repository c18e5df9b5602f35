package io.github.analytics4j.testkit.data;

import io.github.analytics4j.testkit.data.RowView.Piece;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A log of rows, newest first: its present state, and the changes that lead to the next. Thread-safe. */
public final class Rows {
    private final Clock clock;
    private final LongFunction<String> idOfKey;
    private final RowView first;
    private volatile RowView view;
    private volatile Runnable afterEachPage = () -> {};
    private long nextKey;

    public Rows(Clock clock, RowTimes times, long rows, LongFunction<String> idOfKey) {
        this.clock = clock;
        this.idOfKey = idOfKey;
        this.first = RowView.of(times, rows);
        this.view = first;
        this.nextKey = rows;
    }

    /** As at first: without the changes since, and without what was to run after pages. */
    public synchronized void reset() {
        view = first;
        nextKey = first.size();
        afterEachPage = () -> {};
    }

    public RowView view() {
        return view;
    }

    public synchronized void pageAnswered() {
        afterEachPage.run();
    }

    public void afterEachPage(Runnable change) {
        afterEachPage = change;
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

    public synchronized void insertFirst(int rows) {
        long now = clock.millis();
        put(0, rows, view.size() == 0 ? now : Math.max(now, view.time(0)));
    }

    public synchronized void insert(long position, int rows) {
        if (position == 0) {
            insertFirst(rows);
        } else {
            long newer = view.time(position - 1);
            put(position, rows, position == view.size() ? newer - 1 : (newer + view.time(position)) / 2);
        }
    }

    public synchronized void insertAt(Instant time, int rows) {
        long millis = time.toEpochMilli();
        put(view.firstBefore(millis), rows, millis);
    }

    public synchronized void delete(long position, int rows) {
        Objects.checkFromIndexSize(position, rows, view.size());
        view = view.deleted(position, rows);
    }

    private void put(long position, int rows, long millis) {
        view = view.inserted(position, new Piece(nextKey, rows, millis));
        nextKey += rows;
    }
}
