package io.github.analytics4j.page;

import io.github.analytics4j.page.Frontier.Piece;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import io.github.analytics4j.page.WindowRequests.Rounding;
import io.github.analytics4j.page.WindowRequests.TimeSlot;
import io.github.analytics4j.page.WindowResponse.Absent;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a response with the rows seen before, which it should hold: what it lacks tells how the server reads the bounds. */
final class WindowSeams<T> {

    private static final int LOOKS = 3;
    /** A row is looked for with a fourth of the time around it again where so much of it fills a response. */
    private static final int NARROWER = 4;

    private static final int MOST_GONE = 10;
    /** So many rows may come in with each response between rows delivered before. */
    private static final int CAME_IN = 2;
    /** So many rows left out of responses that were asked for ahead did not all come in meanwhile, or one in each so many responses. */
    private static final int MOST_LEFT = 3;

    private static final int RESPONSES_A_ROW = 2;

    /** So many responses' rows are delivered at most of a millisecond that cannot be read whole. */
    private static final int CROWD = 4;

    private final WindowChooser<T> ask;
    private final RowStates<T> rows;
    private final RowsInHand<T> inHand;
    private final Frontier<T> frontier;
    private final Rounding rounding;
    private final RowCap<T> cut;
    private final WalkCounter counter;
    /** When the walk began, by the server's clock if it tells: rows stamped later may have come in since. */
    private @Nullable Instant began;

    /** Whether the rows that are looked for now were looked for with two days around them. */
    private boolean lookedDayAround;
    /** So many rows were left out of short responses. */
    private int left;

    WindowSeams(WindowChooser<T> ask, RowStates<T> rows, Frontier<T> frontier, RowCap<T> cut, WalkCounter counter) {
        this.cut = cut;
        this.ask = ask;
        this.rows = rows;
        this.inHand = rows.inHand();
        this.frontier = frontier;
        this.rounding = ask.rounding;
        this.counter = counter;
    }

    /**
     * Whether the response lacks rows seen before at the end of what it should hold completely, so that the server cut the
     * bound; then the same is asked with the bounds moved. A short response that goes on where the walk stands is cut back
     * to the rows it has instead.
     */
    boolean endLacks(WindowResponse<T> response, TimeSlot whole) {
        if (response.empty()
                || whole.last() < response.slot.last()
                || rounding.exhausted()
                || !island(response, whole)) {
            return false;
        }
        Set<String> there = response.ids();
        List<String> late = inHand.between(Math.max(response.newest(), frontier.clear), whole.last()).stream()
                .map(row -> String.valueOf(row.id()))
                .filter(id -> !there.contains(id) && !ask.soughtInVain.contains(id))
                .toList();
        if (!late.isEmpty()) {
            ask.seek(response, late);
        }
        return !late.isEmpty();
    }

    /** Whether what a response holds completely begins behind the place where the walk stands, or behind the response's own start. */
    boolean island(WindowResponse<T> response, TimeSlot whole) {
        long stands = frontier.newest == null ? TimeSlot.OPEN_START : frontier.clear;
        return whole.first() > Math.max(response.slot.first(), stands);
    }

    /**
     * The part of its slot whose rows a response has all; null if it has none.
     *
     * @param seamLacks whether the server keeps the newest rows, and the row where the walk stands did not come: then a short
     *     response may have been cut too, unless it has rows of one millisecond only, whose start was rather moved
     */
    @Nullable
    TimeSlot whole(WindowResponse<T> response, boolean full, boolean next, boolean seamLacks) {
        boolean cutShort = seamLacks
                && next
                && response.size >= RowCap.FEW
                && !rounding.raised(); // else its start was moved for a row that may be gone
        TimeSlot part = full || cutShort ? cut.whole(response) : null;
        return full || part != null ? part : surely(next, response);
    }

    /** The part of its slot whose rows a short response has all. */
    private TimeSlot surely(boolean next, WindowResponse<T> response) {
        if (rounding.raised()
                || rounding.coarse()
                || rows.unknown(response.rows).isEmpty()) {
            return response.slot;
        }
        if (next && ask.crowdOnly(response)) {
            return new TimeSlot(
                    response.slot.first(), response.newest()); // then what follows is asked for without them
        }
        boolean starts = next && frontier.newest == null && frontier.startsList(response.slot);
        return RowCap.surely(response, starts, response.slot.last() >= frontier.end);
    }

