package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowRequests.TimeSlot;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ends a walk over a window without an end where the server does not tell its time: a response up to the open end has all
 * rows there are if it is short, or the newest of them if the server keeps those. Rows that come in later do not count.
 */
final class OpenEnd {

    /** One short response may have been cut, and less likely so many. */
    private static final int SHORT_RESPONSES = 3;

    private static final int MOST_LOOKS = 3;
    /** Of a log that grows with each request, the same request brings twice as many rows when it is sent once more. */
    private static final double GROWN = 1.5;

    private final NewestRow newestRow = new NewestRow();
    private boolean byRows;
    private int shortResponses;
    /** How many rows the response had that is asked for once more; 0 if none is. */
    private int asked;

    private @Nullable Instant told;
    /** The newest row that came with the end left open, and of how many. */
    private long newest = TimeSlot.OPEN_START;

    private int most;
    private boolean whole;
    private int looks;

    /** From now on the rows tell. */
    void toldByRows() {
        byRows = true;
    }

    /**
     * Where to look for the newest row now, if a walk of so many responses does not come to its end by itself: rows that come in
     * as fast as it reads would keep it going, and this machine's clock may be wrong.
     *
     * @param length the length of a slot whose rows come in one response
     */
    @Nullable
    TimeSlot looksForNewest(long responses, CutOrder<?> cut, long newestSeen, double length) {
        boolean oldest = cut.kept() == CutOrder.Kept.OLDEST || cut.kept() == CutOrder.Kept.UNKNOWN;
        return byRows && told == null && oldest && newestRow.wanted(responses, newestSeen, length)
                ? newestRow.slot()
                : null;
    }

    /** Takes a response to that; the next one to ask for, null if the search is over. */
    @Nullable
    TimeSlot newest(WindowResponse<?> response, boolean full) {
        TimeSlot next = newestRow.answered(response, full) ? null : newestRow.slot();
        Long found = next == null ? newestRow.found() : null;
        told = found == null ? told : Instant.ofEpochMilli(found + 1);
        return next;
    }

    /** The end they told; null before. */
    @Nullable
    Instant told() {
        return told;
    }

    /** Takes note of a response to a request without an end: it has the newest rows, unless it was cut. */
    void answered(WindowResponse<?> response, boolean full) {
        most = Math.max(most, response.size);
        newest = response.empty() ? newest : Math.max(newest, response.newest());
        whole |= !full;
    }

    /** The millisecond of the newest row that came with the end left open. */
    long newest() {
        return newest;
    }

    /**
     * Whether a walk that stands there surely has the newest rows, although the server may read the pinned end otherwise.
     */
    boolean sure(long place, CutOrder<?> cut) {
        boolean uncut = whole || cut.kept() == CutOrder.Kept.NEWEST || cut.longest() > most;
        return most > 0 && uncut && place >= newest;
    }

    /** Whether to look once more, as long as the log does not grow by more than a response with each look. */
    boolean looksAgain() {
        return looks++ < MOST_LOOKS;
    }

    /**
     * Whether to send the same request once more, before short responses are taken for the rows that come in at the end: a
     * server that began to cut at fewer rows gives as many again.
     */
    boolean asksAgain(WindowResponse<?> response, boolean full, CutOrder<?> cut) {
        boolean oldest = cut.kept() == CutOrder.Kept.OLDEST || cut.kept() == CutOrder.Kept.UNKNOWN;
        boolean suspect = byRows && told == null && oldest && !full && response.size >= CutOrder.FEW;
        if (!suspect
                || response.slot.last() != TimeSlot.OPEN_END
                || asked > 0
                || shortResponses < SHORT_RESPONSES - 1) {
            return false;
        }
        asked = response.size;
        return true;
    }

    /** How many responses to requests without an end were short, one after the other. */
    private int shortResponses(WindowResponse<?> response, boolean full) {
        if (asked == 0) {
            return full ? 0 : shortResponses + 1;
        }
        boolean grown = full || response.size >= GROWN * asked;
        asked = 0;
        return grown ? SHORT_RESPONSES : 0;
    }

    /** The end, if this response tells it. */
    @Nullable
    Instant end(WindowResponse<?> response, boolean full, CutOrder<?> cut, long newestSeen) {
        boolean open = response.slot.last() == TimeSlot.OPEN_END;
        if (!byRows || newestSeen == TimeSlot.OPEN_START || !(open || most > 0)) {
            return null;
        }
        shortResponses = open ? shortResponses(response, full) : shortResponses;
        boolean keepsNewest =
                cut.kept() == CutOrder.Kept.NEWEST && response.display == WindowResponse.Display.NEWEST_FIRST;
        if (keepsNewest || shortResponses >= SHORT_RESPONSES) {
            told = Instant.ofEpochMilli(newestSeen + 1);
        }
        return told;
    }

    /**
     * Finds the newest row of a long log that is read from its oldest on, where the server does not tell its time and the end is
     * open: begins farther and farther ahead until no row comes, then halves. Pure decisions.
     */
    private static final class NewestRow {

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
                    || (!response.empty()
                            && !full
                            && response.size < CutOrder.FEW); // more may be a response that was cut
        }

        /** The millisecond of the newest row found; null if the server did not heed the windows. */
        @Nullable
        Long found() {
            return useless || (none == null && seen + step > LATEST) ? null : Long.valueOf(seen);
        }
    }
}
