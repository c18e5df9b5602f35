package io.github.analytics4j.spark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the time up to which there are at most about so many rows, of several ids together, by numbers of rows alone. */
final class RowLimit {
    /** Each request leaves at least that share of the time out of the search. */
    private static final double LEAST_STEP = 0.03;

    /** More than it takes to halve a century down to a second, in turns with steps in proportion. */
    private static final int MOST_STEPS = 70;

    private final TableAccess access;
    private List<@Nullable String> ids;

    RowLimit(TableAccess access, List<@Nullable String> ids) {
        this.access = access;
        this.ids = ids;
    }

    /** The time of the oldest row; null where there is none. */
    @Nullable
    Long oldest() {
        List<TableAccess.Count> counts = access.counts(ids, null);
        Long oldest = null;
        for (int i = 0; i < ids.size(); i++) {
            Long time = access.oldest(ids.get(i), null, counts.get(i).rows());
            oldest = time == null || (oldest != null && oldest <= time) ? oldest : time;
        }
        return oldest;
    }

    /**
     * The last whole second before which there are at most so many rows; where a single second has more, the one behind it.
     *
     * @param from where the rows begin; null for the oldest
     * @param end where they end at the latest
     */
    long end(@Nullable Long from, long end, long most) {
        long total = begin(from, end);
        Long first = from == null ? oldest() : from;
        if (total <= most || first == null || first >= end) {
            return end;
        }
        long low = first;
        long lowRows = 0;
        long high = end;
        long highRows = total;
        for (int i = 0; i < MOST_STEPS && lowRows < Math.max(1, most / 2); i++) {
            double share = i % 2 != 0 ? 0.5 : 0.9 * (most - lowRows) / Math.max(1, highRows - lowRows);
            double inside = Math.min(1 - LEAST_STEP, Math.max(LEAST_STEP, share));
            long middle = SparkTypes.nextSecond(low + (long) ((high - low) * inside));
            middle = middle >= high ? middle - SparkTypes.SECOND : middle;
            if (middle <= low) {
                break;
            }
            long rows = total - sum(access.counts(ids, middle)) + behind;
            if (rows <= most) {
                low = middle;
                lowRows = rows;
            } else {
                high = middle;
                highRows = rows;
            }
        }
        return lowRows > 0 ? low : high;
    }

    private long behind;

    /** Counts the rows, and leaves out the ids that have none. */
    private long begin(@Nullable Long from, long end) {
        List<TableAccess.Count> all = access.counts(ids, from);
        List<@Nullable String> filled = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            if (all.get(i).rows() > 0) {
                filled.add(ids.get(i));
            }
        }
        ids = filled;
        behind = sum(access.counts(ids, end));
        return sum(all) - behind;
    }

    private static long sum(List<TableAccess.Count> counts) {
        return counts.stream().mapToLong(TableAccess.Count::rows).sum();
    }
}
