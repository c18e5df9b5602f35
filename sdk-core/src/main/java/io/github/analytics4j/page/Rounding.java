package io.github.analytics4j.page;

/**
 * How far the bounds of a window are moved outwards so that a server that rounds them still answers the rows at its ends:
 * not at all, by a millisecond for a start that does not count, to a whole second, minute, hour or day. It is raised when
 * a row that must be there is not, and stays only if that brought the row.
 */
final class Rounding {

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
