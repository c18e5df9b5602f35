package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.ClientSettings;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.export.ColumnRules;
import io.github.analytics4j.export.FileFormat;
import io.github.analytics4j.export.FolderSink;
import io.github.analytics4j.export.JdbcSink;
import io.github.analytics4j.export.Sink;
import io.github.analytics4j.export.SyncOptions;
import io.github.analytics4j.export.SyncTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The tables of a sync, where they go, and how: typed, or read from a plan. Texts, which are checked when they are used. */
final class SyncJob {
    private static final String DUCKDB = ".duckdb";
    private static final String JDBC = "jdbc:";

    final List<Entry> entries = new ArrayList<>();

    @Nullable
    String into;

    @Nullable
    String format;

    @Nullable
    String keyFile;

    @Nullable
    String lookBack;

    @Nullable
    String deletions;

    @Nullable
    String jdbcUser;

    @Nullable
    String jdbcPasswordFile;

    boolean largeDeletions;
    boolean newKey;

    /** One table of a sync. */
    static final class Entry {
        final ApiCatalog api;
        final Table table;
        /** By the parameter's name; values of one that narrows have commas between. */
        final Map<String, String> parameters;

        /** Makes the word by which a parameter was given: its name, or an option. */
        Function<Parameter, String> word = Parameter::name;

        List<String> leaveOut = List.of();
        List<String> mask = List.of();
        List<String> hash = List.of();

        @Nullable
        String since;

        @Nullable
        String name;

        @Nullable
        String settings;

        Entry(ApiCatalog api, Table table, Map<String, String> parameters) {
            this.api = api;
            this.table = table;
            this.parameters = parameters;
        }

        /** How the place calls the table. */
        String ownName() {
            return name == null ? table.name() : name;
        }

        /** The parameter whose every value is a partition: the one that the API requires, or one that has several. */
        private @Nullable Parameter narrowing() {
            List<Parameter> wanted = new ArrayList<>();
            for (Parameter each : filters(table)) {
                String given = parameters.get(each.name());
                if (each.required() && !each.list()) {
                    return each;
                } else if (given != null && given.contains(",") && each.type() == Parameter.Type.ID && !each.list()) {
                    wanted.add(each);
                }
            }
            if (wanted.size() > 1) {
                throw CommandException.wrong(wanted.get(0).name() + " and "
                        + wanted.get(1).name() + " have several values each: one of them can narrow the rows");
            }
            return wanted.isEmpty() ? null : wanted.get(0);
        }

        SyncTable table(ApiSession session, @Nullable String keyFile) {
            SyncTable made = SyncTable.of(session, table);
            Parameter narrowing = narrowing();
            Arguments fixed = Arguments.NONE;
            for (Parameter each : filters(table)) {
                String given = parameters.get(each.name());
                if (given != null && !each.equals(narrowing)) {
                    try {
                        fixed = fixed.with(each.name(), each.parse(given));
                    } catch (IllegalArgumentException e) {
                        throw new CommandException(ExitCode.WRONG_ARGUMENTS, "" + e.getMessage(), e);
                    }
                }
            }
            made = made.with(fixed);
            if (narrowing != null) {
                made = made.each(narrowing.name(), partitions(narrowing));
            }
            made = name == null ? made : made.named(name);
            made = since == null ? made : made.since(day(since));
            return made.with(rules(keyFile));
        }

        /** Finds the mistakes of a table that can be told without its API. */
        List<String> mistakes(@Nullable String keyFile) {
            Set<String> all = new LinkedHashSet<>();
            for (Parameter each : filters(table)) {
                String given = parameters.get(each.name());
                note(all, () -> {
                    if (given != null && !each.equals(narrowing())) {
                        each.parse(given);
                    }
                });
            }
            note(all, () -> {
                Parameter narrowing = narrowing();
                if (narrowing != null && partitions(narrowing).isEmpty()) {
                    throw CommandException.wrong(narrowing.name() + " has no value: give one or more");
                }
            });
            if (since != null) {
                String day = since;
                note(all, () -> day(day));
            }
            if (name != null && !SyncTable.isName(name)) {
                all.add("name = " + name + ": a name in a sink has letters, digits and low lines, a letter first");
            }
            all.addAll(columnMistakes("", keyFile));
            note(all, () -> rules(keyFile));
            return List.copyOf(all);
        }

