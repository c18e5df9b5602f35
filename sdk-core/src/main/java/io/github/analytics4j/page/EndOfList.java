package io.github.analytics4j.page;

import io.github.analytics4j.page.WalkReport.WalkCounter;
import org.jspecify.annotations.Nullable;

/** Decides whether the list ends where a response ends. What the server says about that is a hint and no more. */
final class EndOfList {

    enum Verdict {
        GO_ON,
        END,
        /** The server claims rows it does not answer. */
        LOOK_BEHIND
    }

    /** So many responses are spent to see whether rows follow on one that may have been cut. */
    private static final int PATIENCE = 8;

    /** So many are spent where each response is as long as any, since the server may answer no more at once. */
    private static final int LONG_PATIENCE = 50;

    /** How many responses in a row were judged and brought no new row; those of a search are not judged. */
    private int judgedIdle;

    private int largest;
    private boolean asManyAsEver;
    /** How many rows the last short response had that brought new ones, and whether new ones followed on such a response. */
    private int shortResponse;

    private boolean cuts;
    /** Whether new rows followed on a short response with another short one, of another size: its size tells nothing. */
    private boolean uneven;
    /** How many rows the last short response had, and where it began. */
    private int lastShort;

    private long lastAt;
    /** Whether the last response was shorter than another one before it. */
    private boolean checked;
    /** Whether it was shorter than it was asked to be, which it may be since that is all the server answers. */
    private boolean mayBeLast;
    /** Whether the server says that the list ends where the last response does, or that rows follow. */
    private boolean agreed;

    private boolean more;

    /**
     * Judges a response whose place in the list is known. One short response is no proof: it takes a second one.
     *
     * @param fresh how many of its rows are new
     * @param idle how many responses in a row brought none
     */
    Verdict judge(PageRequest asked, Page<?> page, int fresh, int idle) {
        int size = page.answered();
        long end = asked.offset() + size;
        judgedIdle = idle == 0 ? 0 : judgedIdle + 1;
        boolean noRoom = fresh == 0 && judgedIdle < PATIENCE && idle < LONG_PATIENCE && hasNoRoom(asked, page);
        boolean cut = noRoom || mayBeCut(asked, page, idle);
        agreed = agrees(page, end);
        more = claimsMore(page, end);
        asManyAsEver = size >= largest && size < page.mostRows();
        note(asked, size, fresh);
        if (size >= page.mostRows()) {
            checked = false; // a full page may be the last one, but only the next response tells
            mayBeLast = false;
            boolean sure = Boolean.FALSE.equals(page.hasMore()) && page.claimedTotal() != null;
            return sure && agreed ? Verdict.END : Verdict.GO_ON;
        }
        if (agreed) {
            return Verdict.END;
        }
        if (fresh > 0 && (more || size >= largest)) {
            checked = false; // a server that answers fewer rows than it was asked for
            mayBeLast = !more;
            return Verdict.GO_ON;
        }
        boolean second = checked || (mayBeLast && fresh == 0);
        if (!second || cut || (uneven && fresh > 0)) {
            checked = true;
            return Verdict.GO_ON;
        }
        return more ? Verdict.LOOK_BEHIND : Verdict.END;
    }

    /** Whether the server says that rows follow on the last response. */
    boolean more() {
        return more;
    }

    /** The server refuses the page behind the last row: whether the list ends there, as far as it says. */
    boolean refused(long position, WalkCounter counter) {
        if (agreed) {
            counter.doubt(
                    "the server refuses pages that end behind row " + position
                            + " and says that the list ends there: no request could show that no row follows; narrow the request");
        }
        return agreed;
    }

    private void note(PageRequest asked, int size, int fresh) {
        boolean shorter =
                size < asked.limit() && 2L * size >= largest; // else rows came in at the end of the list meanwhile
        uneven |= shorter && fresh > 0 && shortResponse > 0 && size != shortResponse;
        largest = Math.max(largest, size);
        cuts |= fresh > 0 && shortResponse > 0;
        if (size < asked.limit()) {
            shortResponse = fresh > 0 ? size : shortResponse;
            lastShort = size;
            lastAt = asked.offset();
        }
    }

    /** The response from the list's start came that tells how many rows the server answers at once: it may be all up to the place. */
    void counted(PageRequest asked, int rows, long place) {
        largest = Math.max(largest, rows);
        asManyAsEver = rows >= largest && rows < asked.limit();
        if (rows < asked.limit()) {
            lastShort = rows;
            lastAt = asked.offset();
            mayBeLast = !more && rows == place;
        }
    }

    /** The walk that this one goes on from had responses of so many rows where it asked for more; 0 if not. */
    void cutAt(int rows) {
        shortResponse = rows;
        largest = rows;
        cuts = rows > 0;
    }

    /** How many rows each response had that was cut, as far as it seems; 0 if none was, or not at that. */
    int cut() {
        return cuts && shortResponse == largest ? largest : 0;
    }

    /** Whether responses of so many rows are thought to be cut; from now on they are. */
    boolean expectsCut(int rows) {
        boolean expected = cuts && shortResponse == rows;
        cutAt(rows);
        return expected;
    }

    /** Whether the last response was shorter than it was asked to be, and no response before had more rows. */
    boolean asManyAsEver() {
        return asManyAsEver;
    }

    /** Whether an end or a cap is being checked, so that nothing behind it should be asked ahead. */
    boolean checking() {
        return checked || asManyAsEver;
    }

