package io.github.analytics4j.page;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.RowDelivery.SeenRows;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Notices that rows changed their places, and says where one more request can tell whether they did.
 *
 * <p>A row that a response does not have between its neighbours is gone, and so is one that it does not have behind them at
 * the end of the list. Rows do not come back; so one that does only moved, and others may have been missed meanwhile.
 */
final class OrderCheck {

    /** So many rows that are gone are remembered; more only help to notice what is wrong. */
    private static final int MOST = 1 << 13;

    private static final int MOST_AT_ONCE = 1 << 8;
    /** More than are under way at once. */
    private static final int RESPONSES = 1 << 7;

    /** After so many requests without a row that surely follows, the page before is asked for again. */
    private static final int UNSURE = 100;

    private static final int MOST_UNSURE = 300;
    /** The page before was not found so often. */
    private static final int MOST_UNCONFIRMED = 3;
    /** So often the list grew by more rows than were delivered before the walk was through them. */
    private static final int MOST_RESTARTS = 50;

    private final DeliveredRows delivered;
    private final UnreadRows unread;
    private final WalkCounter counter;
    /** The rows that are gone, each with the number of responses at that time. */
    private final Map<Long, Long> gone = new HashMap<>();

    private long responses;
    /** How many responses had come when the last one was asked for. */
    private long asked;
    /** How many rows were delivered when the last responses came. */
    private final long[] rows = new long[RESPONSES];
    /** Rows before this one were delivered when the last response was asked for. */
    private long older;
    /** Whether rows delivered should be between others in the last response, and are not. */
    private boolean lacks;
    /** Whether rows are known to have changed their places. */
    private boolean disordered;

    /** The row whose place was checked last. */
    private long checked = DeliveredRows.HEAD;
    /** The rows whose places were checked since the last row was delivered, so that no two take turns. */
    private final Set<Long> checkedSince = new HashSet<>();

    private int unsure;
    private boolean confirming;
    private int unconfirmed;
    private int restarts;
    /** How many responses will have come since the next one was asked for. */
    private long others;

    OrderCheck(DeliveredRows delivered, UnreadRows unread, WalkCounter counter) {
        this.counter = counter;
        this.delivered = delivered;
        this.unread = unread;
    }

    /** The next response was asked for when so many others were still to come before it. */
    void others(long before) {
        others = before;
    }

    /**
     * A response came.
     *
     * @throws WalkException if the walk asks and asks and gets no further
     */
    void answered(long position) {
        asked = responses - others;
        rows[(int) (responses % RESPONSES)] = delivered.added();
        older = others < RESPONSES ? rows[(int) (asked % RESPONSES)] : 0;
        responses++;
        if (unsure++ >= MOST_UNSURE || unconfirmed > MOST_UNCONFIRMED || restarts > MOST_RESTARTS) {
            sure();
            String why = disordered
                    ? "rows come in another order each time"
                    : "the list grows faster than it can be read, or the server does not heed the offset";
            throw new WalkException(
                    "the walk got no further in its last " + MOST_UNSURE + " requests or more, at offset " + position
                            + ": " + why + "; ask for larger pages, narrow the request, or walk it in parts");
        }
    }

    /**
     * So many rows of a page were delivered. It is progress if they follow on one delivered before; little, if others of
     * those lie behind them, since a list may grow there as fast as it is read.
     *
     * @param again whether a page before has its rows still, even if they are nameless
     */
    void delivered(SeenRows seen, int rows, boolean fromTheStart, boolean again) {
        if (again && seen.nameless()) {
            sure();
        }
        restarts += fromTheStart ? 1 : 0;
        if (rows > 0) {
            checkedSince.clear();
        }
        if (!seen.unknown() && seen.strangersBehind(seen.last())) {
            boolean all = delivered.frontier() == delivered.lastInOrder();
            unsure = all ? 0 : Math.max(0, unsure - 2 * rows);
            restarts = all ? 0 : restarts;
        }
    }

    /** Begins to count anew. */
    void sure() {
        unsure = 0;
        unconfirmed = 0;
        restarts = 0;
        confirming = false;
    }

    /** Whether to see if the rows before are still where they were: for long none of them was met. */
    boolean toConfirm() {
        confirming = unsure > 0 && unsure % UNSURE == 0;
        unconfirmed += confirming ? 1 : 0;
        return confirming;
    }