    /**
     * Returns the piece that a short response holds for sure. Rows seen before should be in it. Where they lack at its end, the server cut the
     * bound or the response, and only what lies before is taken; null if that is nothing. Others that lack are looked for.
     */
    @Nullable
    Piece<T> present(WindowResponse<T> response, Piece<T> piece, boolean oldestOnly) {
        Set<String> there = response.ids();
        Set<String> late = new HashSet<>();
        List<Timed<T>> lacking = new ArrayList<>(0);
        boolean early = false;
        boolean together = false;
        long from = frontier.newest == null ? frontier.origin : Math.min(frontier.clear, frontier.newestCell());
        for (Timed<T> row : inHand.between(Math.max(from, piece.first()), piece.last())) {
            if (there.contains(String.valueOf(row.id()))) {
                continue;
            }
            boolean before = !response.empty() && row.cell() < response.oldest();
            boolean behind = response.empty() || row.cell() >= response.newest();
            early |= before;
            together |= !response.empty() && row.cell() == response.newest();
            if ((before || behind) && !rounding.exhausted()) {
                late.add(String.valueOf(row.id()));
            } else if (oldestOnly && !before) {
                inHand.gone(String.valueOf(row.id()));
            } else {
                lacking.add(row);
            }
        }
        if (late.isEmpty()) {
            // those that are not looked for were there, and nobody knows whether they are yet
            return piece.with(unsought(lacking, piece.last()));
        }
        if (!early && !response.empty() && response.newest() >= Math.max(frontier.clear, piece.first())) {
            boolean several = together
                    || rows.crowd(response.newest()) > 0
                    || response.between(response.newest(), response.newest()).size() > 1;
            long last = several ? response.newest() - 1 : response.newest(); // is asked for again with what follows
            List<Timed<T>> before =
                    piece.rows().stream().filter(row -> row.cell() <= last).toList();
            if (before.stream().anyMatch(row -> !rows.knows(row))) {
                lacking.removeIf(row -> row.cell() > last);
                unsought(lacking, last);
                return new Piece<>(piece.first(), last, piece.read(), piece.earliest(), before);
            }
        }
        ask.seek(response, late);
        return null;
    }

    /**
     * Takes the response for a row that another one lacked: it is gone, or the other was cut though it was short.
     *
     * @param full whether the response may lack rows, so that it says nothing of one it has not
     * @return false if it is to be asked for once more, with its neighbours
     */
    boolean looked(WindowResponse<T> response, boolean full, List<T> out) {
        Absent row = ask.missing.element();
        Set<String> ids = response.ids();
        boolean there = ids.contains(row.id());
        ask.around = there ? 0 : around(row.cell(), full);
        if (ask.around > 0) {
            return false;
        }
        lookedDayAround = false;
        if (there && full && response.oldest() == response.newest()) {
            // though another response to a part of it, whose start the server left out, was short
            tellCrowded(response, false);
            rows.deliver(response.rows, null, out);
        }
        for (Absent other : List.copyOf(ask.missing)) {
            boolean came = ids.contains(other.id());
            if (other.cell() == row.cell() && (came || !full || !there)) {
                left += came ? 1 : 0;
                ask.missing.remove(other);
                Timed<T> held = came || full ? inHand.take(other.id()) : inHand.gone(other.id());
                if (came && !full) { // then this one has all of its millisecond
                    rows.deliver(response.between(other.cell(), other.cell()), null, out);
                }
                if (came || full) { // it is there, or it was and nothing says that it is gone
                    deliver(held, other, response, out);
                }
            }
        }
        boolean many = left >= Math.max(MOST_LEFT, inHand.responses() / RESPONSES_A_ROW);
        if (there && (many || !ask.readsAhead || row.surely())) { // else the response may be older than the row
            counter.doubt(
                    "the server left out a row of " + row.at() + " in a response that was shorter than others, so other"
                            + " short responses may lack rows too; walk again with a smaller page size and compare the counts");
        }
        return true;
    }

