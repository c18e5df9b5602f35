package io.github.analytics4j.testkit.data;

import io.github.analytics4j.testkit.data.RowTree.Piece;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log of rows, newest first: original ones, which appear as the clock goes on, and what was inserted, changed and
 * deleted. Only changes take memory. Thread-safe.
 */
public final class Rows {
    /** Inserted rows have numbers from here on: no original row ever has. */
    public static final long INSERTED = 1L << 40;

    // Ten thousand years: no row is older.
    private static final Duration ALL_AGES = Duration.ofDays(3_652_500);

    private final Timeline timeline;
    private final RowTimes times;
    private final LongFunction<String> idOfKey;
    // Where rows stand whose time is not computed: each batch by its lowest number, and rows that were moved.
    private final TreeMap<Long, Long> batches = new TreeMap<>();
    private final Map<Long, Long> moved = new HashMap<>();
    private final RowTree original;
    private volatile RowTree tree;
    // The latest time that rows were put at; data that stand still have none of their own accord before it.
    private volatile long lastPut = Long.MIN_VALUE;
    private volatile boolean edited;
    private volatile @Nullable Duration kept;
    private volatile Runnable afterEachPage = () -> {};
    private long nextKey = INSERTED;

    /** A log that holds so many original rows at the start; what would have been before them does not exist. */
    public Rows(Timeline timeline, RowTimes times, long rows, LongFunction<String> idOfKey) {
        this.timeline = timeline;
        this.times = times;
        this.idOfKey = idOfKey;
        long oldest = times.firstFrom(timeline.start() + 1) - rows;
        this.original = RowTree.of(times, times.firstFrom(timeline.end() + 1) - 1, oldest);
        this.tree = original;
        this.kept = timeline.kept();
    }

    /** As at first: without the changes since, and without what was to run after pages. */
    public synchronized void reset() {
        tree = original;
        batches.clear();
        moved.clear();
        edited = false;
        kept = timeline.kept();
        lastPut = Long.MIN_VALUE;
        nextKey = INSERTED;
        afterEachPage = () -> {};
    }

    /** The log's state now; lists and counts are of the same rows. */
    public RowView view() {
        RowTree state = tree;
        long now = timeline.now();
        Duration age = kept;
        long end = age == null ? state.size() : state.firstBefore(oldest(now, age));
        return new RowView(state, state.firstBefore(newest(now) + 1), end, now);
    }

    private static long oldest(long now, Duration age) {
        return age.compareTo(ALL_AGES) > 0 ? Long.MIN_VALUE : now - age.toMillis();
    }

    private long newest(long now) {
        return Math.min(now, Math.max(timeline.dataNow(), lastPut));
    }

    /** Whether anything was ever said about a single row. */
    public boolean edited() {
        return edited;
    }

    public Timeline timeline() {
        return timeline;
    }

    /** Rows older than this are no longer shown; null keeps all. */
    public void keep(@Nullable Duration age) {
        kept = age;
    }

    public synchronized void pageAnswered() {
        afterEachPage.run();
    }

    public void afterEachPage(Runnable change) {
        afterEachPage = change;
    }

    /** The ids in the log now, in its order. */
    public Stream<String> ids() {
        RowView now = view();
        LongStream.Builder keys = LongStream.builder();
        now.scan(0, now.size(), (key, time, edit) -> keys.add(key));
        return keys.build().mapToObj(idOfKey);
    }

    public String id(long position) {
        RowView now = view();
        return idOfKey.apply(now.key(Objects.checkIndex(position, now.size())));
    }

    public Instant time(long position) {
        RowView now = view();
        return Instant.ofEpochMilli(now.time(Objects.checkIndex(position, now.size())));
    }

    public synchronized void insertFirst(int rows) {
        long now = timeline.now();
        clear(now);
        put(tree.firstBefore(now + 1), rows, now, null);
    }

    public synchronized void insert(long position, int rows) {
        RowView now = view();
        Objects.checkIndex(position, now.size() + 1);
        if (position == 0) {
            insertFirst(rows);
        } else {
            long newer = now.time(position - 1);
            long millis = position == now.size() ? newer - 1 : (newer + now.time(position)) / 2;
            put(now.start() + position, rows, millis, null);
        }
    }

    public synchronized void insertAt(Instant time, int rows) {
        add(time.toEpochMilli(), rows, null);
    }

    /** Adds rows where their time belongs, and returns the number of the oldest of them. */
    public synchronized long add(long millis, int rows, @Nullable Object edit) {
        edited |= edit != null;
        clear(millis);
        return put(tree.firstBefore(millis), rows, millis, edit);
    }

    public synchronized void delete(long position, int rows) {
        RowView now = view();
        Objects.checkFromIndexSize(position, rows, now.size());
        tree = tree.deleted(now.start() + position, rows);
    }

    /** Deletes the row of a number; false when there is none. */
    public synchronized boolean delete(long key) {
        long position = find(key);
        if (position >= 0) {
            tree = tree.deleted(position, 1);
        }
        return position >= 0;
    }

    /** Whether there is a row of a number. */
    public synchronized boolean contains(long key) {
        return find(key) >= 0;
    }

    /** The changes so far of the row of a number, and its time. */
    public record Found(long time, @Nullable Object edit) {}

    /** Changes the row of a number, also its time; false when there is none. */
    public synchronized boolean change(long key, UnaryOperator<Found> change) {
        long position = find(key);
        if (position < 0) {
            return false;
        }
        Found[] found = new Found[1];
        tree.scan(position, position + 1, (rowKey, time, edit) -> found[0] = new Found(time, edit));
        Found changed = change.apply(found[0]);
        clear(changed.time());
        position = find(key);
        long place = position;
        RowTree without = tree.deleted(position, 1);
        if (changed.time() != found[0].time()) {
            place = without.firstBefore(changed.time());
        }
        moved.put(key, changed.time());
        edited = true;
        tree = without.inserted(place, new Piece(key, 1, changed.time(), changed.edit()));
        return true;
    }

    /** Where the row of a number stands in the tree, or -1. */
    private long find(long key) {
        if (key >= INSERTED && batches.floorEntry(key) == null) {
            return -1;
        }
        long time = timeOf(key);
        long[] position = {-1, tree.firstBefore(time + 1)};
        tree.scan(position[1], tree.firstBefore(time), (rowKey, rowTime, edit) -> {
            position[0] = rowKey == key ? position[1] : position[0];
            position[1]++;
        });
        return position[0];
    }

    private long timeOf(long key) {
        Long changed = moved.get(key);
        if (changed != null) {
            return changed;
        }
        if (key < INSERTED) {
            return times.at(key);
        }
        return batches.floorEntry(key).getValue();
    }

    /** Takes away original rows that data standing still would show if something later were put before them. */
    private void clear(long millis) {
        long newest = Math.max(timeline.dataNow(), lastPut);
        if (millis > newest) {
            long from = tree.firstBefore(millis + 1);
            if (newest < timeline.now() && timeline.still()) {
                tree = tree.deleted(from, tree.firstBefore(newest + 1) - from);
            }
            lastPut = millis;
        }
    }

    /** A batch begins at an even number: what comes in pairs is complete in each of them. */
    private long put(long position, int rows, long millis, @Nullable Object edit) {
        long oldest = nextKey;
        if (rows > 0) {
            tree = tree.inserted(position, new Piece(oldest + rows - 1, rows, millis, edit));
            batches.put(oldest, millis);
            nextKey += rows + (rows & 1);
        }
        return oldest;
    }
}
