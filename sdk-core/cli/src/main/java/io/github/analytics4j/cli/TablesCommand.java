package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Table;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analytics4j tables}. */
final class TablesCommand implements Subcommand {

    @Override
    public String name() {
        return "tables";
    }

    @Override
    public String summary() {
        return "Lists all tables of all APIs: how their rows come, and the command that writes them.";
    }

    @Override
    public CommandSpec spec() {
        return OptionGroup.command(name(), List.of());
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        List<ApiCatalog> apis = ApiCatalog.all();
        int longest = apis.stream()
                .flatMap(api -> api.tables().stream())
                .mapToInt(table -> table.name().length())
                .max()
                .orElse(0);
        StringBuilder lines = new StringBuilder();
        for (ApiCatalog api : apis) {
            for (Table table : api.tables()) {
                lines.append(String.format(
                        Locale.ROOT,
                        "%-" + longest + "s  %-6s  analytics4j %s%s%n",
                        table.name(),
                        table.paging().name().toLowerCase(Locale.ROOT),
                        Help.words(api, table.operation()),
                        table.operation().tables().get(0) == table ? "" : " --table " + table.name()));
            }
        }
        return surroundings.print(lines.toString());
    }
}
