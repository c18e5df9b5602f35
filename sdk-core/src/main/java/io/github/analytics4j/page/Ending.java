package io.github.analytics4j.page;

import org.jspecify.annotations.Nullable;

/** Decides whether the list ends where an answer ends. What the server says about that is a hint and no more. */
final class Ending {

    enum Verdict {
        GO_ON,
        END,
        /** The server claims rows it does not answer. */
        LOOK_BEHIND
    }

    private int largest;
    private boolean checked;

    /**
     * Judges an answer whose place in the list is known.
     *
     * @param fresh how many of its rows are new
     */
    Verdict judge(PageRequest asked, Page<?> page, int fresh) {
        int size = page.answered();
        largest = Math.max(largest, size);
        long end = asked.offset() + size;
        if (size >= page.mostRows()) {
            checked = false; // a full page may be the last one, but only the next answer tells
            boolean sure = Boolean.FALSE.equals(page.hasMore()) && page.claimedTotal() != null;
            return sure && agrees(page, end) ? Verdict.END : Verdict.GO_ON;
        }
        if (agrees(page, end)) {
            return Verdict.END;
        }
        boolean more = claimsMore(page, end);
        if (fresh > 0 && (more || size >= largest)) {
            checked = false; // a server that answers fewer rows than it was asked for
            return Verdict.GO_ON;
        }
        if (!checked) {
            checked = true; // one short answer is no proof
            return Verdict.GO_ON;
        }
        return more ? Verdict.LOOK_BEHIND : Verdict.END;
    }

    /** Whether an end is being checked, so that nothing behind it should be asked ahead. */
    boolean checking() {
        return checked;
    }

    /** Whether the server says that the list ends there. */
    static boolean agrees(Page<?> page, long end) {
        Long total = page.claimedTotal();
        if (total != null) {
            return total == end && !Boolean.TRUE.equals(page.hasMore());
        }
        return Boolean.FALSE.equals(page.hasMore());
    }

    /** A sentence if the server's number of rows is not the one at which the list ends; null if it says nothing else. */
    static @Nullable String disagreement(PageRequest asked, Page<?> page) {
        Long total = page.claimedTotal();
        long end = asked.offset() + page.answered();
        return total == null || total == end || page.answered() == 0
                ? null
                : "the server says that there are " + total + " rows, but the list ends at offset " + end
                        + ": count the rows in another way before relying on either";
    }

    static boolean claimsMore(Page<?> page, long end) {
        @Nullable Long total = page.claimedTotal();
        return Boolean.TRUE.equals(page.hasMore()) || (total != null && total > end);
    }
}
