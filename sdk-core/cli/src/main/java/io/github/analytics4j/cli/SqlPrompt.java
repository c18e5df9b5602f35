package io.github.analytics4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jspecify.annotations.Nullable;

/** The prompt: reads statements until it is left, and survives those that fail. */
final class SqlPrompt {
    private static final String PROMPT = "analytics4j> ";
    private static final String GOES_ON = "        ...> ";
    private static final Set<String> LEAVE = Set.of(".quit", ".exit", "quit", "exit");
    private static final int HISTORY = 1_000;

    private static final String HELP = """
            A statement ends with ; and may take several lines. The tab key completes names.
              .tables          Lists the tables and views.
              .describe NAME   Describes one: its parameters and columns.
              .help            Shows this.
              .quit            Leaves; so does Ctrl-D. Ctrl-C ends the statement that runs.
            """;

    private final Surroundings surroundings;
    private final CommandLineOptions options;

    SqlPrompt(Surroundings surroundings, CommandLineOptions options) {
        this.surroundings = surroundings;
        this.options = options;
        if (options.out() != null) {
            throw CommandException.wrong(
                    OptionNames.OUT + " needs a query: at the prompt, copy (select ...) to 'FILE'" + " writes a file");
        }
    }

    int run(Accounts accounts) throws IOException {
        Format format = Format.of(options, null, true);
        try (SqlSession session = SqlSession.open(options, accounts);
                org.jline.terminal.Terminal terminal = terminal()) {
            Thread reading = Thread.currentThread();
            surroundings.interrupt().cancelWith(() -> {
                session.end();
                reading.interrupt();
            });
            terminal.handle(Signal.INT, signal -> session.cancel());
            LineReader reader = reader(terminal, session);
            greet(terminal, session);
            loop(reader, session, format);
            return surroundings.interrupt().happened() ? ExitCode.INTERRUPTED : ExitCode.DONE;
        } finally {
            surroundings.interrupt().cancelWith(null);
        }
    }

    /** The terminal of the process, or a plain one over the streams of a test. */
    private org.jline.terminal.Terminal terminal() throws IOException {
        return surroundings.in() instanceof Surroundings.StandardInput
                ? TerminalBuilder.builder()
                        .system(true)
                        .dumb(true)
                        .graphemeCluster(false) // asks the terminal nothing that it could answer into a statement
                        .build()
                : new DumbTerminal(
                        "analytics4j",
                        org.jline.terminal.Terminal.TYPE_DUMB,
                        surroundings.in(),
                        surroundings.out(),
                        StandardCharsets.UTF_8);
    }

    private LineReader reader(org.jline.terminal.Terminal terminal, SqlSession session) {
        SqlCompleter completer = new SqlCompleter(session.catalog());
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .appName("analytics4j")
                .terminal(terminal)
                .parser(completer)
                .completer(completer)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, GOES_ON)
                .variable(LineReader.HISTORY_SIZE, HISTORY)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY)
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true);
        Path history = history();
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        return builder.build();
    }

    /** A file that its owner alone may read, made before anything is written into it; null where it cannot be. */
    private @Nullable Path history() {
        Path folder = surroundings.folder("XDG_STATE_HOME", ".local/state");
        Path file = folder.resolve("sql-history");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return file;
        } catch (IOException e) {
            return null;
        }
    }

    private void greet(org.jline.terminal.Terminal terminal, SqlSession session) {
        if (options.flag(OptionNames.QUIET)) {
            return;
        }
        terminal.writer()
                .println(Words.count(session.catalog().names().size(), "table") + " and views; a statement ends with ;"
                        + " and .help says more");
        session.variables()
                .forEach((name, value) ->
                        terminal.writer().println("sandbox: getvariable('" + name + "') is '" + value + "'"));
        terminal.flush();
    }

    private void loop(LineReader reader, SqlSession session, Format format) {
        while (!surroundings.interrupt().happened()) {
            try {
                for (String statement : SqlScript.of(reader.readLine(PROMPT)).statements()) {
                    String word = statement.toLowerCase(Locale.ROOT);
                    if (LEAVE.contains(word)) {
                        return;
                    }
                    run(reader, session, word.equals(".help") ? word : statement, format);
                }
            } catch (UserInterruptException e) {
                // the line is dropped
            } catch (EndOfFileException e) {
                return;
            }
        }
    }

    private void run(LineReader reader, SqlSession session, String statement, Format format) {
        try (Output out = Output.stdout(surroundings)) {
            int width = Math.max(reader.getTerminal().getSize().getColumns(), 0);
            SqlOutput output = new SqlOutput(
                    surroundings,
                    options,
                    out,
                    format,
                    width > 0 ? width : surroundings.terminal().width());
            Terminal shown = new Terminal(
                    true, true, width > 0 ? width : surroundings.terminal().width());
            String text = statement.equals(".help") ? HELP : session.catalog().text(statement, shown);
            if (text == null) {
                session.run(statement, output);
                int unused = SqlRun.told(surroundings, session);
            } else {
                output.text(text);
            }
        } catch (CommandException e) {
            surroundings.err().println(readable(e));
        }
    }

    /** The database's own message shows the place in the statement. */
    private static String readable(CommandException failure) {
        List<String> lines = failure.getCause() instanceof SQLException sql
                        && String.valueOf(sql.getMessage()).startsWith(String.valueOf(failure.getMessage()))
                ? String.valueOf(sql.getMessage()).lines().toList()
                : List.of(String.valueOf(failure.getMessage()));
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            line.codePoints().map(Words::harmless).forEach(text::appendCodePoint);
            text.append(System.lineSeparator());
        }
        return text.toString().stripTrailing();
    }
}
