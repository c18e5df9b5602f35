package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.duckdb.DuckDBColumnType;
import org.jspecify.annotations.Nullable;

/** Names, texts and types as the database has them, and which values its types can hold. */
final class SqlTypes {
    /** The digits of a DECIMAL behind the point: a money amount that was a double has up to 17 of them. */
    private static final int SCALE = 18;

    private static final int DIGITS = 38;

    /** The database keeps microseconds in a long; a year less on both sides keeps clear of its infinities. */
    private static final Instant EARLIEST = Instant.parse("-290307-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("+294246-01-01T00:00:00Z");

    /** It keeps days in an int, and reads years of this range. */
    private static final int MOST_YEARS = 290_000;

    private SqlTypes() {}

    /** A name as SQL has it, whatever word it is. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as SQL has it. */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The type that users see: {@code VARCHAR[]}, {@code DECIMAL(38,18)}. */
    static String name(ColumnType type) {
        ColumnType.Kind element = type.element();
        return switch (type.kind()) {
            case LIST -> name(element) + "[]";
            case MAP -> "MAP(VARCHAR, " + name(element) + ")";
            default -> name(type.kind());
        };
    }

    private static String name(ColumnType.@Nullable Kind kind) {
        if (kind == null) {
            return "JSON";
        }
        return switch (kind) {
            case TEXT -> "VARCHAR";
            case DECIMAL -> "DECIMAL(" + DIGITS + "," + SCALE + ")";
            case TIMESTAMP -> "TIMESTAMPTZ";
            case JSON, LIST, MAP -> "JSON";
            default -> kind.name();
        };
    }

    /** The type in which a scan brings the values: the driver's table functions know neither lists nor JSON. */
    static DuckDBColumnType scanned(ColumnType type) {
        return switch (type.kind()) {
            case BIGINT -> DuckDBColumnType.BIGINT;
            case DOUBLE -> DuckDBColumnType.DOUBLE;
            case DECIMAL -> DuckDBColumnType.DECIMAL;
            case BOOLEAN -> DuckDBColumnType.BOOLEAN;
            case DATE -> DuckDBColumnType.DATE;
            case TIMESTAMP -> DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE;
            case TEXT, JSON, LIST, MAP -> DuckDBColumnType.VARCHAR;
        };
    }

    /** The expression that makes the users' type of what a scan brings. */
    static String expression(ColumnType type, String scanned) {
        return switch (type.kind()) {
            case JSON -> scanned + "::JSON";
            case LIST -> "from_json(" + scanned + ", '[\"" + name(type.element()) + "\"]')";
            case MAP -> "from_json(" + scanned + ", '\"" + name(type) + "\"')";
            default -> scanned;
        };
    }

    /** The value as a column can hold it, rounded where it has more digits; null if it is too large. */
    static @Nullable BigDecimal held(BigDecimal value) {
        long whole = (long) value.precision() - value.scale();
        if (whole > DIGITS - SCALE) {
            return value.signum() == 0 ? BigDecimal.ZERO : null;
        } else if (whole < -SCALE) { // setScale would first make a number as long as the exponent says
            return BigDecimal.ZERO;
        }
        BigDecimal rounded = value.setScale(SCALE, RoundingMode.HALF_EVEN);
        return rounded.precision() > DIGITS ? null : rounded;
    }

    /** The time to the microsecond; null if it is beyond what a column can hold. */
    static @Nullable Instant held(Instant value) {
        return value.isBefore(EARLIEST) || value.isAfter(LATEST) ? null : value.truncatedTo(ChronoUnit.MICROS);
    }

    /** The day; null if it is beyond what a column can hold. */
    static @Nullable LocalDate held(LocalDate value) {
        return Math.abs(value.getYear()) > MOST_YEARS ? null : value;
    }
}
