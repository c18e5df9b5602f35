package io.github.analytics4j.page;

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

    private final Addresses addresses;
    private final Search search;
    private final ListDrift drift;
    private final EmptyPagePolicy emptyPages;
    private long recheckAt;

    PageChooser(Addresses addresses, Search search, ListDrift drift, EmptyPagePolicy emptyPages) {
        this.addresses = addresses;
        this.search = search;
        this.drift = drift;
        this.emptyPages = emptyPages;
    }

    /** A page that has no row of those around the walk's place. */
    PageRequest far(long offset) {
        return addresses.at(offset, addresses.span());
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
        int span = addresses.span();
        return switch (mode) {
            case COUNT -> addresses.countable();
            case PROBE -> addresses.at(emptyPages.probeAt(position, span), span);
            case RECHECK -> addresses.at(recheckAt, span);
            case WALK, FAR -> search.active() ? searched(span) : walked(position, wanted, responses, alone);
        };
    }

    private PageRequest searched(int span) {
        long growth = Math.max(0, drift.lead(span));
        return search.bracketed()
                ? addresses.overlapping(search.position(growth), -1, span)
                : addresses.at(search.position(growth), span);
    }

    private PageRequest walked(long position, long wanted, int responses, boolean alone) {
        if (alone) {
            return addresses.at(position, wanted);
        }
        long place = Math.max(0, position + drift.shift(Math.max(1, responses)));
        return addresses.overlapping(place, drift.lead(addresses.span()), wanted + position - place);
    }

    /** The page, and why it is asked for. */
    String purpose(Mode mode, PageRequest asked) {
        boolean searching = mode == Mode.WALK && search.active();
        return "the page at offset " + asked.offset()
                + (searching ? ", to find the place again after the list moved" : mode.why);
    }
}
