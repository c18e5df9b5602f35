package io.github.analytics4j.page;

import io.github.analytics4j.page.PageFeed.WalkOptions;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Delivers the rows of responses, each once, and remembers them. */
final class RowDelivery<T> {

    private final WalkSpec<T> spec;
    private final DeliveredRows delivered;
    private final UnreadRows unread;
    private final WalkCounter counter;
    /** Where the rows delivered last stood in their response, and where that began. */
    private int[] places = {};

    private long placesFrom;
    /** Whether every row delivered so far is remembered. */
    private boolean whole;

    RowDelivery(WalkSpec<T> spec, WalkCounter counter, WalkOptions options) {
        this.spec = spec;
        this.delivered = new DeliveredRows(
                spec.memory == 0 ? DeliveredRows.DEFAULT_MEMORY : spec.memory, options.prefetch() > 0);
        this.counter = counter;
        WalkState from = options.from();
        this.whole = from == null || from.whole();
        if (from != null) {
            from.restore(delivered);
        }
        this.unread = new UnreadRows(
                delivered, from == null ? new long[0] : from.unread().values());
    }

    DeliveredRows delivered() {
        return delivered;
    }

    UnreadRows unread() {
        return unread;
    }

    /** Whether a page at the head of the list without a remembered row proves that all rows delivered are gone, or lie behind it. */
    boolean headProves() {
        return whole && spec.startOffset == 0;
    }

    /** Looks up which rows of a response were delivered before. */
    SeenRows look(List<T> items) {
        return new SeenRows(items, spec, delivered);
    }

    /**
     * How many rows were delivered that lie behind the last one of a response that is known. None if the response has the row at
     * the walk's place as well: where pages are read ahead, the order remembered may be that of an older response.
     */
    long newer(SeenRows seen) {
        boolean here = !seen.disordered() && seen.has(delivered.frontier());
        return here ? 0 : delivered.between(seen.index(seen.last()));
    }

    /** Whether rows of a page that were delivered stand where they should if the list did not move; also where none tells. */
    boolean fits(PageRequest asked, Page<T> page, SeenRows seen, long position) {
        boolean untold = delivered.size() == 0 || seen.nameless();
        return untold
                || (!seen.unknown() && asked.offset() + page.sentBefore(seen.last() + 1) + newer(seen) == position);
    }

    /**
     * Delivers what was never delivered, each row at its place in the list's order.
     *
     * @param place the place in the page from which on that are all rows; before it, it is those that the walk knows to come
     */
    List<T> deliver(PageRequest asked, Page<T> page, SeenRows seen, int place) {
        List<T> items = page.items();
        int from = unread.firstUpTo(Math.min(place, items.size()), seen);
        if (!seen.unknown()) {
            delivered.moveTo(delivered.previous(seen.index(seen.first())));
        }
        long first = delivered.added();
        List<T> fresh = new ArrayList<>(items.size());
        places = new int[items.size()];
        placesFrom = asked.offset();
        for (int i = 0; i < items.size(); i++) {
            if (seen.known(i)) {
                pass(seen.index(i));
            } else if (i >= from && take(seen, i, first, asked)) {
                places[fresh.size()] = page.sentBefore(i + 1) - 1;
                fresh.add(items.get(i));
            }
        }
        delivered.trim();
        whole = whole && delivered.size() == delivered.added();
        if (delivered.lost()) {
            counter.doubt(
                    "more than " + delivered.size() + " rows came in before the walk's place: rows delivered before"
                            + " may come again; walk the list in parts");
        }
        counter.rows += fresh.size();
        return fresh.size() == items.size() ? items : fresh;
    }

    private void pass(long index) {
        if (delivered.frontier() == DeliveredRows.HEAD || delivered.before(delivered.frontier(), index)) {
            delivered.moveTo(index);
        }
    }

    private boolean take(SeenRows seen, int i, long first, PageRequest asked) {
        if (seen.nameless(i)) {
            boolean behind = i > seen.last();
            if (behind) {
                counter.doubt("rows without an id were delivered: a repeat of such a row cannot be told");
            }
            return behind;
        }
        if (delivered.index(seen.print(i)) >= first) {
            counter.repeats++;
            counter.doubt(
                    "the page at offset " + asked.offset() + " holds two rows with one id, of which only the first was"
                            + " delivered; the page's response has both");
            return false;
        }
        delivered.add(seen.print(i));
        unread.delivered(seen.print(i));
        return true;
    }

    /** Adds what is remembered to a checkpoint, as if of the rows delivered last only so many had been. */
    void save(WalkState.Builder into, List<T> batch, int read) {
        long limit = delivered.added();
        long frontier = delivered.frontier();
        long[] next = {};
        if (read < batch.size()) {
            into.position = placesFrom + places[read];
            next = batch.subList(read, batch.size()).stream()
                    .map(spec::idOf)
                    .filter(Objects::nonNull)
                    .mapToLong(DeliveredRows::print)
                    .toArray();
            limit -= next.length;
            frontier = next.length == 0 ? frontier : delivered.previous(limit);
        }
        into.unread = WalkState.Prints.of(unread.state(next));
        into.remember(delivered, frontier, limit, whole);
    }

    /** Which rows of a response were delivered before. */
    static final class SeenRows {

        private static final long UNKNOWN = -1;
        private static final long NAMELESS = -2;

        private final long[] prints;
        private final long[] indexes;
        private int lastNamed = -1;
        private int first = -1;
        private int last = -1;
        private boolean disordered;

        /** Looks up each row: all prints come first, so that the processor waits for many places of the table at a time. */
        <T> SeenRows(List<T> items, WalkSpec<T> spec, DeliveredRows delivered) {
            prints = new long[items.size()];
            indexes = new long[items.size()];
            for (int i = 0; i < prints.length; i++) {
                String name = spec.idOf(items.get(i));
                if (name == null) {
                    indexes[i] = NAMELESS;
                } else {
                    lastNamed = i;
                    prints[i] = DeliveredRows.print(name);
                }
            }
            for (int i = 0; i <= lastNamed; i++) {
                if (indexes[i] != NAMELESS) {
                    indexes[i] = delivered.index(prints[i]);
                }
            }
            for (int i = 0; i <= lastNamed; i++) {
                if (known(i)) {
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
}
