package io.github.analytics4j.export;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV as RFC 4180 has it, with a line of names, in UTF-8. No value is an empty cell, an empty text is one in quotes. Numbers and
 * times are written with all their digits.
 */
final class CsvFormat implements UnitFormat {
    private static final int BUFFER = 1 << 16;
    /** A cell may be a transcript. */
    private static final int LONGEST_CELL = 1 << 28;

    @Override
    public String suffix() {
        return "csv";
    }

    @Override
    public void write(Path file, SinkTable table, StoredRows rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
                CsvWriter csv = CsvWriter.builder()
                        .lineDelimiter(LineDelimiter.CRLF)
                        .quoteStrategy(QuoteStrategies.EMPTY)
                        .build(out, StandardCharsets.UTF_8)) {
            csv.writeRecord(
                    HeldValues.columns(table).stream().map(SinkColumn::name).toList());
            rows.each(row -> record(csv, HeldValues.TEXT_FILE.record(table, row)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void record(CsvWriter csv, List<@Nullable Object> values) {
        CsvWriter.CsvWriterRecord record = csv.writeRecord();
        for (Object value : values) {
            record.writeField(value == null ? null : value.toString());
        }
        record.endRecord();
    }

    @Override
    public void read(Path file, SinkTable table, StoredRows.Receiver to) throws IOException {
        Cells cells = new Cells();
        try (CsvReader<List<@Nullable String>> csv =
                CsvReader.builder().maxBufferSize(LONGEST_CELL).build(cells, file, StandardCharsets.UTF_8)) {
            @Nullable Columns columns = null;
            @Nullable StoredRow last = null;
            for (List<@Nullable String> record : csv) {
                if (columns == null) {
                    columns = new Columns(table, record);
                } else {
                    if (last != null) {
                        to.row(last);
                    }
                    last = columns.row(record, file);
                }
            }
            if (columns == null) {
                throw new IOException(file + " has no line of names");
            } else if (!endsWithALine(file)) { // the last cell may be cut
                throw new IOException(file + " ends within a line");
            } else if (last != null) {
                to.row(last);
            }
        } catch (CsvParseException e) {
            throw new IOException(file + " is no CSV that was written here", e);
        }
    }

    private static boolean endsWithALine(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - 1));
            return bytes.read() == '\n';
        }
    }

    /** The columns that a file has, and the place of each of the table's in it. */
    private static final class Columns {
        private final SinkTable table;
        private final List<SinkColumn> wanted;
        private final int[] places;
        private final int count;

        Columns(SinkTable table, List<@Nullable String> names) {
            this.table = table;
            this.wanted = HeldValues.columns(table);
            this.places =
                    wanted.stream().mapToInt(each -> names.indexOf(each.name())).toArray();
            this.count = names.size();
        }

        StoredRow row(List<@Nullable String> record, Path file) throws IOException {
            if (record.size() != count) {
                throw new IOException(file + " has a line of " + record.size() + " cells under " + count + " names");
            }
            List<@Nullable Object> values = new ArrayList<>(places.length);
            for (int i = 0; i < places.length; i++) {
                String text = places[i] < 0 ? null : record.get(places[i]);
                try {
                    values.add(HeldValues.parsed(wanted.get(i).type(), text));
                } catch (RuntimeException e) { // its message would repeat the value
                    throw new IOException(file + " has something else than "
                            + wanted.get(i).type() + " under " + wanted.get(i).name());
                }
            }
            return HeldValues.row(table, values);
        }
    }

    /** The cells of a line; one that is empty without quotes is no value. */
    private static final class Cells extends AbstractBaseCsvCallbackHandler<List<@Nullable String>> {
        private List<@Nullable String> cells = new ArrayList<>();

        @Override
        protected void handleBegin(long line) {
            cells = new ArrayList<>(cells.size());
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            cells.add(length == 0 && !quoted ? null : new String(buffer, offset, length));
        }

        @Override
        protected List<@Nullable String> buildRecord() {
            return cells;
        }
    }
}
