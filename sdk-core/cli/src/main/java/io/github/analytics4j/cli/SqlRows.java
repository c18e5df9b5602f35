package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Column.Type.Kind;
import io.github.analytics4j.catalog.StoreLimits;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/** The rows of a result of SQL as the writers take them: each an array of values, of the classes that the columns' types say. */
final class SqlRows {
    private static final Set<String> LONGS =
            Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");
    private static final Set<String> DECIMALS = Set.of("UBIGINT", "HUGEINT", "UHUGEINT", "BIGNUM", "DECIMAL");
    private static final Set<String> TIMES = Set.of("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS");
    private static final Set<String> NESTED = Set.of("JSON", "STRUCT", "MAP", "UNION");

    private final ResultSet result;
    private final String[] types;
    private final List<OutputColumn> columns = new ArrayList<>();

    SqlRows(ResultSet result) throws SQLException {
        this.result = result;
        ResultSetMetaData meta = result.getMetaData();
        this.types = new String[meta.getColumnCount()];
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < types.length; i++) {
            types[i] = base(meta.getColumnTypeName(i + 1));
            int at = i;
            columns.add(new OutputColumn(
                    free(meta.getColumnLabel(i + 1), taken),
                    new Column.Type(kind(types[i]), null),
                    row -> ((@Nullable Object[]) row)[at]));
        }
    }

    /** {@code DECIMAL} of {@code DECIMAL(38,18)}; a list keeps its brackets. */
    private static String base(String type) {
        int open = type.indexOf('(');
        return type.endsWith("]") ? "[]" : open < 0 ? type : type.substring(0, open);
    }

    /** JSON and CSV tell columns apart by their names alone. */
    private static String free(String label, Set<String> taken) {
        String name = label;
        for (int number = 1; !taken.add(name); number++) {
            name = label + "_" + number;
        }
        return name;
    }

    private static Kind kind(String type) {
        if (LONGS.contains(type)) {
            return Kind.BIGINT;
        } else if (DECIMALS.contains(type)) {
            return Kind.DECIMAL;
        } else if (NESTED.contains(type) || type.equals("[]")) {
            return Kind.JSON;
        }
        return switch (type) {
            case "FLOAT", "DOUBLE" -> Kind.DOUBLE;
            case "BOOLEAN" -> Kind.BOOLEAN;
            case "DATE" -> Kind.DATE;
            case "TIMESTAMP WITH TIME ZONE" -> Kind.TIMESTAMP;
            default -> Kind.TEXT;
        };
    }

    List<OutputColumn> columns() {
        return List.copyOf(columns);
    }

    boolean next() throws SQLException {
        return result.next();
    }

    /** The values of the row at hand. */
    @Nullable
    Object[] row() throws SQLException {
        @Nullable Object[] row = new @Nullable Object[types.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = value(i);
        }
        return row;
    }

    private @Nullable Object value(int at) throws SQLException {
        String type = types[at];
        Object raw = TIMES.contains(type)
                ? result.getObject(at + 1, LocalDateTime.class) // the driver's own class is in the zone of this machine
                : result.getObject(at + 1);
        if (raw == null) {
            return null;
        }
        return switch (columns.get(at).type().kind()) {
            case BIGINT -> ((Number) raw).longValue();
            case DECIMAL -> plain(raw);
            case DOUBLE -> Double.valueOf(raw.toString()); // of a float, the digits that it shows
            case JSON -> json(raw);
            case TIMESTAMP -> ((OffsetDateTime) raw).toInstant();
            case TEXT -> raw instanceof Blob ? result.getString(at + 1) : text(raw);
            default -> raw;
        };
    }

    /**
     * With all digits of its type, as DuckDB's own shell shows it: 1.50. The tables' amounts, and what is computed from them, are
     * shown without zeros at the end: their type has 18 digits behind the point or more, whatever the vendor wrote.
     */
    private static BigDecimal plain(Object number) {
        BigDecimal value = new BigDecimal(number.toString());
        return value.scale() < StoreLimits.SCALE ? value : value.signum() == 0 ? BigDecimal.ZERO : shortened(value);
    }

    private static BigDecimal shortened(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String text(Object value) {
        if (value instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time); // with its seconds, also where they are 0
        } else if (value instanceof Timestamp time) {
            return text(time.toLocalDateTime());
        }
        return value instanceof OffsetDateTime time ? time.toInstant().toString() : value.toString();
    }

    private static String json(@Nullable Object value) throws SQLException {
        StringBuilder json = new StringBuilder();
        json(json, value);
        return json.toString();
    }

    private static void json(StringBuilder out, @Nullable Object value) throws SQLException {
        if (value == null || value instanceof Boolean || value instanceof JsonNode) {
            out.append(value);
        } else if (value instanceof Array list) {
            char before = '[';
            for (Object each : (Object[]) list.getArray()) {
                json(out.append(before), each);
                before = ',';
            }
            out.append(before == '[' ? "[]" : "]");
        } else if (value instanceof DuckDBStruct struct) {
            json(out, struct.getMap());
        } else if (value instanceof Map<?, ?> map) {
            char before = '{';
            for (Map.Entry<?, ?> each : map.entrySet()) {
                Cells.quote(out.append(before), text(String.valueOf(each.getKey())));
                json(out.append(':'), each.getValue());
                before = ',';
            }
            out.append(before == '{' ? "{}" : "}");
        } else if (value instanceof Double || value instanceof Float) {
            Cells.json(out, new Column.Type(Kind.DOUBLE, null), Double.valueOf(value.toString()));
        } else if (value instanceof BigDecimal number) {
            out.append(plain(number).toPlainString());
        } else if (value instanceof Number) {
            out.append(value);
        } else {
            Cells.quote(out, text(value));
        }
    }
}
