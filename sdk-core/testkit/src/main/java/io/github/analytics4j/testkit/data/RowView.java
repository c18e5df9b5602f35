package io.github.analytics4j.testkit.data;

import java.util.ArrayList;
import java.util.List;

/**
 * One state of a log: pieces of original rows and pieces of inserted ones, newest first. Immutable, so an answer never
 * shows half a change.
 */
public final class RowView {
    /** Consecutive keys; inserted rows share one time, original ones compute theirs. */
    record Piece(long firstKey, long rows, long insertedAt) {
        static final long ORIGINAL = Long.MIN_VALUE;

        Piece part(long from, long to) {
            return new Piece(firstKey + from, to - from, insertedAt);
        }
    }

    private final RowTimes times;
    private final Piece[] pieces;
    private final long[] starts;
    private final long size;

    RowView(RowTimes times, List<Piece> pieces) {
        this.times = times;
        this.pieces = pieces.toArray(new Piece[0]);
        this.starts = new long[this.pieces.length];
        long at = 0;
        for (int i = 0; i < this.pieces.length; i++) {
            starts[i] = at;
            at += this.pieces[i].rows();
        }
        this.size = at;
    }

    static RowView of(RowTimes times, long rows) {
        return new RowView(times, rows == 0 ? List.of() : List.of(new Piece(0, rows, Piece.ORIGINAL)));
    }

    public long size() {
        return size;
    }

    /** The number that a row keeps for good and that all its data come from. */
    public long key(long position) {
        int piece = piece(position);
        return pieces[piece].firstKey() + position - starts[piece];
    }

    public long time(long position) {
        int at = piece(position);
        Piece piece = pieces[at];
        return piece.insertedAt() == Piece.ORIGINAL
                ? times.at(piece.firstKey() + position - starts[at])
                : piece.insertedAt();
    }

    /** The first position whose row is older than this; the size if there is none. */
    public long firstBefore(long millis) {
        long low = 0;
        long high = size;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (time(middle) < millis) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    RowView inserted(long position, Piece piece) {
        List<Piece> changed = new ArrayList<>(cut(0, position));
        changed.add(piece);
        changed.addAll(cut(position, size));
        return new RowView(times, changed);
    }

    RowView deleted(long position, long rows) {
        List<Piece> changed = new ArrayList<>(cut(0, position));
        changed.addAll(cut(position + rows, size));
        return new RowView(times, changed);
    }

    private List<Piece> cut(long from, long to) {
        List<Piece> parts = new ArrayList<>();
        for (int i = 0; i < pieces.length; i++) {
            long start = Math.max(from, starts[i]);
            long end = Math.min(to, starts[i] + pieces[i].rows());
            if (start < end) {
                parts.add(pieces[i].part(start - starts[i], end - starts[i]));
            }
        }
        return parts;
    }

    private int piece(long position) {
        int low = 0;
        int high = pieces.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= position) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
