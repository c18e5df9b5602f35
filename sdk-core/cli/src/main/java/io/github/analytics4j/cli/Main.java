package io.github.analytics4j.cli;

import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command {@code analytics4j}. */
public final class Main {
    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Surroundings.ofProcess(), arguments));
    }

    /** Runs the command in these surroundings and returns the exit code; ends no process. */
    public static int run(Surroundings surroundings, String... arguments) {
        CommandLine command = new CommandLine(CommandSpec.create().name("analytics4j"));
        List<Subcommand> subcommands = ServiceLoader.load(Subcommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        subcommands.forEach(subcommand -> command.addSubcommand(subcommand.name(), subcommand.spec()));
        try {
            CommandLine.ParseResult parsed = command.parseArgs(arguments);
            for (Subcommand subcommand : subcommands) {
                if (parsed.hasSubcommand()
                        && parsed.subcommand().commandSpec().name().equals(subcommand.name())) {
                    return subcommand.run(parsed.subcommand(), surroundings);
                }
            }
            surroundings.err().println("analytics4j: a command is missing");
            return 2;
        } catch (CommandLine.ParameterException e) {
            surroundings.err().println("analytics4j: " + e.getMessage());
            return 2;
        } catch (Exception e) {
            surroundings.err().println("analytics4j: " + e.getMessage());
            return 1;
        }
    }
}
