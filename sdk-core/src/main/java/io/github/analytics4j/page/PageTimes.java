package io.github.analytics4j.page;

import java.util.Arrays;

/** How long a page typically takes in a stretch of a walk: pauses of the collector and the compiler do not count. */
final class PageTimes {

    /** So many pages are a stretch, but for the first one of a walk: a short look tells whether it is worth a longer one. */
    private static final int STRETCH = 24;

    private static final int FIRST_STRETCH = 8;

    private static final int LOOK = 3;

    private final long[] times = new long[STRETCH];
    private int stretch;
    private int bunch;
    private int skipped;
    private int pages;
    private long since;

    /**
     * At the start of a walk.
     *
     * @param atOnce how many pages are asked for at once: they come in bunches, of which only the mean tells anything
     */
    PageTimes(int atOnce) {
        begin(atOnce, 0, FIRST_STRETCH);
    }

    /**
     * Starts over.
     *
     * @param skip how many pages do not count, for they were asked for before
     */
    void restart(int atOnce, int skip) {
        begin(atOnce, skip, STRETCH);
    }

    private void begin(int atOnce, int skip, int measured) {
        bunch = Math.max(1, Math.min(atOnce, FIRST_STRETCH));
        stretch = measured;
        skipped = skip;
        pages = -1;
    }

    /** The quickest of the first pages of a stretch, once there are as many as one look takes; -1 before and after. */
    long firstLook() {
        return pages == LOOK * bunch ? Math.min(times[0], Math.min(times[1], times[2])) : -1;
    }

    /** A page was taken. Nanoseconds a page at the end of a stretch, which starts the next one; -1 until then. */
    long taken(long now) {
        if (skipped > 0) {
            skipped--;
            return -1;
        }
        pages++;
        if (pages == 0) {
            since = now;
        } else if (pages % bunch == 0) {
            times[pages / bunch - 1] = (now - since) / bunch;
            since = now;
        }
        int measured = stretch / bunch;
        if (pages < measured * bunch) {
            return -1;
        }
        pages = 0;
        stretch = STRETCH;
        Arrays.sort(times, 0, measured);
        return times[measured / 2];
    }
}
