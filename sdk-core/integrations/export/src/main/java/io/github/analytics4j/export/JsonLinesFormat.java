package io.github.analytics4j.export;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.json.JsonValue;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, zipped. Every line has every column; JSON columns hold texts that are JSON. */
final class JsonLinesFormat implements UnitFormat {
    private static final int BUFFER = 1 << 16;

    /** Zips at a level that costs half the time of the usual one for a tenth more bytes. */
    private static final class Zipped extends GZIPOutputStream {
        private static final int LEVEL = 3;

        Zipped(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(LEVEL);
        }
    }

    /** Hands on what it has before it reads more, so that the whole lines of a file that was cut are had. */
    private static final class Unzipped extends GZIPInputStream {
        private static final int TRAILER = 8;

        Unzipped(InputStream in) throws IOException {
            super(in, BUFFER);
        }

        @Override
        public int available() {
            return 0;
        }

        /** Whether there is more behind what was read to its end, which a reader would pass over in silence. */
        boolean hasMore() throws IOException {
            return inf.getRemaining() > TRAILER || in.read() >= 0;
        }
    }

    @Override
    public String suffix() {
        return "jsonl.gz";
    }

    @Override
    public void write(Path file, SinkTable table, StoredRows rows) throws IOException {
        List<String> names = new ArrayList<>();
        table.columns().forEach(each -> names.add(JsonText.quoted(each.name()) + ":"));
        SinkTable.TECHNICAL.forEach(each -> names.add(JsonText.quoted(each.name()) + ":"));
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new Zipped(Files.newOutputStream(file)), StandardCharsets.UTF_8), BUFFER)) {
            StringBuilder line = new StringBuilder();
            rows.each(row -> {
                line.setLength(0);
                append(line, names, row);
                out.append(line);
            });
        }
    }

    private static void append(StringBuilder line, List<String> names, StoredRow row) {
        int at = 0;
        char separator = '{';
        for (Object value : row.values()) {
            line.append(separator).append(names.get(at++));
            value(line, value);
            separator = ',';
        }
        List<@Nullable Object> technical = StoredRow.values(row.changedAt(), row.deletedAt(), row.hash(), row.id());
        for (Object value : technical) {
            line.append(separator).append(names.get(at++));
            value(line, value);
            separator = ',';
        }
        line.append("}\n");
    }

    private static void value(StringBuilder line, @Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            line.append("null");
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            line.append(value);
        } else {
            line.append(JsonText.quoted(value.toString()));
        }
    }

    @Override
    public void read(Path file, SinkTable table, StoredRows.Receiver to) throws IOException {
        int time = table.timeIndex();
        try (Unzipped unzipped = new Unzipped(Files.newInputStream(file));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(unzipped, StandardCharsets.UTF_8), BUFFER)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                to.row(row(JsonValue.parse(line).fields(), table, time));
            }
            if (unzipped.hasMore()) {
                throw new IOException(file + " has bytes behind its end");
            }
        }
    }

    private static StoredRow row(Map<String, JsonValue> fields, SinkTable table, int time) throws IOException {
        List<SinkColumn> columns = table.columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            JsonValue value = fields.get(columns.get(i).name());
            values[i] = value == null || value.isNull()
                    ? null
                    : typed(columns.get(i).type(), value);
        }
        String deleted = textOr(fields, SinkTable.DELETED_AT.name());
        return new StoredRow(
                text(fields, SinkTable.ID.name()),
                time < 0 ? null : StoredRow.timeOf(values[time]),
                StoredRow.values(values),
                text(fields, SinkTable.HASH.name()),
                Instant.parse(text(fields, SinkTable.CHANGED_AT.name())),
                deleted == null ? null : Instant.parse(deleted));
    }

    private static @Nullable Object typed(Column.Type.Kind kind, JsonValue value) {
        return switch (kind) {
            case BIGINT -> value.asLong();
            case DOUBLE -> Double.valueOf(value.json());
            case DECIMAL -> new BigDecimal(value.json());
            case BOOLEAN -> value.asBoolean();
            case DATE -> LocalDate.parse(String.valueOf(value.asText()));
            case TIMESTAMP -> Instant.parse(String.valueOf(value.asText()));
            default -> value.asText();
        };
    }

    private static String text(Map<String, JsonValue> fields, String name) throws IOException {
        String text = textOr(fields, name);
        if (text == null) {
            throw new IOException("a line has no " + name);
        }
        return text;
    }

    private static @Nullable String textOr(Map<String, JsonValue> fields, String name) {
        JsonValue value = fields.get(name);
        return value == null ? null : value.asText();
    }
}
