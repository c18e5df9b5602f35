package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowAnswer.Timed;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares an answer with the rows seen before, which it should hold: what it lacks tells how the server reads the bounds. */
final class WindowSeams<T> {

    private static final int LOOKS = 3;
    /** A row is looked for with a fourth of the time around it again where so much of it fills a response. */
    private static final int NARROWER = 4;

    private static final int MOST_GONE = 10;
    /** So many rows may come in with each answer between rows delivered before. */
    private static final int CAME_IN = 2;
    /** So many rows left out of answers that were asked for ahead did not all come in meanwhile, or one in each so many answers. */
    private static final int MOST_LEFT = 3;

    private static final int ANSWERS_A_ROW = 2;

    /** So many responses' rows are delivered at most of a millisecond that cannot be read whole. */
    private static final int CROWD = 4;

    private final WindowQuestions<T> ask;
    private final WindowRows<T> rows;
    private final Frontier<T> frontier;
    private final Rounding rounding;
    private final CutOrder<T> cut;
    private final Tally tally;
    /** When the walk began, by the server's clock if it tells: rows stamped later may have come in since. */
    private @Nullable Instant began;
    /** The place where the walk stands, and how many answers came since it came there. */
    private long clear = TimeSlot.OPEN_START;

    private int answersSince;
    private int answers;
    /** So many rows were left out of short answers. */
    private int left;

    WindowSeams(WindowQuestions<T> ask, WindowRows<T> rows, Frontier<T> frontier, CutOrder<T> cut, Tally tally) {
        this.cut = cut;
        this.ask = ask;
        this.rows = rows;
        this.frontier = frontier;
        this.rounding = ask.rounding;
        this.tally = tally;
    }

    /**
     * Whether the answer lacks rows seen before at the end of what it should hold completely, so that the server cut the
     * bound; then the same is asked with the bounds moved. A short answer that goes on where the walk stands is cut back
     * to the rows it has instead.
     */
    boolean endLacks(WindowAnswer<T> answer, TimeSlot whole) {
        if (answer.empty() || whole.last() < answer.slot.last() || rounding.exhausted() || !island(answer, whole)) {
            return false;
        }
        Set<String> there = answer.ids();
        List<String> late = rows.expected(Math.max(answer.newest(), frontier.clear), whole.last()).stream()
                .map(row -> String.valueOf(row.id()))
                .filter(id -> !there.contains(id) && !ask.soughtInVain.contains(id))
                .toList();
        if (!late.isEmpty()) {
            ask.seek(answer, late);
        }
        return !late.isEmpty();
    }

    /** Whether what an answer holds completely begins behind the place where the walk stands, or behind the answer's own start. */
    boolean island(WindowAnswer<T> answer, TimeSlot whole) {
        long stands = frontier.newest == null ? TimeSlot.OPEN_START : frontier.clear;
        return whole.first() > Math.max(answer.slot.first(), stands);
    }

    /**
     * The part of its slot whose rows an answer has all; null if it has none.
     *
     * @param seamLacks whether the server keeps the newest rows, and the row where the walk stands did not come: then a short
     *     answer may have been cut too, unless it has rows of one millisecond only, whose start was rather moved
     */
    @Nullable
    TimeSlot whole(WindowAnswer<T> answer, boolean full, boolean next, boolean seamLacks) {
        boolean cutShort = seamLacks
                && next
                && answer.size >= CutOrder.FEW
                && !rounding.raised(); // else its start was moved for a row that may be gone
        TimeSlot part = full || cutShort ? cut.whole(answer) : null;
        return full || part != null ? part : surely(next, answer);
    }

    /** The part of its slot whose rows a short answer has all. */
    private TimeSlot surely(boolean next, WindowAnswer<T> answer) {
        if (rounding.raised() || rounding.coarse() || rows.unknown(answer.rows).isEmpty()) {
            return answer.slot;
        }
        if (next && ask.crowdOnly(answer)) {
            return new TimeSlot(answer.slot.first(), answer.newest()); // then what follows is asked for without them
        }
        boolean starts = next && frontier.newest == null && frontier.startsList(answer.slot);
        return CutOrder.surely(answer, starts, answer.slot.last() >= frontier.end);
    }

