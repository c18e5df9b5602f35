package io.github.analytics4j.page;

import io.github.analytics4j.page.Frontier.Piece;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows a walk delivered, told by the fingerprints of their ids, in the order they have in the list.
 *
 * <p>That order is not the order of delivery: where rows came in before ones that were delivered, the newer ones lie
 * before the older ones. The <em>frontier</em> is the walk's place in it. Rows behind the frontier were delivered and may
 * come again; they are told apart as long as they are remembered.
 *
 * <p>Of two ids with one fingerprint (a chance of one in 2<sup>64</sup> for each pair) the second one is taken for a
 * repeat. A row that was in the list all along lies behind every row delivered, so its false double shows as a row in the
 * wrong place, which the walk reports.
 */
final class DeliveredRows {

    /** A million ids take 16 MB. */
    static final int DEFAULT_MEMORY = 1 << 20;

    /** Stands for the place before the first row. */
    static final long HEAD = -1;

    private static final int FIRST_CAPACITY = 1 << 8;
    private static final int ENOUGH_SIGNS = 4;
    private static final long GAP = 1L << 32;
    /** After so many pieces, the order of rows far behind the walk is given up: it only helps to notice contradictions. */
    private static final int MOST_PIECES = 4_096;

    /** Rows delivered one after the other that also follow each other in the list. */
    private static final class Piece {
        final long start;
        long end;
        long rank;

        Piece(long start, long end, long rank) {
            this.start = start;
            this.end = end;
            this.rank = rank;
        }
    }

    private final int memory;
    private final boolean readAhead;
    private long[] prints;
    /** Open addressing, at most half full: the slot in {@link #prints} plus one, 0 is free. */
    private int[] table;

    private long added;
    private int size;
    private long frontier = HEAD;
    /** Rows before this one were taken from a checkpoint whose order is not sure. */
    private long unsure;

    private boolean lost;
    /** Of which pieces a response had the rows in another order, though that was not sure. */
    private final Set<List<Long>> signs = new HashSet<>();

    private final TreeMap<Long, Piece> byStart = new TreeMap<>();
    private final TreeMap<Long, Piece> byRank = new TreeMap<>();
    private @Nullable Piece newest;

    DeliveredRows(int memory, boolean readAhead) {
        this.readAhead = readAhead;
        this.memory = Math.max(2, memory);
        this.prints = new long[Math.min(this.memory, FIRST_CAPACITY)];
        this.table = new int[tableSize(prints.length)];
    }

    private static int tableSize(int capacity) {
        return Integer.highestOneBit(Math.max(capacity, 2) * 2 - 1) << 1;
    }

    int size() {
        return size;
    }

    /** How many rows were ever added. */
    long added() {
        return added;
    }

    /** Whether a row that may come again was forgotten. */
    boolean lost() {
        return lost;
    }

    long frontier() {
        return frontier;
    }

    /** The last row in the list's order; -1 if there is none. */
    long lastInOrder() {
        return byRank.isEmpty() ? HEAD : byRank.lastEntry().getValue().end - 1;
    }

    boolean remembers(long index) {
        return index >= added - size;
    }

    /** The fingerprint of a row that is remembered. */
    long printOf(long index) {
        return prints[(int) (index % prints.length)];
    }

    /** Which row it is, counted in the order of delivery; -1 if it is not remembered. */
    long index(long print) {
        int slot = table[find(print)] - 1;
        return slot < 0 ? -1 : indexOf(slot);
    }

    private long indexOf(int slot) {
        int newestSlot = (int) ((added - 1) % prints.length);
        int back = newestSlot - slot;
        return added - 1 - (back < 0 ? back + prints.length : back);
    }

    /** Adds a row right behind the frontier, which moves behind it. The row must not be remembered yet. */
    long add(long print) {
        if (size == prints.length) {
            makeRoom();
        }
        int slot = (int) (added % prints.length);
        prints[slot] = print;
        table[find(print)] = slot + 1;
        size++;
        place(added);
        frontier = added;
        return added++;
    }

