package io.github.analytics4j.testkit.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a state within a time range that pass a filter. Without a filter nothing is counted; with one, the
 * matches of each block of rows are counted once, so that a far page costs one block and not the whole log.
 */
public final class RowSelection {
    /** Whether a row passes. Equal filters select the same rows. */
    public interface Filter {
        boolean passes(long key, long time, @Nullable Object edit);
    }

    private static final int BLOCK = 4096;

    private final RowTree tree;
    private final long from;
    private final long to;
    private final @Nullable Filter filter;
    private final long[] before;

    private RowSelection(RowTree tree, long from, long to, @Nullable Filter filter) {
        this.tree = tree;
        this.from = from;
        this.to = Math.max(from, to);
        this.filter = filter;
        this.before = filter == null ? new long[0] : countBlocks(filter);
    }

    public long total() {
        return filter == null ? to - from : before[before.length - 1];
    }

    /** So many selected rows from an offset on, in order. */
    public void page(long offset, long limit, RowView.Visitor rows) {
        long end = Math.min(total(), offset + Math.min(limit, total()));
        if (filter == null) {
            tree.scan(from + offset, from + end, rows::row);
            return;
        }
        int block = 0;
        while (block < before.length - 1 && before[block + 1] <= offset) {
            block++;
        }
        long[] nth = {before[block]};
        for (long at = from + (long) block * BLOCK; nth[0] < end; at += BLOCK) {
            tree.scan(at, Math.min(to, at + BLOCK), (key, time, edit) -> {
                if (nth[0] < end && filter.passes(key, time, edit) && nth[0]++ >= offset) {
                    rows.row(key, time, edit);
                }
            });
        }
    }

    private long[] countBlocks(Filter passing) {
        List<Long> counts = new ArrayList<>(List.of(0L));
        long[] count = new long[1];
        for (long at = from; at < to; at += BLOCK) {
            tree.scan(at, Math.min(to, at + BLOCK), (key, time, edit) -> {
                if (passing.passes(key, time, edit)) {
                    count[0]++;
                }
            });
            counts.add(count[0]);
        }
        return counts.stream().mapToLong(Long::longValue).toArray();
    }

    /** Remembers the last selections: a walk asks for the same one again and again. */
    public static final class Cache {
        private static final int MOST = 8;

        private record Key(
                RowTree tree, long from, long to, @Nullable Filter filter) {}

        private final Map<Key, RowSelection> selections = new LinkedHashMap<>();

        /** The rows of a state that are not older than one time and older than another. */
        public RowSelection select(RowView view, long fromMillis, long toMillis, @Nullable Filter filter) {
            long first = view.start() + (toMillis == Long.MAX_VALUE ? 0 : view.firstBefore(toMillis));
            long end = view.start() + (fromMillis == Long.MIN_VALUE ? view.size() : view.firstBefore(fromMillis));
            if (filter == null) {
                return new RowSelection(view.tree(), first, end, null);
            }
            synchronized (selections) {
                if (selections.size() > MOST) {
                    selections.clear();
                }
                return selections.computeIfAbsent(
                        new Key(view.tree(), first, end, filter),
                        key -> new RowSelection(view.tree(), first, end, filter));
            }
        }
    }
}
