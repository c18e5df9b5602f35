package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.StoreLimits;
import io.github.analytics4j.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The values that a kind of place can hold, and what becomes of the others: the nearest value, or none, is in their column, and as
 * they came they are in the column {@link #EXACT}, from which they are restored. So no place loses any.
 */
enum HeldValues {
    /** Text in UTF-8 and nothing else. */
    TEXT_FILE(true, false),
    /** The same, and numbers that are finite. */
    JSON_LINES(true, false),
    /** DuckDB's types, which are Parquet's too: decimals of 38 digits, times to the microsecond. */
    DUCKDB(true, true),
    /** PostgreSQL's: as DuckDB's, no text with a NUL, and decimals of many more digits. */
    POSTGRES(false, true);

    /** Values as they came that the columns cannot hold. */
    static final SinkColumn EXACT = new SinkColumn(
            "_exact",
            Column.Type.Kind.JSON,
            "Values that their columns cannot hold, as they came: a JSON object by the columns' names. Null as a rule.");

    /** The range that every reader of such files can hold: BigQuery has the least. */
    private static final StoreLimits LIMITS = new StoreLimits(
            Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999999Z"), 1, 9999);

    /** PostgreSQL's {@code numeric} has so many digits before its point. */
    private static final int MOST_WHOLE_DIGITS = 131_072;

    /** And so many behind it. */
    private static final int MOST_SCALE = 16_383;

    private static final char REPLACEMENT = '\ufffd';

    /** So many hex digits of a hash tell ids apart whose nearest texts are the same. */
    private static final int ID_HASH = 16;

    private final boolean nul;
    private final boolean bounded;

    HeldValues(boolean nul, boolean bounded) {
        this.nul = nul;
        this.bounded = bounded;
    }

    /** The columns as such a place has them: the table's, {@link #EXACT}, and the technical ones. */
    static List<SinkColumn> columns(SinkTable table) {
        List<SinkColumn> all = new ArrayList<>(table.columns());
        all.add(EXACT);
        all.addAll(SinkTable.TECHNICAL);
        return all;
    }

    /** A row in the order of {@link #columns}, each value as its column can hold it. */
    List<@Nullable Object> record(SinkTable table, StoredRow row) {
        List<@Nullable Object> record = new ArrayList<>(row.values().size() + 1 + SinkTable.TECHNICAL.size());
        StringJoiner exact = new StringJoiner(",", "{", "}").setEmptyValue("");
        for (int i = 0; i < row.values().size(); i++) {
            record.add(hold(table.columns().get(i), row.values().get(i), exact));
        }
        Object id = hold(SinkTable.ID, row.id(), id(row.id()), exact);
        record.add(exact.length() == 0 ? null : exact.toString());
        record.addAll(StoredRow.values(row.changedAt(), row.deletedAt(), row.hash(), id));
        return record;
    }

    private @Nullable Object hold(SinkColumn column, @Nullable Object value, StringJoiner exact) {
        return hold(column, value, value == null ? null : near(value), exact);
    }

    private static @Nullable Object hold(
            SinkColumn column, @Nullable Object value, @Nullable Object near, StringJoiner exact) {
        if (value != null && (near == null || !same(value, near))) {
            exact.add(quoted(column.name()) + ":" + json(value));
        }
        return near;
    }

    /** An id as it can be looked for: one that cannot be held as it came ends with its hash, so that no other row has it. */
    String id(String id) {
        String near = near(id);
        return near.equals(id)
                ? id
                : near + '-' + JsonText.sha256(quoted(id)).substring(0, ID_HASH); // quoted is in ASCII
    }

    /** The row that gave such a record. */
    static StoredRow row(SinkTable table, List<@Nullable Object> record) throws IOException {
        int count = table.columns().size();
        String exact = (String) record.get(count);
        Map<String, JsonValue> members =
                exact == null ? Map.of() : JsonValue.parse(exact).fields();
        List<@Nullable Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(restored(table.columns().get(i), record.get(i), members));
        }
        Instant changedAt = (Instant) record.get(count + 1);
        String hash = (String) record.get(count + 3);
        String id = (String) restored(SinkTable.ID, record.get(count + 4), members);
        if (changedAt == null || hash == null || id == null) {
            throw new IOException("a row has no " + (id == null ? "_id" : hash == null ? "_hash" : "_changed_at"));
        }
        int time = table.timeIndex();
        return new StoredRow(
                id, time < 0 ? null : StoredRow.timeOf(values.get(time)), values, hash, changedAt, (Instant)
                        record.get(count + 2));
    }

    private static @Nullable Object restored(SinkColumn column, @Nullable Object near, Map<String, JsonValue> exact) {
        JsonValue value = exact.isEmpty() ? null : exact.get(column.name());
        return value == null ? near : value(column.type(), value);
    }

    private @Nullable Object near(Object value) {
        if (value instanceof String text) {
            return near(text);
        } else if (this == JSON_LINES && value instanceof Double number && !Double.isFinite(number)) {
            return null;
        } else if (!bounded) {
            return value;
        } else if (value instanceof BigDecimal number) {
            return this == POSTGRES ? numeric(number) : StoreLimits.near(number);
        } else if (value instanceof Instant time) {
            return LIMITS.near(time);
        } else if (value instanceof LocalDate day) {
            return LIMITS.near(day);
        }
        return value;
    }

    /** The number as PostgreSQL's {@code numeric} can hold it; null if it is too large. */
    private static @Nullable BigDecimal numeric(BigDecimal value) {
        if (wholeDigits(value) <= MOST_WHOLE_DIGITS && value.scale() <= MOST_SCALE) {
            return value;
        } else if (wholeDigits(value) < -MOST_SCALE || value.signum() == 0) {
            return BigDecimal.ZERO; // setScale would first make a number as long as the exponent says
        } else if (wholeDigits(value) > MOST_WHOLE_DIGITS) {
            return null;
        }
        BigDecimal rounded = value.setScale(MOST_SCALE, RoundingMode.HALF_EVEN);
        return wholeDigits(rounded) > MOST_WHOLE_DIGITS ? null : rounded;
    }

    private static long wholeDigits(BigDecimal value) {
        return (long) value.precision() - value.scale();
    }

    /** A comment for a database whose encoding lacks characters: what it says of a column keeps no table from being made. */
    static String inAscii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{Pd}", "-")
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{ASCII}]", "?");
    }

    /** UTF-8 cannot say half of a surrogate pair, and PostgreSQL no NUL. */
    private String near(String text) {
        StringBuilder changed = null;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == 0 && !nul) || (Character.isSurrogate(c) && isAlone(text, at))) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(at, REPLACEMENT);
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static boolean isAlone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean same(Object value, Object near) {
        return value instanceof BigDecimal number ? number.compareTo((BigDecimal) near) == 0 : value.equals(near);
    }

    private static String json(Object value) {
        return value instanceof BigDecimal ? value.toString() : quoted(value.toString());
    }

    /** As JSON in ASCII, so that every place takes it as it is. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static @Nullable Object value(Column.Type.Kind kind, JsonValue exact) {
        return switch (kind) {
            case DECIMAL -> new BigDecimal(exact.json());
            case DOUBLE -> Double.valueOf("" + exact.asText());
            case DATE -> LocalDate.parse("" + exact.asText());
            case TIMESTAMP -> Instant.parse("" + exact.asText());
            default -> exact.asText();
        };
    }

    /**
     * The value of a text.
     *
     * @throws RuntimeException if it is none of that kind
     */
    static @Nullable Object parsed(Column.Type.Kind kind, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (kind) {
            case TEXT, JSON, LIST, MAP -> text;
            case BIGINT -> Long.valueOf(text);
            case DOUBLE -> Double.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> LocalDate.parse(text);
            case TIMESTAMP -> Instant.parse(text);
        };
    }
}
