package io.github.analytics4j.page;

import io.github.analytics4j.page.WalkReport.WalkCounter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the walk's place again after the list moved: where to look next, given where remembered rows were found and where
 * not. The log may move on during the search; that costs requests, never rows, since a page counts only if it holds a
 * remembered row.
 */
final class PlaceSearch {

    /** A place not found in that many requests is not to be found; the walk says so and goes on. */
    private static final int MOST_REQUESTS = 200;

    private static final int MOST_HINTS = 2;
    /** Enough to leap over a million rows. */
    private static final int MOST_LEAPS = 14;

    private boolean active;
    private boolean headProves;
    private long coarse;
    private long fine;
    private @Nullable Long totalBefore;
    private @Nullable Long totalLast;
    private int requests;
    private boolean exhausted;
    private long candidate;

    private long back;
    private long forth;
    private long stride;
    private long widest;
    private boolean forward;
    private long listEnd;
    private int leaps;
    private boolean headDecides;

    /** Behind the last remembered row seen; -1 as long as none was seen. */
    private long low;
    /** The start of the nearest page behind {@link #low} without a remembered row. */
    private long high;

    private long distance;

    /** Whether the place is known, or lies between two that are. */
    boolean sure() {
        return !active() || bracketed();
    }

    boolean active() {
        return active;
    }

    void end() {
        active = false;
        requests = 0;
    }

    /** Whether remembered rows were seen, so that the place lies at or behind {@link #position}. */
    boolean bracketed() {
        return active && low >= 0;
    }

    /** Begins at a page without a remembered row, or, if one is found there, behind it. */
    void begin(long at, long reach, int remembered, boolean headIsProof) {
        active = true;
        exhausted = false;
        requests = 0;
        headProves = headIsProof;
        fine = Math.max(1, reach);
        coarse = Math.max(fine, remembered / 2);
        restart(at);
    }

    /** How many rows the list had when the walk's place was known; null where nobody says. */
    void totalWas(@Nullable Long rows) {
        totalBefore = rows;
        totalLast = rows;
    }

    @Nullable
    Long totalBefore() {
        return totalBefore;
    }

    /** Whether the list had so many rows, by what the server said, when the walk's place was known. */
    boolean toldTotal(long rows) {
        return totalBefore != null && totalBefore == rows;
    }

    /** The list has another size now: if all rows came or went before the place, a page should hold it in its middle. */
    void total(long position, @Nullable Long now) {
        if (now != null && totalBefore != null && !now.equals(totalBefore) && requests <= MOST_HINTS) {
            long again = requests == 0 || totalLast == null ? 0 : now - totalLast;
            candidate = Math.max(0, position + now - totalBefore + again - (fine + 1) / 2);
        }
        totalLast = now;
    }

    private void restart(long at) {
        back = at;
        forth = at;
        stride = fine;
        widest = coarse;
        forward = false;
        leaps = 0;
        headDecides = false;
        low = -1;
        high = Long.MAX_VALUE;
        listEnd = Long.MAX_VALUE;
        advance();
    }

    /** Where to look next, in a list that grows by that many rows before a response comes. */
    long position(long growth) {
        if (low < 0) {
            return candidate;
        }
        if (high - low <= fine) {
            return low;
        }
        long guess = low + distance + growth;
        return guess < high ? guess : low + (high - low) / 2;
    }

    /** The page ended with a remembered row, though not the newest: the place lies behind it. */
    void found(long behind, long newer) {
        count();
        low = behind;
        distance = newer;
        if (high <= low) {
            high = Long.MAX_VALUE;
        }
    }

    /** The page held no remembered row. */
    void missed(long at, boolean empty, long position, @Nullable Long total) {
        count();
        if (low >= 0 && at >= low) {
            high = at;
        } else if (low >= 0) {
            restart(at); // the row before it is gone by now
        } else {
            if (empty && at > 0) {
                listEnd = Math.min(listEnd, at);
            }
            advance();
            total(position, total);
        }
    }

    private void count() {
        requests++;
        exhausted |= requests > MOST_REQUESTS && !headProves;
    }

    /**
     * Picks the next place to look at: the likely one, then away from where the place was lost, a little farther each time.
     * Steps stay smaller than what is remembered, so that it cannot be stepped over.
     */
    private void advance() {
        if (headProves) {
            towardsHead();
            return;
        }
        while (!exhausted) {
            boolean ahead = forward;
            forward = !forward;
            if (ahead && forth + stride < listEnd) {
                forth += stride;
                candidate = forth;
                stride = Math.min(2 * stride, widest);
                return;
            }
            if (!ahead && back > 0) {
                back = Math.max(0, back - stride);
                candidate = back;
                return;
            }
            if (back == 0 && forth + stride >= listEnd) {
                widen();
            }
        }
    }

    /**
     * To the head of the list, where a page without a remembered row proves that all of them lie behind it; then on from
     * where the place was lost, to save reading all that came in before them; and then it is the head after all.
     */
    private void towardsHead() {
        if (back > 0) {
            back = Math.max(0, back - stride);
            candidate = back;
            stride = back == 0 ? fine : 2 * stride;
        } else if (forth + stride < listEnd && leaps < MOST_LEAPS) {
            forth += stride;
            candidate = forth;
            stride = 2 * stride;
            leaps++;
        } else {
            candidate = 0;
            headDecides = true;
        }
    }

    /** Ends the search if the place is not to be found, and says so; whether it did. */
    boolean givesUp(long position, int remembered, WalkCounter counter) {
        boolean gives = active && exhausted;
        if (gives) {
            counter.doubt("the list moved at offset " + position + " and none of the last " + remembered
                    + " rows was found again: rows may be missing or repeated there");
            end();
        }
        return gives;
    }

    /** Whether a page at the head of the list without a remembered row ends the search. */
    boolean headDecides() {
        return active && headDecides;
    }

    /** Everything was looked at: once more with small steps, then it is over. */
    private void widen() {
        exhausted = widest == fine;
        widest = fine;
        stride = fine;
        forth = -fine;
    }
}