    private void place(long index) {
        if (newest != null && frontier == index - 1 && newest.end == index) {
            newest.end = index + 1;
            return;
        }
        Piece before = frontier < 0 ? null : piece(frontier);
        if (before != null && frontier + 1 < before.end) {
            Piece rest = new Piece(frontier + 1, before.end, rankAfter(before));
            before.end = frontier + 1;
            put(rest);
        }
        newest = new Piece(index, index + 1, rankAfter(before));
        put(newest);
    }

    private void put(Piece piece) {
        byStart.put(piece.start, piece);
        byRank.put(piece.rank, piece);
    }

    private long rankAfter(@Nullable Piece before) {
        Long next = before == null ? firstRank() : byRank.higherKey(before.rank);
        if (before == null) {
            return next == null ? 0 : next - GAP;
        }
        if (next == null) {
            return before.rank + GAP;
        }
        if (next - before.rank < 2) {
            renumber();
            return rankAfter(before);
        }
        return before.rank + (next - before.rank) / 2;
    }

    private @Nullable Long firstRank() {
        return byRank.isEmpty() ? null : byRank.firstKey();
    }

    private void renumber() {
        Piece[] pieces = byRank.values().toArray(new Piece[0]);
        byRank.clear();
        for (int i = 0; i < pieces.length; i++) {
            pieces[i].rank = i * GAP;
            byRank.put(pieces[i].rank, pieces[i]);
        }
    }

    private @Nullable Piece piece(long index) {
        Map.Entry<Long, Piece> entry = byStart.floorEntry(index);
        return entry == null || index >= entry.getValue().end ? null : entry.getValue();
    }

    /** Whether one row lies before another in the list; of rows whose order was given up, false. */
    boolean before(long one, long other) {
        if (one < 0 || other < 0 || byStart.size() == 1) {
            return one < other;
        }
        Piece first = piece(one);
        Piece second = piece(other);
        if (first == null || second == null) {
            return first == null && second != null;
        }
        return first == second ? one < other : first.rank < second.rank;
    }

    /**
     * Whether two rows that a response has in this order must have come in the other one. Where responses are read ahead, one
     * may be older than the one before it, so that the order is sure only among rows that followed each other all along;
     * elsewhere it takes a few such signs.
     */
    boolean contradicts(long upper, long lower) {
        if (upper == lower || !before(lower, upper)) {
            return upper == lower;
        }
        if (!sure(upper, lower)) {
            signs.add(List.of(startOf(upper), startOf(lower)));
            return signs.size() > ENOUGH_SIGNS;
        }
        return true;
    }

    private long startOf(long index) {
        Piece piece = piece(index);
        return index < unsure || piece == null ? index : piece.start;
    }

    /** Whether two rows surely lie in the list in the order in which they are remembered. */
    boolean sure(long one, long other) {
        boolean followed = !readAhead || (piece(one) != null && piece(one) == piece(other));
        return followed && Math.min(one, other) >= unsure;
    }

    /** Whether that holds for all rows. */
    boolean allSure() {
        return unsure == 0 && (!readAhead || byStart.size() <= 1);
    }

    /** The order of the rows added so far is not sure. */
    void notSure() {
        unsure = added;
    }

    /** Whether the row lies behind the frontier: it was delivered and may come again. */
    boolean ahead(long index) {
        return before(frontier, index);
    }

    /** Moves the frontier right behind a row. */
    void moveTo(long index) {
        frontier = index;
    }

    /** The row before this one in the list. */
    long previous(long index) {
        Piece piece = piece(index);
        if (piece == null || index > piece.start) {
            return Math.max(HEAD, index - 1);
        }
        Map.Entry<Long, Piece> lower = byRank.lowerEntry(piece.rank);
        return lower == null ? HEAD : lower.getValue().end - 1;
    }

    /** How many rows were delivered that lie behind this one and not behind the frontier. */
    long between(long index) {
        Piece from = piece(index);
        Piece to = piece(frontier);
        if (from == null || to == null || from == to) {
            return Math.max(0, frontier - index);
        }
        if (from.rank > to.rank) {
            return 0;
        }
        long count = from.end - 1 - index + frontier - to.start + 1;
        for (Piece piece : byRank.subMap(from.rank, false, to.rank, false).values()) {
            count += piece.end - piece.start;
        }
        return count;
    }

