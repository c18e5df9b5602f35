package io.github.analytics4j.page;

import org.jspecify.annotations.Nullable;

/**
 * Finds the newest row of a long log that is read from its oldest on, where the server does not tell its time and the end is
 * open: begins farther and farther ahead until no row comes, then halves. Pure decisions.
 */
final class NewestRow {

    /** A walk of so many responses may spend a dozen or two on it. */
    private static final int LONG_WALK = 100;

    private static final double LEAST_STEP = 1_000;
    private static final double LONGEST_STEP = 365.0 * Rounding.DAY;
    /** The end of the year 9999: a server that still answers full behind it does not heed the start of a window. */
    private static final long LATEST = 253_402_300_799_999L;

    private boolean given;
    private boolean useless;
    /** A row of that millisecond was seen. */
    private long seen;
    /** No row lies behind that millisecond, or did when it was asked for; if that is known. */
    private @Nullable Long none;

    private long step;
    private long asked;

    /**
     * Whether to begin, with a walk that had so many responses and no end yet; the first step is as long as what it has read.
     *
     * @param length the length of a slot whose rows come in one response
     */
    boolean wanted(long responses, long newestSeen, double length) {
        if (given || responses < LONG_WALK || newestSeen == TimeSlot.OPEN_START) {
            return false;
        }
        given = true;
        seen = newestSeen;
        step = (long) Math.min(Math.max(LEAST_STEP, length * LONG_WALK), LONGEST_STEP);
        return true;
    }

    /** The window to ask for next; null if there is nothing more to ask. */
    @Nullable
    TimeSlot slot() {
        long behind = none == null ? seen + step : seen + (none - seen) / 2;
        if (behind > LATEST || behind <= seen) {
            return null;
        }
        asked = behind;
        return new TimeSlot(behind, TimeSlot.OPEN_END);
    }

    /**
     * Takes a response to that window; true if the search is over.
     *
     * @param full whether it may lack rows, as one of a page of a few rows
     */
    boolean answered(WindowResponse<?> response, boolean full) {
        if (response.empty()) {
            none = asked;
        } else if (response.newest() < asked) {
            useless = true; // the server rounds the start of a window, or does not heed it
        } else {
            seen = Math.max(seen, response.newest());
            step *= 2;
        }
        return useless
                || (!response.empty() && !full && response.size < CutOrder.FEW); // more may be a response that was cut
    }

    /** The millisecond of the newest row found; null if the server did not heed the windows. */
    @Nullable
    Long found() {
        return useless || (none == null && seen + step > LATEST) ? null : Long.valueOf(seen);
    }
}
