package io.github.analytics4j.duckdb;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.StoreLimits;
import io.github.analytics4j.catalog.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Writes the values that rows have in a column into a vector of the database. */
interface ColumnWriter {
    /** So many characters go to the database at once: it takes four bytes of memory for each. */
    int BATCH = 32_768;

    /** Writes the rows' values, the first row's at index 0. */
    void write(DuckDBWritableVector vector, List<?> rows);

    /** The writer of a column of a table. */
    static ColumnWriter of(Table table, Column column) {
        Column.Type type = column.type();
        List<Column> all = table.columns();
        if (column == all.get(all.size() - 1)) {
            Function<Object, @Nullable String> unexpected = SqlTypes.LIMITS.unexpected(table);
            return texts(row -> JsonTexts.json(unexpected.apply(row)));
        }
        return switch (type.kind()) {
            case TEXT -> texts(row -> (String) column.get(row));
            case JSON -> texts(row -> JsonTexts.json(column.get(row)));
            case LIST, MAP -> texts(row -> collection(type, column.get(row)));
            case BIGINT -> values(column, (vector, at, value) -> vector.setLong(at, (Long) value));
            case DOUBLE -> values(column, (vector, at, value) -> vector.setDouble(at, (Double) value));
            case BOOLEAN -> values(column, (vector, at, value) -> vector.setBoolean(at, (Boolean) value));
            case DECIMAL ->
                values(column, (vector, at, value) -> vector.setBigDecimal(at, StoreLimits.near((BigDecimal) value)));
            case DATE ->
                values(column, (vector, at, value) -> vector.setDate(at, SqlTypes.LIMITS.near((LocalDate) value)));
            case TIMESTAMP -> values(column, ColumnWriter::time);
        };
    }

    /** Writes one value. */
    interface Cell {
        void set(DuckDBWritableVector vector, int at, Object value);
    }

    private static ColumnWriter values(Column column, Cell cell) {
        return (vector, rows) -> {
            int at = 0;
            for (Object row : rows) {
                Object value = column.get(row);
                if (value == null) {
                    vector.setNull(at);
                } else {
                    cell.set(vector, at, value);
                }
                at++;
            }
        };
    }

    private static void time(DuckDBWritableVector vector, int at, Object value) {
        Instant held = SqlTypes.LIMITS.near((Instant) value);
        vector.setOffsetDateTime(at, held == null ? null : held.atOffset(ZoneOffset.UTC));
    }

    private static ColumnWriter texts(Function<Object, @Nullable String> text) {
        return (vector, rows) -> {
            List<@Nullable String> batch = new ArrayList<>(rows.size());
            int first = 0;
            int size = 0;
            for (Object row : rows) {
                String value = text.apply(row);
                int length = value == null ? 0 : value.length();
                if (size + length > BATCH && !batch.isEmpty()) {
                    first += flush(vector, first, batch);
                    size = 0;
                }
                batch.add(value);
                size += length;
            }
            flush(vector, first, batch);
        };
    }

    private static int flush(DuckDBWritableVector vector, int first, List<@Nullable String> batch) {
        int count = batch.size();
        if (count == 1) {
            vector.setString(first, batch.get(0)); // however long, without the batch's spare room
        } else {
            vector.setStrings(first, batch.toArray(new String[0]));
        }
        batch.clear();
        return count;
    }

    private static @Nullable String collection(Column.Type type, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner members = new StringJoiner(",", "{", "}");
            map.forEach((key, each) -> members.add(JsonTexts.quoted((String) key) + ":" + element(type, each)));
            return members.toString();
        } else if (value instanceof List<?> list) {
            StringJoiner elements = new StringJoiner(",", "[", "]");
            list.forEach(each -> elements.add(element(type, each)));
            return elements.toString();
        }
        return null;
    }

    /** An element as JSON from which the database makes its type; a text where a number might lose digits. */
    private static String element(Column.Type type, @Nullable Object value) {
        if (value instanceof BigDecimal number) {
            BigDecimal held = StoreLimits.near(number);
            return held == null ? "null" : "\"" + held.toPlainString() + "\"";
        } else if (value instanceof Instant time) {
            return quotedOrNull(SqlTypes.LIMITS.near(time));
        } else if (value instanceof LocalDate day) {
            return quotedOrNull(SqlTypes.LIMITS.near(day));
        } else if (value instanceof String text) {
            return type.element() == Column.Type.Kind.JSON ? "" + JsonTexts.json(text) : JsonTexts.quoted(text);
        }
        return String.valueOf(value);
    }

    private static String quotedOrNull(@Nullable Object value) {
        return value == null ? "null" : "\"" + value + "\"";
    }
}
