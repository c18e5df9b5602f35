package io.github.analytics4j.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Names what a run replaces as a whole: a partition's rows of one UTC day, those without a time, or all of them.
 *
 * @param partition the partition's name: the value that narrows the table, such as an agent's id
 * @param name a day as {@code 2026-11-24}, {@link #UNDATED} or {@link #WHOLE}
 */
record UnitKey(String partition, String name) implements Comparable<UnitKey> {
    static final String UNDATED = "undated";
    static final String WHOLE = "whole";

    private static final Comparator<UnitKey> ORDER =
            Comparator.comparing(UnitKey::partition).thenComparing(UnitKey::name);

    /** The unit of a row by its own time. */
    static UnitKey of(String partition, @Nullable Instant time) {
        return time == null
                ? new UnitKey(partition, UNDATED)
                : day(partition, time.atZone(ZoneOffset.UTC).toLocalDate());
    }

    static UnitKey day(String partition, LocalDate day) {
        return new UnitKey(partition, day.toString());
    }

    static UnitKey undated(String partition) {
        return new UnitKey(partition, UNDATED);
    }

    static UnitKey whole(String partition) {
        return new UnitKey(partition, WHOLE);
    }

    boolean isDay() {
        return !name.equals(UNDATED) && !name.equals(WHOLE);
    }

    /** The day of a unit that has one. */
    LocalDate day() {
        return LocalDate.parse(name);
    }

    @Override
    public int compareTo(UnitKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + "/" + name;
    }
}
