package io.github.analytics4j.page;

/**
 * Whole milliseconds, both ends included. A row belongs to exactly one slot of a partition, so seams repeat nothing.
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

    boolean holds(long cell) {
        return first <= cell && cell <= last;
    }
}
