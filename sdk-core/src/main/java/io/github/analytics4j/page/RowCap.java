package io.github.analytics4j.page;

import io.github.analytics4j.page.WalkReport.WalkCounter;
import io.github.analytics4j.page.WindowRequests.Rounding;
import io.github.analytics4j.page.WindowRequests.TimeSlot;
import io.github.analytics4j.page.WindowResponse.Display;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Learns how many rows the server answers at most, and which ones it keeps when there are more. Both are taken from
 * responses, never from what is documented: a response as long as the longest so far may have been cut, and a kept end is
 * believed only after a second request brought exactly the rows that the first response had there.
 */
final class RowCap<T> {

    enum Kept {
        UNKNOWN,
        OLDEST,
        NEWEST,
        ANY
    }

    /** A response with fewer rows is taken as whole, though it be the first. */
    static final int FEW = 10;

    private static final int MOST_TRIES = 8;
    /** Each other test is of the other end and fails; where more do, one that is passed may be so by chance. */
    private static final int TESTS_OF_BOTH = 2;
    /** Fewer rows may be in order by chance. */
    private static final int LEAST_ORDERED = 8;
    /** So many rows that a full response lacked are a cut, and not rows that came in meanwhile. */
    private static final int LEAST_LACKING = 3;

    private static final int LACKING_PART = 8;

    private final int limit;
    private Kept kept;
    private Kept tried = Kept.UNKNOWN;
    private Display display = Display.MIXED;
    private int longest;
    /** How many responses had as many rows as the longest. */
    private int asLong;

    private int tries;
    private int failed;
    private int confirmed;
    /** The last response that may have been cut; of how many rows the first was that certainly was. */
    private @Nullable WindowResponse<T> suspect;
    /** The newest row seen up to then: newer ones may have come in since. */
    private long seen = TimeSlot.OPEN_START;

    private int cut;
    private @Nullable WindowResponse<T> candidate;
    private @Nullable TimeSlot request;
    private boolean passed;
    private boolean varies;

    /**
     * @param from where the walk that is resumed stood; null if none is
     */
    RowCap(int limit, @Nullable WalkState from) {
        this.limit = limit;
        this.longest = from == null ? 0 : Math.min(limit, from.mostRows());
        this.failed = from == null ? 0 : from.failedTests();
        this.tries = failed;
        this.kept = failed < MOST_TRIES ? Kept.UNKNOWN : Kept.ANY;
    }

    /** How many tests were not passed. */
    int failed() {
        return failed;
    }

    Kept kept() {
        return kept;
    }

    /** Whether the server is known to keep the oldest rows of a window, or the newest. */
    boolean keepsAnEnd() {
        return kept == Kept.OLDEST || kept == Kept.NEWEST;
    }

    /** Whether a full response was seen to lack rows between those it had, so that its rows are any of its window. */
    boolean samples() {
        return kept == Kept.ANY && cut > 0;
    }

    /** As many rows as one response brings, as far as known. */
    int capacity() {
        boolean known = longest >= limit || cut > 0 || kept != Kept.UNKNOWN;
        return longest < FEW ? limit : Math.min(limit, known ? longest : 2 * longest);
    }

    /** The longest response so far. */
    int longest() {
        return longest;
    }

    /** Whether rows of the slot may be missing in the response. */
    boolean full(WindowResponse<T> response, int asked) {
        boolean may = response.size >= asked || (response.size >= FEW && response.size >= longest);
        asLong = response.size > longest ? 1 : asLong + (response.size == longest ? 1 : 0);
        longest = Math.max(longest, response.size);
        compare(response);
        seen = response.empty() ? seen : Math.max(seen, response.newest());
        suspect = may ? response : null;
        if (!response.empty() && response.oldest() < response.newest()) {
            boolean other = kept != Kept.UNKNOWN && response.display != display;
            kept = response.display == Display.MIXED || other ? Kept.ANY : kept;
        }
        return may;
    }

    private void compare(WindowResponse<T> response) {
        WindowResponse<T> before = suspect;
        if (cut > 0 || before == null) {
            return;
        }
        Set<String> ids = before.ids();
        List<WindowResponse.Timed<T>> lacked =
                response.between(inside(before.slot), Math.min(seen, before.slot.last())).stream()
                        .filter(row -> !ids.contains(String.valueOf(row.id())))
                        .toList();
        if (cutOff(before, lacked.stream().map(WindowResponse.Timed::cell).toList())) {
            cut = before.size;
        }
    }

