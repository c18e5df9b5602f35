package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analytics4j sync --plan FILE}, and {@code analytics4j API GROUP sync --into PLACE} for one table. */
final class SyncCommand implements Subcommand {
    static final String WORD = "sync";

    @Override
    public String name() {
        return WORD;
    }

    @Override
    public String summary() {
        return "Brings a folder or database up to date with all tables of a plan: for every night. For one table:"
                + " API GROUP sync.";
    }

    @Override
    public CommandSpec spec() {
        OptionGroup plan = OptionGroup.of(
                "Plan",
                group -> group.value(
                        OptionNames.PLAN,
                        "FILE",
                        "Required. Properties, no YAML: into, format, and NAME.table for each table."));
        return purging(OptionGroup.command(
                WORD, List.of(plan, what(), new OptionGroup("Account", Accounts.options()), more())));
    }

    @Override
    public int run(ParseResult parsed, Surroundings surroundings) throws IOException {
        CommandLineOptions options = new CommandLineOptions(parsed);
        Path plan = options.path(OptionNames.PLAN);
        if (plan == null) {
            throw CommandException.wrong(
                    OptionNames.PLAN + " is missing: the file that says what to keep up to date where");
        }
        SyncJob job = SyncPlan.read(plan, ApiCatalog.all());
        try (Accounts accounts = new Accounts(surroundings, parsed)) {
            return new SyncRun(surroundings, options, job).run(accounts);
        }
    }

    private static CommandSpec purging(CommandSpec spec) {
        return spec.addPositional(OptionGroup.word(
                "[" + SyncRun.PURGE + "]",
                "0..1",
                "Takes the rows of " + OptionNames.ID + " out of the sink for good.",
                List.of(SyncRun.PURGE)));
    }

    /** Makes the options for actions other than a run. */
    private static OptionGroup what() {
        return OptionGroup.of(
                "Instead of a run",
                group -> group.flag(OptionNames.STATUS, "Tells what is covered, open, due and rejected; asks nobody.")
                        .flag(OptionNames.VERIFY, "Compares all with the API, by counts and hashes; changes nothing.")
                        .flag(
                                OptionNames.SNIPPETS,
                                "Prints how DuckDB, pandas, Spark, BigQuery and Snowflake read what is stored.")
                        .values(
                                OptionNames.ID,
                                "ID",
                                "With the word purge: the id of a row to purge, as the API has it; may be given again."
                                        + " Only rows of the agents that the command or plan names are purged.",
                                List.of()));
    }

    private static OptionGroup more() {
        return OptionGroup.of(
                "More",
                group -> group.flag(
                                OptionNames.LARGE_DELETIONS,
                                "Deletes rows beyond the guards too, for this run: look at what is gone first.")
                        .flag(OptionNames.NEW_KEY, "Takes another key of the same account, as after a rotation.")
                        .deadline()
                        .common());
    }

    /** The tables of a group of operations, those that a log is first. */
    static List<Table> tables(ApiCatalog api, String group) {
        List<Table> tables = new ArrayList<>();
        for (ApiOperation operation : api.operations()) {
            if (OperationOptions.kebab(operation.group()).equals(group)) {
                tables.addAll(operation.tables());
            }
        }
        tables.sort((one, other) -> Boolean.compare(isLog(other), isLog(one)));
        return tables;
    }

    private static boolean isLog(Table table) {
        return table.idColumn().isPresent() && table.timeColumn().isPresent();
    }

    /** {@code analytics4j API GROUP sync}, with the words behind it. */
    static int run(Surroundings surroundings, ApiCatalog api, String group, List<String> words) throws IOException {
        Table table = table(api, group, words);
        if (words.contains(OptionNames.HELP) || words.contains("-h")) {
            return surroundings.print(Help.sync(
                    surroundings.terminal(), api.name() + " " + group + " " + WORD, table, groups(api, group, table)));
        }
        CommandLine command = new CommandLine(
                spec(api, group, table).name(api.name() + " " + group + " " + WORD)); // so that mistakes tell its help
        CommandLineOptions options = new CommandLineOptions(Typed.parse(command, words));
        SyncJob job = new SyncJob();
        job.into = options.text(OptionNames.INTO);
        job.format = options.text(OptionNames.FORMAT);
        job.keyFile = options.text(OptionNames.KEY_FILE);
        job.lookBack = options.text(OptionNames.LOOK_BACK);
        job.deletions = options.text(OptionNames.DELETIONS);
        try (Accounts accounts = new Accounts(surroundings, options.parsed())) {
            job.entries.add(entry(api, table, options, accounts));
            return new SyncRun(surroundings, options, job).run(accounts);
        }
    }

