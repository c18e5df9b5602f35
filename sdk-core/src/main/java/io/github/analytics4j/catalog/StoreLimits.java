package io.github.analytics4j.catalog;

import io.github.analytics4j.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values that a store's types can hold: decimals of {@link #DIGITS} digits, and times of a range to the microsecond.
 * Of any other value the nearest one is stored, or none, and the exact one among what the vendor does not document, so
 * that none is lost. Immutable.
 */
public final class StoreLimits {
    /** The digits of a decimal. */
    public static final int DIGITS = 38;

    /** The digits behind its point: a money amount that was a double has up to 17 of them. */
    public static final int SCALE = 18;

    private final Instant earliest;
    private final Instant latest;
    private final int firstYear;
    private final int lastYear;

    /**
     * Limits of a store.
     *
     * @param earliest the first point in time that it can hold
     * @param latest the last one
     * @param firstYear the year of the first day that it can hold
     * @param lastYear the year of the last one
     */
    public StoreLimits(Instant earliest, Instant latest, int firstYear, int lastYear) {
        this.earliest = earliest;
        this.latest = latest;
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /**
     * {@return the number as the store can hold it, rounded where it has more digits; null if it is too large}
     *
     * @param value of any size
     */
    public static @Nullable BigDecimal near(BigDecimal value) {
        long whole = (long) value.precision() - value.scale();
        if (whole > DIGITS - SCALE) {
            return value.signum() == 0 ? BigDecimal.ZERO : null;
        } else if (whole < -SCALE) { // setScale would first make a number as long as the exponent says
            return BigDecimal.ZERO;
        }
        BigDecimal rounded = value.setScale(SCALE, RoundingMode.HALF_EVEN);
        return rounded.precision() > DIGITS ? null : rounded;
    }

    /**
     * {@return the time to the microsecond; null if it is out of the range}
     *
     * @param value of any precision
     */
    public @Nullable Instant near(Instant value) {
        return value.isBefore(earliest) || value.isAfter(latest) ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * {@return the day; null if it is out of the range}
     *
     * @param value of any year
     */
    public @Nullable LocalDate near(LocalDate value) {
        return value.getYear() < firstYear || value.getYear() > lastYear ? null : value;
    }

    /**
     * {@return what reads the last column of a row, for what the vendor does not document, with the exact values of those
     * that the store cannot hold, as a JSON object by path; null where there is neither}
     *
     * @param table whose rows are read
     */
    public Function<Object, @Nullable String> unexpected(Table table) {
        List<Column> all = table.columns();
        Column last = all.get(all.size() - 1);
        List<Column> bounded = all.stream().filter(StoreLimits::isBounded).toList();
        return row -> unexpected(last, bounded, row);
    }

    private static boolean isBounded(Column column) {
        return switch (column.type().kind()) {
            case DECIMAL, DATE, TIMESTAMP -> true;
            default -> false;
        };
    }

    private @Nullable String unexpected(Column last, List<Column> bounded, Object row) {
        StringJoiner members = new StringJoiner(",", "{", "}").setEmptyValue("");
        Object text = last.get(row);
        Map<String, JsonValue> known =
                text == null ? Map.of() : JsonValue.parse((String) text).fields();
        known.forEach((path, value) -> members.add(quoted(path) + ":" + value.json()));
        for (Column each : bounded) {
            String exact = exactIfNotHeld(each.get(row));
            if (exact != null && !known.containsKey(each.path())) {
                members.add(quoted(each.path()) + ":" + exact);
            }
        }
        return members.length() == 0 ? null : members.toString();
    }

    private static String quoted(String text) {
        return JsonValue.ofText(text).json();
    }

    private @Nullable String exactIfNotHeld(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            BigDecimal held = near(number);
            return held == null || held.compareTo(number) != 0 ? number.toString() : null;
        } else if (value instanceof Instant time) {
            return time.equals(near(time)) ? null : "\"" + time + "\"";
        } else if (value instanceof LocalDate day) {
            return day.equals(near(day)) ? null : "\"" + day + "\"";
        }
        return null;
    }
}