    /** How many milliseconds around it to look for a row next, after a response that has it not; 0 if no more. */
    private long around(long cell, boolean full) {
        if (ask.around == 0 || full) {
            return ask.around == 0 ? ask.plan.around(cut.capacity()) : ask.around / NARROWER;
        }
        boolean several = ask.missing.stream().filter(row -> row.cell() == cell).count() >= MOST_LEFT;
        boolean further = several && !lookedDayAround; // so many did not go together: the server may round to days
        lookedDayAround |= further;
        return further ? 2 * Rounding.DAY : 0;
    }

    /** Delivers a row that was seen: as it was then, or as it comes now; else it is gone, unless its millisecond fills a response. */
    private void deliver(@Nullable Timed<T> held, Absent row, WindowResponse<T> response, List<T> out) {
        List<Timed<T>> came = held != null
                ? List.of(held)
                : response.rows.stream()
                        .filter(one -> row.id().equals(one.id()))
                        .toList();
        rows.deliver(came, null, out);
        if (came.isEmpty() && !response.empty() && response.oldest() == response.newest()) {
            tellCrowded(response, false);
        }
    }

    /** Takes note that the walk got further: rows that the one before had in hand and that it passed without them are looked for. */
    void moved() {
        ask.moved();
        long newest = Math.min(frontier.newestCell(), frontier.clear);
        if (newest > TimeSlot.OPEN_START) {
            lookForPassed(newest - 1);
        }
    }

    /** Whether the last rows that the walk before had in hand are looked for, now that the list is at its end. */
    boolean looksForRest() {
        lookForPassed(frontier.end);
        return !ask.missing.isEmpty();
    }

    private void lookForPassed(long last) {
        List<Absent> passed = inHand.passed(TimeSlot.OPEN_START, last);
        tellIfGone(passed.stream().filter(row -> !looksFor(row)).count(), last);
    }

    /** Looks for rows that a piece lacks once it is taken, since they would come ahead of those before them; the rest are returned. */
    private List<Timed<T>> unsought(List<Timed<T>> lacking, long last) {
        List<Timed<T>> unsought =
                lacking.stream().filter(row -> !looksFor(inHand.absent(row))).toList();
        tellIfGone(unsought.size(), last);
        return unsought;
    }

    /** Looks for a row, unless others are looked for already. */
    private boolean looksFor(Absent row) {
        boolean looks = ask.missing.size() < LOOKS || isSought(row.cell());
        if (looks) {
            ask.missing.add(row);
        }
        return looks;
    }

    /** Ends the open window there; false if rows that were seen are newer, so that their clock is not the one that told it. */
    boolean pinEnd(Instant end) {
        boolean fits = end.toEpochMilli() > ask.newestSeen;
        if (fits) {
            fixEnd(end);
        }
        return fits;
    }

    /** Ends the window there, or behind the newest row seen if that is later; null opens it again. */
    void fixEnd(@Nullable Instant end) {
        boolean passed = end != null && end.toEpochMilli() <= ask.newestSeen;
        ask.requests.pin(passed ? Instant.ofEpochMilli(ask.newestSeen + 1) : end);
        frontier.end = ask.requests.end();
        ask.asking = null;
    }

    /** The piece of a slot that cannot be read whole. */
    Piece<T> crowded(WindowResponse<T> response) {
        return new Piece<>(response.slot.first(), response.slot.last(), inHand.responses(), null, crowd(response));
    }

    /** The rows of a millisecond that cannot be read whole; none where it grows as fast as a resumed walk reads it. */
    private List<Timed<T>> crowd(WindowResponse<T> response) {
        boolean grows = rows.crowd(response.slot.last()) > CROWD * cut.capacity();
        return grows ? List.of() : rows.withExpected(response, frontier.clear);
    }

    /** Whether a response whose rows are kept for later lacks rows that were seen before: then the same is asked once more. */
    boolean leftOut(WindowResponse<T> response, TimeSlot whole) {
        Set<String> there = response.ids();
        return inHand.between(Math.max(whole.first(), frontier.clear), whole.last()).stream()
                .anyMatch(row -> !there.contains(String.valueOf(row.id())));
    }

