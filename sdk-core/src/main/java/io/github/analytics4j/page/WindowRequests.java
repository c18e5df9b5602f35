package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns slots into requests and back, and knows the window of the user. */
final class WindowRequests {

    /** Added to the start of a millisecond it still lies in it, and behind any row stamped in milliseconds. */
    private static final int WITHIN_MILLI_NANOS = 999_000;

    /** Servers that cut off fractions of seconds, or of minutes, response with that much more than they are asked for. */
    private static final long INNER_TOLERANCE = 60_000;

    private static final long HOUR = 3_600_000;

    private static final long OUTER_TOLERANCE = 1_000;

    private final WalkSpec<?> spec;
    private @Nullable Instant to;
    /** Whether the end of a list that the user left open is not sent, though it is pinned. */
    private boolean endOpen;

    WindowRequests(WalkSpec<?> spec, @Nullable Instant to) {
        this.spec = spec;
        this.to = to;
    }

    /** The first millisecond of the list. */
    long origin() {
        return spec.from == null ? TimeSlot.OPEN_START : spec.from.toEpochMilli();
    }

    /** Ends the list, which was open, there; null opens it again. */
    void pin(@Nullable Instant end) {
        to = end;
    }

    /** The end of the list, where it is ours; else that one. */
    @Nullable
    Instant fixedEnd(@Nullable Instant users) {
        return spec.to == null ? to : users;
    }

    /** Whether the end is ours, so that the server may read it otherwise than the user meant it. */
    boolean pinned() {
        return spec.to == null && to != null;
    }

    /** From here on the end of the list is left open, as the user did, where it is ours. */
    void openEnd() {
        endOpen = true;
    }

    /** The last millisecond of the list. */
    long end() {
        return to == null ? TimeSlot.OPEN_END : to.toEpochMilli();
    }

    /**
     * The request for a slot. Its window ends one millisecond behind the slot, so that it holds the whole slot whether the
     * server counts the end in or not.
     *
     * @param alone whether the slot is one millisecond, to be asked for without the instant behind it
     */
    PageRequest of(TimeSlot slot, boolean alone) {
        Instant from = slot.first() <= origin() ? spec.from : Instant.ofEpochMilli(slot.first());
        if (alone) {
            Instant end = Instant.ofEpochMilli(slot.last()).plusNanos(WITHIN_MILLI_NANOS);
            return new PageRequest(0, spec.pageSize, from, end);
        }
        Instant end = slot.last() >= end() ? (endOpen ? spec.to : to) : Instant.ofEpochMilli(slot.last() + 1);
        return new PageRequest(0, spec.pageSize, from, end);
    }

    /** As {@link #of}, but begins right before the slot, whose first instant may not count and is in no other slot. */
    PageRequest first(TimeSlot slot, boolean alone) {
        PageRequest request = of(slot, alone);
        Instant from = request.from();
        return from == null || slot.first() <= origin()
                ? request
                : new PageRequest(0, request.limit(), from.minusNanos(1_000), request.to());
    }

    /** The request for a slot that begins before the caller's own start, or ends behind the caller's own end. */
    PageRequest beyond(TimeSlot slot) {
        return new PageRequest(
                0, spec.pageSize, Instant.ofEpochMilli(slot.first()), Instant.ofEpochMilli(slot.last() + 1));
    }

    /** The slot of a request made for one of more than a millisecond. */
    TimeSlot slot(PageRequest request) {
        Instant from = request.from();
        Instant end = request.to();
        return new TimeSlot(
                from == null ? TimeSlot.OPEN_START : from.toEpochMilli(),
                end == null || end.equals(to) ? end() : end.toEpochMilli() - 1);
    }

    /** Whether a row lies that far outside of a slot. */
    private boolean foreign(TimeSlot slot, Instant at, long tolerance) {
        long cell = at.toEpochMilli();
        return (slot.first() > origin() && cell <= slot.first() - tolerance)
                || (slot.last() < end() && cell >= slot.last() + tolerance);
    }

    private long foreign(WindowResponse<?> response, long tolerance) {
        return response.rows.stream()
                .filter(row -> foreign(response.slot, row.at(), tolerance))
                .count();
    }

    /**
     * Whether most rows are from outside since the server rounds the bounds so far, and a slot between two such bounds has
     * fewer; the day may begin at any of {@code bounds}.
     */
    private boolean rounded(WindowResponse<?> response, long grid, long bounds) {
        TimeSlot slot = response.slot;
        return Math.floorDiv(slot.first(), bounds) != Math.floorDiv(slot.last(), bounds)
                && foreign(response, grid) <= response.size / 2;
    }

    /** Whether a row is outside of what the user asked for. */
    boolean outside(Instant at) {
        return (spec.from != null && at.isBefore(spec.from.minusMillis(OUTER_TOLERANCE)))
                || (spec.to != null && at.isAfter(spec.to.plusMillis(OUTER_TOLERANCE)));
    }

