package io.github.analytics4j.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Delivers the rows of responses, each once, and remembers them. */
final class Deliveries<T> {

    private final RowIds<T> ids;
    private final Delivered delivered;
    private final UnreadRows unread;
    private final WalkCounter counter;
    /** Where the rows delivered last stood in their response, and where that began. */
    private int[] places = {};

    private long placesFrom;
    /** Whether every row delivered so far is remembered. */
    private boolean whole;

    Deliveries(WalkSpec<T> spec, WalkCounter counter, WalkOptions options) {
        this.ids = new RowIds<>(spec);
        this.delivered =
                new Delivered(spec.memory == 0 ? Delivered.DEFAULT_MEMORY : spec.memory, options.prefetch() > 0);
        this.counter = counter;
        WalkState from = options.from();
        this.whole = from == null || from.whole();
        if (from != null) {
            from.restore(delivered);
        }
        this.unread = new UnreadRows(
                delivered, from == null ? new long[0] : from.unread().values());
    }

    RowIds<T> ids() {
        return ids;
    }

    Delivered delivered() {
        return delivered;
    }

    UnreadRows unread() {
        return unread;
    }

    boolean whole() {
        return whole;
    }

    /** Looks up which rows of a response were delivered before. */
    SeenRows look(List<T> items) {
        return new SeenRows(items, ids, delivered);
    }

    /**
     * How many rows were delivered that lie behind the last one of a response that is known. None if the response has the row at
     * the walk's place as well: where pages are read ahead, the order remembered may be that of an older response.
     */
    long newer(SeenRows seen) {
        boolean here = !seen.disordered() && seen.has(delivered.frontier());
        return here ? 0 : delivered.between(seen.index(seen.last()));
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
        if (delivered.frontier() == Delivered.HEAD || delivered.before(delivered.frontier(), index)) {
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
                    .map(ids::of)
                    .filter(Objects::nonNull)
                    .mapToLong(Delivered::print)
                    .toArray();
            limit -= next.length;
            frontier = next.length == 0 ? frontier : delivered.previous(limit);
        }
        into.unread = WalkState.Prints.of(unread.state(next));
        into.remember(delivered, frontier, limit, whole);
    }
}
