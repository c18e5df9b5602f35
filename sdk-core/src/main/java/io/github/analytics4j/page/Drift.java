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

    /** The rows before the walk's place became that many more (or fewer) between two answers. */
    void observed(long rows) {
        moved[count++ % REMEMBERED] = rows;
    }

    /**
     * How many rows behind the walk's place to begin: -1 to repeat one row of the page before, less where rows vanish, more
     * where the list grows before the place so fast that pages would bring little else.
     */
    long lead(int span) {
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
