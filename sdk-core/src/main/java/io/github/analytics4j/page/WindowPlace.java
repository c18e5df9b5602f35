package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowResponse.Absent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes down where a window walk stands: the millisecond of the newest row that was read, the ids of the rows read of it,
 * and those of rows that were read before their turn. All rows before that millisecond were read.
 */
final class WindowPlace<T> {

    private static final int TIMELESS_SAVED = 100;
    /** As good as the whole log; see the reader of checkpoints. */
    private static final long LONGEST_SAVED = 1_000_000_000_000_000L;

    private final WindowRows<T> rows;
    private final Frontier<T> frontier;
    private final @Nullable Instant newestBefore;
    private final long clearBefore;

    /** The place before a response is used. */
    WindowPlace(WindowRows<T> rows, Frontier<T> frontier) {
        this.rows = rows;
        this.frontier = frontier;
        this.newestBefore = frontier.newest;
        this.clearBefore = frontier.clear;
    }

    /**
     * Saves the place behind the first {@code read} rows of a batch.
     *
     * @param length the length of the next slot
     * @param missing rows that are being looked for, so that the place is not behind them
     * @param bound how far back the log was read from its end in search of its start; null if it was not
     */
    void save(
            WalkState.Builder into,
            List<T> batch,
            int read,
            double length,
            Collection<Absent> missing,
            @Nullable Long bound) {
        Instant newest = newestBefore;
        for (T row : batch.subList(0, read)) {
            Instant at = rows.timeOf(row);
            newest = at != null && (newest == null || at.isAfter(newest)) ? at : newest;
        }
        Set<String> unread = new HashSet<>();
        for (T row : batch.subList(read, batch.size())) {
            unread.add(String.valueOf(rows.idOf(row)));
        }
        into.whole = false;
        long place = newest == null ? clearBefore : newest.toEpochMilli();
        for (Absent row : missing) {
            place = Math.min(place, rows.deliveredUpTo(row.cell()));
        }
        boolean open = place == TimeSlot.OPEN_START;
        long saved = !open ? place : bound == null ? 0 : bound;
        into.position = saved < -LONGEST_SAVED || saved > LONGEST_SAVED ? 0 : saved;
        into.span = open ? 0 : (long) Math.max(1, Math.min(length, LONGEST_SAVED));
        into.anchors = newest == null ? List.of() : without(unread, rows.delivered(place));
        Set<String> apart = new LinkedHashSet<>(rows.timeless(TIMELESS_SAVED));
        apart.addAll(rows.deliveredBehind(place));
        apart.removeAll(unread);
        into.missing = List.copyOf(apart);
        rows.saveInHand(into, place, frontier.end, unread, frontier.kept());
        if (!open) {
            rows.save(into, place, unread);
        }
    }

    private static List<String> without(Set<String> unread, List<String> names) {
        List<String> kept = new ArrayList<>(names);
        kept.removeAll(unread);
        return kept;
    }
}
