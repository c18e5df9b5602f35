package io.github.analytics4j.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns a place in the list into a page that can be asked for and that starts there or a little before. */
final class Addresses {

    /** Small pages of a page-numbered API may grow to this, so that neighbours can overlap at all. */
    private static final int SMALLEST_SPAN = 20;

    private final boolean numbered;
    private final int pageSize;
    private final int maxPageSize;
    private final @Nullable Instant from;
    private final @Nullable Instant to;

    Addresses(WalkSpec<?> spec, @Nullable Instant to) {
        this.numbered = spec.style == WalkSpec.Style.PAGE;
        this.pageSize = spec.pageSize;
        this.maxPageSize = spec.maxPageSize;
        this.from = spec.windowed ? spec.from : null;
        this.to = to;
    }

    /** Rows a page, as far as the walk plans with them. */
    int span() {
        return pageSize;
    }

    /** How far a page reaches at least, give or take what its address costs. */
    int reach() {
        return numbered ? Math.max(1, pageSize / 2) : pageSize;
    }

    /** The page that starts at the offset, for at most that many rows. */
    PageRequest at(long offset, long wanted) {
        if (numbered) {
            return numbered(offset, wanted);
        }
        return new PageRequest(offset, (int) Math.max(1, Math.min(pageSize, wanted)), from, to);
    }

    /** The page that starts before {@code position}, overlapping what lies before it, and reaches behind it. */
    PageRequest overlapping(long position, long overlap, long wanted) {
        long start = Math.max(0, position - overlap);
        PageRequest page = at(start, wanted + overlap);
        if (page.end() > position) {
            return page;
        }
        // the page is too small to reach behind its overlap
        return numbered || position - start >= maxPageSize
                ? at(position, wanted)
                : new PageRequest(start, (int) (position - start) + 1, from, to);
    }

    /**
     * Page {@code n} of {@code s} rows starts at a multiple of {@code s}; so the size is chosen anew for each page such
     * that the page starts at the offset or before it and reaches as far as possible.
     */
    private PageRequest numbered(long offset, long wanted) {
        if (offset == 0) {
            return new PageRequest(0, (int) Math.max(1, Math.min(pageSize, wanted)), from, to);
        }
        int largest = Math.min(maxPageSize, Math.max(pageSize, SMALLEST_SPAN));
        int best = largest;
        long reach = 0;
        int smallest = largest < SMALLEST_SPAN ? 1 : largest / 2;
        for (int size = largest; size > smallest; size--) {
            long end = (offset / size + 1) * size;
            if (end > reach) {
                reach = end;
                best = size;
            }
        }
        return new PageRequest(offset / best * best, best, from, to);
    }
}
