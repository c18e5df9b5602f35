package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.WindowRequests.Rounding;
import io.github.analytics4j.page.WindowRequests.TimeSlot;
import java.time.Instant;
import java.util.function.Supplier;
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
    TimeSlot looksForNewest(long responses, RowCap<?> cut, long newestSeen, double length) {
        boolean oldest = cut.kept() == RowCap.Kept.OLDEST || cut.kept() == RowCap.Kept.UNKNOWN;
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
    boolean sure(long place, RowCap<?> cut) {
        boolean uncut = whole || cut.kept() == RowCap.Kept.NEWEST || cut.longest() > most;
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
    boolean asksAgain(WindowResponse<?> response, boolean full, RowCap<?> cut) {
        boolean oldest = cut.kept() == RowCap.Kept.OLDEST || cut.kept() == RowCap.Kept.UNKNOWN;
        boolean suspect = byRows && told == null && oldest && !full && response.size >= RowCap.FEW;
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
    Instant end(WindowResponse<?> response, boolean full, RowCap<?> cut, long newestSeen) {
        boolean open = response.slot.last() == TimeSlot.OPEN_END;
        if (!byRows || newestSeen == TimeSlot.OPEN_START || !(open || most > 0)) {
            return null;
        }
        shortResponses = open ? shortResponses(response, full) : shortResponses;
        boolean keepsNewest =
                cut.kept() == RowCap.Kept.NEWEST && response.display == WindowResponse.Display.NEWEST_FIRST;
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
                            && response.size < RowCap.FEW); // more may be a response that was cut
        }

        /** The millisecond of the newest row found; null if the server did not heed the windows. */
        @Nullable
        Long found() {
            return useless || (none == null && seen + step > LATEST) ? null : Long.valueOf(seen);
        }
    }

    /** Ends a window walk that asks and asks and gets nowhere. */
    static final class Stall {

        /** Halving ten thousand years to a millisecond takes 49 requests, moving the bounds for a server that rounds 5. */
        private static final int MOST_WITHOUT_PROGRESS = 150;
        /** Half a million rows that came in behind the walk, at 500 a request; fewer where the log itself told its end. */
        private static final int MOST_BEHIND_START = 1_000;

        private static final int MOST_BEHIND_END = 300;

        /** Over that many responses, a walk must gain a hundredth of the rows that they can hold, or a row each if those are few. */
        private static final int STRETCH = 300;

        private static final int LEAST_PART = 100;
        private static final int FEW_ROWS = 50;

        private final String operation;
        private final long startedAt;
        private final long responsesBefore;
        /** The newest row there was when the walk began, if its responses had rows of any time. */
        private long endAtStart = TimeSlot.OPEN_END;

        private long place = TimeSlot.OPEN_START;
        private long gap = TimeSlot.OPEN_END;
        private long newest = TimeSlot.OPEN_START;
        private int idle;
        private int responses;
        private long behindStart;
        private long rowsBefore;
        private long keptBefore;

        Stall(String operation, long now, @Nullable WalkState from) {
            this.operation = operation;
            WalkState.Growth growth = from == null ? null : from.growth();
            this.startedAt = growth == null ? now : growth.began();
            this.responsesBefore = growth == null || from == null ? 0 : from.pages();
            this.rowsBefore = from == null ? 0 : from.rows();
            if (growth != null) {
                behindStart = growth.newer();
                endAtStart = growth.newest() == null ? endAtStart : growth.newest();
            }
        }

        /** Returns the state that a resumed walk needs. */
        WalkState.Growth growth() {
            return new WalkState.Growth(startedAt, endAtStart == TimeSlot.OPEN_END ? null : endAtStart, behindStart);
        }

        /** How many responses the walk had, also before it was resumed. */
        long responses() {
            return responsesBefore + responses;
        }

        private static double leastGain(int capacity) {
            return Math.max(Math.min(1, (double) capacity / FEW_ROWS), (double) capacity / LEAST_PART);
        }

        /** A response was used; the walk stands where it stands now. */
        void answered(Frontier<?> frontier, long rows, RowCap<?> cut, long newestSeen, Supplier<String> asked) {
            boolean moved = frontier.clear != place || frontier.gap() != gap || frontier.newestCell() != newest;
            newest = frontier.newestCell();
            place = frontier.clear;
            gap = frontier.gap();
            idle = moved ? 0 : idle + 1;
            responses++;
            boolean slow = false;
            if (responses % STRETCH == 0) {
                long kept = frontier.keptRows(); // a log read from its end has many before the first is delivered
                slow = Math.max(rows - rowsBefore, kept - keptBefore) < STRETCH * leastGain(cut.capacity());
                rowsBefore = rows;
                keptBefore = kept;
            }
            if (idle >= MOST_WITHOUT_PROGRESS || slow) {
                throw new WalkException(operation + ": the walk got hardly any further with the last "
                        + (slow ? STRETCH : idle)
                        + " answers. The server does not heed the time window, or most of what it answers has no time. The"
                        + " walk would go on with " + asked.get()
                        + "; ask for that window alone and compare the rows with it");
            }
            if (frontier.end == TimeSlot.OPEN_END) {
                behindStart(frontier, cut, newestSeen);
            }
        }

        /** A response to a walk whose end is not known: rows may come in as fast as it reads them. */
        private void behindStart(Frontier<?> frontier, RowCap<?> cut, long newestSeen) {
            if (cut.samples() && endAtStart == TimeSlot.OPEN_END && newestSeen != TimeSlot.OPEN_START) {
                endAtStart = newestSeen;
            }
            if (frontier.newestCell() <= (endAtStart == TimeSlot.OPEN_END ? startedAt : endAtStart)) {
                return;
            }
            behindStart++;
            int ofFew = Math.max(1, FEW_ROWS / cut.capacity()); // so many more of a few rows
            int most = ofFew * (endAtStart == TimeSlot.OPEN_END ? MOST_BEHIND_START : MOST_BEHIND_END);
            if (behindStart > Math.max(most, 4 * (responsesBefore + responses) / 5)) {
                throw new WalkException(operation + ": rows come in faster than the walk reads them: " + behindStart
                        + " answers held rows newer than its start, up to " + frontier.newest
                        + ". Give the request an end of its time window");
            }
        }
    }
}
