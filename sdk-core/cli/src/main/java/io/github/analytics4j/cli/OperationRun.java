package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.error.InvalidRequestException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/** One operation, from the words behind it to the exit code. */
final class OperationRun {
    private static final List<String> OF_ROWS = List.of(
            OptionNames.TABLE,
            OptionNames.FORMAT,
            OptionNames.COLUMNS,
            OptionNames.EXCEL,
            OptionNames.MAX_ROWS,
            OptionNames.PREFETCH,
            OptionNames.CHECKPOINT);

    private static final List<String> FILES =
            List.of(OptionNames.OUT, OptionNames.CHECKPOINT, OptionNames.TICKET, OptionNames.SETTINGS);

    private final Surroundings surroundings;
    private final ApiCatalog api;
    private final OperationOptions options;

    OperationRun(Surroundings surroundings, ApiCatalog api, ApiOperation operation) {
        this.surroundings = surroundings;
        this.api = api;
        this.options = new OperationOptions(api, operation);
    }

    int run(List<String> words) {
        ApiOperation operation = options.operation();
        if (words.contains(OptionNames.HELP) || words.contains("-h")) {
            return surroundings.print(Help.operation(surroundings.terminal(), api, options));
        }
        String name = Help.words(api, operation);
        CommandLine command = new CommandLine(OptionGroup.command(name, options.groups()));
        CommandLineOptions typed = new CommandLineOptions(Typed.parse(command, words));
        typed.refuseSharedFile(FILES);
        try (Accounts accounts = new Accounts(surroundings, typed.parsed())) {
            Arguments arguments = typed.arguments(api, options.parameters(), accounts);
            return run(typed, accounts, arguments);
        } catch (InvalidRequestException e) {
            throw Failures.inOptions(e, operation.id(), options.parameters());
        }
    }

    private int run(CommandLineOptions typed, Accounts accounts, Arguments arguments) {
        ApiOperation operation = options.operation();
        if (typed.flag(OptionNames.CURL)) {
            try (ApiSession session = accounts.openToLook(api)) {
                return surroundings.print(
                        session.prepare(operation, onePage(typed, arguments)).toCurl());
            }
        }
        return switch (operation.result()) {
            case ORDER -> new OrderRun(surroundings, typed, operation).run(() -> accounts.open(api), arguments);
            case FILE -> new FileRun(surroundings, typed, operation).run(() -> accounts.open(api), arguments);
            case JSON -> {
                boolean raw = typed.flag(OptionNames.RAW) || operation.tables().isEmpty();
                if (raw) {
                    refuseWithRaw(typed);
                }
                RowsRun rows = raw ? null : new RowsRun(surroundings, typed, table(typed));
                try (ApiSession session = accounts.open(api)) {
                    yield rows == null ? raw(session, typed, arguments) : rows.run(session, arguments);
                }
            }
        };
    }

    private Table table(CommandLineOptions typed) {
        return OperationOptions.table(options.operation().tables(), typed.text(OptionNames.TABLE));
    }

    private static void refuseWithRaw(CommandLineOptions typed) {
        for (String name : OF_ROWS) {
            if (typed.flag(name)) {
                throw CommandException.wrong(OptionNames.RAW + " is one response as the server sent it, and " + name
                        + " is for rows: leave out one of them");
            }
        }
    }

    /** One request has a page size as a walk has. */
    private Arguments onePage(CommandLineOptions typed, Arguments arguments) {
        String size = typed.text(OptionNames.PAGE_SIZE);
        Optional<Parameter> parameter = options.operation().parameters().stream()
                .filter(each -> each.role() == Parameter.Role.PAGE_SIZE)
                .findFirst();
        if (size == null || parameter.isEmpty()) {
            return arguments;
        }
        try {
            return arguments.with(parameter.get().name(), parameter.get().parse(size));
        } catch (IllegalArgumentException e) {
            throw CommandException.wrong(
                    Help.inOptions("" + e.getMessage(), Map.of(OptionNames.PAGE_SIZE, parameter.get())));
        }
    }

    private int raw(ApiSession session, CommandLineOptions typed, Arguments arguments) {
        Path out = typed.out();
        try (Output output = out == null ? Output.stdout(surroundings) : Output.file(out)) {
            surroundings.interrupt().cancelThread();
            String body = session.prepare(options.operation(), onePage(typed, arguments))
                    .response()
                    .body();
            RowWriter.write(output, body.endsWith("\n") ? body : body + "\n");
            output.complete();
        }
        return ExitCode.DONE;
    }
}
