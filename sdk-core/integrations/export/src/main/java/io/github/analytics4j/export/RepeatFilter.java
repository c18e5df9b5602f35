package io.github.analytics4j.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads entries that are sorted by unit and id, and of those with the same id only the one that was read last. */
final class RepeatFilter implements AutoCloseable {
    private final RowSorter.Cursor from;
    private @Nullable SpoolEntry ahead;

    RepeatFilter(RowSorter.Cursor from) throws IOException {
        this.from = from;
        this.ahead = from.next();
    }

    /** Takes a row of a unit as it is stored and as it was read; one of the two may be null. */
    interface Pair {
        void row(@Nullable StoredRow stored, @Nullable StoredRow read) throws IOException;
    }

    /** The next entry; null behind the last one. */
    @Nullable
    SpoolEntry next() throws IOException {
        SpoolEntry last = ahead;
        ahead = last == null ? null : from.next();
        while (last != null
                && ahead != null
                && ahead.unit().equals(last.unit())
                && ahead.row().id().equals(last.row().id())) {
            last = ahead;
            ahead = from.next();
        }
        return last;
    }

    /**
     * Goes through a unit as it is stored and as it was read; units are gone through in their order.
     *
     * @param known whether the state has the unit; a place is not asked for another one
     */
    void merge(SinkSession session, UnitKey unit, boolean known, Pair to) throws IOException {
        try (RowSorter stored = new RowSorter(SpoolEntry.BY_ID, session.work(), RowSorter.HELD)) {
            if (known) {
                session.stored(unit, row -> stored.add(new SpoolEntry(unit.name(), row, 0)));
            }
            try (RepeatFilter old = new RepeatFilter(stored.sorted().read())) {
                skipTo(unit.name());
                SpoolEntry read = nextOf(unit.name());
                SpoolEntry kept = old.next();
                while (read != null || kept != null) {
                    int order = read == null
                            ? -1
                            : kept == null
                                    ? 1
                                    : kept.row().id().compareTo(read.row().id());
                    to.row(
                            kept != null && order <= 0 ? kept.row() : null,
                            read != null && order >= 0 ? read.row() : null);
                    kept = order <= 0 ? old.next() : kept;
                    read = order >= 0 ? nextOf(unit.name()) : read;
                }
            }
        }
    }

    /** The next entry if it is of that unit; else null. */
    private @Nullable SpoolEntry nextOf(String unit) throws IOException {
        return ahead != null && ahead.unit().equals(unit) ? next() : null;
    }

    /** Leaves out the entries of units before that one. */
    private void skipTo(String unit) throws IOException {
        while (ahead != null && ahead.unit().compareTo(unit) < 0) {
            ahead = from.next();
        }
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
