package io.github.analytics4j.cli;

import java.sql.SQLException;
import java.util.List;

/** Writes the results of statements, one below the other. */
final class SqlOutput implements SqlSession.Results {
    private final Surroundings surroundings;
    private final Output out;
    private final Format format;
    private final boolean excel;
    private final boolean quiet;
    private final int width;
    private int results;

    /**
     * @param width of the terminal that a table is to fit in; 0 for as wide as its cells are
     */
    SqlOutput(Surroundings surroundings, CommandLineOptions options, Output out, Format format, int width) {
        this.surroundings = surroundings;
        this.out = out;
        this.format = format;
        this.excel = options.flag(OptionNames.EXCEL);
        this.quiet = options.flag(OptionNames.QUIET);
        this.width = width;
    }

    /** Whether any statement brought rows. */
    boolean any() {
        return results > 0;
    }

    @Override
    public void rows(SqlRows rows) throws SQLException {
        begin();
        RowWriter writer = writer(rows.columns());
        writer.begin();
        long count = 0;
        while (rows.next()) {
            if (surroundings.interrupt().happened()) {
                throw new CommandException(ExitCode.INTERRUPTED, "interrupted");
            }
            writer.row(rows.row());
            count++;
        }
        writer.end();
        if (writer instanceof TableWriter table && table.hidden() > 0) {
            say(Words.count(table.hidden(), "more column") + " found no room; choose fewer, " + OptionNames.FORMAT
                    + " jsonl has all");
        }
        say(Words.count(count, "row"));
    }

    @Override
    public void changed(long count) {
        say(count < 0 ? "done" : "done: " + Words.count(count, "row"));
    }

    /** Writes a text that was asked for. */
    void text(String text) {
        begin();
        RowWriter.write(out, text);
        out.flush();
    }

    private void begin() {
        if (results > 0 && (format == Format.CSV || format == Format.JSON)) {
            throw CommandException.wrong(
                    OptionNames.FORMAT + " " + format.option()
                            + " is for one result, and a second statement brings rows: run it by itself, or choose jsonl or table");
        } else if (results > 0 && format == Format.TABLE) {
            RowWriter.write(out, "\n");
        }
        results++;
    }

    private RowWriter writer(List<OutputColumn> columns) {
        return switch (format) {
            case TABLE -> new TableWriter(out, columns, false, width);
            case CSV -> new RowWriter.Csv(out, columns, excel);
            case JSONL -> new RowWriter.Lines(out, RowWriter.json(columns, String::valueOf));
            case JSON -> new RowWriter.Array(out, RowWriter.json(columns, String::valueOf), false);
        };
    }

    private void say(String words) {
        if (!quiet) {
            surroundings.tell(words);
        }
    }
}
