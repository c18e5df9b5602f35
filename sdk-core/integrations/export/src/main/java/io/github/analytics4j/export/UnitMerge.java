package io.github.analytics4j.export;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Goes through a unit as it is stored and as it was read. */
final class UnitMerge {
    private UnitMerge() {}

    /** Takes the rows of a unit as they are stored and as they were read, by id. */
    interface Pair {
        void row(@Nullable StoredRow stored, @Nullable StoredRow read) throws IOException;
    }

    static void of(SinkSession session, UnitKey unit, LastOfEach all, Pair to) throws IOException {
        try (RowSorter stored = new RowSorter(SpoolEntry.BY_ID, session.work(), RowSorter.HELD)) {
            session.stored(unit, row -> stored.add(new SpoolEntry(unit.name(), row, 0)));
            try (LastOfEach old = new LastOfEach(stored.sorted().read())) {
                all.skipTo(unit.name());
                SpoolEntry read = all.nextOf(unit.name());
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
                    read = order >= 0 ? all.nextOf(unit.name()) : read;
                }
            }
        }
    }
}
