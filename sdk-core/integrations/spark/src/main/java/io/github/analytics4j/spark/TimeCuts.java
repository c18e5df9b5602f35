package io.github.analytics4j.spark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cuts the log of one id by time, where totals say that there are about as many rows on both sides. Used once. */
final class TimeCuts {
    /** The most requests for one cut. */
    static final int REQUESTS = 4;

    /** A cut may be off by that share of a part. */
    private static final double TOLERANCE = 0.1;

    /** Each request leaves at least that share of the time out of the search. */
    private static final double LEAST_STEP = 0.03;

    private static final long DAY = SparkTypes.micros(Duration.ofDays(1));

    /** A time before all rows, for a window that hides none but rows without a time. */
    private static final long BEGINNING = SparkTypes.micros(Instant.parse("2000-01-01T00:00:00Z"));

    private final TableAccess access;
    private final Slice whole;
    private final long end;
    private final boolean byDay;

    /** How many rows there are from a time on up to the end, by that time. */
    private final TreeMap<Long, Long> known = new TreeMap<>();

    /** How many rows there are behind the end; -1 until asked. */
    private long behind = -1;

    /** Cuts a slice that has an end. */
    TimeCuts(TableAccess access, Slice whole) {
        this.access = access;
        this.whole = whole;
        Long to = whole.to();
        if (to == null) {
            throw new IllegalArgumentException("a slice that is cut has an end");
        }
        this.end = to;
        this.byDay = access.isByDay();
    }

    /** So many parts of about as many rows; fewer where they cannot be told apart, one where some rows have no time. */
    List<Slice> into(int parts) {
        Long from = whole.from();
        long start = from == null ? BEGINNING : from;
        known.put(end, 0L);
        known.put(start, whole.rows());
        if (from == null && ask(BEGINNING) != whole.rows()) {
            return List.of(whole);
        }
        Long oldest = access.oldest(whole.id(), from, whole.rows());
        if (oldest != null && oldest > start && oldest < end) {
            ask(down(oldest));
        }
        TreeSet<Long> cuts = new TreeSet<>();
        for (int i = 1; i < parts; i++) {
            cuts.add(find(whole.rows() * (parts - i) / parts, whole.rows() / parts));
        }
        cuts.remove(start);
        cuts.remove(end);
        return slices(start, cuts);
    }

    /** Parts that are given, those without rows made one with the part before. */
    List<Slice> at(List<Slice> given) {
        known.put(end, 0L);
        given.forEach(each -> {
            Long from = each.from();
            if (from != null && !known.containsKey(from)) {
                ask(from);
            }
        });
        TreeSet<Long> starts = new TreeSet<>();
        given.forEach(each -> starts.add(Objects.requireNonNullElse(each.from(), BEGINNING)));
        return slices(starts.first(), starts.tailSet(starts.first(), false));
    }

    /** Returns the parts between the cuts; a part without rows by the server's numbers, which it may round, is read with a neighbour. */
    private List<Slice> slices(long start, SortedSet<Long> cuts) {
        List<Slice> slices = new ArrayList<>();
        long from = start;
        for (long cut : cuts) {
            if (known.getOrDefault(from, 0L) > known.getOrDefault(cut, 0L)) {
                slices.add(counted(from, cut));
                from = cut;
            }
        }
        slices.add(counted(from, end));
        return slices;
    }

    private Slice counted(long from, long to) {
        long rows = known.getOrDefault(from, 0L) - known.getOrDefault(to, 0L);
        boolean last = to == end;
        Long start = from == BEGINNING ? whole.from() : (Long) from; // a row without a time is of the first part
        // by day the counts are of other hours than ours, and tell nothing but the size
        return new Slice(whole.id(), start, to, last && whole.open(), byDay ? Math.max(1, rows) : rows);
    }

    /** The time from which on there are about so many rows. */
    private long find(long rows, long part) {
        for (int i = 0; i < REQUESTS; i++) {
            long nearest = nearest(rows);
            if (Math.abs(known.getOrDefault(nearest, 0L) - rows) <= part * TOLERANCE) {
                return nearest;
            }
            long next = between(rows, i % 2 != 0);
            if (known.containsKey(next)) {
                return nearest;
            }
            ask(next);
        }
        return nearest(rows);
    }

    private long nearest(long rows) {
        long best = end;
        for (Map.Entry<Long, Long> each : known.entrySet()) {
            if (Math.abs(each.getValue() - rows) < Math.abs(known.getOrDefault(best, 0L) - rows)) {
                best = each.getKey();
            }
        }
        return best;
    }

    /** A time between those whose rows are known around so many: in proportion, or in the middle. */
    private long between(long rows, boolean middle) {
        Map.Entry<Long, Long> older = known.firstEntry();
        Map.Entry<Long, Long> newer = known.lastEntry();
        for (Map.Entry<Long, Long> each : known.entrySet()) {
            if (each.getValue() >= rows) {
                older = each;
            } else {
                newer = each;
                break;
            }
        }
        double share =
                middle ? 0.5 : (double) (older.getValue() - rows) / Math.max(1, older.getValue() - newer.getValue());
        double inside = Math.min(1 - LEAST_STEP, Math.max(LEAST_STEP, share));
        return down(older.getKey() + (long) ((newer.getKey() - older.getKey()) * inside));
    }

    private long down(long micros) {
        return byDay ? Math.floorDiv(micros, DAY) * DAY : SparkTypes.second(micros);
    }

    /** How many rows there are from a time on up to the end. */
    private long ask(long from) {
        if (behind < 0) {
            behind = whole.open() || byDay
                    ? 0
                    : access.count(whole.id(), SparkTypes.nextSecond(end)).rows();
        }
        long rows =
                Math.max(0, access.count(whole.id(), SparkTypes.second(from)).rows() - behind);
        known.put(from, rows);
        return rows;
    }
}
