package io.github.analytics4j.export;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings rows that a database sorted by time and id into the order of {@link StoredRow#ORDER}: a database knows times to the
 * microsecond, and compares texts by their bytes. Only rows of one microsecond are held.
 */
final class RowOrder {
    private final StoredRows.Receiver to;
    private final List<StoredRow> held = new ArrayList<>();
    private @Nullable Instant time;

    RowOrder(StoredRows.Receiver to) {
        this.to = to;
    }

    void row(StoredRow row) throws IOException {
        Instant next = row.time() == null ? null : row.time().truncatedTo(ChronoUnit.MICROS);
        if (next == null || !next.equals(time)) {
            end();
            time = next;
        }
        if (next == null) {
            to.row(row);
        } else {
            held.add(row);
        }
    }

    /** Hands over what is held. */
    void end() throws IOException {
        held.sort(StoredRow.ORDER);
        for (StoredRow each : held) {
            to.row(each);
        }
        held.clear();
    }
}
