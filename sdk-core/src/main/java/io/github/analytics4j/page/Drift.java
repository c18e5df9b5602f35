package io.github.analytics4j.page;

/**
 * How far the list moves between two answers, as far as the last ones tell, so that the next page is asked for where its
 * rows will be. A page that begins a little early costs the rows it repeats; one that begins too late holds no row known
 * and costs a search.
 */
final class Drift {

    private static final int REMEMBERED = 4;
    /** A list that grows by less than this share of a page is not worth the risk of beginning late. */
    private static final int WORTH = 4;

    private final long[] moved = new long[REMEMBERED];
    private int count;
    private long place;
    private int answers;
    private long untold;

    /** An answer came. */
    void answered() {
        answers++;
    }

    /** The walk's place turned out to be there. */
    void seen(long at) {
        moved[count++ % REMEMBERED] = (at - place) / Math.max(1, answers);
        movedOn(at);
    }

    /** The walk's place is another one, since rows were delivered. */
    void movedOn(long to) {
        place = to;
        answers = 0;
    }

    /**
     * How many rows behind the walk's place to begin: -1 to repeat one row of the page before, less where rows vanish, more
     * where the list grows before the place so fast that pages would bring little else.
     */
    long lead(int span) {
        long lead = expected(span);
        return lost(span) ? Math.max(lead, -1) : lead - untold;
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
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < Math.min(count, REMEMBERED); i++) {
            least = Math.min(least, moved[i]);
            most = Math.max(most, moved[i]);
        }
        if (least < 0) {
            return Math.max(2 * least, -Math.max(1, span / WORTH));
        }
        long grown = count < 2 ? 0 : least - Math.max(span / 10, (most - least) / 2);
        return grown < span / WORTH ? -1 : grown - 1;
    }
}
