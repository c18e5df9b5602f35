package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Table;
import java.util.ArrayList;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code analytics4j completion bash|zsh}. */
final class CompletionCommand implements Subcommand {
    private static final String ZSH = """
            #compdef analytics4j
            autoload -U +X compinit && compinit
            autoload -U +X bashcompinit && bashcompinit
            """;

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "Writes the completion of a shell: source <(analytics4j completion bash), or zsh.";
    }

    @Override
    public CommandSpec spec() {
        return OptionGroup.command(name(), List.of())
                .addPositional(OptionGroup.word("SHELL", "1", "bash or zsh.", List.of("bash", "zsh")));
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        String shell = arguments.matchedPositionalValue(0, "");
        if (shell.isEmpty()) {
            throw CommandException.wrong("the shell is missing: bash or zsh");
        } else if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw CommandException.wrong("completion is for bash or zsh, was " + Words.shown(shell));
        }
        String script = AutoComplete.bash("analytics4j", all());
        return surroundings.print(shell.equals("zsh") ? ZSH + script : script);
    }

    /** Every command there is, as one tree. */
    private CommandLine all() {
        CommandLine root = command("analytics4j");
        for (ApiCatalog api : ApiCatalog.all()) {
            CommandLine ofApi = command(api.name());
            for (String group : Help.groups(api)) {
                CommandLine ofGroup = command(group);
                for (ApiOperation operation : api.operations()) {
                    if (OperationOptions.kebab(operation.group()).equals(group)) {
                        String word = OperationOptions.word(operation);
                        ofGroup.addSubcommand(
                                word, safe(OptionGroup.command(word, new OperationOptions(api, operation).groups())));
                    }
                }
                List<Table> tables = SyncCommand.tables(api, group);
                if (!tables.isEmpty()) {
                    ofGroup.addSubcommand(SyncCommand.WORD, safe(SyncCommand.spec(api, group, tables.get(0))));
                }
                ofApi.addSubcommand(group, ofGroup);
            }
            root.addSubcommand(api.name(), ofApi);
        }
        Main.subcommands().forEach(each -> root.addSubcommand(each.name(), safe(each.spec())));
        return root;
    }

    private static CommandLine command(String name) {
        return new CommandLine(CommandSpec.create().name(name));
    }

    /** A shell runs the script, so that a value goes into it only if it means nothing to the shell. */
    private static CommandSpec safe(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            Iterable<String> values = option.completionCandidates();
            if (values != null) {
                List<String> harmless = new ArrayList<>();
                values.forEach(value -> {
                    if (value.matches("[A-Za-z0-9_.:@+-]+")) {
                        harmless.add(value);
                    }
                });
                command.remove(option);
                command.addOption(
                        option.toBuilder().completionCandidates(harmless).build());
            }
        }
        return command;
    }
}