    /** The fingerprints of the last rows at or before a row in the list, of those delivered before a limit, in order. */
    long[] upTo(long index, long limit, int most) {
        long[] found = new long[Math.min(most, size)];
        int count = 0;
        Piece last = index < 0 ? null : piece(index);
        for (Piece piece = last; piece != null && count < found.length; piece = lower(piece)) {
            long end = Math.min(limit, piece == last ? index + 1 : piece.end);
            for (long i = end - 1; i >= Math.max(piece.start, added - size) && count < found.length; i--) {
                found[found.length - ++count] = prints[(int) (i % prints.length)];
            }
        }
        long[] exact = new long[count];
        System.arraycopy(found, found.length - count, exact, 0, count);
        return exact;
    }

    private @Nullable Piece lower(Piece piece) {
        Map.Entry<Long, Piece> lower = byRank.lowerEntry(piece.rank);
        return lower == null ? null : lower.getValue();
    }

    /** The fingerprints of the rows behind a row in the list, of those delivered before a limit, in order. */
    long[] behind(long index, long limit, int most) {
        long[] found = new long[Math.min(most, size)];
        int count = 0;
        Piece first = index < 0 ? null : piece(index);
        for (Piece piece : (first == null ? byRank : byRank.tailMap(first.rank, true)).values()) {
            long start = piece == first ? index + 1 : Math.max(piece.start, added - size);
            for (long i = start; i < Math.min(limit, piece.end) && count < found.length; i++) {
                found[count++] = prints[(int) (i % prints.length)];
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void makeRoom() {
        if (prints.length < memory) {
            grow();
            return;
        }
        long oldest = added - size;
        lost |= ahead(oldest);
        unlink((int) (oldest % prints.length));
        size--;
        Map.Entry<Long, Piece> first = byStart.firstEntry();
        if (first != null && first.getValue().end <= oldest + 1 && first.getValue() != newest) {
            drop(first.getValue());
        }
    }

    private void drop(Piece piece) {
        byStart.remove(piece.start);
        byRank.remove(piece.rank);
    }

    /** Gives up the order of rows far behind the walk's place, so that what is kept of it stays small. */
    void trim() {
        if (byStart.size() <= MOST_PIECES) {
            return;
        }
        Piece place = piece(frontier);
        while (place != null && byRank.size() > MOST_PIECES / 2 && byRank.firstKey() < place.rank) {
            Piece first = byRank.firstEntry().getValue();
            if (first == newest) {
                return;
            }
            drop(first);
        }
    }

    private void grow() {
        int capacity = (int) Math.min(memory, prints.length * 2L);
        long[] larger = new long[capacity];
        table = new int[tableSize(capacity)];
        long[] old = prints;
        prints = larger;
        for (long i = added - size; i < added; i++) {
            int slot = (int) (i % capacity);
            larger[slot] = old[(int) (i % old.length)];
            table[find(larger[slot])] = slot + 1;
        }
    }

    private void unlink(int slot) {
        int mask = table.length - 1;
        int hole = (int) prints[slot] & mask;
        while (table[hole] != slot + 1) {
            hole = (hole + 1) & mask;
        }
        // closes the gap, so that what was pushed behind it is still found
        for (int i = (hole + 1) & mask; table[i] != 0; i = (i + 1) & mask) {
            int home = (int) prints[table[i] - 1] & mask;
            if (((i - home) & mask) >= ((i - hole) & mask)) {
                table[hole] = table[i];
                hole = i;
            }
        }
        table[hole] = 0;
    }

    /** The place of the fingerprint in the table, or the free place where it belongs. */
    private int find(long print) {
        int mask = table.length - 1;
        int i = (int) print & mask;
        while (table[i] != 0 && prints[table[i] - 1] != print) {
            i = (i + 1) & mask;
        }
        return i;
    }

    /** The fingerprint of an id; checkpoints hold it, so it is the same in every version. */
    static long print(String id) {
        long hash = id.length() * 0xC2B2AE3D27D4EB4FL;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        hash = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
        return hash ^ (hash >>> 32);
    }
}
