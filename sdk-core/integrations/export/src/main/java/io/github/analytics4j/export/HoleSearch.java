package io.github.analytics4j.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Finds the days of which the log has another number of rows than the sink, by the totals from a day on: these tell nothing of
 * how a vendor reads the end of a window.
 */
final class HoleSearch {
    /** A run spends no more requests on it. */
    private static final int MOST_COUNTS = 80;

    private final LogCounts counts;
    private final TreeMap<LocalDate, Long> stored = new TreeMap<>();
    private final TreeMap<LocalDate, Long> differences = new TreeMap<>();
    private final List<LocalDate> found = new ArrayList<>();
    private long dated = -1;
    private int asked;

    HoleSearch(LogCounts counts, SyncState state, String partition) {
        this.counts = counts;
        state.unitsOf(partition).forEach((key, unit) -> {
            if (key.isDay()) {
                stored.put(key.day(), unit.rows() + unit.rejected() + state.purgedOf(key));
            }
        });
    }

    /** The days from one to before another whose number of rows differs. */
    List<LocalDate> find(LocalDate from, LocalDate to) {
        if (from.isBefore(to)) {
            search(from, to);
        } else {
            difference(from);
        }
        return found;
    }

    /** Rows that have a time, as the server told; known after a search. */
    long dated() {
        return dated;
    }

    /** Whether there was more to search than one run may ask for. */
    boolean gaveUp() {
        return asked >= MOST_COUNTS;
    }

    private void search(LocalDate from, LocalDate to) {
        if (difference(from) == difference(to) || gaveUp()) {
            return;
        }
        LocalDate middle = LocalDate.ofEpochDay((from.toEpochDay() + to.toEpochDay()) / 2);
        if (middle.equals(from)) {
            found.add(from);
            return;
        }
        search(from, middle);
        search(middle, to);
    }

    /** How many more rows the log has from a day on than the sink. */
    private long difference(LocalDate from) {
        Long known = differences.get(from);
        if (known != null) {
            return known;
        }
        asked++;
        long log = counts.count(LogSource.atStart(from)).total();
        dated = Math.max(dated, log);
        long sink = stored.tailMap(from, true).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        differences.put(from, log - sink);
        return log - sink;
    }
}
