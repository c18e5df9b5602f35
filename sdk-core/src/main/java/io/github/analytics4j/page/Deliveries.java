package io.github.analytics4j.page;

import java.util.ArrayList;
import java.util.List;

/** Delivers the rows of answers, each once, and remembers them. */
final class Deliveries<T> {

    private final Rows<T> rows;
    private final Delivered delivered;
    private final Tally tally;
    /** Where the rows delivered last stood in their answer, and where that began. */
    private int[] places = {};

    private long placesFrom;
    /** Whether every row delivered so far is remembered. */
    private boolean whole;

    Deliveries(WalkSpec<T> spec, Tally tally, WalkOptions options) {
        this.rows = new Rows<>(spec);
        this.delivered =
                new Delivered(spec.memory == 0 ? Delivered.DEFAULT_MEMORY : spec.memory, options.prefetch() > 0);
        this.tally = tally;
        this.whole = options.from() == null || options.from().whole();
        if (options.from() != null) {
            options.from().restore(delivered);
        }
    }

    Rows<T> rows() {
        return rows;
    }

    Delivered delivered() {
        return delivered;
    }

    boolean whole() {
        return whole;
    }

    /** Looks up which rows of an answer were delivered before. */
    Seen look(List<T> items) {
        return new Seen(items, rows, delivered);
    }

    /**
     * How many rows were delivered that lie behind the last one of an answer that is known. None if the answer has the row at
     * the walk's place as well: where pages are read ahead, the order remembered may be that of an older answer.
     */
    long newer(Seen seen) {
        boolean here = !seen.disordered() && seen.has(delivered.frontier());
        return here ? 0 : delivered.between(seen.index(seen.last()));
    }

    /** Delivers what was never delivered, each row at its place in the list's order. */
    List<T> deliver(PageRequest asked, Page<T> page, Seen seen, int from) {
        List<T> items = page.items();
        if (!seen.unknown()) {
            delivered.moveTo(delivered.previous(seen.index(seen.first())));
        }
        if (seen.disordered()) {
            tally.doubt("rows came in another order at offset " + asked.offset() + " than before, or one of them twice:"
                    + " rows may be missing; narrow the request until one page holds it, or read it again later");
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
            tally.doubt("more than " + delivered.size() + " rows came in before the walk's place: rows delivered before"
                    + " may come again; walk the list in parts");
        }
        tally.rows += fresh.size();
        return fresh.size() == items.size() ? items : fresh;
    }

    private void pass(long index) {
        if (delivered.frontier() == Delivered.HEAD || delivered.before(delivered.frontier(), index)) {
            delivered.moveTo(index);
        }
    }

    private boolean take(Seen seen, int i, long first, PageRequest asked) {
        if (seen.nameless(i)) {
            boolean behind = i > seen.last();
            if (behind) {
                tally.doubt("rows without an id were delivered: a repeat of such a row cannot be told");
            }
            return behind;
        }
        if (delivered.index(seen.print(i)) >= first) {
            tally.repeats++;
            tally.doubt(
                    "the page at offset " + asked.offset() + " holds two rows with one id, of which only the first was"
                            + " delivered; the page's answer has both");
            return false;
        }
        delivered.add(seen.print(i));
        return true;
    }

    /** Adds what is remembered to a checkpoint, as if of the rows delivered last only so many had been. */
    void save(WalkState.Builder into, List<T> batch, int read) {
        long limit = delivered.added();
        long frontier = delivered.frontier();
        if (read < batch.size()) {
            into.position = placesFrom + places[read];
            long named = batch.subList(read, batch.size()).stream()
                    .filter(row -> rows.id(row) != null)
                    .count();
            limit -= named;
            frontier = named == 0 ? frontier : delivered.previous(limit);
        }
        into.remember(delivered, frontier, limit, whole);
    }
}
