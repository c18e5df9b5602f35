package io.github.analytics4j.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a walk did, and whether it can prove that it lost no row.
 *
 * @param pages responses received, those that brought no new row included
 * @param rows rows delivered
 * @param repeatsDropped rows that came again because the list moved, and were dropped
 * @param shifts how often the list was found to have moved between two responses
 * @param stepsBack requests asked only to find the walk's place again
 * @param finished whether the end of the list was reached
 * @param reasons why completeness cannot be proven, one sentence each; empty if nothing speaks against it
 */
public record WalkReport(
        long pages,
        long rows,
        long repeatsDropped,
        long shifts,
        long stepsBack,
        boolean finished,
        List<String> reasons) {

    /** Keeps its own copy of the reasons. */
    public WalkReport {
        reasons = List.copyOf(reasons);
    }

    /**
     * {@return whether every row that was in the list from the walk's first request to its last was delivered exactly
     * once: the end was reached and nothing speaks against it} See {@link Paged} for what this rests on.
     */
    public boolean proven() {
        return finished && reasons.isEmpty();
    }

    /** Counts the pages, rows and repeats of a walk, and collects the reasons against its completeness. */
    static final class WalkCounter {

        /** A walk with more reasons than this is past explaining; its report stays small. */
        private static final int MOST_REASONS = 20;

        /** Counts the whole walk, of which this one counts a part or all. */
        final WalkCounter walk;

        long pages;
        long rows;
        long repeats;
        long shifts;
        long stepsBack;

        @Nullable
        Long total;

        private final Set<String> reasons = new LinkedHashSet<>();
        private boolean unreadableTold;
        private int unreadableAhead;

        WalkCounter() {
            this.walk = this;
        }

        WalkCounter(WalkCounter walk) {
            this.walk = walk;
        }

        /** The same counts, without reasons. */
        WalkCounter copy() {
            WalkCounter copy = new WalkCounter();
            copy.pages = pages;
            copy.rows = rows;
            copy.repeats = repeats;
            copy.shifts = shifts;
            copy.stepsBack = stepsBack;
            return copy;
        }

        /** Counts a response; rows of it that could not be read are lost to the walk, so it cannot be proven. */
        void answered(Page<?> page, String where) {
            pages++;
            total = page.claimedTotal() == null ? total : page.claimedTotal();
            if (page.unreadable() > 0) {
                unreadableTold = true;
                doubt(page.unreadable() + " rows of " + where
                        + " were no records and could not be delivered; the page's response has them");
            }
            if (page.doubt() != null) {
                doubt("in the response to " + where + " " + page.doubt()
                        + ": compare the page's response, and walk again");
            }
        }

        /** Takes note of a response that came ahead of need, and whose rows were then taken from others. */
        void unused(Page<?> page) {
            unreadableAhead = Math.max(unreadableAhead, page.unreadable());
            if (page.doubt() != null) {
                doubt("in a response that came ahead of need " + page.doubt() + ": walk again");
            }
        }

        void doubt(String reason) {
            if (reasons.size() < MOST_REASONS) {
                reasons.add(reason);
            }
        }

        void cannotOverlap(long place) {
            doubt("pages of so few rows cannot overlap: a shift at offset " + place + " would not be noticed");
        }

        List<String> reasons() {
            List<String> all = new ArrayList<>(reasons);
            if (unreadableAhead > 0
                    && !unreadableTold
                    && all.size() < MOST_REASONS) { // else said of the response that was read
                all.add(unreadableAhead
                        + " rows of a response that came ahead of need were no records; the walk took the rows"
                        + " around them from other responses: compare the number of rows with what the server lists");
            }
            return all;
        }

        WalkReport report(long unread, boolean finished) {
            return new WalkReport(pages, rows - unread, repeats, shifts, stepsBack, finished && unread == 0, reasons());
        }
    }
}
