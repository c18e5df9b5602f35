package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Table;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analytics4j describe TABLE}. */
final class DescribeCommand implements Subcommand {

    @Override
    public String name() {
        return "describe";
    }

    @Override
    public String summary() {
        return "Describes the columns of a table: their names, types, meanings and units.";
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = OptionGroup.command(name(), List.of());
        spec.addPositional(OptionGroup.word(
                "TABLE",
                "1",
                "A table's name; analytics4j tables lists them.",
                () -> ApiCatalog.all().stream()
                        .flatMap(api -> api.tables().stream())
                        .map(Table::name)
                        .iterator()));
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String name = arguments.matchedPositionalValue(0, "");
        if (name.isEmpty()) {
            throw CommandException.wrong("the table is missing; analytics4j tables lists them all");
        }
        List<ApiCatalog> apis = ApiCatalog.all();
        for (ApiCatalog api : apis) {
            Optional<Table> table = api.table(name);
            if (table.isPresent()) {
                return surroundings.print(Help.table(surroundings.terminal(), api, table.get()));
            }
        }
        List<String> known = apis.stream()
                .flatMap(api -> api.tables().stream())
                .map(Table::name)
                .toList();
        throw CommandException.wrong("there is no table " + Words.shown(name, known) + Words.meant(name, known)
                + "; analytics4j tables lists them all");
    }
}
