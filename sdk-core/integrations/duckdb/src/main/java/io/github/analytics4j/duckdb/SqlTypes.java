package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.StoreLimits;
import java.time.Instant;
import org.duckdb.DuckDBColumnType;
import org.jspecify.annotations.Nullable;

/** Names, texts and types as the database has them, and which values its types can hold. */
final class SqlTypes {
    /**
     * The range of its columns: it keeps microseconds in a long, of which a year less on both sides keeps clear of its infinities, and days in
     * an int, of which it reads years of this range.
     */
    static final StoreLimits LIMITS = new StoreLimits(
            Instant.parse("-290307-01-01T00:00:00Z"), Instant.parse("+294246-01-01T00:00:00Z"), -290_000, 290_000);

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
    static String name(Column.Type type) {
        Column.Type.Kind element = type.element();
        return switch (type.kind()) {
            case LIST -> name(element) + "[]";
            case MAP -> "MAP(VARCHAR, " + name(element) + ")";
            default -> name(type.kind());
        };
    }

    private static String name(Column.Type.@Nullable Kind kind) {
        if (kind == null) {
            return "JSON";
        }
        return switch (kind) {
            case TEXT -> "VARCHAR";
            case DECIMAL -> "DECIMAL(" + StoreLimits.DIGITS + "," + StoreLimits.SCALE + ")";
            case TIMESTAMP -> "TIMESTAMPTZ";
            case JSON, LIST, MAP -> "JSON";
            default -> kind.name();
        };
    }

    /** The type in which a scan brings the values: the driver's table functions know neither lists nor JSON. */
    static DuckDBColumnType scanned(Column.Type type) {
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
    static String expression(Column.Type type, String scanned) {
        return switch (type.kind()) {
            case JSON -> scanned + "::JSON";
            case LIST -> "from_json(" + scanned + ", '[\"" + name(type.element()) + "\"]')";
            case MAP -> "from_json(" + scanned + ", '\"" + name(type) + "\"')";
            default -> scanned;
        };
    }
}
