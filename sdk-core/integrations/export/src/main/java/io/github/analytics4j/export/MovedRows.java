package io.github.analytics4j.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where rows may be that are missing from a slice, by what the log counts. */
final class MovedRows {
    /** A log of so few rows is read as a whole when rows are missing: no count can be mistaken then. */
    private static final int SMALL_LOG = 2_000;

    private final LogCounts counts;
    private final SyncState stored;
    private final String name;
    private final @Nullable LocalDate since;

    /**
     * Of one partition.
     *
     * @param since the first day that is wanted; null for all that there is
     */
    MovedRows(LogCounts counts, SyncState stored, String name, @Nullable LocalDate since) {
        this.counts = counts;
        this.stored = stored;
        this.name = name;
        this.since = since;
    }

    /**
     * Returns the slice that has to be read at once so that rows which are missing from a slice are found where they moved to: the slice itself if
     * they are gone from the log; null if that cannot be told.
     */
    @Nullable
    Slice where(Slice slice, Instant start, Planner planner) {
        LocalDate from = slice.from();
        LocalDate floor = LogSource.dayOf(start);
        if (from == null || !slice.also().isEmpty() || (slice.isOpen() && since != null && !from.isAfter(floor))) {
            return slice;
        }
        if (Math.max(counts.total(), stored.rowsOf(name, each -> true)) <= SMALL_LOG) {
            LocalDate first = counts.from();
            return first == null ? Slice.ALL : Slice.of(first.isBefore(floor) ? floor : first, null);
        }
        if (counts.total() < 0) {
            return planner.isSweepDue() ? slice : null;
        }
        if (counts.isOfAll()
                && counts.total() - counts.count(LogSource.BEGINNING).total()
                        > stored.rowsOf(name, UnitKey.undated(name)::equals)) {
            return Slice.ALL;
        }
        HoleSearch search = new HoleSearch(counts, stored, name);
        List<LocalDate> days = new ArrayList<>(search.find(counts.firstDay(start), from));
        LocalDate to = slice.to();
        if (to != null && to.isBefore(planner.lookFrom())) {
            days.addAll(search.find(to, planner.lookFrom()));
        }
        if (search.gaveUp()) {
            return null;
        }
        return days.isEmpty() ? slice : slice.also(days);
    }
}
