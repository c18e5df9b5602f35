package io.github.analytics4j.page;

import java.time.Instant;

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
