package io.github.analytics4j.testkit.data;

import org.jspecify.annotations.Nullable;

/**
 * One state of a log: pieces of original rows and pieces of inserted ones, newest first. Immutable, so an answer never
 * shows half a change. The pieces are the nodes of a search tree whose shape comes from their keys' chance (a treap): a
 * change costs as many new nodes as the tree is deep, and shares all others with the state before it.
 */
public final class RowView {
    /** Consecutive keys; inserted rows share one time, original ones compute theirs. */
    record Piece(long firstKey, long rows, long insertedAt) {
        static final long ORIGINAL = Long.MIN_VALUE;

        Piece part(long from, long to) {
            return new Piece(firstKey + from, to - from, insertedAt);
        }
    }

    /** A piece with what stands before it and after it; nodes of greater chance stand above those of smaller. */
    private static final class Node {
        final Piece piece;
        final @Nullable Node before;
        final @Nullable Node after;
        final long size;
        final long chance;

        Node(Piece piece, @Nullable Node before, @Nullable Node after) {
            this.piece = piece;
            this.before = before;
            this.after = after;
            this.size = rows(before) + piece.rows() + rows(after);
            this.chance = Noise.mix(piece.firstKey(), 0);
        }
    }

    private record Halves(@Nullable Node before, @Nullable Node after) {}

    private final RowTimes times;
    private final @Nullable Node root;

    private RowView(RowTimes times, @Nullable Node root) {
        this.times = times;
        this.root = root;
    }

    static RowView of(RowTimes times, long rows) {
        return new RowView(times, leaf(new Piece(0, rows, Piece.ORIGINAL)));
    }

    public long size() {
        return rows(root);
    }

    /** The number that a row keeps for good and that all its data come from. */
    public long key(long position) {
        long within = position;
        Node node = root;
        while (node != null) {
            long start = rows(node.before);
            if (within < start) {
                node = node.before;
            } else if (within < start + node.piece.rows()) {
                return node.piece.firstKey() + within - start;
            } else {
                within -= start + node.piece.rows();
                node = node.after;
            }
        }
        throw new IndexOutOfBoundsException("there is no row " + position + " in a log of " + size());
    }

    public long time(long position) {
        long within = position;
        Node node = root;
        while (node != null) {
            long start = rows(node.before);
            if (within < start) {
                node = node.before;
            } else if (within < start + node.piece.rows()) {
                return time(node.piece, within - start);
            } else {
                within -= start + node.piece.rows();
                node = node.after;
            }
        }
        throw new IndexOutOfBoundsException("there is no row " + position + " in a log of " + size());
    }

    private long time(Piece piece, long within) {
        return piece.insertedAt() == Piece.ORIGINAL ? times.at(piece.firstKey() + within) : piece.insertedAt();
    }

    /** The first position whose row is older than this; the size if there is none. */
    public long firstBefore(long millis) {
        long low = 0;
        long high = size();
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
        Halves halves = split(root, position);
        return new RowView(times, joined(joined(halves.before(), leaf(piece)), halves.after()));
    }

    RowView deleted(long position, long rows) {
        Halves kept = split(root, position);
        return new RowView(
                times, joined(kept.before(), split(kept.after(), rows).after()));
    }

    private static long rows(@Nullable Node node) {
        return node == null ? 0 : node.size;
    }

    private static @Nullable Node leaf(Piece piece) {
        return piece.rows() == 0 ? null : new Node(piece, null, null);
    }

    /** The first so many rows, and the rest; a piece that stands across the line is cut in two. */
    private static Halves split(@Nullable Node node, long rows) {
        if (node == null) {
            return new Halves(null, null);
        }
        long start = rows(node.before);
        long within = rows - start;
        if (within <= 0) {
            Halves halves = split(node.before, rows);
            return new Halves(halves.before(), new Node(node.piece, halves.after(), node.after));
        }
        if (within >= node.piece.rows()) {
            Halves halves = split(node.after, within - node.piece.rows());
            return new Halves(new Node(node.piece, node.before, halves.before()), halves.after());
        }
        Node first = new Node(node.piece.part(0, within), node.before, null);
        Node second = leaf(node.piece.part(within, node.piece.rows()));
        return new Halves(first, joined(second, node.after));
    }

    private static @Nullable Node joined(@Nullable Node before, @Nullable Node after) {
        if (before == null || after == null) {
            return before == null ? after : before;
        }
        return before.chance >= after.chance
                ? new Node(before.piece, before.before, joined(before.after, after))
                : new Node(after.piece, joined(before, after.before), after.after);
    }
}
