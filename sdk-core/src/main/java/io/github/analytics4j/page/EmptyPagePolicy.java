package io.github.analytics4j.page;

/** Decides what follows an empty response where rows should be: ask again, search the place, look behind it, in that order. */
final class EmptyPagePolicy {

    /** Pages asked for behind an empty one that the server says is not the last. */
    private static final int MOST_PROBES = 3;

    private static final int MOST_RETURNS = 3;

    private final WalkCounter counter;
    private long emptyAt = -1;
    private long seenAt = -1;
    private int seen;
    private int probes;

    EmptyPagePolicy(WalkCounter counter) {
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
        if (Ending.claimsMore(page, position)) {
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
