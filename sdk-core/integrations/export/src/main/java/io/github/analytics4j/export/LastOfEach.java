package io.github.analytics4j.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Entries sorted by unit and id, of those with the same id the one that was read last. */
final class LastOfEach implements AutoCloseable {
    private final RowSorter.Cursor from;
    private @Nullable SpoolEntry ahead;

    LastOfEach(RowSorter.Cursor from) throws IOException {
        this.from = from;
        this.ahead = from.next();
    }

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

    /** The next entry if it is of that unit; else null. */
    @Nullable
    SpoolEntry nextOf(String unit) throws IOException {
        return ahead != null && ahead.unit().equals(unit) ? next() : null;
    }

    /** Leaves out the entries of units before that one. */
    void skipTo(String unit) throws IOException {
        while (ahead != null && ahead.unit().compareTo(unit) < 0) {
            ahead = from.next();
        }
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}
