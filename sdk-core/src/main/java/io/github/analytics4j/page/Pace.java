package io.github.analytics4j.page;

import java.util.Arrays;

/** How long a page typically takes in a stretch of a walk: pauses of the collector and the compiler do not count. */
final class Pace {

    /** So many pages are a stretch. */
    private static final int STRETCH = 24;

    private static final int LOOK = 3;

    private final long[] times = new long[STRETCH];
    private int bunch = 1;
    private int skipped;
    private int pages;
    private long since;

    /**
     * Starts over.
     *
     * @param atOnce how many pages are asked for at once: they come in bunches, of which only the mean tells anything
     * @param skip how many pages do not count, for they were asked for before
     */
    void restart(int atOnce, int skip) {
        bunch = Math.max(1, Math.min(atOnce, STRETCH / 3));
        skipped = skip;
        pages = -1;
    }

    /** The quickest of the first pages of a stretch, once there are as many as one look takes; -1 before and after. */
    long firstLook() {
        return pages == LOOK * bunch ? Arrays.stream(times, 0, LOOK).min().orElse(-1) : -1;
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
        int measured = STRETCH / bunch;
        if (pages < measured * bunch) {
            return -1;
        }
        pages = 0;
        Arrays.sort(times, 0, measured);
        return times[measured / 2];
    }
}
