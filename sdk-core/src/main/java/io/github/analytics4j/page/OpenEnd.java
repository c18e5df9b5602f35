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

    private boolean byRows;
    private int shortAnswers;
    private @Nullable Instant told;

    /** From now on the rows tell. */
    void toldByRows() {
        byRows = true;
    }

    /** The end they told; null before. */
    @Nullable
    Instant told() {
        return told;
    }

    /** The end, if this answer tells it. */
    @Nullable
    Instant end(WindowAnswer<?> answer, boolean full, CutOrder<?> cut, long newestSeen) {
        if (!byRows || answer.slot.last() != TimeSlot.OPEN_END || newestSeen == TimeSlot.OPEN_START) {
            return null;
        }
        shortAnswers += full ? 0 : 1;
        boolean newest = cut.kept() == CutOrder.Kept.NEWEST && answer.display == WindowAnswer.Display.NEWEST_FIRST;
        if (newest || shortAnswers >= SHORT_ANSWERS) {
            told = Instant.ofEpochMilli(newestSeen + 1);
        }
        return told;
    }
}