    private static SyncJob.Entry entry(ApiCatalog api, Table table, CommandLineOptions options, Accounts accounts) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Parameter each : SyncJob.filters(table)) {
            List<String> given = options.texts(option(each));
            String text = given.isEmpty()
                    ? each.required() ? accounts.fromSandbox(api, each.name()).orElse(null) : null
                    : String.join(",", given);
            if (text != null) {
                parameters.put(each.name(), text);
            }
        }
        SyncJob.Entry entry = new SyncJob.Entry(api, table, parameters);
        entry.word = SyncCommand::option;
        entry.since = options.text(OptionNames.SINCE);
        entry.leaveOut = options.texts(OptionNames.LEAVE_OUT);
        entry.mask = options.texts(OptionNames.MASK);
        entry.hash = options.texts(OptionNames.HASH);
        List<String> mistakes = entry.columnMistakes("--", options.text(OptionNames.KEY_FILE));
        if (!mistakes.isEmpty()) {
            throw CommandException.wrong(String.join("; ", mistakes));
        }
        return entry;
    }

    private static String option(Parameter parameter) {
        String plain = "--" + parameter.name().replace('_', '-');
        return plain.equals(OptionNames.ID) || plain.equals(OptionNames.FORMAT) || plain.equals(OptionNames.STATUS)
                ? "--param-" + plain.substring(2)
                : plain;
    }

    /** The options depend on the table, so that its name is looked for first. */
    private static Table table(ApiCatalog api, String group, List<String> words) {
        List<Table> tables = tables(api, group);
        if (tables.isEmpty()) {
            throw CommandException.wrong("the operations of " + api.name() + " " + group + " give no tables");
        }
        String wanted = null;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equals(OptionNames.TABLE) && i + 1 < words.size()) {
                wanted = words.get(i + 1);
            } else if (words.get(i).startsWith(OptionNames.TABLE + "=")) {
                wanted = words.get(i).substring(OptionNames.TABLE.length() + 1);
            }
        }
        return OperationOptions.table(tables, wanted);
    }

    /** The command of a group, as a completion lists it. */
    static CommandSpec spec(ApiCatalog api, String group, Table table) {
        return purging(OptionGroup.command(WORD, groups(api, group, table)));
    }

    private static List<OptionGroup> groups(ApiCatalog api, String group, Table table) {
        OptionGroup rows = OptionGroup.of("Rows", options -> {
            options.value(
                    OptionNames.TABLE,
                    "NAME",
                    "The table; " + tables(api, group).get(0).name() + " unless told.",
                    tables(api, group).stream().map(Table::name).toList());
            for (Parameter each : SyncJob.filters(table)) {
                options.values(option(each), "VALUE,...", Help.describe(each), List.of());
            }
            options.value(OptionNames.SINCE, "DAY", "Begins there; with the oldest row unless told.");
        });
        return List.of(rows, sink(), what(), Accounts.options(api), more());
    }

    private static OptionGroup sink() {
        return OptionGroup.of(
                "Sink",
                options -> options.value(
                                OptionNames.INTO,
                                "PLACE",
                                "Required. A folder of this machine, FILE.duckdb, or jdbc:postgresql://HOST/DATABASE.")
                        .value(
                                OptionNames.FORMAT,
                                "FORMAT",
                                "How a folder holds rows: jsonl, csv or parquet; unless told that of the files that are there, else jsonl.",
                                List.of("jsonl", "csv", "parquet"))
                        .values(OptionNames.LEAVE_OUT, "A,B,...", "Columns that are not stored.", List.of())
                        .values(OptionNames.MASK, "A,B,...", "Columns in whose place *** is stored.", List.of())
                        .values(
                                OptionNames.HASH,
                                "A,B,...",
                                "Columns in whose place a keyed hash is stored; needs " + OptionNames.KEY_FILE + ".",
                                List.of())
                        .value(OptionNames.KEY_FILE, "FILE", "Holds the key of hashes: 16 random bytes or more.")
                        .value(
                                OptionNames.DELETIONS,
                                "WHAT",
                                "What becomes of rows that are gone: delete, mark or keep; delete unless told.",
                                List.of("delete", "mark", "keep"))
                        .value(
                                OptionNames.LOOK_BACK,
                                "TIME",
                                "Reads again what began so long before the last run; 72h unless told."));
    }
}
