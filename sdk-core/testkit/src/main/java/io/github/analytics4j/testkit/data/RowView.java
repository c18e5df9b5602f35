package io.github.analytics4j.testkit.data;

import org.jspecify.annotations.Nullable;

/**
 * One state of a log at one time: the rows that are neither later than the clock nor older than what is kept, newest
 * first. Immutable, so a response never shows half a change.
 */
public final class RowView {
    /** Receives rows in the order of the log. */
    public interface Visitor {
        /**
         * Receives the next row.
         *
         * @param key the number that the row keeps for good and that all its data come from
         * @param edit what was changed about it after the fact, if anything
         */
        void row(long key, long time, @Nullable Object edit);
    }

    private final RowTree tree;
    private final long start;
    private final long end;
    private final long now;

    RowView(RowTree tree, long start, long end, long now) {
        this.tree = tree;
        this.start = start;
        this.end = Math.max(start, end);
        this.now = now;
    }

    /** The time that the state is of. */
    public long now() {
        return now;
    }

    public long size() {
        return end - start;
    }

    public long key(long position) {
        long[] key = new long[1];
        scan(position, position + 1, (rowKey, time, edit) -> key[0] = rowKey);
        return key[0];
    }

    public long time(long position) {
        long[] millis = new long[1];
        scan(position, position + 1, (rowKey, time, edit) -> millis[0] = time);
        return millis[0];
    }

    /** The first position whose row is older than this; the size if there is none. */
    public long firstBefore(long millis) {
        return Math.max(start, Math.min(end, tree.firstBefore(millis))) - start;
    }

    /** The rows between two positions. */
    public void scan(long from, long to, Visitor visitor) {
        tree.scan(start + from, Math.min(end, start + to), visitor::row);
    }

    /** The rows that are not older than one time, but older than another. */
    public void between(long fromMillis, long toMillis, Visitor visitor) {
        scan(firstBefore(toMillis), firstBefore(fromMillis), visitor);
    }

    RowTree tree() {
        return tree;
    }

    /** Where it begins in its tree. */
    long start() {
        return start;
    }
}
