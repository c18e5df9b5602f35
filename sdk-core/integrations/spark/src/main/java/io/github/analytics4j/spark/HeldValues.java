package io.github.analytics4j.spark;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

final class HeldValues {
    static final int DIGITS = 38;
    static final int SCALE = 18;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private HeldValues() {}

    static @Nullable BigDecimal near(BigDecimal value) {
        long whole = (long) value.precision() - value.scale();
        if (whole > DIGITS - SCALE) {
            return value.signum() == 0 ? BigDecimal.ZERO : null;
        } else if (whole < -SCALE) {
            return BigDecimal.ZERO;
        }
        BigDecimal rounded = value.setScale(SCALE, RoundingMode.HALF_EVEN);
        return rounded.precision() > DIGITS ? null : rounded;
    }

    static @Nullable Instant near(Instant value) {
        return value.isBefore(EARLIEST) || value.isAfter(LATEST) ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    static @Nullable LocalDate near(LocalDate value) {
        return value.isBefore(FIRST) || value.isAfter(LAST) ? null : value;
    }

    static List<Column> bounded(Table table) {
        return table.columns().stream()
                .filter(each -> switch (each.type().kind()) {
                    case DECIMAL, DATE, TIMESTAMP -> true;
                    default -> false;
                })
                .toList();
    }

    static @Nullable String unexpected(Column column, List<Column> bounded, Object row) {
        StringJoiner members = new StringJoiner(",", "{", "}").setEmptyValue("");
        String known = (String) column.get(row);
        if (known != null) {
            JsonValue.parse(known)
                    .fields()
                    .forEach((path, value) -> members.add(JsonValue.ofText(path).json() + ":" + value.json()));
        }
        for (Column each : bounded) {
            String exact = exactIfNotHeld(each.get(row));
            if (exact != null) {
                members.add(JsonValue.ofText(each.path()).json() + ":" + exact);
            }
        }
        return members.length() == 0 ? null : members.toString();
    }

    private static @Nullable String exactIfNotHeld(@Nullable Object value) {
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
