package io.github.analytics4j.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some days whose rows one walk reads.
 *
 * @param from the first day; null for all there is, rows without a time included
 * @param to the day behind the last one; null for no end
 * @param undatedOnly whether of all there is only the rows without a time are kept
 * @param also days elsewhere that are read and committed with these, since rows may have moved to them
 */
record Slice(@Nullable LocalDate from, @Nullable LocalDate to, boolean undatedOnly, Set<LocalDate> also) {
    static final Slice ALL = new Slice(null, null, false, Set.of());
    static final Slice UNDATED = new Slice(null, null, true, Set.of());

    static Slice of(LocalDate from, @Nullable LocalDate to) {
        return new Slice(from, to, false, Set.of());
    }

    Slice also(List<LocalDate> days) {
        return new Slice(from, to, undatedOnly, Set.copyOf(days));
    }

    boolean isOpen() {
        return to == null && !undatedOnly;
    }

    /** Whether a proven walk brings all rows of a unit. */
    boolean covers(UnitKey unit) {
        if (!unit.isDay()) {
            return from == null;
        }
        return takes(unit.day());
    }

    /** Whether a row of that time is wanted. One without a time always is: no window can tell where it belongs. */
    boolean takes(@Nullable Instant time) {
        if (time == null) {
            return true;
        }
        return takes(LocalDate.ofInstant(time, ZoneOffset.UTC));
    }

    private boolean takes(LocalDate day) {
        boolean within = (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
        return !undatedOnly && (within || also.contains(day));
    }

    /** How many days these are up to a time; 1 at least. */
    long days(Instant now) {
        LocalDate end = to == null ? LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1) : to;
        return from == null ? Long.MAX_VALUE : Math.max(1, ChronoUnit.DAYS.between(from, end));
    }

    /** Two halves. */
    List<Slice> halves(Instant now) {
        LocalDate start = from == null ? LocalDate.EPOCH : from;
        LocalDate middle = start.plusDays(days(now) / 2);
        return List.of(of(start, middle), of(middle, to));
    }

    /** For reports. */
    @Override
    public String toString() {
        return undatedOnly ? "rows without a time" : (from == null ? "all" : from) + " to " + (to == null ? "now" : to);
    }
}
