package io.github.analytics4j.page;

import io.github.analytics4j.page.WalkReport.WalkCounter;

/** Chooses the next page of a walk by offset or page number, from the place where it stands and the purpose of the request. */
final class PageChooser {

    enum Mode {
        WALK(""),
        /** Looks behind an empty page. */
        PROBE(", behind an empty page that should not be the last"),
        /** Looks again at a place that was read, since rows known were in a strange place or not seen for long. */
        RECHECK(", to see whether rows changed their order"),
        /** Asks for the first page, to see whether it has as many rows as a short response had. */
        COUNT(", to see how many rows the server answers at once"),
        /** Asks far away, to see whether the server heeds the offset. */
        FAR(", to see whether the server heeds the offset");

        private final String why;

        Mode(String why) {
            this.why = why;
        }
    }

    private final PageLocator locator;
    private final PlaceSearch search;
    private final ListDrift drift;
    private final EmptyPages emptyPages;
    private long recheckAt;

    PageChooser(PageLocator locator, PlaceSearch search, ListDrift drift, EmptyPages emptyPages) {
        this.locator = locator;
        this.search = search;
        this.drift = drift;
        this.emptyPages = emptyPages;
    }

    void recheckAt(long offset) {
        recheckAt = Math.max(0, offset);
    }

    /**
     * The page to ask for.
     *
     * @param wanted how many rows behind the position
     * @param responses how many responses will have come by then, this one included
     * @param alone whether to begin right at the position, since no row before it can be found again
     */
    PageRequest next(Mode mode, long position, long wanted, int responses, boolean alone) {
        int span = locator.span();
        return switch (mode) {
            case COUNT -> locator.countable();
            case PROBE -> locator.at(emptyPages.probeAt(position, span), span);
            case RECHECK -> locator.at(recheckAt, span);
            case WALK, FAR -> search.active() ? searched(span) : walked(position, wanted, responses, alone);
        };
    }

    private PageRequest searched(int span) {
        long growth = Math.max(0, drift.lead(span));
        return search.bracketed()
                ? locator.overlapping(search.position(growth), -1, span)
                : locator.at(search.position(growth), span);
    }

    private PageRequest walked(long position, long wanted, int responses, boolean alone) {
        if (alone) {
            return locator.at(position, wanted);
        }
        long place = Math.max(0, position + drift.shift(Math.max(1, responses)));
        return locator.overlapping(place, drift.lead(locator.span()), wanted + position - place);
    }

    /** The page, and why it is asked for. */
    String purpose(Mode mode, PageRequest asked) {
        boolean searching = mode == Mode.WALK && search.active();
        return "the page at offset " + asked.offset()
                + (searching ? ", to find the place again after the list moved" : mode.why);
    }

    /** Decides what follows an empty response where rows should be: ask again, search the place, look behind it, in that order. */
    static final class EmptyPages {

        /** Pages asked for behind an empty one that the server says is not the last. */
        private static final int MOST_PROBES = 3;

        private static final int MOST_RETURNS = 3;

        /** So many pages in a row are not refused for a list that ends before them. */
        private static final int MOST_REFUSALS = 20;

        private final WalkCounter counter;
        private long emptyAt = -1;
        private long seenAt = -1;
        private int seen;
        private int probes;
        private int refusals;

        EmptyPages(WalkCounter counter) {
            this.counter = counter;
        }

        /** Whether the same is being asked again. */
        boolean asking() {
            return emptyAt >= 0;
        }

        /** Whether to ask the same once more: an empty page in the middle is often an accident. */
        boolean askAgain(long offset) {
            boolean again = emptyAt != offset;
            emptyAt = again ? offset : -1;
            return again;
        }

        /** The response had rows. */
        void notEmpty() {
            emptyAt = -1;
        }

        /** Whether empty responses led away from this place, and the walk came back to it, too often for a moving list. */
        boolean persists(long position) {
            return seenAt == position && ++seen > MOST_RETURNS;
        }

        /** A page came. */
        void answered() {
            refusals = 0;
        }

        /** A page is refused; whether others came of late, so that this one may lie behind the end of the list. */
        boolean refusesSome() {
            return ++refusals <= MOST_REFUSALS;
        }

        void see(long position) {
            seen = seenAt == position ? seen : 0;
            seenAt = position;
        }

        /** The place is known again. */
        void passed(boolean newRows) {
            emptyAt = -1;
            if (newRows) {
                seenAt = -1;
                probes = 0;
            }
        }

        /** Where to look for rows behind the gap. */
        long probeAt(long position, int span) {
            return position + (long) probes * span;
        }

        /** Takes the next step behind the gap; false if it is time to stop. */
        boolean probe(Page<?> page, long position, int span) {
            probes++;
            Long total = page.claimedTotal();
            if (probes <= MOST_PROBES && (total == null || probeAt(position, span) < total)) {
                return true;
            }
            if (EndOfList.claimsMore(page, position)) {
                String claim = total == null ? "says that more rows follow" : "claims " + total + " rows";
                counter.doubt("the server " + claim + ", but answers none behind offset " + position);
            } else {
                counter.doubt(
                        "the server answers no rows behind offset " + position + ", and not the one before it either");
            }
            return false;
        }

        /** Rows were found behind the gap, or in it when asked again. */
        void skipped(long from, long to) {
            if (from < to) {
                counter.doubt(
                        "the server answered no rows for offsets " + from + " to " + (to - 1) + ", though rows follow");
            } else if (from > 0) {
                counter.doubt(
                        "the server answered no rows at offset " + from + " and then some that do not follow on the row"
                                + " before: rows may be missing there; read the list again");
            }
        }
    }
}
