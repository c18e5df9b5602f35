package io.github.analytics4j.page;

import java.util.List;

/** Which rows of a response were delivered before. */
final class SeenRows {

    private static final long UNKNOWN = -1;
    private static final long NAMELESS = -2;

    private final long[] prints;
    private final long[] indexes;
    private int lastNamed = -1;
    private int first = -1;
    private int last = -1;
    private boolean disordered;

    /** Looks up each row; {@code ids} reads their ids. */
    <T> SeenRows(List<T> items, RowIds<T> ids, Delivered delivered) {
        prints = new long[items.size()];
        indexes = new long[items.size()];
        for (int i = 0; i < prints.length; i++) {
            String name = ids.of(items.get(i));
            if (name == null) {
                indexes[i] = NAMELESS;
                continue;
            }
            lastNamed = i;
            prints[i] = Delivered.print(name);
            indexes[i] = delivered.index(prints[i]);
            if (indexes[i] >= 0) {
                disordered |= last >= 0 && delivered.contradicts(indexes[last], indexes[i]);
                first = first < 0 ? i : first;
                last = i;
            }
        }
    }

    int size() {
        return prints.length;
    }

    /** Whether no row can be told from others. */
    boolean nameless() {
        return lastNamed < 0;
    }

    /** The place of the last row that can be told; -1 if there is none. */
    int lastNamed() {
        return lastNamed;
    }

    /** Whether no row was delivered before. */
    boolean unknown() {
        return first < 0;
    }

    /** The place of the first row that was delivered before. */
    int first() {
        return first;
    }

    /** The place of the last row that was delivered before; -1 if there is none. */
    int last() {
        return last;
    }

    /** Whether rows delivered before came in another order than then, or one of them twice. */
    boolean disordered() {
        return disordered;
    }

    /** Whether that row, counted in the order of delivery, is in the response. */
    boolean has(long index) {
        boolean has = false;
        for (int i = 0; index >= 0 && !has && i < indexes.length; i++) {
            has = indexes[i] == index;
        }
        return has;
    }

    boolean known(int i) {
        return indexes[i] >= 0;
    }

    boolean nameless(int i) {
        return indexes[i] == NAMELESS;
    }

    /** Whether the row was never delivered, and can be told. */
    boolean stranger(int i) {
        return indexes[i] == UNKNOWN;
    }

    long index(int i) {
        return indexes[i];
    }

    long print(int i) {
        return prints[i];
    }

    /** Whether a row that was never delivered, and can be told, comes before the place. */
    boolean strangersBefore(int i) {
        return strangers(0, i);
    }

    /** Whether one comes between two that were delivered before. */
    boolean strangersBetween() {
        return strangers(Math.max(0, first), last);
    }

    /** Whether one comes behind the place. */
    boolean strangersBehind(int i) {
        return strangers(i + 1, indexes.length);
    }

    private boolean strangers(int from, int to) {
        for (int at = from; at < to; at++) {
            if (stranger(at)) {
                return true;
            }
        }
        return false;
    }
}
