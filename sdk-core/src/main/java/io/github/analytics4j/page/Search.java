package io.github.analytics4j.page;

import org.jspecify.annotations.Nullable;

/**
 * Finds the walk's place again after the list moved: where to look next, given where remembered rows were found and where
 * not. The log may move on during the search; that costs questions, never rows, since a page counts only if it holds a
 * remembered row.
 */
final class Search {

    /** A place not found in that many questions is not to be found; the walk says so and goes on. */
    private static final int MOST_QUESTIONS = 200;

    private static final int MOST_HINTS = 2;

    private boolean active;
    private boolean headProves;
    private long coarse;
    private long fine;
    private @Nullable Long hint;
    private int questions;
    private boolean exhausted;
    private long candidate;

    private long back;
    private long forth;
    private long stride;
    private long widest;
    private boolean forward;
    private long listEnd;

    /** Behind the last remembered row seen; -1 as long as none was seen. */
    private long low;
    /** The start of the nearest page behind {@link #low} without a remembered row. */
    private long high;

    private long distance;

    boolean active() {
        return active;
    }

    boolean exhausted() {
        return exhausted;
    }

    void end() {
        active = false;
        questions = 0;
    }

    int questions() {
        return questions;
    }

    /** Whether remembered rows were seen, so that the place lies at or behind {@link #position}. */
    boolean bracketed() {
        return low >= 0;
    }

    /** Begins at a page without a remembered row. */
    void begin(long at, long reach, int remembered, boolean headIsProof, @Nullable Long likely) {
        active = true;
        exhausted = false;
        questions = 0;
        headProves = headIsProof;
        fine = Math.max(1, reach);
        coarse = Math.max(fine, remembered / 2);
        hint = likely;
        restart(at);
    }

    /** Begins at a page that ends with a remembered row, though not the newest. */
    void beginBehind(long behind, long newer, long reach, int remembered, boolean headIsProof) {
        begin(behind, reach, remembered, headIsProof, null);
        found(behind, newer);
    }

    private void restart(long at) {
        back = at;
        forth = at;
        stride = fine;
        widest = coarse;
        forward = false;
        low = -1;
        high = Long.MAX_VALUE;
        listEnd = Long.MAX_VALUE;
        advance();
    }

    /** Where to look next, in a list that grows by that many rows before an answer comes. */
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

    /** Where the place seemed to be when a remembered row was seen last. */
    long estimate() {
        return low < 0 ? candidate : low + distance;
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

    /** The page held no remembered row; the list's size makes another place likely, perhaps. */
    void missed(long at, boolean empty, @Nullable Long likely) {
        count();
        hint = low < 0 && questions <= MOST_HINTS ? likely : null;
        if (low >= 0 && at >= low) {
            high = at;
        } else if (low >= 0) {
            restart(at); // the row before it is gone by now
        } else {
            if (empty && at > back) {
                listEnd = Math.min(listEnd, at);
            }
            advance();
        }
    }

    private void count() {
        questions++;
        exhausted |= questions > MOST_QUESTIONS && !headProves;
    }

    /**
     * Picks the next place to look at: the likely one, then away from where the place was lost, a little farther each time.
     * Steps stay smaller than what is remembered, so that it cannot be stepped over.
     */
    private void advance() {
        if (hint != null) {
            candidate = Math.max(0, hint);
            hint = null;
            return;
        }
        while (!exhausted) {
            boolean ahead = forward;
            forward = !headProves && !forward;
            if (ahead && forth + stride < listEnd) {
                forth += stride;
                candidate = forth;
                stride = Math.min(2 * stride, widest);
                return;
            }
            if (!ahead && (back > 0 || headProves)) {
                back = Math.max(0, back - stride);
                candidate = back;
                stride = headProves ? Math.min(2 * stride, widest) : stride;
                return;
            }
            if (back == 0 && forth + stride >= listEnd) {
                widen();
            }
        }
    }

    /** Everything was looked at: once more with small steps, then it is over. */
    private void widen() {
        exhausted = widest == fine;
        widest = fine;
        stride = fine;
        forth = -fine;
    }
}
