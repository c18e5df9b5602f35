package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.WindowRequests.TimeSlot;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Ends a window walk that asks and asks and gets nowhere. */
final class WindowStall {

    /** Halving ten thousand years to a millisecond takes 49 requests, moving the bounds for a server that rounds 5. */
    private static final int MOST_WITHOUT_PROGRESS = 150;
    /** Half a million rows that came in behind the walk, at 500 a request; fewer where the log itself told its end. */
    private static final int MOST_BEHIND_START = 1_000;

    private static final int MOST_BEHIND_END = 300;

    /** Over that many responses, a walk must gain a hundredth of the rows that they can hold, or a row each if those are few. */
    private static final int STRETCH = 300;

    private static final int LEAST_PART = 100;
    private static final int FEW_ROWS = 50;

    private final String operation;
    private final long startedAt;
    private final long responsesBefore;
    /** The newest row there was when the walk began, if its responses had rows of any time. */
    private long endAtStart = TimeSlot.OPEN_END;

    private long place = TimeSlot.OPEN_START;
    private long gap = TimeSlot.OPEN_END;
    private long newest = TimeSlot.OPEN_START;
    private int idle;
    private int responses;
    private long behindStart;
    private long rowsBefore;
    private long keptBefore;

    WindowStall(String operation, long now, @Nullable WalkState from) {
        this.operation = operation;
        WalkState.Growth growth = from == null ? null : from.growth();
        this.startedAt = growth == null ? now : growth.began();
        this.responsesBefore = growth == null || from == null ? 0 : from.pages();
        this.rowsBefore = from == null ? 0 : from.rows();
        if (growth != null) {
            behindStart = growth.newer();
            endAtStart = growth.newest() == null ? endAtStart : growth.newest();
        }
    }

    /** Returns the state that a resumed walk needs. */
    WalkState.Growth growth() {
        return new WalkState.Growth(startedAt, endAtStart == TimeSlot.OPEN_END ? null : endAtStart, behindStart);
    }

    /** How many responses the walk had, also before it was resumed. */
    long responses() {
        return responsesBefore + responses;
    }

    private static double leastGain(int capacity) {
        return Math.max(Math.min(1, (double) capacity / FEW_ROWS), (double) capacity / LEAST_PART);
    }

    /** A response was used; the walk stands where it stands now. */
    void answered(Frontier<?> frontier, long rows, CutOrder<?> cut, long newestSeen, Supplier<String> asked) {
        boolean moved = frontier.clear != place || frontier.gap() != gap || frontier.newestCell() != newest;
        newest = frontier.newestCell();
        place = frontier.clear;
        gap = frontier.gap();
        idle = moved ? 0 : idle + 1;
        responses++;
        boolean slow = false;
        if (responses % STRETCH == 0) {
            long kept = frontier.keptRows(); // a log read from its end has many before the first is delivered
            slow = Math.max(rows - rowsBefore, kept - keptBefore) < STRETCH * leastGain(cut.capacity());
            rowsBefore = rows;
            keptBefore = kept;
        }
        if (idle >= MOST_WITHOUT_PROGRESS || slow) {
            throw new WalkException(operation + ": the walk got hardly any further with the last "
                    + (slow ? STRETCH : idle)
                    + " answers. The server does not heed the time window, or most of what it answers has no time. The"
                    + " walk would go on with " + asked.get()
                    + "; ask for that window alone and compare the rows with it");
        }
        if (frontier.end == TimeSlot.OPEN_END) {
            behindStart(frontier, cut, newestSeen);
        }
    }

    /** A response to a walk whose end is not known: rows may come in as fast as it reads them. */
    private void behindStart(Frontier<?> frontier, CutOrder<?> cut, long newestSeen) {
        if (cut.samples() && endAtStart == TimeSlot.OPEN_END && newestSeen != TimeSlot.OPEN_START) {
            endAtStart = newestSeen;
        }
        if (frontier.newestCell() <= (endAtStart == TimeSlot.OPEN_END ? startedAt : endAtStart)) {
            return;
        }
        behindStart++;
        int ofFew = Math.max(1, FEW_ROWS / cut.capacity()); // so many more of a few rows
        int most = ofFew * (endAtStart == TimeSlot.OPEN_END ? MOST_BEHIND_START : MOST_BEHIND_END);
        if (behindStart > Math.max(most, 4 * (responsesBefore + responses) / 5)) {
            throw new WalkException(operation + ": rows come in faster than the walk reads them: " + behindStart
                    + " answers held rows newer than its start, up to " + frontier.newest
                    + ". Give the request an end of its time window");
        }
    }
}