    /** A page ends with a row known, and so many were delivered since: if it is the one asked for, the offset is heeded. */
    void found(Page<?> page, long newer) {
        if (confirming && newer > 0 && 2 * newer >= page.answered()) {
            sure();
        }
    }

    /** Takes the rows of a response. */
    void look(PageRequest page, SeenRows seen) {
        boolean back = !gone.isEmpty() && back(seen);
        boolean moved = unread.look(seen, this::note) || seen.disordered();
        lacks = unread.lacks();
        long upper = DeliveredRows.HEAD;
        for (int i = Math.max(0, seen.first()); i <= seen.last() && !moved; i++) {
            if (seen.known(i)) {
                if (upper >= 0 && delivered.previous(seen.index(i)) != upper) {
                    lack(upper, seen.index(i));
                    lacks = true;
                }
                upper = seen.index(i);
            }
        }
        disordered |= back || moved;
        if (moved) {
            counter.doubt(
                    "rows came in another order at offset " + page.offset() + " than before, or one of them twice:"
                            + " rows may be missing; narrow the request until one page holds it, or read it again later");
        } else if (back) {
            counter.doubt(
                    "rows came again at offset " + page.offset() + " that were gone before: rows changed their places,"
                            + " and others may be missing; read the list again later");
        }
    }

    /** Whether a row comes again that was gone when the response was asked for. */
    private boolean back(SeenRows seen) {
        boolean back = false;
        for (int i = 0; i < seen.size() && !back; i++) {
            Long since = seen.nameless(i) ? null : gone.get(seen.print(i));
            back = since != null && since <= asked;
        }
        return back;
    }

    private void lack(long upper, long lower) {
        long row = delivered.sure(upper, lower) ? delivered.previous(lower) : upper;
        for (int i = 0; i < MOST_AT_ONCE && row >= 0 && row != upper; i++) {
            gone(row);
            row = delivered.previous(row);
        }
    }

    private void gone(long row) {
        if (row < older && delivered.remembers(row)) {
            note(delivered.printOf(row));
        }
    }

    private void note(long print) {
        if (gone.size() < MOST) {
            gone.putIfAbsent(print, responses);
        }
    }

    /**
     * Whether rows lack at the end of the list that should be there, so that one more request is to tell whether they only
     * moved. True once for each.
     *
     * @param whole whether the response is the whole list
     * @param known whether it has rows that were delivered before, and none was looked for with it
     */
    boolean lacksAtEnd(boolean whole, boolean known) {
        unread.lackAtEnd(this::note);
        boolean lacks = unread.lacks() && !whole && !disordered;
        if (lacks) {
            unread.lookAgain();
        }
        return (known && tailIsGone()) || lacks;
    }

    /** Whether the list ends at the walk's place, though rows were delivered that lay behind it; they are gone then. */
    private boolean tailIsGone() {
        long end = delivered.frontier();
        long row = delivered.lastInOrder();
        boolean lacks = row != end && checked != end && !disordered && checkedSince.add(end);
        checked = end;
        for (int i = 0; i < MOST_AT_ONCE && row >= 0 && row != end; i++) {
            if (delivered.sure(end, row)) {
                gone(row);
            }
            row = delivered.previous(row);
        }
        return lacks;
    }

    /**
     * Whether there are rows never delivered before or between those of a page that were, or rows lack between those: rows
     * came and went there, or changed their places. True once for each place.
     */
    boolean strange(PageRequest page, SeenRows seen) {
        boolean before = page.offset() > 0 && seen.strangersBefore(seen.first()) && !headOf(seen);
        long row = seen.index(seen.last());
        if (disordered || checked == row || !(before || lacks || seen.strangersBetween())) {
            return false;
        }
        checked = row;
        boolean looks = checkedSince.add(row);
        if (looks) {
            unread.lookAgain();
        }
        return looks;
    }

    /** Whether the rows known are the first of the list, before which others came in. */
    private boolean headOf(SeenRows seen) {
        int first = seen.first();
        return delivered.previous(seen.index(first)) == DeliveredRows.HEAD
                && first < seen.last()
                && seen.index(first + 1) == seen.index(first) + 1;
    }
}
