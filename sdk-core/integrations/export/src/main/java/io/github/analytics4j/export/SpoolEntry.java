package io.github.analytics4j.export;

import java.util.Comparator;

/**
 * A row on its way from a walk to a unit.
 *
 * @param unit the unit's name within its partition
 * @param row the row
 * @param number counts the rows in the order they were read
 */
record SpoolEntry(String unit, StoredRow row, long number) {
    /** By unit, and then by id: what {@link RepeatFilter} reads. */
    static final Comparator<SpoolEntry> BY_ID = Comparator.comparing(SpoolEntry::unit)
            .thenComparing(each -> each.row().id())
            .thenComparingLong(SpoolEntry::number);

    /** As a unit is stored. */
    static final Comparator<SpoolEntry> AS_STORED = Comparator.comparing(SpoolEntry::unit)
            .thenComparing(SpoolEntry::row, StoredRow.ORDER)
            .thenComparingLong(SpoolEntry::number);

    /** About how many bytes of heap it holds, where texts are of one byte a character. */
    long weight() {
        long weight = 400;
        for (Object value : row.values()) {
            weight += value instanceof String text ? 56 + text.length() : 24;
        }
        return weight;
    }
}
