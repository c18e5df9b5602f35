package io.github.analytics4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code analytics4j sql [QUERY]}. Loads nothing of the database before it is known to be there. */
final class SqlCommand implements Subcommand {
    private static final String STDIN = "-";

    private static final List<String> FILES =
            List.of(OptionNames.OUT, OptionNames.DATABASE, OptionNames.QUERY_FILE, OptionNames.SETTINGS);

    @Override
    public String name() {
        return "sql";
    }

    @Override
    public String summary() {
        return "Runs SQL over the tables of all APIs, each a function; without a query, at a prompt. Needs DuckDB's driver.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = OptionGroup.command(
                name(),
                List.of(
                        output(),
                        tables(),
                        new OptionGroup("Account", Accounts.options()),
                        OptionGroup.of("More", group -> group.deadline().common())));
        spec.addOption(OptionSpec.builder("-f", OptionNames.QUERY_FILE)
                .type(String.class)
                .arity("1")
                .paramLabel("FILE")
                .description("Reads the statements from a file; so does @FILE in the place of the query.")
                .build());
        spec.addPositional(OptionGroup.word(
                "[QUERY]",
                "0..1",
                "Statements with semicolons between; @FILE reads them from a file, - from stdin.",
                null));
        return spec;
    }

    private static OptionGroup output() {
        return OptionGroup.of(
                "Output",
                group -> group.value(
                                OptionNames.FORMAT,
                                "FORMAT",
                                "table, json, jsonl or csv. Unless told: a table on a terminal, what the name of the --out"
                                        + " file ends with, else jsonl, one JSON object a line. For Parquet: copy"
                                        + " (select ...) to 'FILE.parquet'.",
                                List.of("table", "json", "jsonl", "csv"))
                        .excel()
                        .out());
    }

    private static OptionGroup tables() {
        return OptionGroup.of(
                "Tables",
                group -> group.value(
                                OptionNames.DATABASE,
                                "FILE",
                                "A DuckDB database file, instead of memory; made if" + " it is not there.")
                        .values(
                                OptionNames.STORED,
                                "FOLDER",
                                "Reads each table of which the folder has a folder of its name from the files in it,"
                                        + " instead of from the API. May be repeated.",
                                List.of())
                        .value(OptionNames.PREFETCH, "PAGES", "Asks for that many pages ahead; 0 unless told.")
                        .flag(
                                OptionNames.ALLOW_UNPROVEN,
                                "Has the rows of a walk that is not proven complete, with a line that says why and exit"
                                        + " code 3; else the statement fails with that code."));
    }

    @Override
    public int run(ParseResult parsed, Surroundings surroundings) throws IOException {
        requireDriver();
        CommandLineOptions options = new CommandLineOptions(parsed);
        options.refuseSharedFile(FILES);
        String query = query(options, surroundings);
        try (Accounts accounts = new Accounts(surroundings, parsed)) {
            return query == null
                    ? new SqlPrompt(surroundings, options).run(accounts)
                    : new SqlRun(surroundings, options).run(accounts, query);
        }
    }

    private static void requireDriver() throws IOException {
        try {
            ClassLoader loader = SqlCommand.class.getClassLoader();
            Class.forName("org.duckdb.DuckDBDriver", false, loader);
            Class.forName("io.github.analytics4j.duckdb.Analytics", false, loader);
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            String jar = "duckdb_jdbc-" + version() + ".jar";
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS,
                    "sql needs DuckDB's driver, which is not there: fetch " + jar
                            + " (80 MB; Maven Central has it as org.duckdb:duckdb_jdbc) and put it into " + folder(),
                    e);
        }
    }

    private static String version() throws IOException {
        try (InputStream text = SqlCommand.class.getResourceAsStream("duckdb.txt")) {
            return text == null ? "" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** The folder of the jar that this is run from. */
    private static String folder() {
        CodeSource source = SqlCommand.class.getProtectionDomain().getCodeSource();
        try {
            Path jar = source == null ? null : Path.of(source.getLocation().toURI());
            Path folder = jar != null && Files.isRegularFile(jar) ? jar.getParent() : null;
            if (folder != null) {
                return folder.toString();
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // said in general
        }
        return "the folder of analytics4j.jar, or on the class path";
    }

    /** The statements to run; null for a prompt. */
    private static @Nullable String query(CommandLineOptions options, Surroundings surroundings) throws IOException {
        String word = options.parsed().matchedPositionalValue(0, null);
        Path file = options.path(OptionNames.QUERY_FILE);
        if (word != null && file != null) {
            throw CommandException.wrong("the query is given twice, as a word and by " + OptionNames.QUERY_FILE);
        } else if (file != null) {
            return read(file);
        } else if (word != null && word.startsWith("@")) {
            return read(path(word.substring(1)));
        } else if (word != null && !word.equals(STDIN)) {
            return word;
        }
        Terminal terminal = surroundings.terminal();
        if (word == null && terminal.in()) {
            if (terminal.out()) {
                return null;
            }
            throw CommandException.wrong("the query is missing, and a prompt needs a terminal for its output");
        }
        if (surroundings.in() instanceof Surroundings.StandardInput && Terminal.isOwn(Terminal.stream(0))) {
            throw CommandException.wrong("the query is missing: stdin, which it is read from, is closed");
        }
        return utf8(surroundings.in().readAllBytes());
    }

    /** Refuses other bytes: with marks in their place a text would find no row, and nobody would know why. */
    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS, "the query from stdin cannot be read: " + OutputFile.why(e), e);
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new CommandException(ExitCode.WRONG_ARGUMENTS, "@ takes the name of a file, was \"" + name + "\"", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS, "the query file " + file + " cannot be read: " + OutputFile.why(e), e);
        }
    }
}