    /** Tells if one response was cut though it was shorter than another. */
    void tellIfVaries(WalkCounter counter) {
        if (varies || (cut > 0 && longest > cut)) {
            counter.doubt(
                    "the server cuts its responses at changing numbers of rows, so that a short one may lack rows; walk"
                            + " again with a page size below the smallest of them");
        }
    }

    /** A short response was found to be cut. */
    void variesSurely() {
        varies = true;
    }

    /**
     * The part of a short response's slot whose rows it has all, even if it was cut: at an end of the list no row known
     * before shows that it was not.
     */
    static <T> TimeSlot surely(WindowResponse<T> response, boolean startsList, boolean endsList) {
        TimeSlot slot = response.slot;
        if (response.size < FEW) {
            return slot;
        }
        if (startsList && response.display == Display.NEWEST_FIRST && response.oldest() < slot.last()) {
            return new TimeSlot(Math.max(slot.first(), response.oldest() + 1), slot.last());
        }
        if (endsList && response.display == Display.OLDEST_FIRST && response.newest() > slot.first()) {
            return new TimeSlot(slot.first(), Math.min(slot.last(), response.newest() - 1));
        }
        return slot;
    }

    /** The part of a full response's slot whose rows it has all, if it was cut as its order suggests; null if it has none. */
    @Nullable
    TimeSlot whole(WindowResponse<T> response) {
        TimeSlot whole = response.display == display ? whole(response, kept) : null;
        if (whole == null || kept != Kept.OLDEST) {
            return whole;
        }
        long last = lastWhole(response, whole);
        return last < whole.first() ? null : new TimeSlot(whole.first(), last);
    }

    private @Nullable TimeSlot whole(WindowResponse<T> response, Kept end) {
        if (response.empty() || response.oldest() == response.newest()) {
            return null;
        }
        TimeSlot slot = response.slot;
        return switch (end) {
            case OLDEST ->
                response.newest() > slot.first() && response.oldest() < response.newest()
                        ? new TimeSlot(slot.first(), Math.min(slot.last(), response.newest() - 1))
                        : null;
            case NEWEST ->
                response.oldest() < slot.last()
                        ? new TimeSlot(Math.max(slot.first(), response.oldest() + 1), slot.last())
                        : null;
            case UNKNOWN, ANY -> null;
        };
    }

    /**
     * The last millisecond of a slot whose rows a response has all that was cut behind its oldest. One or a few rows behind a
     * crowded millisecond do not show that it ends there: one may be there out of its turn, and the walk goes on behind a crowd.
     */
    private long lastWhole(WindowResponse<T> response, TimeSlot whole) {
        long newest = response.newest() > whole.last() + 1 ? response.lastOf(whole) : whole.last() + 1;
        List<WindowResponse.Timed<T>> before = response.upTo(newest - 1);
        if (before.isEmpty() || !few(response.rows.size() - before.size(), response.rows.size())) {
            return newest - 1;
        }
        long last = before.get(before.size() - 1).cell();
        return response.between(last, last).size() < SlotLength.crowd(capacity()) ? last : last - 1;
    }

    /** Whether so few of a response's rows may be there out of their turn. */
    static boolean few(int rows, int all) {
        return rows < all && (rows == 1 || rows < all / SlotLength.CROWD_PART);
    }

    /** Returns the slot whose response tells, after a full one, which end of a slot the server keeps; null if it would not tell. */
    @Nullable
    TimeSlot test(WindowResponse<T> response) {
        if (kept != Kept.UNKNOWN || response.display == Display.MIXED || response.rows.size() < LEAST_ORDERED) {
            return null;
        }
        boolean other = tried != Kept.UNKNOWN && tries % 2 != 0;
        tried = (response.display == Display.OLDEST_FIRST) == other ? Kept.NEWEST : Kept.OLDEST;
        TimeSlot part = whole(response, tried);
        if (part == null) {
            return null;
        }
        candidate = response;
        request = part;
        display = response.display;
        passed = false;
        return part;
    }

