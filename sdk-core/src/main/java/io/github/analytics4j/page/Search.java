package io.github.analytics4j.page;

import org.jspecify.annotations.Nullable;

/**
 * Finds the walk's place again after the list moved: where to look next, given where remembered rows were found and where
 * not. The log may move on during the search; that costs questions, never rows, since a page counts only if it holds a
 * remembered row.
 */
final class Search {

    /** A place not found in that many questions is not to be found; the walk says so and goes on. */
    private static final int MOST_QUESTIONS = 400;

    private boolean active;
    private long origin;
    private boolean headProves;
    private long coarse;
    private long fine;
    private long stride;
    private @Nullable Long hint;
    private int step;
    private int questions;
    private boolean behindOrigin;
    private long listEnd;
    private boolean exhausted;
    private long candidate;

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
    }

    /** Whether remembered rows were seen, so that the place lies at or behind {@link #position()}. */
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
        origin = at;
        stride = coarse;
        step = 0;
        behindOrigin = false;
        low = -1;
        high = Long.MAX_VALUE;
        listEnd = Long.MAX_VALUE;
        advance();
    }

    /** Where to look next. */
    long position() {
        if (low < 0) {
            return candidate;
        }
        if (high - low <= fine) {
            return low;
        }
        long guess = low + distance;
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
    void missed(long at, boolean empty) {
        count();
        if (low >= 0 && at >= low) {
            high = at;
        } else if (low >= 0) {
            restart(at); // the row before it is gone by now
        } else {
            if (empty && at > origin) {
                listEnd = Math.min(listEnd, at);
            }
            advance();
        }
    }

    private void count() {
        questions++;
        exhausted |= questions > MOST_QUESTIONS && !headProves;
    }

    /** Picks the next place to look at: the likely one, then outwards from where the place was lost. */
    private void advance() {
        if (hint != null) {
            candidate = Math.max(0, hint);
            hint = null;
            return;
        }
        while (!exhausted) {
            if (!headProves && step > 0 && !behindOrigin) {
                behindOrigin = true;
                candidate = origin + step * stride;
                if (candidate < listEnd) {
                    return;
                }
            }
            behindOrigin = false;
            step++;
            if (step == 1 || origin - (step - 1) * stride > 0) {
                candidate = Math.max(0, origin - step * stride);
                return;
            }
            if (headProves) {
                candidate = 0;
                return;
            }
            if (origin + step * stride >= listEnd) {
                widen();
            }
        }
    }

    /** Everything was looked at: once more with smaller steps, then it is over. */
    private void widen() {
        exhausted = stride == fine;
        stride = fine;
        step = 0;
        behindOrigin = true;
    }
}
