package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Column;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A filter of a query that was taken over from Spark.
 *
 * @param column the column's name
 * @param relation how its value stands to the values
 * @param values texts, numbers or truths; times as microseconds since 1970
 */
record RowTest(String column, Relation relation, List<Object> values) implements Serializable {

    /** The relations. */
    enum Relation {
        ONE_OF("in"),
        AT_LEAST(">="),
        MORE_THAN(">"),
        AT_MOST("<="),
        LESS_THAN("<");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }
    }

    /** Copies the list. */
    RowTest {
        values = List.copyOf(values);
    }

    /** Whether a row passes; one without a value does not. */
    boolean passes(Column own, Object row) {
        Object value = comparable(own.get(row));
        return switch (relation) {
            case ONE_OF -> value != null && values.contains(value);
            default -> value != null && ordered(value);
        };
    }

    private boolean ordered(Object value) {
        int order = compare(value, values.get(0));
        return switch (relation) {
            case AT_LEAST -> order >= 0;
            case MORE_THAN -> order > 0;
            case AT_MOST -> order <= 0;
            default -> order < 0;
        };
    }

    private static int compare(Object one, Object other) {
        return one instanceof Long left && other instanceof Long right
                ? left.compareTo(right)
                : Double.compare(((Number) one).doubleValue(), ((Number) other).doubleValue());
    }

    /** A value of the catalogue's as Spark sees it. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Instant time) {
            Instant held = SparkTypes.LIMITS.near(time);
            return held == null ? null : (Object) SparkTypes.micros(held);
        }
        return value;
    }

    /** As a plan shows it. */
    @Override
    public String toString() {
        boolean one = values.size() == 1;
        String sign = relation == Relation.ONE_OF && one ? "=" : relation.sign;
        return column + " " + sign + " " + (one ? values.get(0) : values);
    }
}
