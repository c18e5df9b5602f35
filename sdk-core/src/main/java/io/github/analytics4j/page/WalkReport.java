package io.github.analytics4j.page;

import java.util.List;

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
}
