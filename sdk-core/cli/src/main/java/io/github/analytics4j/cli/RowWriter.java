package io.github.analytics4j.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes rows in one format, as they come. */
abstract class RowWriter {
    final Output out;

    RowWriter(Output out) {
        this.out = out;
    }

    /** Writes the text before the first row; left out where a walk goes on. */
    abstract void begin();

    abstract void row(Object row);

    /** Hands over what was written so far, before there is a wait. */
    void flush() {
        out.flush();
    }

    /** Writes the text after the last row. */
    void end() {
        flush();
    }

    /** A row as JSON on one line: its own if no columns were chosen, else an object of them. */
    static Function<Object, String> json(@Nullable List<OutputColumn> chosen, Function<Object, String> own) {
        if (chosen == null) {
            return row -> Cells.onOneLine(own.apply(row));
        }
        return row -> {
            StringBuilder json = new StringBuilder();
            char before = '{';
            for (OutputColumn column : chosen) {
                json.append(before);
                Cells.quote(json, column.name());
                json.append(':');
                Cells.json(json, column.type(), column.get(row));
                before = ',';
            }
            return json.append('}').toString();
        };
    }

    /** One JSON object a line. */
    static final class Lines extends RowWriter {
        private final Function<Object, String> json;

        Lines(Output out, Function<Object, String> json) {
            super(out);
            this.json = json;
        }

        @Override
        void begin() {
            // the first line is a row
        }

        @Override
        void row(Object row) {
            write(out, json.apply(row) + "\n");
        }
    }

    /** One JSON array of all rows. */
    static final class Array extends RowWriter {
        private final Function<Object, String> json;
        private boolean any;

        /**
         * @param any whether rows were written by an earlier run
         */
        Array(Output out, Function<Object, String> json, boolean any) {
            super(out);
            this.json = json;
            this.any = any;
        }

        @Override
        void begin() {
            write(out, "[");
        }

        @Override
        void row(Object row) {
            write(out, (any ? ",\n" : "\n") + json.apply(row));
            any = true;
        }

        @Override
        void end() {
            write(out, any ? "\n]\n" : "]\n");
            super.end();
        }
    }

    /** RFC 4180. No value is an empty cell, an empty text is one in quotes. */
    static final class Csv extends RowWriter {
        private static final String RUN_BY_SPREADSHEETS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

        private final List<OutputColumn> columns;
        private final boolean excel;
        private final CsvWriter csv;

        /**
         * @param excel whether a spreadsheet reads it: a mark of UTF-8 in front, and no text that is run as a formula
         */
        Csv(Output out, List<OutputColumn> columns, boolean excel) {
            super(out);
            this.columns = columns;
            this.excel = excel;
            this.csv = CsvWriter.builder()
                    .lineDelimiter(LineDelimiter.CRLF)
                    .quoteStrategy(QuoteStrategies.EMPTY)
                    .build(new OutputStreamWriter(out, utf8()));
        }

        /** For half a surrogate pair, which no UTF-8 has, the mark of what is no text; Java's own would be a question mark. */
        private static CharsetEncoder utf8() {
            return StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .replaceWith("\ufffd".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        void begin() {
            if (excel) {
                write(out, "\ufeff");
            }
            csv.writeRecord(columns.stream()
                    .map(column -> excel ? harmless(column.name()) : column.name()) // a pivot makes values names
                    .toList());
        }

        @Override
        void row(Object row) {
            CsvWriter.CsvWriterRecord record = csv.writeRecord();
            for (OutputColumn column : columns) {
                String text = Cells.text(column.type(), column.get(row));
                record.writeField(excel && text != null && !Cells.numeric(column.type()) ? harmless(text) : text);
            }
            record.endRecord();
        }

        private static String harmless(String text) {
            int first = 0;
            while (first < text.length() && text.charAt(first) == ' ') {
                first++;
            }
            return first < text.length() && RUN_BY_SPREADSHEETS.indexOf(text.charAt(first)) >= 0 ? "'" + text : text;
        }

        @Override
        void flush() {
            try {
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static void write(Output out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
    }
}
