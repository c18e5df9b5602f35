package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Table;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Uses what a user uses, against the sandbox and for no output: the launcher archives the classes that are loaded by it. */
final class WarmUp {
    private WarmUp() {}

    static int run() {
        Surroundings nowhere = Surroundings.builder().build();
        int code = Main.run(nowhere, OptionNames.HELP);
        Iterator<String> formats = List.of("table", "jsonl", "csv", "json").iterator();
        for (ApiCatalog api : ApiCatalog.all()) {
            ApiOperation operation = api.operations().stream()
                    .filter(each -> each.paging() != Table.Paging.NONE)
                    .findFirst()
                    .orElseGet(() -> api.operations().get(0));
            List<String> words =
                    new ArrayList<>(List.of(Help.words(api, operation).split(" ", -1)));
            words.addAll(List.of(OptionNames.SANDBOX, OptionNames.MAX_ROWS, "2", OptionNames.FORMAT));
            words.add(formats.hasNext() ? formats.next() : "jsonl");
            code = Math.max(code, Main.run(nowhere, words.toArray(String[]::new)));
        }
        return code;
    }
}