    /**
     * The piece that a response holds completely. Where its oldest rows were cut off, the next one is asked for up to its oldest
     * row that is whole: one row may have come in the place of another right before it.
     *
     * @param tested whether the response was compared with the one before, which had older rows
     */
    Piece<T> piece(WindowResponse<T> response, TimeSlot whole, boolean cutOff, boolean tested) {
        List<Timed<T>> held = response.within(whole, whole.last() >= frontier.end);
        Instant oldest = cutOff && !held.isEmpty() ? held.get(0).at() : response.earliest();
        return new Piece<>(whole.first(), whole.last(), inHand.responses(), tested ? ask.testEarliest : oldest, held);
    }

    /**
     * Whether to ask for the same once more, since a full response of a server that keeps the newest rows goes on where the walk
     * stands by its last rows alone, of which one may be there out of its turn. Others are taken out of the response.
     */
    boolean asksForItsLastRows(WindowResponse<T> response, WindowChooser.Kind kind, boolean alone) {
        List<Timed<T>> last = response.empty() ? List.of() : response.between(response.oldest(), response.oldest());
        boolean joins = RowCap.few(last.size(), response.rows.size())
                && rows.unknown(last).isEmpty();
        if (joins && kind == WindowChooser.Kind.NEXT && !ask.second) {
            ask.again = ask.request(kind, response.slot, alone);
            return true;
        }
        rows.withoutLastRows(response);
        return false;
    }

    /**
     * Whether a millisecond cannot be read whole, since its rows have no room beside those before it, and the server leaves them out where
     * the window begins with them.
     */
    boolean leavesOutCrowd(WindowResponse<T> response, boolean full) {
        TimeSlot slot = response.slot;
        Set<String> there = response.ids();
        List<Timed<T>> expected = full || !slot.single() ? List.of() : inHand.between(slot.first(), slot.last());
        return expected.size() >= MOST_LEFT
                && expected.stream().noneMatch(row -> there.contains(String.valueOf(row.id())));
    }

    /** Tells that nothing smaller can be asked for than the slot of this response, which may lack rows of it. */
    void tellCrowded(WindowResponse<T> response, boolean alone) {
        counter.doubt("the window " + WindowRequests.span(ask.requests.of(response.slot, alone)) + " holds at least "
                + Math.max(response.size, cut.longest())
                + " rows, as many as one response can, and cannot be split further; narrow the request by"
                + " its other parameters to read the rest");
        inHand.passed(response.slot.first(), response.slot.last()); // as many of them as there is room for come
    }

    private boolean isSought(long cell) {
        return ask.missing.stream().anyMatch(row -> row.cell() == cell);
    }

    private void tellIfGone(long gone, long last) {
        if (gone >= MOST_GONE) {
            counter.doubt(gone + " rows up to " + Instant.ofEpochMilli(last) + " were answered once and then not"
                    + " again: they were deleted meanwhile, or the server does not heed the window; walk again");
        }
    }

    /**
     * Takes note of a short response that lacks many of the rows delivered of its slot, though the bounds were moved as far as
     * any server rounds them: it was cut.
     */
    void compare(WindowResponse<T> response, boolean full) {
        boolean told = !full && response.size >= RowCap.FEW && rounding.raised() && rounding.exhausted();
        if (told && RowCap.cutOff(response, rows.lacking(response))) {
            cut.variesSurely();
        }
    }

    /** The newest row seen before this page that was there already when the responses before were made. */
    long seen(Page<T> page) {
        began = began == null ? page.serverTime() : began;
        return ask.readsAhead ? Math.min(ask.newestSeen, ask.millis(began)) : ask.newestSeen;
    }

    /** Goes back where a response has rows that short ones before must have lacked, and not since the server rounds their end. */
    void hidden(WindowResponse<T> response, long seen) {
        if (frontier.newest == null || !frontier.startKnown() || rounding.raised()) {
            return;
        }
        List<Timed<T>> hidden = response.between(frontier.newestCell() + 1, Math.min(seen, frontier.clear - 1)).stream()
                .filter(row -> !rows.knows(row) && !inHand.has(row.id()))
                .toList();
        if (RowCap.many(hidden.size(), response.size)
                && !Rounding.between(frontier.newestCell(), hidden.get(0).cell(), frontier.clear)) {
            if (hidden.size() > CAME_IN * (inHand.responses() - frontier.read())) {
                cut.variesSurely();
            }
            frontier.clear = frontier.newestCell();
        }
    }
}
