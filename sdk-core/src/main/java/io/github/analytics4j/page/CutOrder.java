package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowAnswer.Display;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns how many rows the server answers at most, and which ones it keeps when there are more. Both are taken from
 * answers, never from what is documented: an answer as long as the longest so far may have been cut, and a kept end is
 * believed only after a second question brought exactly the rows that the first answer had there.
 */
final class CutOrder<T> {

    enum Kept {
        UNKNOWN,
        OLDEST,
        NEWEST,
        ANY
    }

    /** An answer with fewer rows is taken as whole, though it be the first. */
    static final int FEW = 10;

    private static final int MOST_TRIES = 8;
    /** Each other test is of the other end and fails; where more do, one that is passed may be so by chance. */
    private static final int TESTS_OF_BOTH = 2;
    /** Fewer rows may be in order by chance. */
    private static final int LEAST_ORDERED = 8;
    /** So many rows that a full answer lacked are a cut, and not rows that came in meanwhile. */
    private static final int LEAST_LACKING = 3;

    private static final int LACKING_PART = 8;

    private final int limit;
    private Kept kept;
    private Kept tried = Kept.UNKNOWN;
    private Display display = Display.MIXED;
    private int longest;
    /** How many answers had as many rows as the longest. */
    private int asLong;

    private int tries;
    private int failed;
    private int confirmed;
    /** The last answer that may have been cut; of how many rows the first was that certainly was. */
    private @Nullable WindowAnswer<T> suspect;
    /** The newest row seen up to then: newer ones may have come in since. */
    private long seen = TimeSlot.OPEN_START;

    private int cut;
    private @Nullable WindowAnswer<T> candidate;
    private @Nullable TimeSlot question;
    private boolean passed;
    private boolean varies;

