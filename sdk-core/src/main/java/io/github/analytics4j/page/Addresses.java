package io.github.analytics4j.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns a place in the list into a page that can be asked for and that starts there or a little before. */
final class Addresses {

    /** No server answers fewer rows than this at once, so a shorter answer says nothing about how many it can. */
    private static final int SMALLEST_CAP = 20;

    /** More rows than any walk wants. */
    private static final long FAR = 1L << 50;

    private final int wishedSize;
    private final int mostSize;
    private final @Nullable Instant from;
    private @Nullable Instant to;

    /** Whether a page must start at a multiple of its size. */
    private boolean numbered;
    /** How many rows the server answers at once, as far as known. */
    private int cap = Integer.MAX_VALUE;

    /** Whether an answer began where no multiple of its size is. */
    private boolean exact;

    private int shortAnswer;
    /** Whether rows followed on a short answer. */
    private boolean cuts;

    private boolean fixed;

    Addresses(WalkSpec<?> spec, @Nullable Instant to) {
        this.numbered = spec.style == WalkSpec.Style.PAGE;
        this.wishedSize = spec.pageSize;
        this.mostSize = spec.maxPageSize;
        this.from = spec.windowed ? spec.from : null;
        this.to = to;
    }

    /** Every page is asked for with this end of the time window from now on. */
    void endAt(Instant end) {
        to = end;
    }

    /** Rows a page, as far as the walk plans with them. */
    int span() {
        return Math.min(wishedSize, cap);
    }

    private int most() {
        return Math.min(mostSize, cap);
    }

    /** How far a page reaches at least, give or take what its address costs. */
    int reach() {
        return numbered ? Math.max(1, span() / 2) : span();
    }

    /**
     * Whether an answer began as many rows early as it would if the server rounds offsets to multiples of the page's size.
     * From then on only such are asked for, which costs little if that was not the reason.
     */
    boolean rounded(PageRequest asked, long early) {
        long odd = asked.offset() % asked.limit();
        exact |= odd != 0 && early == 0;
        boolean rounds = !exact && !numbered && odd != 0 && early == odd && asked.limit() >= SMALLEST_CAP;
        numbered |= rounds;
        return rounds;
    }

    /** How many rows the server answers at once, 0 if that is not known. */
    int cap() {
        return cap == Integer.MAX_VALUE ? 0 : cap;
    }

    /** Another walk found out how many rows the server answers at once; 0 if not. */
    void capped(long rows) {
        cap = rows > 0 && rows < Integer.MAX_VALUE ? (int) rows : cap;
    }

    /** The server said how many rows it answers at most. */
    void stated(int rows) {
        if (rows > 0) {
            cap = rows;
            fixed = true;
        }
    }

    /** A page in the middle of the list came, so that its size tells how many rows the server answers at most. */
    void answered(PageRequest asked, int rows) {
        cuts |= shortAnswer > 0;
        if (rows < asked.limit()) {
            fixed |= rows == shortAnswer;
            shortAnswer = rows;
            cap = Math.max(rows, SMALLEST_CAP);
        } else if (!fixed && !numbered && cap < mostSize) {
            cap *= 2; // the short answer was an accident, perhaps; by page number, a size not heeded means another
            // place
        }
    }

    /** Whether a short answer may lack rows, as one before it did, and the server does not say that it is the last. */
    boolean mayHaveCut(PageRequest asked, Page<?> page) {
        return cuts && page.answered() >= shortAnswer && !Ending.agrees(page, asked.offset() + page.answered());
    }

    /** The page that starts at the offset, or before it, for at most that many rows. */
    PageRequest at(long offset, long wanted) {
        if (numbered) {
            return numbered(offset, offset, wanted);
        }
        return new PageRequest(offset, (int) Math.max(1, Math.min(span(), wanted)), from, to);
    }

    /** The page that starts at {@code position + lead} or before and reaches behind it, for so many rows behind it. */
    PageRequest overlapping(long position, long lead, long wanted) {
        long start = Math.max(0, position + lead);
        long behind = Math.max(start, position);
        if (numbered) {
            return numbered(start, behind, wanted + behind - start);
        }
        PageRequest page = at(start, wanted + behind - start);
        if (page.end() > behind) {
            return page;
        }
        // the page is too small to reach behind its overlap
        long needed = behind - start + 1;
        return needed > most() ? at(position, wanted) : new PageRequest(start, (int) needed, from, to);
    }

    /**
     * Page {@code n} of {@code s} rows starts at a multiple of {@code s}; so the size is chosen anew for each page such
     * that the page starts at the offset or before it and reaches as far as possible, at least behind {@code place}. Only
     * where no page of the wished size or less does that, a larger one is asked for.
     */
    private PageRequest numbered(long offset, long place, long wanted) {
        if (place == 0) {
            return new PageRequest(0, (int) Math.max(1, Math.min(span(), wanted)), from, to);
        }
        int largest = span();
        long goal = offset + Math.min(wanted, FAR);
        int best = 0;
        long reach = place;
        for (int size = largest; size >= Math.max(1, largest / 2 - 10); size--) {
            long end = (offset / size + 1) * size;
            if (end > reach || (best > 0 && end >= goal)) {
                reach = Math.min(end, goal);
                best = size;
            }
        }
        for (int size = largest + 1; best == 0 && size <= most(); size++) {
            best = (offset / size + 1) * size > place ? size : 0;
        }
        if (best == 0) {
            return offset == place ? new PageRequest(offset, 1, from, to) : numbered(place, place, wanted);
        }
        return new PageRequest(offset / best * best, best, from, to);
    }
}
