package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Table;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
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
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("TABLE")
                .type(String.class)
                .arity("1")
                .index("0")
                .description("A table's name; analytics4j tables lists them.")
                .completionCandidates(() -> ApiCatalog.all().stream()
                        .flatMap(api -> api.tables().stream())
                        .map(Table::name)
                        .iterator())
                .build());
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
                return Texts.print(surroundings, Help.table(surroundings.terminal(), api, table.get()));
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
