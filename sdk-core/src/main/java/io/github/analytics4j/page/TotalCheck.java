package io.github.analytics4j.page;

import org.jspecify.annotations.Nullable;

/**
 * Compares what the server says about the number of rows with the rows that came. So it finds a server that leaves rows out
 * of its pages after it cut them, by a filter or by access rights: pages are short here and there though rows follow, and then
 * the list seems to have grown by rows that the page before lacked.
 */
final class TotalCheck {

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
        lacked = Ending.claimsMore(page, lastAt + size) ? Math.max(0, page.mostRows() - size) : 0;
        if (shortest < longest && !told) {
            told = true;
            counter.doubt(
                    "the response at offset " + shortestAt + " had only " + shortest + " rows though more follow, and"
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