    /**
     * What a short answer holds for sure. Rows seen before should be in it. Where they lack at its end, the server cut the
     * bound or the answer, and only what lies before is taken; null if that is nothing. Others that lack are looked for.
     */
    @Nullable
    Piece<T> present(WindowAnswer<T> answer, Piece<T> piece, boolean oldestOnly) {
        Set<String> there = answer.ids();
        Set<String> late = new HashSet<>();
        int gone = 0;
        boolean early = false;
        long from = frontier.newest == null ? frontier.clear : Math.min(frontier.clear, frontier.newestCell());
        for (Timed<T> row : rows.expected(Math.max(from, piece.first()), piece.last())) {
            if (there.contains(String.valueOf(row.id()))) {
                continue;
            }
            boolean before = !answer.empty() && row.cell() < answer.oldest();
            boolean behind = answer.empty() || row.cell() >= answer.newest();
            early |= before;
            if ((before || behind) && !rounding.exhausted()) {
                late.add(String.valueOf(row.id()));
            } else if (oldestOnly && !before) {
                rows.gone(row);
            } else if (ask.missing.size() < LOOKS) {
                ask.missing.add(row);
            } else {
                gone++;
                rows.gone(row);
            }
        }
        tellIfGone(gone, piece.last());
        if (late.isEmpty()) {
            return piece;
        }
        if (!early && !answer.empty() && answer.newest() >= Math.max(frontier.clear, piece.first())) {
            boolean several = rows.crowd(answer.newest()) > 0
                    || answer.between(answer.newest(), answer.newest()).size() > 1;
            long last = several ? answer.newest() - 1 : answer.newest(); // is asked for again with what follows
            List<Timed<T>> before =
                    piece.rows().stream().filter(row -> row.cell() <= last).toList();
            if (before.stream().anyMatch(row -> !rows.knows(row))) {
                return new Piece<>(piece.first(), last, piece.earliest(), before);
            }
        }
        ask.seek(answer, late);
        return null;
    }

    /**
     * Takes what came for the row that an answer lacked: it is gone, or that answer was cut though it was short.
     *
     * @param full whether the answer may lack rows, so that it says nothing of one it has not
     * @return false if it is to be asked for once more, with its neighbours
     */
    boolean looked(WindowAnswer<T> answer, boolean full, List<T> out) {
        Timed<T> row = ask.missing.element();
        boolean there = answer.ids().contains(String.valueOf(row.id()));
        ask.around = there ? 0 : ask.around == 0 ? ask.plan.around(cut.capacity()) : full ? ask.around / NARROWER : 0;
        if (ask.around > 0) {
            return false;
        }
        ask.missing.remove();
        rows.gone(row);
        if (there) {
            rows.deliver(List.of(row), null, out);
            left++;
        }
        boolean many = left >= Math.max(MOST_LEFT, answers / ANSWERS_A_ROW);
        if (there && (many || !ask.readsAhead)) { // else the answer may be older than the row
            tally.doubt(
                    "the server left out a row of " + row.at() + " in an answer that was shorter than others, so other"
                            + " short answers may lack rows too; walk again with a smaller page size and compare the counts");
        }
        return true;
    }

    /** The rows of a millisecond that cannot be read whole; none where it grows as fast as a resumed walk reads it. */
    List<Timed<T>> crowd(WindowAnswer<T> answer) {
        boolean grows = rows.crowd(answer.slot.last()) > CROWD * cut.capacity();
        return grows ? List.of() : rows.withExpected(answer, frontier.clear);
    }

