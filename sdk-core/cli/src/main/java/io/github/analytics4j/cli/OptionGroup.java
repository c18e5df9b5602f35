package io.github.analytics4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Some options that belong together, as they stand under one heading of the help.
 *
 * @param title the heading
 * @param options the options in their order
 */
record OptionGroup(String title, List<OptionSpec> options) {

    /** Collects options. */
    static final class Builder {
        private final List<OptionSpec> options = new ArrayList<>();

        /** An option without a value. */
        Builder flag(String name, String description) {
            options.add(OptionSpec.builder(name)
                    .type(boolean.class)
                    .arity("0")
                    .description(plain(description))
                    .build());
            return this;
        }

        /** An option with a value; choices are offered by the shell's completion. */
        Builder value(String name, String label, String description, List<String> choices) {
            options.add(single(name, label, description, choices).build());
            return this;
        }

        Builder value(String name, String label, String description) {
            return value(name, label, description, List.of());
        }

        /** An option that may be given several times. */
        Builder values(String name, String label, String description, List<String> choices) {
            options.add(single(name, label, description, choices)
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .build());
            return this;
        }

        /** How long a request may take, for a command that orders nothing. */
        Builder deadline() {
            return value(
                    OptionNames.DEADLINE,
                    "TIME",
                    "How long a request may take with all its retries, 2m unless told: 90s, 5m, 2h.");
        }

        Builder excel() {
            return flag(
                    OptionNames.EXCEL,
                    "CSV for a spreadsheet: begins with a byte order mark, and no text in it is run as a formula.");
        }

        /** The file that rows go to. */
        Builder out() {
            return value(
                    OptionNames.OUT, "FILE", "Writes a file, which is there only when it is complete; - is stdout.");
        }

        /** The options that every command has. */
        Builder common() {
            return flag(OptionNames.VERBOSE, "Logs every attempt on stderr.")
                    .flag(OptionNames.QUIET, "Says nothing on stderr but errors.")
                    .flag(OptionNames.STACKTRACE, "Shows where an error comes from.")
                    .flag(OptionNames.HELP, "Shows this.");
        }

        private static OptionSpec.Builder single(String name, String label, String description, List<String> choices) {
            OptionSpec.Builder option = OptionSpec.builder(name)
                    .type(String.class)
                    .arity("1")
                    .paramLabel(label)
                    .description(plain(description));
            return choices.isEmpty() ? option : option.completionCandidates(choices);
        }

        /** A description is a format to picocli. */
        private static String plain(String description) {
            return description.replace("%", "%%");
        }

        OptionGroup build(String title) {
            return new OptionGroup(title, List.copyOf(options));
        }
    }

    static OptionGroup of(String title, Consumer<Builder> options) {
        Builder builder = new Builder();
        options.accept(builder);
        return builder.build(title);
    }

    /** A word without an option's name; choices, null for none, are offered by the shell's completion. */
    static PositionalParamSpec word(
            String label, String arity, String description, @Nullable Iterable<String> choices) {
        PositionalParamSpec.Builder word = PositionalParamSpec.builder()
                .paramLabel(label)
                .type(String.class)
                .arity(arity)
                .index("0")
                .description(description);
        return (choices == null ? word : word.completionCandidates(choices)).build();
    }

    /** A command with the options of these groups. */
    static CommandSpec command(String name, List<OptionGroup> groups) {
        CommandSpec command = CommandSpec.create().name(name);
        groups.forEach(group -> group.options().forEach(command::addOption));
        command.interpolateVariables(false);
        command.parser()
                .expandAtFiles(false) // a value that begins with @ names no file of arguments
                .overwrittenOptionsAllowed(false)
                .collectErrors(false);
        return command;
    }
}
