package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.page.WalkReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the rows of a table: one walk from its first row, or from where an earlier run stopped, to its end. */
final class RowsRun {
    private final Surroundings surroundings;
    private final CommandLineOptions options;
    private final Table table;
    private final @Nullable List<Column> chosen;
    private final @Nullable Path out;
    private final Format format;
    private final @Nullable Long maxRows;
    private final @Nullable Long pageSize;
    private final @Nullable Integer prefetch;
    private final @Nullable Path checkpoint;

    RowsRun(Surroundings surroundings, CommandLineOptions options, Table table) {
        this.surroundings = surroundings;
        this.options = options;
        this.table = table;
        this.out = options.out();
        this.checkpoint = options.path(OptionNames.CHECKPOINT);
        this.format = Format.of(options, out, surroundings.terminal().out() && checkpoint == null);
        this.chosen = columns();
        this.maxRows = options.number(OptionNames.MAX_ROWS, 0);
        this.pageSize = pageSize();
        this.prefetch = options.prefetch();
        check();
    }

    private @Nullable Long pageSize() {
        Long size = options.number(OptionNames.PAGE_SIZE, 1);
        int most = table.maxPageSize();
        if (size != null && most > 0 && size > most) {
            throw CommandException.wrong(OptionNames.PAGE_SIZE + " must be 1.." + most + ", was " + size
                    + ": it is rows a request; " + OptionNames.MAX_ROWS + " is a cap");
        }
        return size;
    }

