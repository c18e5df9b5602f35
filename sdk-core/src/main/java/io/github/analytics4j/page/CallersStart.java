package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowAnswer.Timed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks before the first row of a list where the server was seen to move the bounds of windows: it may have moved the caller's
 * own start to a later second, minute, hour or midnight, of any time zone.
 */
final class CallersStart<T> {

    private static final long HOUR = 3_600_000;
    /** How far before the start to look, less far where that holds too many rows; the longest day of a year has 25 hours. */
    private static final List<Long> DISTANCES = List.of(Rounding.DAY + HOUR, HOUR, 60_000L, 1_000L);

    /** The start the caller gave; null if none, or if the walk did not read from there. */
    private final @Nullable Instant start;

    private final WindowRows<T> rows;
    private final Tally tally;
    private final Deque<Long> distances = new ArrayDeque<>(DISTANCES);
    private @Nullable Instant first;
    private boolean moved;

    CallersStart(@Nullable Instant start, @Nullable WalkState from, WindowRows<T> rows, Tally tally) {
        boolean later = from != null && from.span() > 0;
        this.first = from == null ? null : from.firstRow();
        this.start = later && first == null ? null : start;
        this.rows = rows;
        this.tally = tally;
    }

    /** The time of the first row of the list; null if none is known. */
    @Nullable
    Instant first() {
        return first;
    }

    /** Takes note of a response, whose rows from outside of its slot show that the server moves bounds, and of what it brought. */
    void answered(WindowAnswer<T> answer, PageRequest asked, List<T> delivered) {
        if (start == null) {
            return;
        }
        moved |= !answer.strangers(asked).isEmpty();
        for (int i = 0; i < delivered.size() && first == null; i++) {
            first = rows.timeOf(delivered.get(i));
        }
    }

    /**
     * What to ask for before the list is at its end; null if nothing, or nothing more.
     *
     * @param rounds whether bounds had to be moved for a row to come
     */
    @Nullable
    TimeSlot slot(boolean rounds) {
        boolean looks = (moved || rounds) && start != null && first != null && first.isAfter(start);
        Long distance = looks ? distances.poll() : null;
        return distance == null || start == null || first == null
                ? null
                : new TimeSlot(start.toEpochMilli() - distance, first.toEpochMilli());
    }

    /** Takes the response to that: rows between the start and the first one were left out before. */
    void looked(WindowAnswer<T> answer, boolean full, List<T> out) {
        List<Timed<T>> late = answer.rows.stream().filter(this::leftOut).toList();
        if (!late.isEmpty()) {
            rows.deliver(late, null, out);
            tally.doubt("the server moves the start of a window: rows right behind " + start
                    + " came last or not at all; begin the walk a day earlier and drop what is older");
        }
        if (!full || !late.isEmpty()) {
            distances.clear();
        }
    }

    private boolean leftOut(Timed<T> row) {
        return start != null
                && first != null
                && !row.at().isBefore(start)
                && row.at().isBefore(first)
                && !rows.knows(row);
    }
}