        /**
         * Finds columns that are none, and a hash without a key.
         *
         * @param dashes before the words: those of options, none of a plan's
         */
        List<String> columnMistakes(String dashes, @Nullable String keyFile) {
            List<String> known = table.columns().stream().map(Column::name).toList();
            List<String> all = new ArrayList<>();
            Map.of("leave-out", leaveOut, "mask", mask, "hash", hash)
                    .forEach((word, columns) -> columns.stream()
                            .filter(each -> !known.contains(each))
                            .forEach(each -> all.add(dashes + word + ": " + each + " is no column of " + table.name()
                                    + Words.meant(each, known) + "; analytics4j describe " + table.name()
                                    + " lists them")));
            if (!hash.isEmpty() && keyFile == null) {
                all.add(dashes + "hash needs " + dashes + "key-file: a file that holds 16 random bytes or more");
            }
            return all.stream().sorted().toList();
        }

        private List<String> partitions(Parameter narrowing) {
            String given = parameters.get(narrowing.name());
            if (given == null) {
                throw CommandException.wrong(word.apply(narrowing) + " is missing: the rows of " + table.name()
                        + " are those of one value each; give one or more, separated by commas");
            }
            List<String> values = new ArrayList<>();
            for (String each : given.split(",", -1)) {
                if (!each.isBlank()) {
                    values.add(each.strip());
                }
            }
            return values;
        }

