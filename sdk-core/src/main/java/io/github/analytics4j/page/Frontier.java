package io.github.analytics4j.page;

import io.github.analytics4j.page.WindowRequests.TimeSlot;
import io.github.analytics4j.page.WindowResponse.Absent;
import io.github.analytics4j.page.WindowResponse.Timed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a window walk has come, and the pieces of the log that are known before their turn.
 *
 * <p>The rule that makes a walk by time safe is that of all walks: a response goes on where another ended if both hold
 * the same row, or the later one an older row. Each is a stretch of the log without a hole, whatever the server made of
 * the bounds it was sent, so both together are one too.
 */
final class Frontier<T> {

    /** Pieces kept before their turn; the latest are given up first, and asked for again. */
    private static final int MOST_PIECES = 64;

    private static final int MOST_ROWS = 1 << 15;
    /** Of so many, that many may be kept before more are asked for from the other end. */
    private static final double ROOMY = 0.3;

    private static final double CRAMMED = 0.9;

    private final RowStates<T> rows;
    /** The millisecond of the user's own start, or none. */
    final long origin;
    /** The last millisecond asked for, or none. */
    long end;

    /** The time of the newest row delivered; null before the first. */
    @Nullable
    Instant newest;
    /** The first millisecond not asked for, as the walk counts; the start is open before the oldest row was found. */
    long clear;

    /** The number of the response that showed that nothing lies between the newest row and there; of several, of the first. */
    private int read;

    private int joined;
    private final TreeMap<Long, Piece<T>> pieces = new TreeMap<>();

    Frontier(RowStates<T> rows, long origin, long end) {
        this.rows = rows;
        this.origin = origin;
        this.end = end;
        this.clear = origin;
    }

    long newestCell() {
        return newest == null ? TimeSlot.OPEN_START : newest.toEpochMilli();
    }

    /** Whether the walk stands behind the millisecond of the newest row; one that was resumed may stand in the middle of it. */
    boolean passed() {
        return newestCell() < clear;
    }

    /** The number of the response after which rows between the newest one and where the walk stands may have come in. */
    int read() {
        return read;
    }

    boolean startKnown() {
        return clear != TimeSlot.OPEN_START;
    }

    /** Whether the slot begins with the list itself, so that nothing can lie before it. */
    boolean startsList(TimeSlot slot) {
        return slot.first() <= origin;
    }

    /**
     * Whether a response goes on where the walk stands. In the middle of a millisecond, where a resumed walk may stand, its first row
     * may be one behind others that were not delivered, so that one that was must be there.
     */
    boolean reached(WindowResponse<T> response) {
        Instant earliest = response.earliest();
        if (newest == null || startsList(response.slot) || earliest == null) {
            return newest == null || startsList(response.slot);
        }
        long cell = earliest.toEpochMilli();
        boolean inside = cell == newestCell() && !passed();
        return cell <= newestCell()
                && (!inside || response.between(cell, cell).stream().anyMatch(rows::knows));
    }

    /** Whether two responses were seen to overlap. */
    boolean proven() {
        return joined > 0;
    }

    void proves() {
        joined++;
    }

    /** Whether more pieces can be kept, and the log be read from its newest rows back. */
    boolean roomy(int capacity) {
        return pieces.size() < ROOMY * most(capacity);
    }

    /** Whether another piece would soon push one out. */
    boolean crammed(int capacity) {
        return pieces.size() > CRAMMED * most(capacity);
    }

    private static int most(int capacity) {
        return Math.max(MOST_PIECES, MOST_ROWS / Math.max(1, capacity));
    }

    /** The rows that wait for their turn. */
    List<Timed<T>> kept() {
        return pieces.values().stream().flatMap(piece -> piece.rows().stream()).toList();
    }

    /** How many these are. */
    long keptRows() {
        return pieces.values().stream().mapToLong(piece -> piece.rows().size()).sum();
    }

    /** The last millisecond before the next known piece; its first row's, so that both overlap. */
    long gap() {
        if (pieces.isEmpty()) {
            return end;
        }
        Piece<T> next = pieces.firstEntry().getValue();
        Instant row = next.earliest();
        return Math.max(next.first() - 1, row == null ? next.first() - 1 : row.toEpochMilli());
    }

