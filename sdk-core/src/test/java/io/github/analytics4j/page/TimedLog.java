package io.github.analytics4j.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A log behind an operation with a bare limit: it filters by time and answers as many rows as it likes up to the limit. */
final class TimedLog {

    enum Order {
        OLDEST_FIRST,
        NEWEST_FIRST,
        SHUFFLED
    }

    final List<Row> rows = new ArrayList<>();
    final Set<Row> kept = new HashSet<>();
    private final Random random;
    private final Order order;
    private final boolean endCounts;
    private final Map<Long, Integer> crowds = new HashMap<>();
    private long nextNumber;

    TimedLog(Random random, Order order, boolean endCounts) {
        this.random = random;
        this.order = order;
        this.endCounts = endCounts;
    }

    /** Adds rows stamped with one instant. */
    void add(Instant at, int count) {
        for (int i = 0; i < count; i++) {
            rows.add(new Row("event-" + nextNumber++, at));
        }
        crowds.merge(at.toEpochMilli(), count, Integer::sum);
    }

    /** Everything there is now is what a walk must find. */
    void settle() {
        kept.addAll(rows);
    }

    void delete(int index) {
        kept.remove(rows.remove(index));
    }

    /** The most rows that ever were in the row's millisecond. */
    int crowd(Row row) {
        return row.at() == null ? 0 : crowds.getOrDefault(row.at().toEpochMilli(), 0);
    }

    /** Whether any millisecond ever had that many rows. */
    boolean crowded(int rows) {
        return crowds.values().stream().anyMatch(count -> count >= rows);
    }

    Page<Row> page(PageRequest at) {
        List<Row> found =
                new ArrayList<>(rows.stream().filter(row -> within(row, at)).toList());
        Comparator<Row> byTime = Comparator.comparing(Row::at, Comparator.nullsFirst(Comparator.naturalOrder()));
        switch (order) {
            case OLDEST_FIRST -> found.sort(byTime);
            case NEWEST_FIRST -> found.sort(byTime.reversed());
            case SHUFFLED -> Collections.shuffle(found, random);
        }
        return Page.of(at, List.copyOf(found.subList(0, Math.min(at.limit(), found.size()))), "answer");
    }

    private boolean within(Row row, PageRequest at) {
        Instant time = row.at();
        if (time == null) {
            return true;
        }
        Instant from = at.from();
        Instant to = at.to();
        return (from == null || !time.isBefore(from))
                && (to == null || time.isBefore(to) || (endCounts && time.equals(to)));
    }
}
