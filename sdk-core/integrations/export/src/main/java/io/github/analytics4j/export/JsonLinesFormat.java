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

/** One JSON object a line, zipped. Every line has every column; JSON columns hold texts that are JSON. No text has half a character, at which readers fail. */
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
        List<String> names = HeldValues.columns(table).stream()
                .map(each -> JsonText.quoted(each.name()) + ":")
                .toList();
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new Zipped(Files.newOutputStream(file)), StandardCharsets.UTF_8), BUFFER)) {
            StringBuilder line = new StringBuilder();
            rows.each(row -> {
                line.setLength(0);
                append(line, names, HeldValues.JSON_LINES.record(table, row));
                out.append(line);
            });
        }
    }

    private static void append(StringBuilder line, List<String> names, List<@Nullable Object> record) {
        for (int i = 0; i < record.size(); i++) {
            line.append(i == 0 ? '{' : ',').append(names.get(i));
            value(line, record.get(i));
        }
        line.append("}\n");
    }

    private static void value(StringBuilder line, @Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            line.append(value);
        } else {
            line.append(JsonText.quoted(value.toString()));
        }
    }

    @Override
    public void read(Path file, SinkTable table, StoredRows.Receiver to) throws IOException {
        List<SinkColumn> columns = HeldValues.columns(table);
        try (Unzipped unzipped = new Unzipped(Files.newInputStream(file));
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(unzipped, StandardCharsets.UTF_8), BUFFER)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                to.row(HeldValues.row(table, record(JsonValue.parse(line).fields(), columns)));
            }
            if (unzipped.hasMore()) {
                throw new IOException(file + " has bytes behind its end");
            }
        }
    }

    /** A line that an earlier version wrote lacks {@link HeldValues#EXACT}, and has all values as they came. */
    private static List<@Nullable Object> record(Map<String, JsonValue> fields, List<SinkColumn> columns) {
        List<@Nullable Object> record = new ArrayList<>(columns.size());
        for (SinkColumn column : columns) {
            JsonValue value = fields.get(column.name());
            record.add(value == null || value.isNull() ? null : typed(column.type(), value));
        }
        return record;
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
}