    /** Where a slot planned far ahead may begin at the earliest: behind all pieces known from there on; null if they reach the end. */
    @Nullable
    Long behindPieces(long first) {
        long behind = first;
        Map.Entry<Long, Piece<T>> known = pieces.floorEntry(behind);
        while (known != null && known.getValue().last() >= behind) {
            if (known.getValue().last() >= end) {
                return null;
            }
            behind = known.getValue().last() + 1;
            known = pieces.floorEntry(behind);
        }
        return behind;
    }

    /** Where a slot planned far ahead must end. */
    long beforePieces(long first) {
        Long next = pieces.higherKey(first);
        return next == null ? end : next - 1;
    }

    /** Delivers a piece that goes on where the walk stands. */
    void take(Piece<T> piece, List<T> out) {
        rows.deliver(piece.rows(), newest, out);
        List<Timed<T>> all = piece.rows();
        Instant last = all.isEmpty() ? newest : all.get(all.size() - 1).at();
        boolean further = last != null && (newest == null || last.isAfter(newest));
        newest = further ? last : newest;
        read = further ? piece.read() : Math.min(read, piece.read());
        if (piece.last() >= clear || !startKnown()) {
            clear = piece.last() >= end ? end : piece.last() + 1;
        }
    }

    /** Goes back to the millisecond of the newest row if a response to a slot that holds it has others of it. */
    void back(WindowResponse<T> response) {
        boolean asked = response.slot.first() <= newestCell();
        if (asked && !rows.unknown(response.between(newestCell(), newestCell())).isEmpty()) {
            clear = Math.min(clear, newestCell());
        }
    }

    /**
     * Keeps a piece until its turn.
     *
     * @return how many rows are kept that were not before; rows that come again are none of them, and those of a piece
     *     that is given up count against them
     */
    int keep(Piece<T> piece, int capacity) {
        int more = (int) piece.rows().stream().filter(row -> !keeps(row.cell())).count();
        Map.Entry<Long, Piece<T>> before = pieces.floorEntry(piece.first());
        Piece<T> known = before == null ? null : before.getValue();
        if (known != null && known.beginsWith(piece)) {
            pieces.remove(known.first());
            pieces.put(piece.first(), known.with(piece));
        } else {
            pieces.put(piece.first(), piece);
        }
        if (!piece.rows().isEmpty()) {
            rows.expect(piece.rows().subList(0, 1));
        }
        if (pieces.size() > most(capacity)) {
            more -= pieces.pollLastEntry().getValue().rows().size();
        }
        return more;
    }

    private boolean keeps(long cell) {
        Map.Entry<Long, Piece<T>> known = pieces.floorEntry(cell);
        return known != null && known.getValue().last() >= cell;
    }

    /**
     * Delivers the kept pieces that go on where the walk stands.
     *
     * @param sought whether the response just taken was asked for up to the first row of the next piece
     * @return whether the end was reached
     */
    boolean absorb(boolean sought, List<T> out) {
        boolean asked = sought;
        while (!pieces.isEmpty()) {
            Piece<T> next = pieces.firstEntry().getValue();
            Instant earliest = next.earliest();
            boolean adjacent = next.first() <= clear;
            boolean overlaps = earliest != null && earliest.toEpochMilli() <= Math.min(newestCell(), clear - 1);
            if (overlaps || (asked && adjacent)) {
                pieces.pollFirstEntry();
                joined += overlaps ? 1 : 0;
                Piece<T> whole = rows.completed(next);
                take(whole, out);
                asked = false;
                if (whole.last() >= end) {
                    return true;
                }
            } else if (next.last() < clear || (adjacent && earliest == null)) {
                pieces.pollFirstEntry();
            } else {
                return false;
            }
        }
        return false;
    }