    /** Says so where a response has rows from outside of that, once its rows were used. */
    <T> void outside(WindowResponse<T> response, RowStates<T> rows, WalkCounter counter) {
        for (WindowResponse.Timed<T> row : response.all()) {
            if (outside(row.at())) {
                counter.doubt("the server answered rows from outside the window asked for, such as " + row.at()
                        + (rows.knows(row)
                                ? "; they were delivered, drop them by their time if they are not wanted"
                                : "; some of them may not have been delivered, and rows of the window may lack in their"
                                        + " place: compare the number of rows with what it lists"));
                return;
            }
        }
    }

    /** Splitting the window further would never end if the server does not heed it. */
    void refuseForeign(WindowResponse<?> response) {
        long foreign = foreign(response, INNER_TOLERANCE);
        if (foreign > response.size / 2 && !rounded(response, HOUR, HOUR) && !rounded(response, Rounding.DAY, HOUR)) {
            throw new WalkException("the server does not heed the time window, or counts time differently: asked for"
                    + " rows " + span(of(response.slot, false)) + ", it answered " + response.size + " rows, " + foreign
                    + " of them from outside");
        }
    }

    static String span(PageRequest asked) {
        return "from " + (asked.from() == null ? "the start" : asked.from()) + " to "
                + (asked.to() == null ? "the end" : asked.to());
    }

    /**
     * Whole milliseconds, both ends included.
     *
     * @param first {@link #OPEN_START} if the slot has no start
     * @param last {@link #OPEN_END} if the slot has no end
     */
    record TimeSlot(long first, long last) {

        static final long OPEN_START = Long.MIN_VALUE;
        static final long OPEN_END = Long.MAX_VALUE;

        boolean single() {
            return first == last;
        }

        boolean holds(Instant at) {
            long cell = at.toEpochMilli();
            return first <= cell && cell <= last;
        }

        /** How many milliseconds it has; meaningless for an open one. */
        double length() {
            return (double) last - first + 1;
        }
    }

    /**
     * How far the bounds of a window are moved outwards so that a server that rounds them still answers the rows at its ends:
     * not at all, by a millisecond for a start that does not count, to a whole second, minute, hour or day. It is raised when
     * a row that must be there is not, and stays only if that brought the row.
     */
    static final class Rounding {

        static final long DAY = 86_400_000;

        /** A local midnight is a whole quarter of an hour. */
        private static final long ZONE = 900_000;

        private static final int BEFORE = 1;
        private static final long[] GRID = {1, 1, 1_000, 60_000, 3_600_000, DAY};

        private int level;
        private int learned;
        private boolean tired;

        /** Whether the server was found not to count the start of a window as in it, or to round it. */
        boolean startExcluded() {
            return learned > 0;
        }

        /** Whether bounds had to be moved to a second or more for a row to come. */
        boolean learnedCoarse() {
            return GRID[learned] > 1;
        }

        /** Whether bounds are moved to a second or more, so that a slot cannot begin behind a given row. */
        boolean coarse() {
            return GRID[level] > 1;
        }

        /** The start to ask for so that a row of that millisecond comes. */
        long down(long cell) {
            return level == 0 ? cell : Math.floorDiv(cell - BEFORE, GRID[level]) * GRID[level];
        }

        /** The last millisecond to ask for so that a row of that millisecond comes. */
        long up(long last) {
            long grid = GRID[level];
            return grid == 1 || last > Long.MAX_VALUE - DAY ? last : Math.floorDiv(last, grid) * grid + grid - 1;
        }

        /** The latest end of a slot that stays before a millisecond when it is moved. */
        long before(long cell) {
            return Math.floorDiv(cell, GRID[level]) * GRID[level] - 1;
        }

        /** Whether a server that rounds an end down or to the nearest may have answered the one row and not the other. */
        static boolean between(long one, long other, long end) {
            for (int i = GRID.length - 1; i > 1; i--) {
                long grid = i == GRID.length - 1 ? ZONE : GRID[i];
                long last = Math.floorDiv(other, grid) * grid;
                if (last > one && end - last <= GRID[i]) {
                    return true;
                }
            }
            return false;
        }

        void raise() {
            level = Math.min(level + 1, GRID.length - 1);
        }

        /** Whether it was raised for the request at hand. */
        boolean raised() {
            return level > learned;
        }

        /** Whether it cannot be raised further. */
        boolean exhausted() {
            return tired || level == GRID.length - 1;
        }

        /** Whether raising it did not help. */
        boolean tired() {
            return tired;
        }

        /** Raising it does not help: asks once more as before. */
        void tire() {
            tired = true;
            level = learned;
        }

        /** The request is answered; {@code found} if with the row that was looked for. */
        void settle(boolean found) {
            learned = found ? Math.max(learned, level) : learned;
            level = learned;
            tired = false;
        }
    }
}