    /**
     * Compares the response to {@link #test} with what is expected if the server keeps that end; true if it does.
     *
     * @param again whether the same will be asked again, without the instant behind the slot
     */
    boolean judge(WindowResponse<T> response, boolean full, boolean again) {
        WindowResponse<T> before = candidate;
        if (before == null || !response.slot.equals(request) || again) {
            return false;
        }
        request = null;
        passed = !full && response.display == display && same(before, response);
        candidate = passed ? before : null;
        tries++;
        failed += passed ? 0 : 1;
        if (!passed && tries >= MOST_TRIES) {
            kept = Kept.ANY;
        }
        return passed;
    }

    private static <T> boolean same(WindowResponse<T> one, WindowResponse<T> other) {
        long first = other.slot.first();
        long last = other.slot.last();
        List<WindowResponse.Timed<T>> rows = other.between(first, last);
        List<WindowResponse.Timed<T>> before = one.between(first, last);
        Set<String> ids = one.ids();
        return rows.size() > 1
                && rows.size() == before.size()
                && rows.stream().allMatch(row -> row.id() == null || ids.contains(row.id()));
    }

    /**
     * Takes the test as passed for good if this response has rows that the full one lacked at its other end: without them,
     * that one may just have been as long as a response can be.
     */
    void confirm(WindowResponse<T> response) {
        WindowResponse<T> before = candidate;
        if (before == null || !passed || before.size < longest || (longest < limit && asLong < 2)) {
            return; // one that is shorter than others, or as long as no other, was hardly cut
        }
        boolean oldest = tried == Kept.OLDEST;
        long first = oldest ? before.newest() : inside(before.slot);
        long last = oldest ? before.slot.last() : before.oldest();
        if ((before.display == Display.OLDEST_FIRST) != oldest) { // unusual: rows may lack by a bound that was rounded
            first = oldest || first == TimeSlot.OPEN_START ? first : first + Rounding.DAY;
            last = oldest && last != TimeSlot.OPEN_END ? last - Rounding.DAY : last;
        }
        if (lacked(before, response, first, last)) {
            confirmed++;
            kept = TESTS_OF_BOTH * confirmed > failed ? tried : kept;
            candidate = null;
        }
    }

    /** Where the rows of a slot begin that it has although the server may not count its first instant as in it. */
    private static long inside(TimeSlot slot) {
        return slot.first() == TimeSlot.OPEN_START ? slot.first() : slot.first() + 1;
    }

    /** Whether so many rows, of a response with that many, did not all come in meanwhile. */
    static boolean many(long lacked, int size) {
        return lacked >= Math.max(LEAST_LACKING, size / LACKING_PART);
    }

    /**
     * Whether a response lacks so many rows, of these times, that it was cut. Where its rows are in order, rows that came in or
     * were deleted meanwhile lie anywhere, and those that were cut off at one end; or else most are cut off. A crowded instant at
     * an end of which the response has most was not cut off.
     */
    static boolean cutOff(WindowResponse<?> response, List<Long> lacking) {
        boolean inOrder = response.display != Display.MIXED && !response.empty();
        long older = inOrder ? atEnd(lacking, response, response.oldest(), cell -> cell < response.oldest()) : 0;
        long newer = inOrder ? atEnd(lacking, response, response.newest(), cell -> cell > response.newest()) : 0;
        long inside = lacking.size() - older - newer;
        long atEnd = Math.max(older, newer);
        return (atEnd > 2 * (lacking.size() - atEnd) && many(atEnd, response.size))
                || (inside > LEAST_LACKING && 2 * inside > response.size);
    }

    private static long atEnd(List<Long> lacking, WindowResponse<?> response, long end, LongPredicate behind) {
        long together = count(lacking, cell -> cell == end);
        return count(lacking, behind) + (together < response.between(end, end).size() ? 0 : together);
    }

    private static long count(List<Long> cells, LongPredicate which) {
        return cells.stream().mapToLong(Long::longValue).filter(which).count();
    }

    private static <T> boolean lacked(WindowResponse<T> before, WindowResponse<T> response, long first, long last) {
        Set<String> ids = before.ids();
        long lacked = response.between(first, last).stream()
                .filter(row -> !ids.contains(String.valueOf(row.id())))
                .count();
        return many(lacked, before.size);
    }
}
