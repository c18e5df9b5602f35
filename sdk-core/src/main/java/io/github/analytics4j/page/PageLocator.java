package io.github.analytics4j.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Turns a place in the list into a page that can be asked for and that starts there or a little before. */
final class PageLocator {

    /** By offset, pages are planned with at least so many rows: a smaller cap costs no place, only what was planned. */
    private static final int SMALLEST_PLAN = 20;

    /** After so many full pages of a size found by counting, it is counted again; each time after twice as many. */
    private static final int FIRST_RECOUNT = 16;

    /** Small pages may begin as early as if they were rounded by chance. */
    private static final int MANY_SIGNS = 4;

    /** A list of so few rows may end where pages of that size cannot overlap, so that another walk is not told of them. */
    private static final int LEAST_TOLD = 3;

    /** Search engines refuse pages that end behind a round number of rows: their first ten thousand, or one thousand. */
    private static final int ROUND = 1_000;

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

    /** Whether a response began nearer to where it should than to a multiple of its size, and how many others in a row seem to have been rounded. */
    private boolean exact;

    private int signs;

    private int shortResponse;
    private boolean fixed;
    private boolean limitBroken;

    /** How many rows a short response had, by page number, as long as that may be the most the server answers; else 0. */
    private int guess;
    /** By page number, the size that the last page had, and the only one that the server has pages of, as far as known; 0 for any. */
    private int used;

    private int only;
    /** Whether a page of another size than the server states was the page that was asked for. */
    private boolean anySize;
    /** How far the pages reached that were answered, and behind which row the server refuses pages, as far as known. */
    private long furthest;

    private long bound = Long.MAX_VALUE;

    /** Whether the server's most rows at once were found by counting, and how many full pages came since. */
    private boolean counted;

    private int countedSize;
    private int full;
    private boolean urgent;
    private boolean recounted;
    private int recount = FIRST_RECOUNT;

