package io.github.analytics4j.page;

import java.util.Arrays;

/**
 * How far the list moves between two responses, as far as the last ones tell, so that the next page is asked for where its
 * rows will be. A page that begins a little early costs the rows it repeats; one that begins too late holds no row known
 * and costs a search.
 */
final class ListDrift {

    private static final int REMEMBERED = 4;
    /** A list that grows by less than this share of a page is not worth the risk of beginning late. */
    private static final int WORTH = 4;

    /** Pages of so few rows have none to spare. */
    private static final int SMALL = 10;

    /** Pages under way at first: how far the list moves meanwhile shows only then, and without a total it may end soon. */
    private static final int FEW = 4;

    private static final int MANY = 8;

    private final long[] moved = new long[REMEMBERED];
    private int count;
    private long place;
    private int responses;
    private long allResponses;
    private long untold;

    /** A response came. */
    void answered() {
        responses++;
        allResponses++;
    }

    /** The walk's place turned out to be there. */
    void seen(long at) {
        moved[count++ % REMEMBERED] = Math.floorDiv(at - place, Math.max(1, responses));
        movedOn(at);
    }

    /** The walk's place is another one, since rows were delivered. */
    void movedOn(long to) {
        place = to;
        responses = 0;
    }

    /**
     * How many rows behind the walk's place, once it {@linkplain #shift moved}, to begin: -1 to repeat one row of the page before, less where rows vanish, more
     * where the list grows before the place so fast that pages would bring little else.
     */
    long lead(int span) {
        long lead = expected(span);
        return lost(span) ? Math.max(lead, -1) : lead - untold;
    }

    /**
     * How many pages may be under way at once, so that the rows they are asked for are still in them: each response moves the
     * list farther from where it was when the page behind it was asked for. A single leap does not count.
     *
     * @param foretold whether the server tells how many rows there are
     */
    int mostAtOnce(int span, boolean foretold) {
        long first = foretold ? MANY + FEW * allResponses : FEW + allResponses / MANY;
        long[] far = moved.clone();
        for (int i = 0; i < far.length; i++) {
            far[i] = Math.abs(far[i]);
        }
        Arrays.sort(far);
        long usual = far[REMEMBERED - 2] * (least() < 0 ? WORTH : 1);
        return (int) Math.max(1, Math.min(first, usual == 0 ? Integer.MAX_VALUE : span / (2 * usual)));
    }

    /** How far the walk's place will have moved back after so many responses, if rows vanish before it at a steady rate; else 0. */
    long shift(int responsesUntilThen) {
        return least() < 0 && least() == most() ? least() * responsesUntilThen : 0;
    }

    /** How many rows behind the walk's place a page asked for before may begin and still hold a row known. */
    long latest(int span) {
        return least() < 0 ? least() - 1 - untold : lead(span);
    }

    /** Some of the rows right before the walk's place cannot be told from others, so that a page has to begin before them. */
    void untold(long rows, boolean andAllBefore) {
        untold = andAllBefore ? untold + rows : rows;
    }

    /** Whether the rows before the place that cannot be told are so many that no page reaches over them. */
    boolean lost(int span) {
        return untold > span / 2;
    }

    private long expected(int span) {
        if (count == 0) {
            return -1;
        }
        long least = least();
        if (least < 0) {
            long slack = least == most() ? -least / WORTH + (span < SMALL ? 0 : 1) : -2 * least;
            return -Math.min(slack + (least == most() ? 1 : 0), Math.max(1, span / 2));
        }
        long grown = count < 2 ? 0 : least - Math.max(span / 10, (most() - least) / 2);
        return grown < span / WORTH ? -1 : grown - 1;
    }

    private long least() {
        long least = moved[0];
        for (int i = 1; i < Math.min(count, REMEMBERED); i++) {
            least = Math.min(least, moved[i]);
        }
        return least;
    }

    private long most() {
        long most = moved[0];
        for (int i = 1; i < Math.min(count, REMEMBERED); i++) {
            most = Math.max(most, moved[i]);
        }
        return most;
    }
}
