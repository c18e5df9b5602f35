package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Parameter.Choice;
import io.github.analytics4j.catalog.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The options of one operation, made of its catalogue: its parameters, and ours where they apply to what it gives. */
final class OperationOptions {
    private final ApiOperation operation;
    private final List<OptionGroup> groups = new ArrayList<>();
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    OperationOptions(ApiCatalog api, ApiOperation operation) {
        this.operation = operation;
        List<OptionGroup> own = new ArrayList<>(result(operation));
        own.add(Accounts.options(api));
        own.add(help());
        Set<String> taken = new TreeSet<>();
        own.forEach(group -> group.options().forEach(option -> taken.add(option.longestName())));
        OptionGroup.Builder first = new OptionGroup.Builder();
        for (Parameter parameter : shown(operation)) {
            String name = free(taken, "--" + parameter.name().replace('_', '-'));
            parameters.put(name, parameter);
            add(first, name, parameter);
        }
        groups.add(first.build("Parameters"));
        groups.addAll(own);
    }

    /** The word a user types for an operation: {@code call-volume} for {@code callVolume}. */
    static String word(ApiOperation operation) {
        return kebab(operation.name());
    }

    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Where a page begins and how long it is, a walk says; its own option has a name that nobody takes for a cap. */
    private static List<Parameter> shown(ApiOperation operation) {
        boolean walked = operation.paging() != Table.Paging.NONE;
        return operation.parameters().stream()
                .filter(each -> !walked || each.role() != Parameter.Role.PAGE_SIZE)
                .toList();
    }

    private static String free(Set<String> taken, String wish) {
        String name = wish;
        while (!taken.add(name)) {
            name = "--param-" + name.substring(2);
        }
        return name;
    }

    private static void add(OptionGroup.Builder group, String name, Parameter parameter) {
        String day = parameter.type() == Parameter.Type.TIMESTAMP ? " A day stands for its start in UTC." : "";
        String description = Help.describe(parameter) + day;
        List<String> choices = parameter.type() == Parameter.Type.BOOLEAN
                ? List.of("true", "false")
                : parameter.choices().stream().map(Choice::value).toList();
        if (parameter.list()) {
            group.values(name, label(parameter) + ",...", description, choices);
        } else {
            group.value(name, label(parameter), description, choices);
        }
    }

    private static String label(Parameter parameter) {
        return switch (parameter.type()) {
            case TEXT -> "TEXT";
            case ID -> "ID";
            case INTEGER, NUMBER, DECIMAL -> "NUMBER";
            case BOOLEAN -> "true|false";
            case DATE -> "DAY";
            case TIMESTAMP, DATE_OR_TIME -> "TIME";
            case CHOICE -> "VALUE";
        };
    }

    private static List<OptionGroup> result(ApiOperation operation) {
        return switch (operation.result()) {
            case JSON ->
                operation.paging() == Table.Paging.NONE
                        ? List.of(output(operation))
                        : List.of(output(operation), walk(operation));
            case FILE -> List.of(file());
            case ORDER -> List.of(order());
        };
    }

    private static OptionGroup output(ApiOperation operation) {
        return OptionGroup.of("Output", group -> {
            List<Table> tables = operation.tables();
            if (tables.size() > 1) {
                group.value(
                        OptionNames.TABLE,
                        "NAME",
                        "Which rows of the response to write; " + tables.get(0).name() + " unless told.",
                        tables.stream().map(Table::name).toList());
            }
            if (!tables.isEmpty()) {
                group.value(
                        OptionNames.FORMAT,
                        "FORMAT",
                        "table, json, jsonl or csv. Unless told: a table on a terminal, what the name of the --out file"
                                + " ends with, else jsonl, one JSON object a line.",
                        List.of("table", "json", "jsonl", "csv"));
                group.values(
                        OptionNames.COLUMNS,
                        "A,B,...",
                        "Columns to write, in this order; those of a table are listed by: analytics4j describe TABLE.",
                        List.of());
                group.excel();
                group.value(OptionNames.MAX_ROWS, "NUMBER", "Ends after that many rows.");
            }
            group.out().flag(OptionNames.RAW, "Prints the JSON of one response as the server sent it.");
        });
    }

    private static OptionGroup walk(ApiOperation operation) {
        Table paged = operation.tables().get(0);
        return OptionGroup.of(
                "Walk over all pages",
                group -> group.value(
                                OptionNames.PAGE_SIZE,
                                "NUMBER",
                                "Rows a request; " + paged.maxPageSize() + " are allowed at most. It is no cap: see "
                                        + OptionNames.MAX_ROWS + ".")
                        .value(OptionNames.PREFETCH, "PAGES", "Asks for that many pages ahead; 0 unless told.")
                        .value(
                                OptionNames.CHECKPOINT,
                                "FILE",
                                "Keeps in that file how far the walk is. Run again with it, the walk goes on there;"
                                        + " the file is removed at its end."));
    }

    private static OptionGroup file() {
        return OptionGroup.of(
                "Output",
                group -> group.value(OptionNames.OUT, "FILE", "Required. The name the file is to have.")
                        .flag(OptionNames.OVERWRITE, "Replaces the file if it is there."));
    }

    private static OptionGroup order() {
        return OptionGroup.of(
                "Order",
                group -> group.flag(OptionNames.WAIT, "Waits until the file is made, and fetches it; needs --out.")
                        .value(OptionNames.OUT, "FILE", "The name the file is to have.")
                        .value(
                                OptionNames.TICKET,
                                "FILE",
                                "Keeps the order in that file. Run again with it, the command goes on with the same"
                                        + " order, and does nothing if all is done.")
                        .flag(
                                OptionNames.AGAIN,
                                "Orders anew in spite of a ticket or a file that is there, and replaces" + " both."));
    }

    private static OptionGroup help() {
        return OptionGroup.of(
                "More",
                group -> group.value(
                                OptionNames.DEADLINE,
                                "TIME",
                                "How long a request may take with all its retries (2m unless told), or how long an"
                                        + " order is waited for (5m unless told): 90s, 5m, 2h.")
                        .flag(
                                OptionNames.CURL,
                                "Prints the request as a curl line, the key left out, and sends nothing. A walk"
                                        + " adds where a page begins and how long it is.")
                        .common());
    }

    /** The table of a name, or the first one where none is given. */
    static Table table(List<Table> tables, @Nullable String name) {
        if (name == null) {
            return tables.get(0);
        }
        List<String> known = tables.stream().map(Table::name).toList();
        if (!known.contains(name)) {
            throw CommandException.wrong(
                    OptionNames.TABLE + " is one of " + String.join(", ", known) + ", was " + Words.shown(name, known));
        }
        return tables.get(known.indexOf(name));
    }

    ApiOperation operation() {
        return operation;
    }

    List<OptionGroup> groups() {
        return groups;
    }

    /** The parameters by the option that sets them. */
    Map<String, Parameter> parameters() {
        return parameters;
    }
}