    /** Whether the last response was a short one from the start up to the place: it has the whole list if nothing lies behind. */
    boolean mayBeAll(long start, long place) {
        return checking() && place > start && lastAt == start && lastShort == place - start;
    }

    /** Whether the list may have one row, or the server answer no more: only the place behind it tells. */
    boolean single(long start, long place) {
        return place == start + 1 && mayBeAll(start, place);
    }

    /** Whether a response may lack rows, since it has as many as a short one before, and the server does not say that it is the last. */
    private boolean mayBeCut(PageRequest asked, Page<?> page, int idle) {
        int size = page.answered();
        boolean alike = (cuts && size >= shortResponse) || (size == lastShort && asked.offset() != lastAt);
        return size > 0 && alike && idle < PATIENCE && size < page.mostRows() && !agrees(page, asked.offset() + size);
    }

    /**
     * Whether a response has as many rows as any of those that were asked for more, and the server does not say that it is the last: if
     * that is all at once, others may follow on it.
     */
    private boolean hasNoRoom(PageRequest asked, Page<?> page) {
        int size = page.answered();
        boolean most = size > 1 && largest > 0 && size >= largest && size < page.mostRows();
        return most && !agrees(page, asked.offset() + size);
    }

    /**
     * Whether rows that were delivered may follow on a response that ends before them. If that is asked for too long, they count as
     * gone, which is no proof that they are.
     */
    boolean mayLackRows(PageRequest asked, Page<?> page, int idle, WalkCounter counter) {
        boolean noRoom = hasNoRoom(asked, page);
        if (mayBeCut(asked, page, idle) || (noRoom && idle < LONG_PATIENCE)) {
            return true;
        }
        if (noRoom && !claimsMore(page, asked.offset() + page.answered())) { // else it is looked at
            counter.doubt(LONG_PATIENCE + " responses in a row brought no new row and the last one, at offset "
                    + asked.offset()
                    + ", ended before rows that were delivered, with as many rows as the server answers at"
                    + " once: rows may be missing behind it; ask for pages of " + page.answered()
                    + " rows, or read the list again later");
        }
        return false;
    }

    /** Whether the server says that the list ends there. */
    static boolean agrees(Page<?> page, long end) {
        Long total = page.claimedTotal();
        if (total != null) {
            return total == end && !Boolean.TRUE.equals(page.hasMore());
        }
        return Boolean.FALSE.equals(page.hasMore());
    }

    static boolean claimsMore(Page<?> page, long end) {
        @Nullable Long total = page.claimedTotal();
        return Boolean.TRUE.equals(page.hasMore()) || (total != null && total > end);
    }

    /**
     * Compares what the server says about the number of rows with the rows that came. So it finds a server that leaves rows out
     * of its pages after it cut them, by a filter or by access rights: pages are short here and there though rows follow, and then
     * the list seems to have grown by rows that the page before lacked.
     */
    static final class TotalCheck {

        private final WalkCounter counter;
        /** How many rows the longest response had. */
        private int longest;
        /** Where the last response began, how many rows it had, and how many it lacked though the server says that rows follow. */
        private long lastAt;

        private int size;
        private int lacked;
        /** Of the responses whose rows that lacked seem to have moved the list, the shortest, and where it began. */
        private int shortest = Integer.MAX_VALUE;

        private long shortestAt;
        private boolean told;
        /** Whether the list moved in a way that rows that lacked do not explain, or the walk did not begin with its first row. */
        private boolean moved;
        /** The number of rows that all responses state; null if none does. */
        private @Nullable Long total;

        private boolean constant = true;

        TotalCheck(WalkCounter counter, @Nullable WalkState from, long start) {
            this.counter = counter;
            this.total = from == null ? null : from.total();
            this.moved = start > 0 || (from != null && from.shifts() > 0);
        }

        /** A response came. */
        void answered(Page<?> page) {
            longest = Math.max(longest, page.answered());
            Long stated = page.claimedTotal();
            constant = constant && stated != null && (total == null || total.equals(stated));
            total = stated;
        }

        /** The walk's place lies so many rows behind the one where it was. */
        void moved(long rows, boolean searched) {
            boolean explained = !searched && rows > 0 && rows <= lacked;
            moved |= searched || (rows != 0 && !explained);
            if (explained && size < shortest) {
                shortest = size;
                shortestAt = lastAt;
            }
        }

        /** The response's place in the list is known, and the list ends with it, or not. */
        void placed(PageRequest asked, Page<?> page, boolean last) {
            lastAt = asked.offset();
            size = page.answered();
            lacked = EndOfList.claimsMore(page, lastAt + size) ? Math.max(0, page.mostRows() - size) : 0;
            if (shortest < longest && !told) {
                told = true;
                counter.doubt("the response at offset " + shortestAt + " had only " + shortest
                        + " rows though more follow, and"
                        + " the next one began as if the list had grown: the server may leave rows out of its pages, so that others"
                        + " are missing; narrow the request, or count the rows in another way");
            }
            if (last) {
                ended(lastAt + size);
            }
        }

        private void ended(long end) {
            if (total != null && total != end && size > 0) {
                counter.doubt("the server says that there are " + total + " rows, but the list ends at offset " + end
                        + ": count the rows in another way before relying on either");
            } else if (constant
                    && !moved
                    && total != null
                    && total > counter.rows
                    && counter.reasons().isEmpty()) {
                counter.doubt("each response says that there are " + total + " rows, and " + counter.rows
                        + " were delivered: the server may leave rows out of its pages; count the rows in another way");
            }
        }
    }
}
