package io.github.analytics4j.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads the words behind a command. A mistake ends in one sentence, which repeats no value: it may be a key. */
final class Typed {
    private static final Set<String> KEYS = Set.of(
            "apikey",
            "key",
            "token",
            "secret",
            "password",
            "bearer",
            "authorization",
            "accesstoken",
            "auth",
            "credentials");

    private static final Pattern PLAIN_NAME = Pattern.compile("--?[A-Za-z-]{1,30}");

    private Typed() {}

    static ParseResult parse(CommandLine command, List<String> words) {
        List<String> known = new ArrayList<>();
        command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
        refuseKeys(words, known);
        try {
            return command.parseArgs(words.toArray(String[]::new));
        } catch (UnmatchedArgumentException e) {
            throw CommandException.wrong(unmatched(e.getUnmatched().get(0), known) + help(command));
        } catch (MissingParameterException e) {
            String names =
                    String.join(", ", e.getMissing().stream().map(Typed::name).toList());
            boolean typed = words.stream().map(Typed::nameOf).anyMatch(names::equals);
            throw CommandException.wrong(names + (typed ? " needs a value behind it" : " is missing") + help(command));
        } catch (OverwrittenOptionException e) {
            throw CommandException.wrong(name(e.getOverwritten()) + " was given twice; it takes one value");
        } catch (MaxValuesExceededException e) {
            throw CommandException.wrong(flagWithValue(command, words) + " takes no value" + help(command));
        } catch (ParameterException e) {
            throw new CommandException(
                    ExitCode.WRONG_ARGUMENTS, Words.line(String.valueOf(e.getMessage())) + help(command), e);
        }
    }

    private static String name(CommandLine.Model.ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** The option that came with a value and takes none; picocli names it in a sentence with the value alone. */
    private static String flagWithValue(CommandLine command, List<String> words) {
        return words.stream()
                .filter(word -> word.contains("="))
                .map(Typed::nameOf)
                .filter(name -> {
                    OptionSpec option = command.getCommandSpec().findOption(name);
                    return option != null && option.arity().max() == 0;
                })
                .findFirst()
                .orElse("an option");
    }

    private static String unmatched(String word, List<String> known) {
        if (!word.startsWith("-")) {
            return "unexpected word " + Words.shown(word) + ": values follow the name of an option";
        }
        String name = nameOf(word);
        String hint = name.equals("--limit") && known.contains(OptionNames.PAGE_SIZE)
                ? "; " + OptionNames.PAGE_SIZE + " is rows a request, " + OptionNames.MAX_ROWS + " a cap"
                : Words.meant(name, known);
        boolean shown = PLAIN_NAME.matcher(name).matches() || !hint.isEmpty();
        return "unknown option " + (shown ? name : Words.shown(name)) + hint;
    }

    private static String nameOf(String word) {
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private static String help(CommandLine command) {
        return "; analytics4j " + command.getCommandName() + " --help lists the options";
    }

    /** Refuses a key as an argument: everyone who lists the processes can read it, and it stays in the shell's history. */
    static void refuseKeys(List<String> words, List<String> known) {
        for (String word : words) {
            String name = nameOf(word);
            String plain = name.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
            boolean key = KEYS.contains(plain) || plain.endsWith("apikey");
            if (name.startsWith("--") && !known.contains(name) && key) {
                throw CommandException.wrong(
                        name + " is refused: a key on a command line is seen by others and kept in the"
                                + " shell's history; set it in the environment or in a settings file (--help says where)");
            }
        }
    }
}
