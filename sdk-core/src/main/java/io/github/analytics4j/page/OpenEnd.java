package io.github.analytics4j.page;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Ends a walk over a window without an end where the server does not tell its time: an answer up to the open end has all
 * rows there are if it is short, or the newest of them if the server keeps those. Rows that come in later do not count.
 */
final class OpenEnd {

    /** One short answer may have been cut, and less likely so many. */
    private static final int SHORT_ANSWERS = 3;

    private static final int MOST_LOOKS = 3;

    private boolean byRows;
    private int shortAnswers;
    private @Nullable Instant told;
    /** The newest row that came with the end left open, and of how many. */
    private long newest = TimeSlot.OPEN_START;

    private int most;
    private boolean whole;
    private int looks;

    /** From now on the rows tell. */
    void toldByRows() {
        byRows = true;
    }

    /** The end they told; null before. */
    @Nullable
    Instant told() {
        return told;
    }

    /** Takes note of an answer to a request without an end: it has the newest rows, unless it was cut. */
    void answered(WindowAnswer<?> answer, boolean full) {
        most = Math.max(most, answer.size);
        newest = answer.empty() ? newest : Math.max(newest, answer.newest());
        whole |= !full;
    }

    /** The millisecond of the newest row that came with the end left open. */
    long newest() {
        return newest;
    }

    /**
     * Whether a walk that stands there surely has the newest rows, although the server may read the pinned end otherwise.
     */
    boolean sure(long place, CutOrder<?> cut, long end) {
        boolean uncut = whole || cut.kept() == CutOrder.Kept.NEWEST || cut.longest() > most;
        return place >= end || (most > 0 && uncut && place >= newest);
    }

    /** Whether to look once more, as long as the log does not grow by more than an answer with each look. */
    boolean looksAgain() {
        return looks++ < MOST_LOOKS;
    }

    /** The end, if this answer tells it. */
    @Nullable
    Instant end(WindowAnswer<?> answer, boolean full, CutOrder<?> cut, long newestSeen) {
        boolean open = answer.slot.last() == TimeSlot.OPEN_END;
        if (!byRows || newestSeen == TimeSlot.OPEN_START || !(open || most > 0)) {
            return null;
        }
        shortAnswers += open && !full ? 1 : 0;
        boolean keepsNewest = cut.kept() == CutOrder.Kept.NEWEST && answer.display == WindowAnswer.Display.NEWEST_FIRST;
        if (keepsNewest || shortAnswers >= SHORT_ANSWERS) {
            told = Instant.ofEpochMilli(newestSeen + 1);
        }
        return told;
    }
}
