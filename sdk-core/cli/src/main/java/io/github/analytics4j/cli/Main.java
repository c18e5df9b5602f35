package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TimeZone;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * The command {@code analytics4j}. Its commands are made of the catalogues found on the class path; the first words say
 * which one is made.
 */
public final class Main {
    private final Surroundings surroundings;

    private Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Runs the command and ends the process with its exit code. After a signal it returns, for the process is ending already, with
     * the signal's own code: an exit beside that one takes its place if it comes just before the end.
     *
     * @param arguments as they were typed
     */
    public static void main(String[] arguments) {
        Optional<String> unreadable = Surroundings.unreadable(
                List.of(arguments), System.getenv(), System.getProperty("sun.jnu.encoding", "UTF-8"));
        if (unreadable.isPresent()) {
            System.err.println("analytics4j: " + unreadable.get());
            System.exit(ExitCode.WRONG_ARGUMENTS);
        }
        // DuckDB's driver errs in the hours where clocks of a zone change, and has no other way to read lists of times
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        Surroundings surroundings = Surroundings.ofProcess();
        int code = run(surroundings, arguments);
        surroundings.interrupt().over();
        if (!surroundings.interrupt().happened()) {
            System.exit(code);
        }
    }

    /**
     * Runs the command; ends no process, and throws nothing.
     *
     * @param surroundings streams, environment and terminal
     * @param arguments as they were typed
     * @return the exit code
     */
    public static int run(Surroundings surroundings, String... arguments) {
        List<String> words = List.of(arguments);
        try {
            return new Main(surroundings).run(words);
        } catch (Throwable failure) { // an Error as well: the user gets a line and a code
            if (surroundings.interrupt().happened()) {
                surroundings.tell("interrupted");
                return ExitCode.INTERRUPTED;
            }
            return Failures.report(failure, surroundings.err(), words.contains(OptionNames.STACKTRACE));
        }
    }

    private int run(List<String> words) throws Exception {
        String first = words.isEmpty() ? "" : words.get(0);
        switch (first) {
            case "" -> throw CommandException.wrong("a command is missing; analytics4j --help lists them all");
            case "--help", "-h", "help" -> {
                boolean ofOne = first.equals("help") && words.size() > 1;
                return ofOne
                        ? run(Stream.concat(words.stream().skip(1), Stream.of(OptionNames.HELP))
                                .toList())
                        : surroundings.print(Help.all(surroundings.terminal(), ApiCatalog.all(), subcommands()));
            }
            case "--warm-up" -> {
                return WarmUp.run();
            }
            case "--version", "-V" -> {
                return surroundings.print("analytics4j " + version());
            }
            default -> {
                List<ApiCatalog> apis = ApiCatalog.all();
                for (ApiCatalog api : apis) {
                    if (api.name().equals(first)) {
                        return run(api, words.subList(1, words.size()));
                    }
                }
                return runOther(first, words.subList(1, words.size()), apis);
            }
        }
    }

    /** The version of the build, and of the Java it runs on. */
    private static String version() throws IOException {
        try (InputStream text = Main.class.getResourceAsStream("version.txt")) {
            String version = text == null ? "unknown" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
            return version + " (Java " + Runtime.version().feature() + ")";
        }
    }

    private int run(ApiCatalog api, List<String> words) throws IOException {
        List<String> groups = Help.groups(api);
        String group = words.isEmpty() ? "" : words.get(0);
        if (isHelp(group)) {
            return surroundings.print(Help.api(surroundings.terminal(), api, null));
        } else if (!groups.contains(group)) {
            throw CommandException.wrong(unknown(group, "group of " + api.title(), groups) + "; analytics4j "
                    + api.name() + " --help lists its operations");
        }
        List<ApiOperation> operations = api.operations().stream()
                .filter(each -> OperationOptions.kebab(each.group()).equals(group))
                .toList();
        String word = words.size() < 2 ? "" : words.get(1);
        if (isHelp(word)) {
            return surroundings.print(Help.api(surroundings.terminal(), api, group));
        }
        List<String> names = operations.stream().map(OperationOptions::word).toList();
        if (word.equals(SyncCommand.WORD) && !names.contains(word)) {
            return SyncCommand.run(surroundings, api, group, words.subList(2, words.size()));
        } else if (!names.contains(word)) {
            throw CommandException.wrong(unknown(word, "operation of " + api.name() + " " + group, names)
                    + "; analytics4j " + api.name() + " " + group + " --help lists them");
        }
        return new OperationRun(surroundings, api, operations.get(names.indexOf(word)))
                .run(words.subList(2, words.size()));
    }

    private static boolean isHelp(String word) {
        return word.equals("--help") || word.equals("-h");
    }

    private static String unknown(String word, String kind, List<String> known) {
        Typed.refuseKeys(List.of(word), List.of());
        return word.isEmpty() || word.startsWith("-")
                ? "the " + kind + " is missing: one of " + String.join(", ", known)
                : "there is no " + kind + " called " + Words.shown(word, known) + Words.meant(word, known);
    }

    private int runOther(String first, List<String> words, List<ApiCatalog> apis) throws Exception {
        List<Subcommand> all = subcommands();
        for (Subcommand subcommand : all) {
            if (subcommand.name().equals(first)) {
                if (words.contains(OptionNames.HELP) || words.contains("-h")) {
                    return surroundings.print(Help.subcommand(surroundings.terminal(), subcommand));
                }
                CommandLine command = new CommandLine(subcommand.spec().name(first));
                command.setExpandAtFiles(false);
                return subcommand.run(Typed.parse(command, words), surroundings);
            }
        }
        List<String> known = new ArrayList<>(apis.stream().map(ApiCatalog::name).toList());
        all.forEach(each -> known.add(each.name()));
        throw CommandException.wrong(unknown(first, "API or command", known) + "; analytics4j --help lists them all");
    }

    /** The words that are no API, in the order of the help. */
    static List<Subcommand> subcommands() {
        List<Subcommand> all = new ArrayList<>(List.of(
                new TablesCommand(),
                new DescribeCommand(),
                new SqlCommand(),
                new SandboxCommand(),
                new SyncCommand(),
                new CompletionCommand()));
        ServiceLoader.load(Subcommand.class).forEach(all::add);
        return all;
    }
}