    private @Nullable List<Column> columns() {
        List<String> names = options.texts(OptionNames.COLUMNS);
        if (names.isEmpty()) {
            return null;
        }
        List<String> known = table.columns().stream().map(Column::name).toList();
        List<String> mistakes = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            if (!known.contains(name)) {
                mistakes.add("the table " + table.name() + " has no column " + Words.shown(name, known)
                        + Words.meant(name, known));
            } else if (Collections.frequency(names, name) > 1) {
                mistakes.add(OptionNames.COLUMNS + " names " + name + " twice");
            }
        }
        if (!mistakes.isEmpty()) {
            throw CommandException.wrong(
                    String.join("; ", mistakes) + "; analytics4j describe " + table.name() + " lists them");
        }
        return names.stream().map(name -> table.column(name).orElseThrow()).toList();
    }

    private void check() {
        if (checkpoint == null) {
            return;
        }
        if (table.paging() == Table.Paging.NONE) {
            throw CommandException.wrong(OptionNames.CHECKPOINT + " is for a walk over pages; the rows of "
                    + table.name() + " come with one response");
        } else if (format == Format.TABLE) {
            throw CommandException.wrong(OptionNames.CHECKPOINT
                    + " needs --format jsonl, csv or json: the widths of a table" + " are those of its first rows");
        } else if (format == Format.JSON && out == null) {
            throw CommandException.wrong(OptionNames.CHECKPOINT + " with --format json needs --out: an array on stdout"
                    + " cannot go on in another run; --format jsonl can");
        } else if (out != null && Files.exists(out) && !Files.isRegularFile(out)) {
            throw CommandException.wrong(
                    OptionNames.CHECKPOINT + " needs stdout or a regular file to write to; " + out + " is neither");
        }
    }

    int run(ApiSession session, Arguments arguments) {
        Paged<?> rows = session.rows(table, arguments);
        if (pageSize != null) {
            rows = rows.pageSize((int) Math.min(Integer.MAX_VALUE, pageSize));
        }
        if (prefetch != null) {
            rows = rows.prefetch(prefetch);
        }
        if (maxRows != null) {
            rows = rows.limit(maxRows);
        }
        if (checkpoint == null) {
            Output output = out == null ? Output.stdout(surroundings) : Output.file(out);
            return write(rows, output, null);
        }
        try (WalkFile file = new WalkFile(checkpoint, kind(), query(arguments), out)) {
            return resumed(rows, file);
        }
    }

    private static String query(Arguments arguments) {
        return arguments.values().isEmpty() ? "all" : String.valueOf(new TreeMap<>(arguments.values()));
    }

    private String kind() {
        return table.name() + " as " + format.option() + (options.flag(OptionNames.EXCEL) ? " for a spreadsheet" : "")
                + (chosen == null ? "" : " of " + String.join(",", options.texts(OptionNames.COLUMNS)));
    }

    private int resumed(Paged<?> all, WalkFile file) {
        Optional<Checkpoint> last = file.resumed();
        boolean over = last.isPresent() && last.get().finished();
        Paged<?> rows = last.isPresent() && !over ? resumed(all, last.get()) : all;
        Output output = file.open(surroundings);
        if (over) {
            if (output != null) {
                output.complete();
                output.close();
            }
            file.clear();
            return told(file.reasons(), Words.count(last.get().rows(), "row") + ", written by an earlier run");
        } else if (output == null) {
            throw new IllegalStateException("only a finished walk has its file in place");
        }
        return write(rows, output, file);
    }

    private Paged<?> resumed(Paged<?> rows, Checkpoint last) {
        try {
            return rows.resume(last);
        } catch (WalkException e) {
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS,
                    e.getMessage() + "; run it as before, or remove the checkpoint " + checkpoint,
                    e);
        }
    }

    private int write(Paged<?> rows, Output output, @Nullable WalkFile file) {
        boolean terminal = out == null && surroundings.terminal().out();
        try (output;
                Progress progress = options.flag(OptionNames.QUIET) ? null : Progress.on(surroundings, terminal)) {
            RowWriter writer = writer(output, terminal, file);
            Walk<?> walk = rows.onProgress(Duration.ZERO, at -> {
                        writer.flush();
                        if (progress != null) {
                            progress.at(at);
                        }
                    })
                    .iterator();
            surroundings.interrupt().cancelWith(walk::close);
            try (walk) {
                return walked(walk, writer, output, file, progress);
            } catch (RuntimeException e) {
                return failed(e, walk, writer, file);
            } finally {
                surroundings.interrupt().cancelWith(null);
            }
        }
    }

    private RowWriter writer(Output output, boolean terminal, @Nullable WalkFile file) {
        List<OutputColumn> columns = OutputColumn.of(chosen == null ? table.columns() : chosen);
        Optional<Checkpoint> last = file == null ? Optional.empty() : file.resumed();
        boolean any = last.isPresent() && last.get().rows() > 0;
        // a row inside another one has its own fields alone, its columns have those around it as well
        Function<Object, String> json = RowWriter.json(chosen == null && !table.nested() ? null : columns, table::json);
        RowWriter writer = switch (format) {
            case TABLE ->
                new TableWriter(
                        output,
                        columns,
                        !table.listed(),
                        terminal ? surroundings.terminal().width() : 0);
            case CSV -> new RowWriter.Csv(output, columns, options.flag(OptionNames.EXCEL));
            case JSONL -> new RowWriter.Lines(output, json);
            case JSON -> table.listed() ? new RowWriter.Array(output, json, any) : new RowWriter.Lines(output, json);
        };
        if (last.isEmpty()) {
            writer.begin();
        }
        return writer;
    }

    private int walked(
            Walk<?> walk, RowWriter writer, Output output, @Nullable WalkFile file, @Nullable Progress progress) {
        while (!surroundings.interrupt().happened() && walk.hasNext()) {
            writer.row(walk.next());
            if (file != null) {
                file.maybeSave(walk, writer);
            }
        }
        if (surroundings.interrupt().happened()) {
            return interrupted(walk, writer, file);
        }
        boolean over = walk.report().finished();
        if (file != null && !over) {
            file.save(walk, writer); // a run that goes on from here writes the end again
        }
        writer.end();
        if (file != null && over) {
            file.save(walk, writer);
        }
        output.complete();
        if (file != null) {
            file.clear();
        }
        if (progress != null) {
            progress.close();
        }
        return ended(walk.report(), writer);
    }

    private int interrupted(Walk<?> walk, RowWriter writer, @Nullable WalkFile file) {
        String rows = Words.count(walk.report().rows(), "row");
        if (file != null) {
            file.saveAndKeep(walk, writer);
            say("interrupted after " + rows + "; run it again with the same " + OptionNames.CHECKPOINT + " to go on");
        } else {
            writer.flush();
            say("interrupted after " + rows + (out == null ? "" : "; " + out + " was not written"));
        }
        return ExitCode.INTERRUPTED;
    }

    /** Keeps the rows that came before the failure is told. */
    private int failed(RuntimeException failure, Walk<?> walk, RowWriter writer, @Nullable WalkFile file) {
        if (surroundings.interrupt().happened()) {
            return interrupted(walk, writer, file);
        } else if (failure instanceof Output.ClosedPipe && checkpoint != null && Files.exists(checkpoint)) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "the reader of the pipe ended before the walk did, and may not have read the last rows that "
                            + checkpoint
                            + " counts: remove that to begin anew; with " + OptionNames.OUT
                            + " and a file in place of a pipe, a run goes on without a gap",
                    failure);
        } else if (failure instanceof Output.ClosedPipe || failure instanceof CommandException) {
            if (file != null) {
                file.keep(writer);
            }
            throw failure;
        }
        if (file != null) {
            file.saveAndKeep(walk, writer);
            say(Words.count(walk.report().rows(), "row") + " are kept; run it again with the same "
                    + OptionNames.CHECKPOINT + " to go on");
        } else {
            writer.flush();
        }
        throw failure;
    }

    private int ended(WalkReport report, RowWriter writer) {
        if (writer instanceof TableWriter shown && shown.hidden() > 0) {
            say(Words.count(shown.hidden(), "more column")
                    + " found no room; --columns chooses, --format jsonl has all");
        }
        String rows = Words.count(report.rows(), "row") + " in " + Words.count(report.pages(), "request");
        if (!report.finished() && report.reasons().isEmpty() && maxRows != null) {
            say("ended after " + rows + ", as " + OptionNames.MAX_ROWS + " says");
            return ExitCode.DONE;
        }
        List<String> reasons = report.finished() || !report.reasons().isEmpty()
                ? report.reasons()
                : List.of("the walk ended before its end");
        return told(reasons, rows);
    }

    private int told(List<String> reasons, String rows) {
        if (reasons.isEmpty()) {
            if (table.paging() != Table.Paging.NONE) {
                say("complete: " + rows);
            }
            return ExitCode.DONE;
        }
        surroundings.tell("not proven complete: " + rows + "; " + String.join(" ", reasons));
        return ExitCode.NOT_PROVEN;
    }

    private void say(String words) {
        if (!options.flag(OptionNames.QUIET)) {
            surroundings.tell(words);
        }
    }
}
