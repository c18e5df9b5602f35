package io.github.analytics4j.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a walk needs to go on elsewhere.
 *
 * @param position by offset: how many rows lie before the next one; by time: the millisecond it lies in
 * @param span by time: how many milliseconds to ask for at once, 0 before the walk found the start of the log
 * @param whole whether {@code anchors} names every row delivered so far
 * @param anchors by offset: the last rows delivered; by time: the rows delivered of the millisecond at {@code position}
 * @param missing by offset: rows delivered before that may come yet, since rows squeezed in before them; by time: rows
 *     delivered that have no time
 */
record WalkState(
        String operation,
        WalkSpec.Style style,
        Map<String, String> query,
        @Nullable Instant to,
        long position,
        long span,
        boolean whole,
        boolean finished,
        long rows,
        long pages,
        long repeats,
        long shifts,
        long stepsBack,
        List<String> reasons,
        List<String> anchors,
        List<String> missing) {

    /** Collects what the engine knows and what its feed knows. */
    static final class Builder {
        String operation = "";
        WalkSpec.Style style = WalkSpec.Style.OFFSET;
        Map<String, String> query = Map.of();

        @Nullable
        Instant to;

        long position;
        long span;
        boolean whole;
        boolean finished;
        long rows;
        long pages;
        long repeats;
        long shifts;
        long stepsBack;
        List<String> reasons = List.of();
        List<String> anchors = List.of();
        List<String> missing = List.of();

        Builder counts(Tally tally, int unread) {
            rows = tally.rows - unread;
            pages = tally.pages;
            repeats = tally.repeats;
            shifts = tally.shifts;
            stepsBack = tally.stepsBack;
            reasons = tally.reasons();
            return this;
        }

        WalkState build() {
            return new WalkState(
                    operation,
                    style,
                    query,
                    to,
                    position,
                    span,
                    whole,
                    finished,
                    rows,
                    pages,
                    repeats,
                    shifts,
                    stepsBack,
                    List.copyOf(reasons),
                    List.copyOf(anchors),
                    List.copyOf(missing));
        }
    }

    /** Goes on counting where this state stopped. */
    Tally tally() {
        Tally tally = new Tally();
        tally.rows = rows;
        tally.pages = pages;
        tally.repeats = repeats;
        tally.shifts = shifts;
        tally.stepsBack = stepsBack;
        reasons.forEach(tally::doubt);
        return tally;
    }
}