    /**
     * @param from where the walk that is resumed stood; null if none is
     */
    CutOrder(int limit, @Nullable WalkState from) {
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

    /** Whether a full answer was seen to lack rows between those it had, so that its rows are any of its window. */
    boolean samples() {
        return kept == Kept.ANY && cut > 0;
    }

    /** As many rows as one answer brings, as far as known. */
    int capacity() {
        boolean known = longest >= limit || cut > 0 || kept != Kept.UNKNOWN;
        return longest < FEW ? limit : Math.min(limit, known ? longest : 2 * longest);
    }

    /** The longest answer so far. */
    int longest() {
        return longest;
    }

    /** Whether rows of the slot may be missing in the answer. */
    boolean full(WindowAnswer<T> answer, int asked) {
        boolean may = answer.size >= asked || (answer.size >= FEW && answer.size >= longest);
        asLong = answer.size > longest ? 1 : asLong + (answer.size == longest ? 1 : 0);
        longest = Math.max(longest, answer.size);
        compare(answer);
        seen = answer.empty() ? seen : Math.max(seen, answer.newest());
        suspect = may ? answer : null;
        if (!answer.empty() && answer.oldest() < answer.newest()) {
            boolean other = kept != Kept.UNKNOWN && answer.display != display;
            kept = answer.display == Display.MIXED || other ? Kept.ANY : kept;
        }
        return may;
    }

    private void compare(WindowAnswer<T> answer) {
        WindowAnswer<T> before = suspect;
        if (cut > 0 || before == null) {
            return;
        }
        Set<String> ids = before.ids();
        List<WindowAnswer.Timed<T>> lacked =
                answer.between(inside(before.slot), Math.min(seen, before.slot.last())).stream()
                        .filter(row -> !ids.contains(String.valueOf(row.id())))
                        .toList();
        if (cutOff(before, lacked.stream().map(WindowAnswer.Timed::cell).toList())) {
            cut = before.size;
        }
    }

    /** Whether one answer was cut though it was shorter than another. */
    boolean varies() {
        return varies || (cut > 0 && longest > cut);
    }

    /** A short answer was found to be cut. */
    void variesSurely() {
        varies = true;
    }

    /**
     * The part of a short answer's slot whose rows it has all, even if it was cut: at an end of the list no row known
     * before shows that it was not.
     */
    static <T> TimeSlot surely(WindowAnswer<T> answer, boolean startsList, boolean endsList) {
        TimeSlot slot = answer.slot;
        if (answer.size < FEW) {
            return slot;
        }
        if (startsList && answer.display == Display.NEWEST_FIRST && answer.oldest() < slot.last()) {
            return new TimeSlot(Math.max(slot.first(), answer.oldest() + 1), slot.last());
        }
        if (endsList && answer.display == Display.OLDEST_FIRST && answer.newest() > slot.first()) {
            return new TimeSlot(slot.first(), Math.min(slot.last(), answer.newest() - 1));
        }
        return slot;
    }

    /** The part of a full answer's slot whose rows it has all, if it was cut as its order suggests; null if it has none. */
    @Nullable
    TimeSlot whole(WindowAnswer<T> answer) {
        TimeSlot whole = answer.display == display ? whole(answer, kept) : null;
        if (whole == null || kept != Kept.OLDEST) {
            return whole;
        }
        long last = lastWhole(answer, whole);
        return last < whole.first() ? null : new TimeSlot(whole.first(), last);
    }

    private @Nullable TimeSlot whole(WindowAnswer<T> answer, Kept end) {
        if (answer.empty() || answer.oldest() == answer.newest()) {
            return null;
        }
        TimeSlot slot = answer.slot;
        return switch (end) {
            case OLDEST ->
                answer.newest() > slot.first() && answer.oldest() < answer.newest()
                        ? new TimeSlot(slot.first(), Math.min(slot.last(), answer.newest() - 1))
                        : null;
            case NEWEST ->
                answer.oldest() < slot.last()
                        ? new TimeSlot(Math.max(slot.first(), answer.oldest() + 1), slot.last())
                        : null;
            case UNKNOWN, ANY -> null;
        };
    }

    /**
     * The last millisecond of a slot whose rows an answer has all that was cut behind its oldest. One or a few rows behind a
     * crowded millisecond do not show that it ends there: one may be there out of its turn, and the walk goes on behind a crowd.
     */
    private long lastWhole(WindowAnswer<T> answer, TimeSlot whole) {
        long newest = answer.newest() > whole.last() + 1 ? answer.lastOf(whole) : whole.last() + 1;
        List<WindowAnswer.Timed<T>> before = answer.between(TimeSlot.OPEN_START, newest - 1);
        if (before.isEmpty() || !few(answer.rows.size() - before.size(), answer.rows.size())) {
            return newest - 1;
        }
        long last = before.get(before.size() - 1).cell();
        return answer.between(last, last).size() < SlotPlan.crowd(capacity()) ? last : last - 1;
    }

    /** Whether so few of an answer's rows may be there out of their turn. */
    static boolean few(int rows, int all) {
        return rows < all && (rows == 1 || rows < all / SlotPlan.CROWD_PART);
    }

    /** What to ask in order to learn from a full answer which end of a slot the server keeps; null if that is no use. */
    @Nullable
    TimeSlot test(WindowAnswer<T> answer) {
        if (kept != Kept.UNKNOWN || answer.display == Display.MIXED || answer.rows.size() < LEAST_ORDERED) {
            return null;
        }
        boolean other = tried != Kept.UNKNOWN && tries % 2 != 0;
        tried = (answer.display == Display.OLDEST_FIRST) == other ? Kept.NEWEST : Kept.OLDEST;
        TimeSlot part = whole(answer, tried);
        if (part == null) {
            return null;
        }
        candidate = answer;
        question = part;
        display = answer.display;
        passed = false;
        return part;
    }

    /**
     * Compares the answer to {@link #test} with what is expected if the server keeps that end; true if it does.
     *
     * @param again whether the same will be asked again, without the instant behind the slot
     */
    boolean judge(WindowAnswer<T> answer, boolean full, boolean again) {
        WindowAnswer<T> before = candidate;
        if (before == null || !answer.slot.equals(question) || again) {
            return false;
        }
        question = null;
        passed = !full && answer.display == display && same(before, answer);
        candidate = passed ? before : null;
        tries++;
        failed += passed ? 0 : 1;
        if (!passed && tries >= MOST_TRIES) {
            kept = Kept.ANY;
        }
        return passed;
    }

    private static <T> boolean same(WindowAnswer<T> one, WindowAnswer<T> other) {
        long first = other.slot.first();
        long last = other.slot.last();
        List<WindowAnswer.Timed<T>> rows = other.between(first, last);
        List<WindowAnswer.Timed<T>> before = one.between(first, last);
        Set<String> ids = one.ids();
        return rows.size() > 1
                && rows.size() == before.size()
                && rows.stream().allMatch(row -> row.id() == null || ids.contains(row.id()));
    }

    /**
     * Takes the test as passed for good if this answer has rows that the full one lacked at its other end: without them,
     * that one may just have been as long as an answer can be.
     */
    void confirm(WindowAnswer<T> answer) {
        WindowAnswer<T> before = candidate;
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
        if (lacked(before, answer, first, last)) {
            confirmed++;
            kept = TESTS_OF_BOTH * confirmed > failed ? tried : kept;
            candidate = null;
        }
    }

    /** Where the rows of a slot begin that it has although the server may not count its first instant as in it. */
    private static long inside(TimeSlot slot) {
        return slot.first() == TimeSlot.OPEN_START ? slot.first() : slot.first() + 1;
    }

    /** Whether so many rows, of an answer with that many, did not all come in meanwhile. */
    static boolean many(long lacked, int size) {
        return lacked >= Math.max(LEAST_LACKING, size / LACKING_PART);
    }

    /**
     * Whether an answer lacks so many rows, of these times, that it was cut. Where its rows are in order, rows that came in or
     * were deleted meanwhile lie anywhere, and those that were cut off at an end; or else most are cut off.
     */
    static boolean cutOff(WindowAnswer<?> answer, List<Long> lacking) {
        boolean inOrder = answer.display != Display.MIXED && !answer.empty();
        long inside = !inOrder
                ? 0
                : lacking.stream()
                        .filter(cell -> answer.oldest() < cell && cell < answer.newest())
                        .count();
        long atEnds = lacking.size() - inside;
        return (atEnds > 2 * inside && many(atEnds, answer.size))
                || (inside > LEAST_LACKING && 2 * inside > answer.size);
    }

    private static <T> boolean lacked(WindowAnswer<T> before, WindowAnswer<T> answer, long first, long last) {
        Set<String> ids = before.ids();
        long lacked = answer.between(first, last).stream()
                .filter(row -> !ids.contains(String.valueOf(row.id())))
                .count();
        return many(lacked, before.size);
    }
}
