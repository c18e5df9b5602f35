package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Column.Type.Kind;
import io.github.analytics4j.catalog.StoreLimits;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result of SQL as the writers take them: each an array of values, of the classes that the columns' types say, save
 * for days and times, which are texts.
 */
final class SqlRows {
    private static final Set<String> LONGS =
            Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");
    private static final Set<String> DECIMALS = Set.of("UBIGINT", "HUGEINT", "UHUGEINT", "BIGNUM", "DECIMAL");
    private static final Set<String> TIMES = Set.of("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS");
    private static final Set<String> NESTED = Set.of("JSON", "STRUCT", "TUPLE", "MAP", "UNION");

    /** Matches names in quotes and values of enumerations, or else a type, wherever it is nested, whose values the driver cannot all read. */
    private static final Pattern UNREADABLE = Pattern.compile(
            "\"[^\"]*\"|'[^']*'|\\b(TIME|TIME_NS|TIME WITH TIME ZONE|TIMESTAMP_S|BLOB|GEOMETRY)(?=[,)\\[]|$)");

    /** The times that the driver makes of the infinities: the outermost number that a type counts microseconds, nanoseconds or milliseconds with. */
    private static final Map<LocalDateTime, String> INFINITE_TIMES = Map.of(
            LocalDateTime.parse("+294247-01-10T04:00:54.775807"), "infinity",
            LocalDateTime.parse("-290308-12-21T19:59:05.224193"), "-infinity",
            LocalDateTime.parse("2262-04-11T23:47:16.854775807"), "infinity",
            LocalDateTime.parse("1677-09-21T00:12:43.145224193"), "-infinity",
            LocalDateTime.parse("+292278994-08-17T07:12:55.807"), "infinity",
            LocalDateTime.parse("-292275055-05-16T16:47:04.193"), "-infinity");

    private static final Map<LocalDate, String> INFINITE_DAYS = Map.of(
            LocalDate.ofEpochDay(Integer.MAX_VALUE), "infinity", LocalDate.ofEpochDay(-Integer.MAX_VALUE), "-infinity");

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

    /**
     * Makes a statement with the same rows in the same order, in which the database turns what the driver cannot read into what it
     * can, such as the time 24:00:00 into text. What else the statement does it does as before, once.
     *
     * @param meta of the statement's rows
     * @return null if the driver can read all
     */
    static @Nullable String readable(String statement, @Nullable ResultSetMetaData meta) throws SQLException {
        StringJoiner names = new StringJoiner(", ", "with \"a4j rows\"(", ") as not materialized (\n");
        StringJoiner values = new StringJoiner(", ");
        boolean any = false;
        for (int i = 1; meta != null && i <= meta.getColumnCount(); i++) {
            String type = meta.getColumnTypeName(i);
            String other = UNREADABLE
                    .matcher(type)
                    .replaceAll(found -> found.group(1) == null
                            ? Matcher.quoteReplacement(found.group())
                            : found.group(1).equals("TIMESTAMP_S") ? "TIMESTAMP" : "VARCHAR");
            any |= !other.equals(type);
            names.add("c" + i);
            values.add((other.equals(type) ? "c" + i : "cast(c" + i + " as " + other + ")") + " as \""
                    + meta.getColumnLabel(i).replace("\"", "\"\"") + '"');
        }
        return any ? names + statement + "\n) select " + values + " from \"a4j rows\"" : null;
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
        } else if (raw instanceof OffsetDateTime) { // its offset is wrong where the clocks of this machine change
            return text(Instant.EPOCH
                    .plus(result.getLong(at + 1), ChronoUnit.MICROS)
                    .atOffset(ZoneOffset.UTC));
        }
        return switch (columns.get(at).type().kind()) {
            case BIGINT -> ((Number) raw).longValue();
            case DECIMAL -> plain(raw);
            case DOUBLE -> Double.valueOf(raw.toString()); // of a float, the digits that it shows
            case JSON -> json(raw);
            case DATE, TIMESTAMP, TEXT -> text(raw);
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
            String infinity = INFINITE_TIMES.get(time);
            String written =
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time); // with its seconds, also where they are 0
            return infinity == null ? written : infinity;
        } else if (value instanceof Timestamp time) {
            return text(local(time));
        } else if (value instanceof LocalDate day) {
            return INFINITE_DAYS.getOrDefault(day, day.toString());
        } else if (value instanceof OffsetDateTime time) {
            Instant instant = time.toInstant();
            String infinity = INFINITE_TIMES.get(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
            return infinity == null ? instant.toString() : infinity;
        }
        return value.toString();
    }

    /** The class that the driver has for nested times forgets the era. */
    private static LocalDateTime local(Timestamp nested) {
        LocalDateTime time = nested.toLocalDateTime();
        GregorianCalendar calendar = new GregorianCalendar();
        calendar.setTime(nested);
        return calendar.get(Calendar.ERA) == GregorianCalendar.BC ? time.withYear(1 - time.getYear()) : time;
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
                Cells.quote(out.append(before), text(each.getKey()));
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
