package io.github.analytics4j.page;

import java.util.Arrays;

/**
 * How many responses to have under way at once, from 0 (each is asked for when it is wanted, on the caller's thread) to the
 * widest allowed. Pure decisions: it has no clock.
 *
 * <p>Two things narrow it. A response that fails, or takes much longer than usual, is a server that has too much to do: half
 * as many then, and one more with each that is fine. And where responses come so quickly that it may be our own processor that
 * limits the walk, it tries to do without for a while, and stays with that if pages then come as quickly.
 */
final class ReadAheadWidth {

    private static final long MILLI = 1_000_000;

    /** A response is slow if it takes that many times the usual; a quick server's hiccups are no reason to slow down. */
    private static final int SLOW_FACTOR = 4;

    private static final long SLOW = 100 * MILLI;

    /** Over a network worth reading ahead for, responses take longer. */
    private static final long QUICK = 10 * MILLI;
    /** The time that each of many responses at once takes of a busy processor rather than of the network. */
    private static final long SHARE = 2 * MILLI;

    /** Where a page takes no longer than this when asked for alone, there is nothing to be won. */
    private static final long AT_ONCE = MILLI;

    private static final double AS_GOOD = 1.1;
    private static final double MUCH_WORSE = 3;
    /** After a try that did not pay, the next comes only after so many more measurements, and then twice as many. */
    private static final int PATIENCE = 4;

    private enum Mode {
        AHEAD,
        TRYING,
        ALONE
    }

    private final int widest;
    private final PageTimes times;
    private Mode mode;
    private int borne;
    private long usual = -1;
    /** The pace to compare with: that of reading ahead while trying, that of the best stretch when alone. */
    private long reference;

    private int patience;
    private int nextPatience = PATIENCE;

    ReadAheadWidth(int widest) {
        this.widest = widest;
        this.borne = widest;
        this.mode = widest == 0 ? Mode.ALONE : Mode.AHEAD;
        this.times = new PageTimes(widest);
    }

    int now() {
        return mode == Mode.AHEAD ? borne : 0;
    }

    /** A response was taken that took so many nanoseconds. */
    void taken(long took, long now) {
        boolean slow = usual >= 0 && took > SLOW && took > SLOW_FACTOR * usual;
        borne = slow ? Math.max(1, borne / 2) : Math.min(widest, borne + 1);
        usual = usual < 0 ? took : usual + (took - usual) / 8;
        if (widest > 0) {
            long typical = times.taken(now);
            if (mode == Mode.TRYING && isWorse(times.firstLook(), MUCH_WORSE)) {
                doesNotPay();
            } else if (typical >= 0) {
                judge(typical);
            }
        }
    }

    /** A response failed. */
    void failed() {
        borne = Math.max(1, borne / 2);
    }

    /** Responses under way turned out to be of no use: the list moved. */
    void dropped() {
        borne = Math.max(1, borne / 2);
    }

    private void judge(long typical) {
        switch (mode) {
            case AHEAD -> {
                if (usual < Math.max(QUICK, SHARE * borne) && patience-- <= 0) {
                    reference = typical;
                    turn(Mode.TRYING);
                }
            }
            case TRYING -> {
                if (isWorse(typical, AS_GOOD)) {
                    doesNotPay();
                } else {
                    reference = typical;
                    mode = Mode.ALONE;
                }
            }
            case ALONE -> {
                if (isWorse(typical, MUCH_WORSE)) {
                    turn(Mode.AHEAD);
                }
                reference = Math.min(reference, typical);
            }
        }
    }

    private void doesNotPay() {
        patience = nextPatience;
        nextPatience *= 2;
        turn(Mode.AHEAD);
    }

    private boolean isWorse(long nanos, double times) {
        return nanos > AT_ONCE && nanos > reference * times;
    }

    private void turn(Mode next) {
        mode = next;
        times.restart(next == Mode.AHEAD ? widest : 1, widest);
    }

    /** How long a page typically takes in a stretch of a walk: pauses of the collector and the compiler do not count. */
    private static final class PageTimes {

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
}