    /** Whether an answer whose rows are kept for later lacks rows that were seen before: then the same is asked once more. */
    boolean leftOut(WindowAnswer<T> answer, TimeSlot whole) {
        Set<String> there = answer.ids();
        return rows.expected(Math.max(whole.first(), frontier.clear), whole.last()).stream()
                .anyMatch(row -> !there.contains(String.valueOf(row.id())));
    }

    /**
     * The piece that an answer holds completely. Where its oldest rows were cut off, the next one is asked for up to its oldest
     * row that is whole: one row may have come in the place of another right before it.
     *
     * @param tested whether the answer was compared with the one before, which had older rows
     */
    Piece<T> piece(WindowAnswer<T> answer, TimeSlot whole, boolean cutOff, boolean tested) {
        List<Timed<T>> held = answer.within(whole, whole.last() >= frontier.end);
        Instant oldest = cutOff && !held.isEmpty() ? held.get(0).at() : answer.earliest();
        return new Piece<>(whole.first(), whole.last(), tested ? ask.testEarliest : oldest, held);
    }

    /**
     * Whether to ask for the same once more, since a full answer of a server that keeps the newest rows goes on where the walk
     * stands by its last rows alone, of which one may be there out of its turn. Others are taken out of the answer.
     */
    boolean asksForItsLastRows(WindowAnswer<T> answer, WindowQuestions.Kind kind, boolean alone) {
        List<Timed<T>> last = answer.empty() ? List.of() : answer.between(answer.oldest(), answer.oldest());
        boolean joins = CutOrder.few(last.size(), answer.rows.size())
                && rows.unknown(last).isEmpty();
        if (joins && kind == WindowQuestions.Kind.NEXT && !ask.second) {
            ask.again = ask.question(kind, answer.slot, alone);
            return true;
        }
        rows.withoutLastRows(answer);
        return false;
    }

    private void tellIfGone(int gone, long last) {
        if (gone >= MOST_GONE) {
            tally.doubt(gone + " rows up to " + Instant.ofEpochMilli(last) + " were answered once and then not"
                    + " again: they were deleted meanwhile, or the server does not heed the window; walk again");
        }
    }

    /**
     * Takes note of a short answer that lacks many of the rows delivered of its slot, though the bounds were moved as far as
     * any server rounds them: it was cut.
     */
    void compare(WindowAnswer<T> answer, boolean full) {
        boolean told = !full && answer.size >= CutOrder.FEW && rounding.raised() && rounding.exhausted();
        if (told && CutOrder.cutOff(answer, rows.lacking(answer))) {
            cut.variesSurely();
        }
    }

    void tellIfCutVaries() {
        if (cut.varies()) {
            tally.doubt(
                    "the server cuts its answers at changing numbers of rows, so that a short one may lack rows; walk"
                            + " again with a page size below the smallest of them");
        }
    }

    /** The newest row seen before this page that was there already when the answers before were made. */
    long seen(Page<T> page) {
        answers++;
        answersSince = frontier.clear == clear ? answersSince + 1 : 1;
        clear = frontier.clear;
        began = began == null ? page.serverTime() : began;
        return ask.readsAhead ? Math.min(ask.newestSeen, ask.millis(began)) : ask.newestSeen;
    }

    /** Goes back where an answer has rows that short ones before must have lacked, and not since the server rounds their end. */
    void hidden(WindowAnswer<T> answer, long seen) {
        if (frontier.newest == null || !frontier.startKnown() || rounding.raised()) {
            return;
        }
        List<Timed<T>> hidden = answer.between(frontier.newestCell() + 1, Math.min(seen, frontier.clear - 1)).stream()
                .filter(row -> !rows.knows(row) && !rows.expects(row))
                .toList();
        if (CutOrder.many(hidden.size(), answer.size)
                && !Rounding.between(frontier.newestCell(), hidden.get(0).cell(), frontier.clear)) {
            if (hidden.size() > CAME_IN * answersSince) {
                cut.variesSurely();
            }
            frontier.clear = frontier.newestCell();
        }
    }
}
