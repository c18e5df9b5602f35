package io.github.analytics4j.page;

import io.github.analytics4j.page.WalkReport.WalkCounter;
import io.github.analytics4j.page.WindowRequests.Rounding;
import io.github.analytics4j.page.WindowRequests.TimeSlot;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks beyond the edges of a list where the server was seen to move the bounds of windows: it may have moved the caller's own
 * start to a later second, minute, hour or midnight, of any time zone, and the caller's own end to an earlier one. So what lies
 * behind the last row is asked for, and then what lies before the first one. Where no response shows that the server does not move
 * the start, since none has a row from right behind the start of its window, one that is known is asked for alone, and another if
 * it is gone. A start at midnight UTC is believed: of it, only a server that counts days of another time zone leaves something out.
 */
final class EdgeProbe<T> {

    private static final long HOUR = 3_600_000;
    private static final int MOST_WITNESSES = 2;
    /** How far before the start to look, less far where that holds too many rows; the longest day of a year has 25 hours. */
    private static final List<Long> DISTANCES = List.of(Rounding.DAY + HOUR, HOUR, 60_000L, 1_000L);

    /** Seconds, minutes, quarters of an hour, at which days of a time zone begin, and days. */
    private static final List<Long> GRIDS = List.of(1_000L, 60_000L, 900_000L, Rounding.DAY);

    /** The start the caller gave; null if none, or if the walk did not read from there. */
    private final @Nullable Instant start;

    /** The end the caller gave; null if none. */
    private final @Nullable Instant end;

    private final Deque<Long> behindEnd = new ArrayDeque<>(DISTANCES);
    /** Whether what lies behind the last row was asked for last. */
    private boolean looksBehind;

    private final RowStates<T> rows;
    private final WalkCounter counter;
    private final Deque<Long> distances = new ArrayDeque<>(DISTANCES);
    private @Nullable Instant first;
    private boolean moved;
    /** The finest step that a server may round the start up to; 0 if the start is at such a one anyway. */
    private final long grid;
    /** Whether a row came from before the next such step behind the start of a window, so that the server does not. */
    private boolean heeded;
    /** Rows that came, not at such a step, which were not asked for alone yet: another one, since the first may be gone by then. */
    private final Deque<Instant> witnesses = new ArrayDeque<>(MOST_WITNESSES);
    /** The one that was asked for last, alone; null if none was, or another request came after it. */
    private @Nullable Instant witness;
    /** Whether none of them came. */
    private boolean gone;
    /** Whether a row from before the first one came as the last thing. */
    private boolean cameLate;

    EdgeProbe(WalkSpec<T> spec, @Nullable WalkState from, RowStates<T> rows, WalkCounter counter) {
        boolean later = from != null && from.span() > 0;
        this.first = from == null ? null : from.firstRow();
        this.start = later && first == null ? null : spec.from;
        this.end = spec.to;
        this.rows = rows;
        this.counter = counter;
        this.grid = this.start == null ? 0 : grid(this.start.toEpochMilli());
    }

    private static long grid(long millis) {
        return GRIDS.stream().filter(step -> millis % step != 0).findFirst().orElse(0L);
    }

    /** The time of the first row of the list; null if none is known. */
    @Nullable
    Instant first() {
        return first;
    }

    /** Takes note of what a response shows: rows from outside of its window tell that the server moves bounds. */
    void answered(WindowResponse<T> response, PageRequest asked) {
        moved = moved
                || ((start != null || end != null) && !response.strangers(asked).isEmpty());
        if (start == null) {
            return;
        }
        for (int i = 0; i < response.rows.size() && witnesses.size() < MOST_WITNESSES; i++) {
            addWitness(response.rows.get(i).at());
        }
        heeded |=
                grid > 0 && asked.from() != null && heeds(response, asked.from().toEpochMilli());
    }

