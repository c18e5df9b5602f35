package io.github.analytics4j.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it is stored.
 *
 * @param id tells it from all others of its partition
 * @param time its own time, which decides its unit; null where it has none
 * @param values in the order of {@link SinkTable#columns()}: a {@code String}, {@code Long}, {@code Double}, {@code BigDecimal}, {@code
 *     Boolean}, {@code LocalDate}, {@code Instant}, JSON as a {@code String}, or null
 * @param hash of the content without what changes by itself; 32 hex digits
 * @param changedAt when a run first saw it with this content
 * @param deletedAt when a run found it gone; null of a row that is there
 */
record StoredRow(
        String id,
        @Nullable Instant time,
        List<@Nullable Object> values,
        String hash,
        Instant changedAt,
        @Nullable Instant deletedAt) {
    /** By time, rows without one first, and then by id: the order in which a unit is stored. */
    static final Comparator<StoredRow> ORDER = Comparator.comparing(
                    StoredRow::time, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(StoredRow::id);

    private static final int DAY_LENGTH = 10;

    /** Values as a row has them. */
    static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    /** The time that a value of a time column stands for: a day, or a text that begins with one, for its start. */
    static @Nullable Instant timeOf(@Nullable Object value) {
        if (value instanceof LocalDate day) {
            return day.atStartOfDay(ZoneOffset.UTC).toInstant();
        } else if (value instanceof String text) {
            try {
                return timeOf(LocalDate.parse(text.substring(0, Math.min(DAY_LENGTH, text.length()))));
            } catch (DateTimeException e) {
                return null; // no day: the row has no time
            }
        }
        return (Instant) value;
    }

    StoredRow changedAt(Instant at) {
        return new StoredRow(id, time, values, hash, at, deletedAt);
    }

    StoredRow deletedAt(@Nullable Instant at) {
        return new StoredRow(id, time, values, hash, changedAt, at);
    }

    /** The time, and how many values there are; id and values may be private. */
    @Override
    public String toString() {
        return "StoredRow[" + time + ", " + values.size() + " values]";
    }
}
