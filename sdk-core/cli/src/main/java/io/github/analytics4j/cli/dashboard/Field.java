package io.github.analytics4j.cli.dashboard;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers as a chart shows it.
 *
 * @param label for people
 * @param measure what its numbers count
 * @param additive whether their sum means something
 * @param tone good, bad or neutral where a colour says so, else null
 * @param value reads the number of a row, in the measure's scale; null if there is none
 */
record Field(
        String label,
        Measure measure,
        boolean additive,
        @Nullable String tone,
        Function<Object, @Nullable Double> value) {

    /** A number of any Java type as a double; null for what is no finite number. */
    static @Nullable Double number(@Nullable Object value, double factor) {
        if (!(value instanceof Number number)) {
            return null;
        }
        double scaled = number.doubleValue() * factor;
        return Double.isFinite(scaled) ? scaled : null;
    }
}
