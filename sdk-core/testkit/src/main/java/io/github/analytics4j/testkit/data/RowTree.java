package io.github.analytics4j.testkit.data;

import org.jspecify.annotations.Nullable;

/**
 * The rows of a log, newest first, as pieces of consecutive numbers in a balanced tree. Immutable: a change makes a new
 * tree that shares all but a path with the old one, so it is cheap however many there were before.
 */
final class RowTree {
    /** Receives rows in the order of the log. */
    interface Visitor {
        void row(long key, long time, @Nullable Object edit);
    }

    /**
     * Rows with falling numbers.
     *
     * @param first the number of the newest row
     * @param time the time of all of them, or {@link #COMPUTED}
     * @param edit what was changed about them after the fact
     */
    record Piece(long first, long rows, long time, @Nullable Object edit) {
        static final long COMPUTED = Long.MIN_VALUE;

        Piece part(long from, long to) {
            return from == 0 && to == rows ? this : new Piece(first - from, to - from, time, edit);
        }
    }

    /** A piece between the newer and the older ones; a node of greater chance stands above those of smaller. */
    private record Node(
            Piece piece, @Nullable Node newer, @Nullable Node older, long size) {
        Node(Piece piece, @Nullable Node newer, @Nullable Node older) {
            this(piece, newer, older, count(newer) + piece.rows() + count(older));
        }

        static Node of(Piece piece) {
            return new Node(piece, null, null);
        }

        long chance() {
            return Noise.mix(piece.first(), 0);
        }
    }

    private record Halves(@Nullable Node newer, @Nullable Node older) {}

    private final RowTimes times;
    private final @Nullable Node root;

    private RowTree(RowTimes times, @Nullable Node root) {
        this.times = times;
        this.root = root;
    }

    /** The original rows from a number on, down to another one. */
    static RowTree of(RowTimes times, long first, long last) {
        long rows = first - last + 1;
        return new RowTree(times, rows <= 0 ? null : Node.of(new Piece(first, rows, Piece.COMPUTED, null)));
    }

    long size() {
        return count(root);
    }

    RowTree inserted(long position, Piece piece) {
        Halves halves = split(root, position);
        return new RowTree(times, join(join(halves.newer(), Node.of(piece)), halves.older()));
    }

    RowTree deleted(long position, long rows) {
        Halves first = split(root, position);
        Halves second = split(first.older(), rows);
        return new RowTree(times, join(first.newer(), second.older()));
    }

    /** The first position whose row is older than this; the size if there is none. */
    long firstBefore(long millis) {
        long before = 0;
        Node node = root;
        while (node != null) {
            long start = before + count(node.newer());
            long inside = inside(node.piece(), millis);
            if (inside == node.piece().rows()) {
                before = start + inside;
                node = node.older();
            } else if (inside > 0) {
                return start + inside;
            } else {
                node = node.newer();
            }
        }
        return before;
    }

    /** How many rows at the newer end of a piece are not older than this. */
    private long inside(Piece piece, long millis) {
        if (piece.time() != Piece.COMPUTED) {
            return piece.time() < millis ? 0 : piece.rows();
        }
        long newerThanAll = piece.first() - times.firstFrom(millis) + 1;
        return Math.max(0, Math.min(piece.rows(), newerThanAll));
    }

    void scan(long from, long to, Visitor visitor) {
        scan(root, 0, from, to, visitor);
    }

    private void scan(@Nullable Node node, long before, long from, long to, Visitor visitor) {
        if (node == null || from >= before + node.size() || to <= before) {
            return;
        }
        scan(node.newer(), before, from, to, visitor);
        long start = before + count(node.newer());
        Piece piece = node.piece();
        long end = Math.min(piece.rows(), to - start);
        for (long i = Math.max(0, from - start); i < end; i++) {
            long key = piece.first() - i;
            visitor.row(key, piece.time() == Piece.COMPUTED ? times.at(key) : piece.time(), piece.edit());
        }
        scan(node.older(), start + piece.rows(), from, to, visitor);
    }

    private static long count(@Nullable Node node) {
        return node == null ? 0 : node.size();
    }

    /** The newest so many rows, and the others. */
    private static Halves split(@Nullable Node node, long position) {
        if (node == null) {
            return new Halves(null, null);
        }
        long newer = count(node.newer());
        Piece piece = node.piece();
        if (position <= newer) {
            Halves halves = split(node.newer(), position);
            return new Halves(halves.newer(), new Node(piece, halves.older(), node.older()));
        }
        if (position >= newer + piece.rows()) {
            Halves halves = split(node.older(), position - newer - piece.rows());
            return new Halves(new Node(piece, node.newer(), halves.newer()), halves.older());
        }
        Node first = new Node(piece.part(0, position - newer), node.newer(), null);
        Node second = Node.of(piece.part(position - newer, piece.rows()));
        return new Halves(first, join(second, node.older()));
    }

    private static @Nullable Node join(@Nullable Node newer, @Nullable Node older) {
        if (newer == null) {
            return older;
        }
        if (older == null) {
            return newer;
        }
        return newer.chance() >= older.chance()
                ? new Node(newer.piece(), newer.newer(), join(newer.older(), older))
                : new Node(older.piece(), join(newer, older.newer()), older.older());
    }
}
