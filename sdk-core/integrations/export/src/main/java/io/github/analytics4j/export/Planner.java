package io.github.analytics4j.export;

import io.github.analytics4j.page.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Step 3: what a run reads, as a function of state, time and options alone. */
final class Planner {
    /** A part of the past is that long at least, so that the margin behind it is a quarter of it at most. */
    private static final int LEAST_DAYS = 4;

    /** A sweep that is due within this time is done now: runs do not begin to the second. */
    private static final Duration EARLY = Duration.ofHours(1);

    private final PartitionState state;
    private final Map<UnitKey, UnitState> units;
    private final SyncOptions options;
    private final Instant now;
    private final long longestWindow;

    /**
     * A planner for one partition.
     *
     * @param longestWindow the most days a request may ask for
     */
    Planner(PartitionState state, Map<UnitKey, UnitState> units, SyncOptions options, Instant now, long longestWindow) {
        this.state = state;
        this.units = units;
        this.options = options;
        this.now = now;
        this.longestWindow = longestWindow;
    }

    /** A range of days; no end where {@code to} is null. */
    private record Range(LocalDate from, @Nullable LocalDate to) {}

    boolean isSweepDue() {
        return isDue(state.nextSweep);
    }

    boolean isCountDue() {
        return isDue(state.nextCount);
    }

    private boolean isDue(Instant when) {
        return !now.isBefore(when.minus(EARLY)) && !isFirst();
    }

    /** Whether nothing of the partition was ever read to its end. */
    boolean isFirst() {
        return state.lastStart.equals(Instant.EPOCH);
    }

    /** The days of the newest walk, which has no end. */
    LocalDate lookFrom() {
        LocalDate today = LogSource.dayOf(now);
        LocalDate from = isFirst() ? today : earlier(today, LogSource.dayOf(state.lastStart.minus(options.lookBack)));
        if (isSweepDue()) {
            from = earlier(from, LogSource.dayOf(now.minus(options.sweepRange)));
        }
        LocalDate floor = LogSource.dayOf(state.floor);
        return from.isBefore(floor) ? floor : from;
    }

    /**
     * The slices, in the order in which they are read. After the first load the newest come first: rows that moved to the days of
     * the look-back are then known there before the days that they left are read.
     */
    List<Slice> plan(long rowsADay) {
        List<Range> ranges = new ArrayList<>();
        ranges.add(new Range(lookFrom(), null));
        for (TimeWindow gap : state.gaps(now)) {
            LocalDate from = LogSource.dayOf(gap.from());
            LocalDate end = LogSource.dayOf(gap.to().minusMillis(1)).plusDays(1);
            ranges.add(new Range(from, gap.to().isBefore(now) ? end : null));
        }
        for (LocalDate day : due()) {
            ranges.add(new Range(day, day.plusDays(1)));
        }
        return slices(ranges, rowsADay);
    }

    /** All days from one on, in as few parts as may be asked for. */
    List<Slice> parts(LocalDate from) {
        List<Slice> parts = new ArrayList<>();
        LocalDate at = from;
        while (Slice.of(at, null).days(now) > longestWindow) {
            parts.add(Slice.of(at, at.plusDays(longestWindow)));
            at = at.plusDays(longestWindow);
        }
        parts.add(Slice.of(at, null));
        return parts;
    }

    /** The days to be read again by themselves. */
    List<Slice> again(List<LocalDate> days, long rowsADay) {
        return slices(
                days.stream().map(each -> new Range(each, each.plusDays(1))).toList(), rowsADay);
    }

    private List<LocalDate> due() {
        LocalDate young = LogSource.dayOf(now.minus(options.openFor));
        List<LocalDate> due = new ArrayList<>();
        units.forEach((key, unit) -> {
            boolean unknown = unit.contentHash().isEmpty();
            boolean doubtful = !unit.proven() || unit.open() > 0;
            if (key.isDay() && (unknown || (doubtful && !key.day().isBefore(young)))) {
                due.add(key.day());
            }
        });
        return due;
    }

    private List<Slice> slices(List<Range> ranges, long rowsADay) {
        List<Range> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparing(Range::from));
        List<Slice> slices = new ArrayList<>();
        for (Range each : merged(sorted)) {
            slices.addAll(cut(each, rowsADay));
        }
        if (options.firstLoad == SyncOptions.FirstLoad.NEWEST_FIRST || !isFirst()) {
            Collections.reverse(slices);
        }
        return slices;
    }

    /** Ranges that touch, or that the margin of a request covers anyway, are one. */
    private List<Range> merged(List<Range> sorted) {
        List<Range> merged = new ArrayList<>();
        for (Range each : sorted) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            LocalDate end = last == null ? null : last.to();
            if (last != null && (end == null || !each.from().isAfter(end.plusDays(1)))) {
                LocalDate later = end == null || each.to() == null ? null : later(end, each.to());
                merged.set(merged.size() - 1, new Range(last.from(), later));
            } else {
                merged.add(each);
            }
        }
        return merged;
    }

    private List<Slice> cut(Range range, long rowsADay) {
        Slice whole = Slice.of(range.from(), range.to());
        long days = whole.days(now);
        long wanted = Math.max(LEAST_DAYS, options.walkRows / Math.max(1, rowsADay));
        long most = Math.min(wanted, longestWindow);
        if (days <= Math.min(most + most / 2, longestWindow)) {
            return List.of(whole);
        }
        List<Slice> parts = new ArrayList<>();
        LocalDate from = range.from();
        for (long left = days; left > 0; left -= most) {
            LocalDate to = left > most ? from.plusDays(most) : range.to();
            parts.add(Slice.of(from, to));
            from = from.plusDays(most);
        }
        return parts;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
