package io.github.analytics4j.page;

import io.github.analytics4j.page.RowDelivery.SeenRows;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The rows that responses had and the user had not read when the walk was saved, in the list's order.
 *
 * <p>They lie behind the walk's place, so that each comes yet unless it was deleted. One that comes before a row that was
 * read, or in another order, changed its place. One that a response does not have where it should be is gone, or changed its
 * place too; so the walk looks there once more.
 */
final class UnreadRows {

    /** A checkpoint keeps so many, which is far more than a page has. */
    static final int MOST = 1 << 12;

    private static final int NONE = -2;
    private static final int READ = -1;

    private final DeliveredRows delivered;
    private final long[] prints;
    private final Map<Long, Integer> places = new HashMap<>();
    private final BitSet undelivered = new BitSet();
    /** Of these the ones that were not where they must be, and those that were not there when looked for once more. */
    private final BitSet lacking = new BitSet();

    private final BitSet gone = new BitSet();
    /** The ones that were not where they should be unless rows came in before them; whether to look for them. */
    private final BitSet late = new BitSet();

    private boolean seeking;
    private boolean looking;
    /** The last row in the list that was read before them. */
    private final long frontier;
    /** How many rows were read, and whether their order is sure. */
    private final long read;

    private final boolean ordered;
    /** Whether surely none of them lies behind these rows: where one does, the walk may go on behind it. */
    private final boolean last;

    /**
     * Begins a walk that was resumed.
     *
     * @param delivered has the rows that were read
     */
    UnreadRows(DeliveredRows delivered, long[] prints) {
        this.delivered = delivered;
        this.prints = prints;
        this.frontier = delivered.frontier();
        this.read = delivered.added();
        this.ordered = delivered.allSure();
        this.last = ordered && delivered.lastInOrder() == frontier;
        for (int i = 0; i < prints.length; i++) {
            if (delivered.index(prints[i]) < 0 && places.putIfAbsent(prints[i], i) == null) {
                undelivered.set(i);
            }
        }
    }

    /**
     * Takes the rows of a response.
     *
     * @param lacks takes the fingerprints of those that lack between others
     * @return whether they came in another order, or before a row that was read
     */
    boolean look(SeenRows seen, LongConsumer lacks) {
        if (undelivered.isEmpty()) {
            return false;
        }
        if (looking) {
            looking = false;
            gone.or(lacking);
            lacking.clear();
        }
        int upper = NONE;
        boolean strangers = false;
        BitSet between = new BitSet();
        for (int i = 0; i < seen.size(); i++) {
            int place = seen.nameless(i) ? NONE : place(seen, i);
            if (place == NONE) {
                strangers |= seen.stranger(i);
                continue;
            }
            if (upper >= 0 && place <= upper) {
                return true;
            }
            if (place >= 0 && upper != NONE) {
                between.set(upper + 1, place);
            }
            upper = Math.max(upper, place);
            strangers = false;
        }
        lack(between, lacks);
        if (upper != NONE && strangers) {
            late(upper + 1);
        }
        return false;
    }

    /** Which of these rows it is; else whether it was read before them. */
    private int place(SeenRows seen, int i) {
        Integer place = places.get(seen.print(i));
        if (place != null) {
            return place;
        }
        long index = seen.index(i);
        boolean before = ordered ? index < read && !delivered.before(frontier, index) : index == frontier;
        return seen.known(i) && before ? READ : NONE;
    }

    private void lack(BitSet rows, LongConsumer lacks) {
        rows.and(waiting());
        rows.stream().forEach(i -> lacks.accept(prints[i]));
        lacking.or(rows);
    }

    /** Others came where these rows should be, from one of them on. */
    private void late(int first) {
        BitSet rest = waiting();
        rest.clear(0, first);
        rest.andNot(late);
        seeking |= !rest.isEmpty();
        late.or(rest);
    }

    /** The rows that may come yet. */
    private BitSet waiting() {
        BitSet rows = new BitSet();
        rows.or(undelivered);
        rows.andNot(lacking);
        rows.andNot(gone);
        return rows;
    }

    /** The list ends: those that did not come lack, unless the walk may have gone on behind them. */
    void lackAtEnd(LongConsumer lacks) {
        late(0);
        if (last) {
            BitSet rest = waiting();
            rest.stream().forEach(i -> lacks.accept(prints[i]));
            gone.or(rest);
        }
    }

    /** Whether some are not where they should be, so that the next response should be about the place before. */
    boolean lacks() {
        return seeking || !lacking.isEmpty();
    }

    /** The next response is about that place. */
    void lookAgain() {
        looking = true;
        seeking = false;
    }

    /** The place of the first of them in a response; the given one if they are behind it or not there. */
    int firstUpTo(int most, SeenRows seen) {
        for (int i = 0; i < most && !undelivered.isEmpty(); i++) {
            Integer place = seen.nameless(i) ? null : places.get(seen.print(i));
            if (place != null && undelivered.get(place)) {
                return i;
            }
        }
        return most;
    }

    void delivered(long print) {
        Integer place = undelivered.isEmpty() ? null : places.get(print);
        if (place != null) {
            undelivered.clear(place);
            lacking.clear(place);
            gone.clear(place);
        }
    }

    /** The rows to come that a walk needs to know which goes on elsewhere; {@code next} are those of the last response. */
    long[] state(long[] next) {
        if (!last && next.length > 0) { // their order is not known
            return Arrays.copyOf(next, Math.min(next.length, MOST));
        }
        IntStream behind = waiting().stream();
        LongStream before = lacking.stream().mapToLong(i -> prints[i]);
        return Stream.of(before, LongStream.of(next), behind.mapToLong(i -> prints[i]))
                .flatMapToLong(rows -> rows)
                .limit(MOST)
                .toArray();
    }
}
