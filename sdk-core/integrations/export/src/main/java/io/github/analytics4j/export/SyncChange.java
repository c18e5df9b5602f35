package io.github.analytics4j.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row that came, changed or went.
 *
 * @param table the table's name in the sink
 * @param partition the value that narrows the table, such as an agent's id
 * @param id tells the row from all others of its partition
 * @param kind what happened
 * @param values by column; a {@code String}, {@code Long}, {@code Double}, {@code BigDecimal}, {@code Boolean}, {@code LocalDate},
 *     {@code Instant}, JSON as a {@code String}, or null. Empty of a row that went
 */
public record SyncChange(String table, String partition, String id, Kind kind, Map<String, @Nullable Object> values) {

    /** The kinds of change of a row. */
    public enum Kind {
        /** The row is there with these values, whether it came, changed, or got another time. */
        PUT,
        /** The row is gone. */
        GONE
    }

    /** Copies the values. */
    public SyncChange {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static SyncChange of(SinkTable table, String partition, RowChanges.Op op, StoredRow row) {
        boolean put = op == RowChanges.Op.ADDED || op == RowChanges.Op.CHANGED;
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; put && i < table.columns().size(); i++) {
            values.put(table.columns().get(i).name(), row.values().get(i));
        }
        return new SyncChange(table.name(), partition, row.id(), put ? Kind.PUT : Kind.GONE, values);
    }

    /** Table, id and kind; values may be private. */
    @Override
    public String toString() {
        return "SyncChange[" + table + ", " + id + ", " + kind + "]";
    }
}