    PageLocator(WalkSpec<?> spec, @Nullable Instant to) {
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

    boolean byNumber() {
        return numbered;
    }

    /**
     * By page number, whether a response is of pages of another size than asked for, as where a server rounds the size or has its own:
     * then its place is not known. From now on pages are asked for that have the size of those before, since where they begin is known.
     *
     * @param fits whether its rows are those of the page that was asked for
     */
    boolean otherSize(PageRequest asked, Page<?> page, boolean fits) {
        int size = page.size();
        boolean other = only > 0 ? asked.limit() != only || size != only : size != asked.limit();
        if (asked.offset() == 0 || fits || anySize || !other) {
            anySize |= other && fits && asked.offset() > 0;
            used = asked.offset() == 0 ? size : used;
            return false;
        }
        if (only == 0 || asked.limit() == only) {
            only = only == 0 && used > 0 ? used : size;
            guess = 0;
            urgent = false;
        }
        return true;
    }

    /** Rows a page, as far as the walk plans with them. */
    int span() {
        return only > 0 ? only : guess > 0 ? Math.min(guess, known()) : known();
    }

    private int known() {
        return Math.min(wishedSize, cap);
    }

    private int most() {
        return Math.min(mostSize, guess > 0 ? guess : numbered || fixed ? cap : mostSize);
    }

    /** How far a page reaches at least behind the row that it repeats. */
    int reach() {
        return Math.max(1, (numbered ? span() / 2 : span()) - 1);
    }

    /**
     * Whether a response began as many rows early as it would if the server rounds offsets to multiples of the page's size.
     * From then on only such are asked for, which costs little if that was not the reason.
     */
    boolean rounded(PageRequest asked, long early) {
        long odd = asked.offset() % asked.limit();
        exact |= early >= 0 && early < (odd + 1) / 2; // a list that grows makes it more, not less
        signs = odd == 0 ? signs : early == odd ? signs + 1 : 0;
        boolean telling = asked.limit() >= SMALLEST_PLAN || (signs >= MANY_SIGNS && mostSize >= SMALLEST_PLAN);
        boolean rounds = odd != 0 && !exact && !numbered && signs > 0 && telling;
        numbered |= rounds;
        return rounds;
    }

    /**
     * Takes the server as one that rounds offsets if nothing but the few signs of small pages says so; whether it was not before.
     * Where the rows before an empty response are found again and again, that is the likelier reason than a list that moves so.
     */
    boolean roundsRather() {
        boolean rounds = signs > 0 && !exact && !numbered;
        numbered |= rounds;
        return rounds;
    }

    /**
     * The server refused this page as such, and may refuse any that ends behind some row: whether the next one will end where such
     * a row may be, and bring rows.
     */
    boolean refused(PageRequest asked) {
        long round = asked.end() / ROUND * ROUND;
        boolean trims = bound == Long.MAX_VALUE && round > asked.offset() && round < asked.end() && round >= furthest;
        bound = trims ? round : bound;
        return trims;
    }

    /** Whether the server refuses what would follow on a page that ends there. */
    boolean endsAt(long end) {
        return end >= bound;
    }

    /** How many rows the server answers at once, as far as it seems; 0 if that is not known. */
    int cap() {
        int seen = numbered && guess > 0 ? guess : shortResponse;
        if (seen > 0) {
            return seen < LEAST_TOLD ? 0 : seen;
        }
        return cap == Integer.MAX_VALUE ? 0 : cap;
    }

    /** Another walk found out how many rows the server seems to answer at once; 0 if not. */
    void capped(long rows) {
        if (rows <= 0 || rows >= Integer.MAX_VALUE) {
            return;
        }
        if (numbered) {
            guess = (int) rows;
            countedSize =
                    Math.max(wishedSize, Math.min((int) rows + 1, mostSize)); // a page as small as that is full anyway
            urgent = true;
        } else {
            shortResponse = (int) rows;
            cap = Math.max((int) rows, SMALLEST_PLAN);
        }
    }

    /**
     * Heeds how many rows the server says it answers at most, until a response has more of them; returns the response, without
     * that number if it is not heeded.
     */
    <T> Page<T> heeded(Page<T> page) {
        furthest = Math.max(furthest, page.request().end());
        limitBroken |= page.breaksLimit();
        Page<T> heeded = limitBroken ? page.withLimit(null) : page;
        int rows = heeded.smallerLimit();
        if (rows > 0) {
            cap = rows;
            fixed = true;
            shortResponse = 0;
        }
        return heeded;
    }

    /**
     * A page that is not known to be the last one came, so that its size may tell how many rows the server answers at most.
     * By page number, a page's place depends on that number: {@link #counted} is to tell, and until it does, only pages are
     * asked for that are not larger than the short one.
     *
     * @param most whether the page was short and no page had more rows
     */
    void answered(PageRequest asked, int rows, boolean fresh, boolean most) {
        boolean full = rows >= asked.limit();
        if (numbered) {
            guess = most ? rows : guess;
            countedSize = most ? asked.limit() : countedSize;
            urgent = most && asked.offset() > 0;
            this.full += full ? 1 : 0;
        } else if (!fresh) {
            return;
        } else if (!full && most) {
            fixed |= rows == shortResponse;
            shortResponse = rows;
            cap = fixed ? rows : Math.max(rows, SMALLEST_PLAN);
        } else if (full && !fixed && cap < mostSize) {
            cap *= 2; // the short response was an accident, perhaps
        }
    }

    /** Whether a short response may have had the most rows that the server answers at once. */
    boolean guessing() {
        return guess > 0;
    }

    /**
     * Whether to count now: the list may as well end behind the short response if that was its first page, or what was counted
     * long ago was the end of a list that grew since.
     */
    boolean toCount() {
        return urgent || (counted && full >= recount);
    }

    /** The page whose size tells: its place is the same whatever the server makes of the size. */
    PageRequest countable() {
        return new PageRequest(0, Math.max(countedSize, 1), from, to);
    }

    /**
     * The countable page had so many rows: as many as the short response had if that is all that the server answers at once. Where
     * these are all up to the place, the list may as well end there: if rows follow, it is counted once more.
     */
    void counted(int rows, long place) {
        urgent = false;
        full = 0;
        if (guess > 0 && rows == guess && rows == place && !recounted) {
            recounted = true;
            return;
        }
        if (guess > 0 && rows == guess) {
            cap = rows;
            counted = true;
            recount = FIRST_RECOUNT;
        } else if (counted && rows > cap) {
            cap = Integer.MAX_VALUE;
            counted = false;
        } else if (guess == 0) {
            recount *= 2;
        }
        guess = 0;
    }

    /** The page that starts at the offset, or before it, for at most that many rows. */
    PageRequest at(long offset, long wanted) {
        if (numbered) {
            return numbered(offset, offset, wanted);
        }
        long rows = Math.min(Math.min(span(), wanted), offset < bound ? bound - offset : wanted);
        return new PageRequest(offset, (int) Math.max(1, rows), from, to);
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

    /** Whether no page starts before the place and reaches behind it. */
    boolean apart(long place) {
        return place > 0 && overlapping(place, -1, span()).offset() >= place;
    }

    /**
     * Page {@code n} of {@code s} rows starts at a multiple of {@code s}; so the size is chosen anew for each page such
     * that the page starts at the offset or before it and reaches as far as possible, at least behind {@code place}. Only
     * where no page of the wished size or less does that, a larger one is asked for.
     */
    private PageRequest numbered(long offset, long place, long wanted) {
        if (only > 0) {
            long first = offset / only * only;
            return new PageRequest(first + only > place ? first : place / only * only, only, from, to);
        }
        if (place == 0) {
            return new PageRequest(0, (int) Math.max(1, Math.min(span(), wanted)), from, to);
        }
        int largest = span();
        long goal = offset + Math.min(wanted, FAR);
        int best = 0;
        long reach = place;
        for (int size = largest; size >= Math.max(1, largest / 2 - 10); size--) {
            long end = (offset / size + 1) * size;
            if (end > bound && place < bound) {
                continue;
            }
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
