package io.github.analytics4j.testkit.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a state within a time range that pass a filter. Without a filter nothing is counted; with one, the
 * matches of each block of rows are counted once, so that a far page costs one block and not the whole log.
 */
public final class RowSelection {
    /** Whether the row of this key and time passes. Equal filters select the same rows. */
    public interface Filter {
        boolean passes(long key, long time);
    }

    private static final int BLOCK = 4096;

    private final RowView view;
    private final long from;
    private final long to;
    private final @Nullable Filter filter;
    private final long[] before;

    private RowSelection(RowView view, long from, long to, @Nullable Filter filter) {
        this.view = view;
        this.from = from;
        this.to = Math.max(from, to);
        this.filter = filter;
        this.before = filter == null ? new long[0] : countBlocks();
    }

    public long total() {
        return filter == null ? to - from : before[before.length - 1];
    }

    /** The positions in the log of so many selected rows from an offset on, in order. */
    public void page(long offset, long limit, LongConsumer positions) {
        long end = Math.min(total(), offset + limit);
        if (filter == null) {
            for (long at = offset; at < end; at++) {
                positions.accept(from + at);
            }
            return;
        }
        int block = 0;
        while (block < before.length - 1 && before[block + 1] <= offset) {
            block++;
        }
        long nth = before[block];
        for (long at = from + (long) block * BLOCK; nth < end; at++) {
            if (passes(at)) {
                if (nth >= offset) {
                    positions.accept(at);
                }
                nth++;
            }
        }
    }

    private boolean passes(long position) {
        return filter == null || filter.passes(view.key(position), view.time(position));
    }

    private long[] countBlocks() {
        List<Long> counts = new ArrayList<>(List.of(0L));
        long count = 0;
        for (long at = from; at < to; at++) {
            if (passes(at)) {
                count++;
            }
            if ((at - from + 1) % BLOCK == 0) {
                counts.add(count);
            }
        }
        counts.add(count);
        return counts.stream().mapToLong(Long::longValue).toArray();
    }

    /** Remembers the last selections: a walk asks for the same one again and again. */
    public static final class Cache {
        private static final int MOST = 8;

        private record Key(
                RowView view, long from, long to, @Nullable Filter filter) {}

        private final Map<Key, RowSelection> selections = new LinkedHashMap<>();

        /** The rows of a state that are not older than one time and older than another. */
        public RowSelection select(RowView view, long fromMillis, long toMillis, @Nullable Filter filter) {
            long first = toMillis == Long.MAX_VALUE ? 0 : view.firstBefore(toMillis);
            long end = fromMillis == Long.MIN_VALUE ? view.size() : view.firstBefore(fromMillis);
            if (filter == null) {
                return new RowSelection(view, first, end, null);
            }
            synchronized (selections) {
                if (selections.size() > MOST) {
                    selections.clear();
                }
                return selections.computeIfAbsent(
                        new Key(view, first, end, filter), key -> new RowSelection(view, first, end, filter));
            }
        }
    }
}