    private void addWitness(Instant at) {
        boolean between = grid > 0 && !at.isBefore(start) && Math.floorMod(at.toEpochMilli(), grid) > 1;
        if (between && witnesses.size() < MOST_WITNESSES && !witnesses.contains(at)) {
            witnesses.add(at);
        }
    }

    /** Takes note of the rows that it brought. */
    void delivered(List<T> delivered) {
        for (int i = 0; i < delivered.size() && first == null && start != null; i++) {
            first = rows.timeOf(delivered.get(i));
        }
    }

    /** Whether a row came from between the start of a window and the next step, to which it was not rounded up then. */
    private boolean heeds(WindowResponse<T> response, long from) {
        long next = Math.floorDiv(from, grid) * grid + grid;
        return Math.floorMod(from, grid) > 0
                && response.rows.stream().anyMatch(row -> from <= row.cell() && row.cell() < next);
    }

    /**
     * Returns the slot to request before the list counts as ended; null if no request is due, or no further one.
     *
     * @param rounds whether bounds had to be moved for a row to come
     * @param newest the millisecond of the last row
     */
    @Nullable
    TimeSlot slot(boolean rounds, long newest) {
        moved |= rounds;
        boolean mayLack = end != null && newest != TimeSlot.OPEN_START && newest < end.toEpochMilli();
        Long behind = mayLack && (moved || gone) ? behindEnd.poll() : null;
        looksBehind = behind != null;
        if (end != null && behind != null) {
            return new TimeSlot(newest, end.toEpochMilli() + behind);
        }
        Instant oldest = first == null ? rows.oldest() : first;
        if (start == null || oldest == null || !oldest.isAfter(start)) {
            return null;
        }
        witness = moved || heeded ? null : witnesses.poll();
        if (witness != null) {
            return new TimeSlot(witness.toEpochMilli() - 1, witness.toEpochMilli());
        }
        first = oldest;
        Long distance = moved || gone ? distances.poll() : null;
        return distance == null ? null : new TimeSlot(start.toEpochMilli() - distance, oldest.toEpochMilli());
    }

    /** Takes the response to that: rows between the start and the first one were left out before. */
    void looked(WindowResponse<T> response, boolean full, List<T> out) {
        if (looksBehind) {
            lookedBehind(response, full, out);
            return;
        }
        if (witness != null) {
            heeded = response.rows.stream().anyMatch(row -> row.at().equals(witness));
            gone = !heeded && witnesses.isEmpty();
            if (gone && cameLate) {
                tell();
            }
            return;
        }
        List<Timed<T>> late = response.rows.stream().filter(this::leftOut).toList();
        if (!late.isEmpty()) {
            rows.deliver(late, null, out);
            cameLate = true;
            late.forEach(row ->
                    addWitness(row.at())); // it may have come in meanwhile, and comes then when it is asked for alone
            if (moved || witnesses.isEmpty()) {
                tell();
            }
        }
        if (!full || !late.isEmpty()) {
            distances.clear();
        }
    }

    /** Rows from before the end were left out where it was moved; they are all there unless the response was cut. */
    private void lookedBehind(WindowResponse<T> response, boolean full, List<T> out) {
        List<Timed<T>> late = response.rows.stream()
                .filter(row -> end != null && row.at().isBefore(end) && !rows.knows(row))
                .toList();
        rows.deliver(late, null, out);
        if (full && !late.isEmpty()) {
            counter.doubt("the server moves the end of a window: rows right before " + end
                    + " came last or not at all; end the walk a day later and drop what is newer");
        }
        if (!full || !late.isEmpty()) {
            behindEnd.clear();
        }
    }

    private void tell() {
        counter.doubt("the server moves the start of a window: rows right behind " + start
                + " came last or not at all; begin the walk a day earlier and drop what is older");
    }

    private boolean leftOut(Timed<T> row) {
        return start != null
                && first != null
                && !row.at().isBefore(start)
                && row.at().isBefore(first)
                && !rows.knows(row);
    }
}
