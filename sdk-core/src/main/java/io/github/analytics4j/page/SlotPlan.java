package io.github.analytics4j.page;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which slot of time to ask for next: as long as an answer can hold, judged by the answers before. */
final class SlotPlan {

    private static final long SECOND = 1_000;
    /** Year 1; a log that still has a full answer of rows before it has no start to be found. */
    private static final long FIRST_MILLI = -62_135_596_800_000L;
    /** How full the next answer should be: an answer too long costs a question, one too short a part of one. */
    private static final double AIM = 0.8;

    private static final double MOST_GROWTH = 8;
    /** A millisecond with a quarter of the answer is asked for on its own. */
    private static final int CROWD_PART = 4;

    private long end;
    private final Clock clock;
    private long cursor;
    private long width = Long.MAX_VALUE;
    /** While the start of the log is unknown: the end of the slot that may reach back to it. */
    private long upper;

    private long back = SECOND;
    /** The width before the last crowded millisecond; it halves while that turns out too long. */
    private long usual = 1;

    private long latest = TimeSlot.OPEN_START;
    private boolean narrow;
    private boolean done;

    SlotPlan(long start, long end, Clock clock) {
        this.end = end;
        this.clock = clock;
        this.cursor = start;
        this.upper = end;
    }

    SlotPlan resume(long span, boolean finished) {
        width = span;
        done = finished;
        return this;
    }

    /** Ends the open window there, or behind the newest row seen if that is later; the end it has now. */
    Instant pin(Instant wanted) {
        long last = Math.max(wanted.toEpochMilli(), latest + 1);
        upper = upper == end ? last : upper;
        end = last;
        return Instant.ofEpochMilli(last);
    }

    long end() {
        return end;
    }

    long cursor() {
        return cursor;
    }

    /** The milliseconds to ask for at once; 0 as long as the start of the log is not found. */
    long span() {
        return cursor == TimeSlot.OPEN_START ? 0 : width;
    }

    boolean done() {
        return done;
    }

    /** Whether the slot is one millisecond that must be asked for without the instant behind it. */
    boolean narrow() {
        return narrow;
    }

    /** Whether slots follow one another, so that the next ones can be foreseen. */
    boolean steady() {
        return !done && !narrow && cursor != TimeSlot.OPEN_START;
    }

    TimeSlot next() {
        return cursor == TimeSlot.OPEN_START ? new TimeSlot(cursor, upper) : from(cursor);
    }

    private TimeSlot from(long first) {
        long last = first > horizon() - width ? Long.MAX_VALUE : first + width - 1;
        return new TimeSlot(first, last >= horizon() ? end : last);
    }

    /** The slot after a planned one; null if there is none or it cannot be foreseen. */
    @Nullable
    TimeSlot following(TimeSlot planned) {
        return !steady() || planned.last() >= end ? null : from(planned.last() + 1);
    }

    /** Where asking in slots ends and the rest is asked for at once. */
    private long horizon() {
        return end == TimeSlot.OPEN_END ? Math.max(clock.millis(), latest) : end;
    }

    /**
     * Makes the next slot shorter than this one, which was full.
     *
     * @param cells the milliseconds of the rows that came, sorted
     * @return false if there is nothing shorter
     */
    boolean split(TimeSlot slot, long[] cells) {
        if (cells.length > 0) {
            latest = Math.max(latest, cells[cells.length - 1]);
        }
        if (slot.first() == TimeSlot.OPEN_START) {
            return reachBack(cells);
        }
        if (slot.single()) {
            boolean endCounts = cells.length > 0 && cells[cells.length - 1] > slot.last();
            boolean shorter = endCounts && !narrow;
            narrow = shorter;
            width = 1; // planned ahead, the slot may be shorter than the plan is by now
            return shorter;
        }
        long last = slot.last() == TimeSlot.OPEN_END ? Math.max(horizon(), slot.first() + 1) : slot.last();
        long middle = slot.first() + (last - slot.first()) / 2;
        long half = Math.min(middle, median(slot, cells, middle));
        width = Math.max(1, beforeCrowd(slot.first(), half, cells) - slot.first() + 1);
        width = Math.min(width, last - slot.first());
        return true;
    }

    /** The end of the slot, moved before a millisecond that holds much of the answer, or onto it if that comes first. */
    private static long beforeCrowd(long first, long last, long[] cells) {
        int crowd = Math.max(2, cells.length / CROWD_PART);
        for (int i = 0; i + crowd <= cells.length; i++) {
            long cell = cells[i];
            if (cell >= first && cell <= last && cells[i + crowd - 1] == cell) {
                return cell == first ? cell : cell - 1;
            }
        }
        return last;
    }

    /** Where half of the rows lie before: the server may have answered its oldest rows. */
    private static long median(TimeSlot slot, long[] cells, long otherwise) {
        int from = 0;
        int to = cells.length;
        while (from < to && cells[from] < slot.first()) {
            from++;
        }
        while (to > from && cells[to - 1] > slot.last()) {
            to--;
        }
        return from == to ? otherwise : cells[(from + to) / 2];
    }

    /** Goes back before the oldest row seen, by a distance that doubles, until an answer holds all that lies before. */
    private boolean reachBack(long[] cells) {
        if (cells.length == 0 || upper <= FIRST_MILLI) {
            return false;
        }
        back = Math.max(back, cells[cells.length - 1] - cells[0]);
        upper = Math.max(FIRST_MILLI, Math.min(upper, cells[0]) - back);
        back *= 2;
        return true;
    }

    /** The slot is done; {@code rows} came for it. */
    void taken(TimeSlot slot, int rows, int limit) {
        narrow = false;
        done = slot.last() >= end;
        if (slot.first() == TimeSlot.OPEN_START) {
            cursor = done ? cursor : slot.last() + 1;
            width = back;
            return;
        }
        cursor = done ? cursor : slot.last() + 1;
        if (slot.single() && rows >= limit / CROWD_PART && usual > 2 && !done) {
            width = Math.max(width, usual / 2); // behind a crowded millisecond things are likely as before it
            return;
        }
        double growth = rows == 0 ? MOST_GROWTH : Math.min(MOST_GROWTH, AIM * limit / rows);
        double length = ((double) slot.last() - slot.first() + 1) * growth;
        width = done ? width : (long) Math.max(1, length);
        usual = width;
    }
}
