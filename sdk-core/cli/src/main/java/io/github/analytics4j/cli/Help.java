package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.ClientSettings.Setting;
import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;

/** Writes help as text, from the catalogues. */
final class Help {
    private static final int NARROWEST = 60;
    private static final int WIDEST = 120;
    private static final int USUAL = 100;
    private static final int INDENT = 2;
    private static final int LONGEST_NAME = 28;

    private final StringBuilder text = new StringBuilder();
    private final int width;

    Help(Terminal terminal) {
        this.width = terminal.width() == 0 ? USUAL : Math.max(NARROWEST, Math.min(WIDEST, terminal.width()));
    }

    /** {@code analytics4j --help}. */
    static String all(Terminal terminal, List<ApiCatalog> apis, List<Subcommand> subcommands) {
        Help help = new Help(terminal);
        help.paragraph(
                "analytics4j reads analytics APIs from a shell: every operation of each, as a table, JSON or CSV.");
        help.usage("analytics4j API GROUP OPERATION [options]");
        help.usage("analytics4j COMMAND [options]");
        help.heading("APIs");
        apis.forEach(api -> help.entry(api.name(), api.doc()));
        help.heading("Commands");
        subcommands.forEach(subcommand -> help.entry(subcommand.name(), subcommand.summary()));
        help.heading("Options");
        help.entry("--help", "Shows this; behind an API, a group or an operation: what that offers.");
        help.entry("--version", "Shows the version.");
        help.heading("Try");
        help.line("analytics4j " + example(apis) + " --sandbox --max-rows 5");
        return help.text.toString();
    }

    private static String example(List<ApiCatalog> apis) {
        return apis.stream()
                .flatMap(api -> api.operations().stream()
                        .filter(each -> each.paging() != Table.Paging.NONE)
                        .map(each -> words(api, each)))
                .reduce((first, second) -> second)
                .orElse("API GROUP OPERATION");
    }

    /** {@code synthflow calls list}. */
    static String words(ApiCatalog api, ApiOperation operation) {
        return api.name() + " " + OperationOptions.kebab(operation.group()) + " " + OperationOptions.word(operation);
    }

    /** {@code analytics4j synthflow --help}, or of one of its groups. */
    static String api(Terminal terminal, ApiCatalog api, @Nullable String group) {
        Help help = new Help(terminal);
        help.paragraph(api.doc());
        help.usage("analytics4j " + api.name() + " " + (group == null ? "GROUP" : group) + " OPERATION [options]");
        for (String each : groups(api)) {
            if (group == null || group.equals(each)) {
                help.heading(each);
                api.operations().stream()
                        .filter(operation ->
                                OperationOptions.kebab(operation.group()).equals(each))
                        .forEach(operation -> help.entry(OperationOptions.word(operation), operation.summary()));
                if (!SyncCommand.tables(api, each).isEmpty()) {
                    help.entry(SyncCommand.WORD, "Keeps a folder or database up to date with a table of these.");
                }
            }
        }
        help.heading("Account");
        for (Setting setting : api.settings()) {
            help.entry(
                    setting.variable(),
                    setting.meaning() + choices(setting.values()) + (setting.required() ? " Required." : "")
                            + " In a settings file: " + api.name() + "." + setting.name());
        }
        return help.text.toString();
    }

    static List<String> groups(ApiCatalog api) {
        return List.copyOf(new TreeSet<>(api.operations().stream()
                .map(each -> OperationOptions.kebab(each.group()))
                .toList()));
    }

    /** {@code analytics4j synthflow calls list --help}. */
    static String operation(Terminal terminal, ApiCatalog api, OperationOptions options) {
        ApiOperation operation = options.operation();
        Help help = new Help(terminal);
        for (String paragraph : operation.doc().split("\n\n", -1)) {
            help.paragraph(paragraph);
        }
        String required = options.parameters().entrySet().stream()
                .filter(each -> each.getValue().required())
                .map(each -> " " + each.getKey() + " ...")
                .collect(Collectors.joining());
        help.usage("analytics4j " + words(api, operation) + required + " [options]");
        options.groups().forEach(help::group);
        help.rules(options.parameters(), operation.rules());
        help.tables(operation.tables());
        help.text.append('\n');
        help.line("Sends " + operation.method() + " " + operation.path()
                + (operation.vendorUrl().isEmpty() ? "" : "; the vendor's page: " + operation.vendorUrl()));
        return help.text.toString();
    }

    /** {@code analytics4j synthflow calls sync --help}. */
    static String sync(Terminal terminal, String words, Table table, List<OptionGroup> groups) {
        Help help = new Help(terminal);
        help.paragraph("Brings a folder or database up to date with " + table.name()
                + ", for every night: what is new and what"
                + " changed, nothing twice, nothing lost when it is killed. " + table.doc());
        help.usage("analytics4j " + words + " " + OptionNames.INTO + " PLACE [options]");
        help.usage(
                "analytics4j " + words + " purge " + OptionNames.ID + " ID " + OptionNames.INTO + " PLACE [options]");
        groups.forEach(help::group);
        return help.text.toString();
    }

    /** The help of a subcommand. */
    static String subcommand(Terminal terminal, Subcommand subcommand) {
        Help help = new Help(terminal);
        help.paragraph(subcommand.summary());
        String arguments = subcommand.spec().positionalParameters().stream()
                .map(each -> " " + each.paramLabel())
                .collect(Collectors.joining());
        help.usage("analytics4j " + subcommand.name() + arguments + " [options]");
        help.group(new OptionGroup("Options", List.copyOf(subcommand.spec().options())));
        return help.text.toString();
    }

