package io.github.analytics4j.page;

import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a walk needs to go on elsewhere.
 *
 * @param position by offset: how many rows lie before the next one; by time: the millisecond it lies in, or before the walk
 *     found the start of the log the one up to which that is to be sought, 0 if none is
 * @param span by time: how many milliseconds to ask for at once, 0 before the walk found the start of the log
 * @param whole whether {@code anchors} names every row delivered so far
 * @param ordered by offset: whether the rows delivered surely have the list's order
 * @param anchors by offset: the last rows delivered; by time: the rows delivered of the millisecond at {@code position}
 * @param total by offset: how many rows the server said there were
 * @param delivered by offset: the last rows delivered, in the list's order
 * @param ahead by offset: rows delivered that lie behind the walk's place, since rows came in before them
 * @param unread by offset: rows that responses had and that were not delivered, in the list's order
 * @param missing in parts: fingerprints of rows that come with two parts, of the one before and the next; by time: rows
 *     delivered that have no time or are newer than {@code position}
 * @param growth by time: how the log grew; null where the end of the window is known
 * @param mostRows by time: how many rows the longest response had; 0 if that was not saved
 * @param failedTests by time: how many responses were not the rows that they would be if the server kept one end of a window
 * @param firstRow by time: the time of the first row of the list; null if that was not saved
 * @param recent by time: the rows delivered last up to {@code position}, and their times
 * @param inHand by time: rows that responses had and that were not delivered, and their times, oldest first
 * @param strays by time: responses with rows from outside of their window, around which not all rows were delivered
 */
record WalkState(
        String operation,
        WalkSpec.Style style,
        Map<String, String> query,
        @Nullable Instant to,
        long position,
        long span,
        boolean whole,
        boolean ordered,
        boolean finished,
        long rows,
        long pages,
        long repeats,
        long shifts,
        long stepsBack,
        List<String> reasons,
        List<String> anchors,
        List<String> missing,
        @Nullable Long total,
        Prints delivered,
        Prints ahead,
        Prints unread,
        @Nullable Growth growth,
        int mostRows,
        int failedTests,
        @Nullable Instant firstRow,
        Map<String, Instant> recent,
        Map<String, Instant> inHand,
        List<Stray> strays) {

    /** How many of the last rows a checkpoint of a long walk remembers; of a shorter one all, up to {@link #ALL}. */
    private static final int LAST = 4_096;

    private static final int ALL = 1 << 14;
    /** How many rows that were delivered and may come again a checkpoint remembers. */
    private static final int AHEAD = 1 << 19;

    /**
     * How a log grew that is walked without an end.
     *
     * @param began when the walk began, in milliseconds of this machine's clock
     * @param newest the millisecond of the newest row there was then; null if the responses did not tell
     * @param newer how many responses held rows that came in since
     */
    record Growth(long began, @Nullable Long newest, long newer) {}

    /**
     * A stretch from a window's bound to a row that came from outside of it.
     *
     * @param spare how many rows of it may have lacked in that response
     * @param came how many of its rows came in that response and were not delivered before
     * @param lacking how many rows were delivered that lacked there
     */
    record Stray(Instant bound, Instant furthest, int spare, int came, int lacking) {}

    /** Fingerprints of ids. */
    record Prints(String text) {
        static final Prints NONE = new Prints("");

        static Prints of(long[] prints) {
            ByteBuffer bytes = ByteBuffer.allocate(prints.length * Long.BYTES);
            bytes.asLongBuffer().put(prints);
            return new Prints(Base64.getEncoder().withoutPadding().encodeToString(bytes.array()));
        }

        long[] values() {
            byte[] bytes = Base64.getDecoder().decode(text);
            long[] prints = new long[bytes.length / Long.BYTES];
            ByteBuffer.wrap(bytes).asLongBuffer().get(prints);
            return prints;
        }
    }

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
        boolean ordered = true;
        boolean finished;
        long rows;
        long pages;
        long repeats;
        long shifts;
        long stepsBack;
        List<String> reasons = List.of();
        List<String> anchors = List.of();
        List<String> missing = List.of();

        @Nullable
        Long total;

        Prints delivered = Prints.NONE;
        Prints ahead = Prints.NONE;
        Prints unread = Prints.NONE;

        @Nullable
        Growth growth;

        int mostRows;
        int failedTests;

        @Nullable
        Instant firstRow;

        Map<String, Instant> recent = Map.of();
        Map<String, Instant> inHand = Map.of();
        List<Stray> strays = List.of();

        Builder counts(WalkCounter counter, int unread) {
            rows = counter.rows - unread;
            pages = counter.pages;
            repeats = counter.repeats;
            shifts = counter.shifts;
            stepsBack = counter.stepsBack;
            reasons = counter.reasons();
            return this;
        }

        /** Keeps of the rows delivered before {@code limit} those that a walk needs which goes on behind the frontier. */
        void remember(DeliveredRows rows, long frontier, long limit, boolean all) {
            long[] last = rows.upTo(frontier, limit, limit > ALL ? LAST : ALL);
            long[] behind = rows.behind(frontier, limit, AHEAD);
            delivered = Prints.of(last);
            ahead = Prints.of(behind);
            whole = all && last.length + behind.length == limit;
            ordered = rows.allSure();
            if (behind.length == AHEAD) {
                reasons = new ArrayList<>(reasons);
                reasons.add("more than " + AHEAD + " rows came in before the walk's place before it was resumed: rows"
                        + " delivered before may come again; walk the list in parts");
            }
        }

        WalkState build() {
            return new WalkState(
                    operation,
                    style,
                    Map.copyOf(query),
                    to,
                    position,
                    span,
                    whole,
                    ordered,
                    finished,
                    rows,
                    pages,
                    repeats,
                    shifts,
                    stepsBack,
                    List.copyOf(reasons),
                    List.copyOf(anchors),
                    List.copyOf(missing),
                    total,
                    delivered,
                    ahead,
                    unread,
                    growth,
                    mostRows,
                    failedTests,
                    firstRow,
                    Collections.unmodifiableMap(recent),
                    Collections.unmodifiableMap(inHand),
                    List.copyOf(strays));
        }
    }

    /** Remembers what was remembered. */
    void restore(DeliveredRows rows) {
        for (long print : delivered.values()) {
            remember(rows, print);
        }
        long frontier = rows.frontier();
        for (long print : ahead.values()) {
            remember(rows, print);
        }
        rows.moveTo(frontier);
        if (!ordered) {
            rows.notSure();
        }
    }

    private static void remember(DeliveredRows rows, long print) {
        if (rows.index(print) < 0) {
            rows.add(print);
        }
    }

    /** Goes on counting where this state stopped. */
    WalkCounter counter() {
        WalkCounter counter = new WalkCounter();
        counter.rows = rows;
        counter.pages = pages;
        counter.repeats = repeats;
        counter.shifts = shifts;
        counter.stepsBack = stepsBack;
        reasons.forEach(counter::doubt);
        return counter;
    }
}