        private ColumnRules rules(@Nullable String keyFile) {
            ColumnRules.Builder rules = ColumnRules.builder()
                    .leaveOut(leaveOut.toArray(new String[0]))
                    .mask(mask.toArray(new String[0]))
                    .hash(hash.toArray(new String[0]));
            return (keyFile == null ? rules : rules.keyFile(Path.of(keyFile))).build();
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text.strip());
            } catch (DateTimeException e) {
                throw new CommandException(
                        ExitCode.WRONG_ARGUMENTS, "since takes a day such as 2026-02-01, was " + Words.shown(text), e);
            }
        }
    }

    /** Finds the mistakes of what all tables share that can be told without a place. */
    List<String> mistakes() {
        Set<String> all = new LinkedHashSet<>();
        note(all, this::place);
        note(all, this::options);
        if (deletions != null) {
            String chosen = deletions;
            note(all, () -> choice(chosen));
        }
        if (format != null) {
            String named = format;
            note(all, () -> FileFormat.of(named));
        }
        if (jdbcPasswordFile != null) {
            String password = jdbcPasswordFile;
            note(all, () -> firstLine(Path.of(password)));
        }
        Set<String> names = new HashSet<>();
        for (Entry each : entries) {
            String own = each.ownName();
            if (!names.add(own.toLowerCase(Locale.ROOT))) {
                all.add(own + " is given twice: give one of them another name");
            }
        }
        return List.copyOf(all);
    }

    private static void note(Set<String> mistakes, Runnable check) {
        try {
            check.run();
        } catch (CommandException | InvalidRequestException | IllegalArgumentException e) {
            mistakes.add(String.valueOf(e.getMessage()));
        }
    }

    /** The parameters that choose rows. */
    static List<Parameter> filters(Table table) {
        return table.parameters().stream()
                .filter(each -> each.role() == Parameter.Role.FILTER)
                .toList();
    }

    /** The sink that the job names. */
    Sink sink(Map<String, String> environment) {
        String place = place();
        if (isFolder(place)) {
            return FolderSink.of(Path.of(place), format == null ? held(Path.of(place)) : FileFormat.of(format));
        } else if (format != null) {
            throw CommandException.wrong(OptionNames.FORMAT + " is for folders; a database has its own");
        }
        return isJdbc(place) ? JdbcSink.of(place, account(place, environment)) : JdbcSink.duckdb(Path.of(place));
    }

    /** The format of the files that a folder has of the tables; that of new ones if it has none. */
    private FileFormat held(Path folder) {
        return entries.stream()
                .flatMap(each -> FolderSink.format(folder, each.ownName()).stream())
                .filter(each -> each != FileFormat.JSONL)
                .findFirst()
                .orElse(FileFormat.JSONL);
    }

    private static boolean isFolder(String place) {
        return !isJdbc(place) && !place.toLowerCase(Locale.ROOT).endsWith(DUCKDB);
    }

    private static boolean isJdbc(String place) {
        return place.toLowerCase(Locale.ROOT).startsWith(JDBC);
    }

    /** Whether a text is an address as of the web, and no path. */
    static boolean isAddress(String place) {
        return place.matches("(?is)[a-z][a-z0-9+.-]*://.*");
    }

    /** Where the rows go, if that can be a place at all. */
    private String place() {
        String place = into;
        if (place == null || place.isBlank()) {
            throw CommandException.wrong("the place is missing: " + OptionNames.INTO + " takes a folder, FILE" + DUCKDB
                    + " or jdbc:postgresql://HOST/DATABASE");
        } else if (isJdbc(place)) {
            return place;
        } else if (isAddress(place)) { // which may hold a password
            String scheme = place.substring(0, place.indexOf("://") + 3).toLowerCase(Locale.ROOT);
            throw CommandException.wrong("a place that begins with " + scheme + " is none that rows go to: "
                    + (scheme.startsWith("postgres")
                            ? "put jdbc: before it"
                            : scheme.equals("file://")
                                    ? "give the path alone"
                                    : "give a folder of this machine, and copy it there after each run"));
        }
        requirePath(place);
        return place;
    }

    private static void requirePath(String place) {
        boolean there;
        boolean folder;
        try {
            folder = Files.isDirectory(Path.of(place));
            there = Files.exists(Path.of(place));
        } catch (InvalidPathException e) {
            throw new CommandException(ExitCode.WRONG_ARGUMENTS, "the place is no path: " + e.getReason(), e);
        }
        if (!isFolder(place)) {
            if (folder) {
                throw CommandException.wrong(
                        place + " is a folder, and a name that ends in " + DUCKDB + " is a file's: take another name");
            }
        } else if (there && !folder) {
            throw CommandException.wrong(place + " is a file, and rows go to a folder, FILE" + DUCKDB
                    + " or jdbc:postgresql://HOST/DATABASE: take another name");
        } else if (!there && place.matches("(?is).*[.](db|ddb|sqlite3?|csv|parquet|jsonl|gz)")) {
            throw CommandException.wrong(place + " could be a file or a folder: a file of DuckDB's ends in " + DUCKDB
                    + ", and for a folder of that name put a / behind it");
        }
    }

    private Properties account(String url, Map<String, String> environment) {
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw CommandException.wrong(
                    "a password in the address is seen by others: set ANALYTICS4J_JDBC_PASSWORD in the"
                            + " environment, jdbc-password-file in a plan, or use a .pgpass file");
        }
        Properties account = new Properties();
        String user = jdbcUser == null ? environment.get("ANALYTICS4J_JDBC_USER") : jdbcUser;
        String password = jdbcPasswordFile == null
                ? environment.get("ANALYTICS4J_JDBC_PASSWORD")
                : firstLine(Path.of(jdbcPasswordFile));
        if (user != null) {
            account.setProperty("user", user);
        }
        if (password != null) {
            account.setProperty("password", password);
        }
        return account;
    }

    private static String firstLine(Path file) {
        try {
            ClientSettings.refuseOthers("password file", file);
            return SyncPlan.withoutMark(Files.readString(file))
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS, "the password file " + file + " cannot be read: " + OutputFile.why(e), e);
        }
    }

    /** The options that the job names. */
    SyncOptions options() {
        SyncOptions.Builder options =
                SyncOptions.builder().largeDeletions(largeDeletions).newKey(newKey);
        if (lookBack != null) {
            options.lookBack(Words.duration("look-back", lookBack));
        }
        if (deletions != null) {
            options.deletions(choice(deletions));
        }
        return options.build();
    }

    private static SyncOptions.Deletions choice(String text) {
        for (SyncOptions.Deletions each : SyncOptions.Deletions.values()) {
            if (each.name().equalsIgnoreCase(text.strip())) {
                return each;
            }
        }
        throw CommandException.wrong("deletions is delete, mark or keep, was " + Words.shown(text));
    }
}