    /** {@code analytics4j describe TABLE}. */
    static String table(Terminal terminal, ApiCatalog api, Table table) {
        Help help = new Help(terminal);
        help.paragraph(table.name() + ": " + table.doc());
        help.usage("analytics4j " + words(api, table.operation())
                + (table.operation().tables().size() > 1 ? " --table " + table.name() : "") + " [options]");
        help.columns(table);
        return help.text.toString();
    }

    /** A table as SQL has it: called by its name, with its parameters. */
    static String sqlTable(Terminal terminal, Table table) {
        Help help = new Help(terminal);
        help.paragraph(table.name() + ": " + table.doc());
        List<String> required = table.parameters().stream()
                .filter(Parameter::required)
                .map(each -> each.name() + " := ...")
                .toList();
        help.usage("select ... from " + table.name() + "(" + String.join(", ", required) + ")");
        if (!table.parameters().isEmpty()) {
            help.heading("Parameters");
            table.parameters().forEach(each -> help.entry(each.name(), describe(each)));
        }
        help.columns(table);
        help.rules(Map.of(), table.operation().rules());
        return help.text.toString();
    }

    /** Names with a description each, below a heading. */
    static String list(Terminal terminal, String title, Map<String, String> entries) {
        Help help = new Help(terminal);
        help.text.append(title).append(":\n");
        entries.forEach(help::entry);
        return help.text.toString();
    }

    private void columns(Table table) {
        heading("Columns");
        for (Column column : table.columns()) {
            String known = column.choices().isEmpty()
                    ? ""
                    : " Known values: "
                            + column.choices().stream()
                                    .map(each -> each.value())
                                    .collect(Collectors.joining(", ")) + ".";
            entry(column.name(), column.type() + ". " + column.doc() + measure(column.unit(), column.scale()) + known);
        }
        table.idColumn().ifPresent(id -> fact("Told apart by: " + id.name()));
        table.timeColumn().ifPresent(time -> fact("Time: " + time.name()));
    }

    /** Describes in sentences what a parameter does and takes. */
    static String describe(Parameter parameter) {
        StringBuilder text = new StringBuilder(parameter.required() ? "Required. " : "").append(parameter.doc());
        text.append(measure(parameter.unit(), parameter.scale()));
        if (parameter.min() != null || parameter.max() != null) {
            text.append(" Allowed: ").append(parameter.min() == null ? "" : parameter.min() + " or more");
            text.append(parameter.min() != null && parameter.max() != null ? ", " : "");
            text.append(parameter.max() == null ? "" : parameter.max() + " or less")
                    .append('.');
        }
        if (parameter.type() != Parameter.Type.BOOLEAN) {
            text.append(choices(
                    parameter.choices().stream().map(each -> each.value()).toList()));
        }
        if (parameter.defaultText() != null) {
            text.append(" Unless told: ").append(parameter.defaultText()).append('.');
        }
        if (parameter.role() == Parameter.Role.POSITION) {
            text.append(" A walk begins there.");
        }
        return text.toString();
    }

    static String choices(List<String> values) {
        return values.isEmpty() ? "" : " One of " + String.join(", ", values) + ".";
    }

    private static String measure(@Nullable String unit, @Nullable String scale) {
        return (unit == null ? "" : " In " + unit + ".") + (scale == null ? "" : " Scale " + scale + ".");
    }

    private void rules(Map<String, Parameter> parameters, List<String> rules) {
        if (!rules.isEmpty()) {
            heading("Rules, checked before anything is sent");
            for (String rule : rules) {
                line("- " + inOptions(rule, parameters));
            }
        }
    }

    /** A text that names parameters, with the options that set them. */
    static String inOptions(String text, Map<String, Parameter> parameters) {
        String changed = text;
        for (Map.Entry<String, Parameter> each : parameters.entrySet()) {
            String name = Pattern.quote(each.getValue().name());
            changed = changed.replaceAll(
                    "(?<![\\w\"-])" + name + "(?![\\w\"-])", Matcher.quoteReplacement(each.getKey()));
        }
        return changed;
    }

    private void tables(List<Table> tables) {
        if (tables.size() > 1) {
            heading("Tables");
            tables.forEach(table -> entry(table.name(), table.doc()));
        }
    }

    private void paragraph(String words) {
        Words.wrap(words, width).forEach(line -> text.append(line).append('\n'));
        text.append('\n');
    }

    private void usage(String usage) {
        text.append("Usage: ").append(usage).append('\n');
    }

    private void heading(String title) {
        text.append('\n').append(title).append(":\n");
    }

    private void line(String words) {
        for (String line : Words.wrap(words, width - INDENT)) {
            text.append(" ".repeat(INDENT)).append(line).append('\n');
        }
    }

    private void fact(String words) {
        text.append('\n').append(words).append('\n');
    }

    private void group(OptionGroup group) {
        if (group.options().isEmpty()) {
            return;
        }
        heading(group.title());
        for (OptionSpec option : group.options()) {
            String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
            entry(option.longestName() + label, String.join(" ", option.description()));
        }
    }

    private void entry(String name, String words) {
        int column = INDENT + LONGEST_NAME + INDENT;
        List<String> lines = Words.wrap(words, width - column);
        String head = " ".repeat(INDENT) + Words.line(name);
        if (head.length() > column - INDENT) {
            text.append(head).append('\n').append(" ".repeat(column));
        } else {
            text.append(head).append(" ".repeat(column - head.length()));
        }
        text.append(String.join("\n" + " ".repeat(column), lines)).append('\n');
    }
}