    /**
     * A stretch of time whose rows one response holds completely.
     *
     * @param first its first millisecond
     * @param last its last millisecond
     * @param read the number of the response, or of the first of several
     * @param earliest the time of the oldest row in the response: a walk that has delivered that row can go on here; null if
     *     the response had no rows
     * @param rows the rows, oldest first
     */
    record Piece<T>(
            long first, long last, int read, @Nullable Instant earliest, List<Timed<T>> rows) {

        /** Whether another response has its first rows again, and all right before them. */
        boolean beginsWith(Piece<T> part) {
            return part.last <= last
                    && (part.first == first || (earliest != null && part.first <= earliest.toEpochMilli()));
        }

        /** With more rows of its stretch. */
        Piece<T> with(List<Timed<T>> more) {
            if (more.isEmpty()) {
                return this;
            }
            List<Timed<T>> all = new ArrayList<>(rows);
            all.addAll(more);
            all.sort(Comparator.comparing(Timed::at));
            return new Piece<>(first, last, read, earliest, all);
        }

        /** With the rows of that response, so that both show that nothing lies between them and the one right before. */
        Piece<T> with(Piece<T> part) {
            List<Timed<T>> all = new ArrayList<>(rows);
            part.rows.stream().filter(row -> !all.contains(row)).forEach(all::add);
            all.removeIf(row -> row.cell() < part.first);
            all.sort(Comparator.comparing(Timed::at));
            return new Piece<>(part.first, last, Math.min(read, part.read), Instant.ofEpochMilli(part.first - 1), all);
        }
    }

    /**
     * Writes down where a window walk stands: the millisecond of the newest row that was read, the ids of the rows read of it,
     * and those of rows that were read before their turn. All rows before that millisecond were read.
     */
    static final class Place<T> {

        private static final int TIMELESS_SAVED = 100;
        /** As good as the whole log; see the reader of checkpoints. */
        private static final long LONGEST_SAVED = 1_000_000_000_000_000L;

        private final RowStates<T> rows;
        private final Frontier<T> frontier;
        private final @Nullable Instant newestBefore;
        private final long clearBefore;

        /** The place before a response is used. */
        Place(RowStates<T> rows, Frontier<T> frontier) {
            this.rows = rows;
            this.frontier = frontier;
            this.newestBefore = frontier.newest;
            this.clearBefore = frontier.clear;
        }

        /**
         * Saves the place behind the first {@code read} rows of a batch; rows that were delivered before their turn do not move it.
         *
         * @param length the length of the next slot
         * @param missing rows that are being looked for, so that the place is not behind them
         * @param bound how far back the log was read from its end in search of its start; null if it was not
         */
        void save(
                WalkState.Builder into,
                List<T> batch,
                int read,
                double length,
                Collection<Absent> missing,
                @Nullable Long bound) {
            Instant newest = newestBefore;
            for (T row : batch.subList(0, read)) {
                Instant at = rows.timeOf(row);
                if (at != null && at.toEpochMilli() <= frontier.newestCell()) {
                    newest = newest == null || at.isAfter(newest) ? at : newest;
                }
            }
            Set<String> unread = new HashSet<>();
            for (T row : batch.subList(read, batch.size())) {
                unread.add(String.valueOf(rows.idOf(row)));
            }
            into.whole = false;
            long place = newest == null ? clearBefore : newest.toEpochMilli();
            for (Absent row : missing) {
                place = Math.min(place, rows.deliveredUpTo(row.cell()));
            }
            boolean open = place == TimeSlot.OPEN_START;
            long saved = !open ? place : bound == null ? 0 : bound;
            into.position = saved < -LONGEST_SAVED || saved > LONGEST_SAVED ? 0 : saved;
            into.span = open ? 0 : (long) Math.max(1, Math.min(length, LONGEST_SAVED));
            into.anchors = newest == null ? List.of() : without(unread, rows.delivered(place));
            Set<String> apart = new LinkedHashSet<>(rows.timeless(TIMELESS_SAVED));
            apart.addAll(rows.deliveredBehind(place));
            apart.removeAll(unread);
            into.missing = List.copyOf(apart);
            rows.saveInHand(into, place, frontier.end, unread, frontier.kept());
            if (!open) {
                rows.save(into, place, unread);
            }
        }

        private static List<String> without(Set<String> unread, List<String> names) {
            List<String> kept = new ArrayList<>(names);
            kept.removeAll(unread);
            return kept;
        }
    }
}
