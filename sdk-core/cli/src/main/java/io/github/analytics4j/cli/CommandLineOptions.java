package io.github.analytics4j.cli;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Arguments;
import io.github.analytics4j.catalog.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The options typed behind an operation, by their names. */
final class CommandLineOptions {
    /** The names of stdout; a system gives it the others. */
    private static final Set<String> STDOUT = Set.of("-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1");

    /** More pages than that are never under way, whatever is asked for. */
    private static final int MOST_PREFETCH = 64;

    private final ParseResult parsed;

    CommandLineOptions(ParseResult parsed) {
        this.parsed = parsed;
    }

    ParseResult parsed() {
        return parsed;
    }

    boolean flag(String name) {
        return parsed.hasMatchedOption(name);
    }

    @Nullable
    String text(String name) {
        return parsed.hasMatchedOption(name) ? parsed.matchedOptionValue(name, null) : null;
    }

    /** Values that were given one by one, with commas between, or both. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (parsed.hasMatchedOption(name)) {
            List<String> given = parsed.matchedOptionValue(name, List.<String>of());
            given.forEach(each -> texts.addAll(List.of(each.split(",", -1))));
        }
        return texts.stream().map(String::strip).toList();
    }

    /** Values that were given one by one, each as it was typed. */
    List<String> literals(String name) {
        return parsed.hasMatchedOption(name) ? parsed.matchedOptionValue(name, List.<String>of()) : List.of();
    }

    /** The file that rows go to; null for stdout. */
    @Nullable
    Path out() {
        String text = text(OptionNames.OUT);
        return text == null || STDOUT.contains(text) ? null : path(OptionNames.OUT);
    }

    /**
     * The file that an option names, null if the option was not given.
     *
     * @throws CommandException if the value names none; {@code -} is what others call stdout, and no file of ours
     */
    @Nullable
    Path path(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            if (!text.isBlank() && !STDOUT.contains(text)) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw CommandException.wrong(name + " takes the name of a file, was \"" + text + "\"");
    }

    /** Refuses one file under two options: what is written to it as the one would be lost as the other. */
    void refuseSharedFile(List<String> names) {
        List<String> given = names.stream()
                .filter(name -> flag(name) && !STDOUT.contains("" + text(name)))
                .toList();
        for (String one : given) {
            for (String other : given.subList(0, given.indexOf(one))) {
                Path file = Objects.requireNonNull(path(one));
                if (sameFile(file, Objects.requireNonNull(path(other)))) {
                    throw CommandException.wrong(
                            other + " and " + one + " name the same file, " + file + ": give each a file of its own");
                }
            }
        }
    }

    private static boolean sameFile(Path one, Path other) {
        try {
            if (Files.exists(one) && Files.exists(other)) {
                return Files.isSameFile(one, other);
            }
        } catch (IOException e) {
            // what cannot be looked at has its name alone
        }
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    @Nullable
    Long number(String name, long least) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw CommandException.wrong(name + " takes a whole number of " + least + " or more, was " + Words.shown(text));
    }

    /** As {@link #number(String, long)}, with a bound above; null if the option was not given. */
    @Nullable
    Integer number(String name, int least, int most) {
        Long number = number(name, least);
        if (number != null && number > most) {
            throw CommandException.wrong(name + " must be " + least + ".." + most + ", was " + number);
        }
        return number == null ? null : number.intValue();
    }

    /** How many pages a walk asks for ahead; null if that was not given. */
    @Nullable
    Integer prefetch() {
        return number(OptionNames.PREFETCH, 0, MOST_PREFETCH);
    }

    /**
     * The values of an operation's parameters.
     *
     * @param accounts may know a value that the user left out
     * @throws CommandException naming every mistake
     */
    Arguments arguments(ApiCatalog api, Map<String, Parameter> parameters, Accounts accounts) {
        Arguments arguments = Arguments.NONE;
        List<String> mistakes = new ArrayList<>();
        for (Map.Entry<String, Parameter> each : parameters.entrySet()) {
            Parameter parameter = each.getValue();
            String text = parameter.list() ? joined(each.getKey()) : text(each.getKey());
            if (text == null && parameter.required()) {
                text = accounts.fromSandbox(api, parameter.name()).orElse(null);
            }
            if (text == null) {
                if (parameter.required()) {
                    mistakes.add(each.getKey() + " is missing");
                }
                continue;
            }
            try {
                arguments = arguments.with(parameter.name(), parameter.parse(text));
            } catch (IllegalArgumentException e) {
                mistakes.add(Help.inOptions(String.valueOf(e.getMessage()), Map.of(each.getKey(), parameter)));
            }
        }
        if (!mistakes.isEmpty()) {
            throw CommandException.wrong(String.join("; ", mistakes));
        }
        return arguments;
    }

    private @Nullable String joined(String name) {
        return parsed.hasMatchedOption(name)
                ? String.join(",", parsed.matchedOptionValue(name, List.<String>of()))
                : null;
    }
}
