package io.github.analytics4j.cli;

import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxMain;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code analytics4j sandbox}: the program of the sandbox, with its own options. */
final class SandboxCommand implements Subcommand {
    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public String summary() {
        return "Serves the four APIs from made-up data until it is interrupted, for clients in any language.";
    }

    @Override
    public CommandSpec spec() {
        return OptionGroup.command(name(), List.of(OptionGroup.of("Sandbox", group -> {
            SandboxMain.options().stream()
                    .filter(option -> !option.name().equals(OptionNames.HELP)) // every command's own
                    .forEach(option -> add(group, option));
        })));
    }

    private static void add(OptionGroup.Builder group, SandboxMain.Option option) {
        if (option.value().isEmpty()) {
            group.flag(option.name(), option.meaning());
        } else if (option.repeatable()) {
            group.values(option.name(), option.value(), option.meaning(), List.of());
        } else {
            group.value(option.name(), option.value(), option.meaning());
        }
    }

    @Override
    public int run(ParseResult arguments, Surroundings surroundings) {
        surroundings.interrupt().cancelThread();
        Stdout stdout = new Stdout(surroundings.out());
        PrintStream out = new PrintStream(stdout, true, StandardCharsets.UTF_8);
        try (Sandbox running = SandboxMain.start(words(arguments), out)) {
            Objects.requireNonNull(running);
            new CountDownLatch(1).await();
            return ExitCode.DONE;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            if (stdout.failure != null) { // nobody could learn where it listens
                throw Output.stdout(surroundings).failed(stdout.failure);
            }
            throw CommandException.wrong(String.valueOf(e.getMessage()));
        } catch (InterruptedException stopped) {
            return ExitCode.INTERRUPTED; // how it always ends: by a signal
        }
    }

    /** Keeps why stdout could not be written, which a {@code PrintStream} does not tell. */
    private static final class Stdout extends FilterOutputStream {
        @Nullable
        IOException failure;

        Stdout(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }

    /** Returns the typed settings as the sandbox reads them. */
    private static List<String> words(ParseResult arguments) {
        List<String> words = new ArrayList<>();
        arguments.matchedOptions().forEach(option -> {
            String name = option.longestName();
            if (option.arity().max() == 0) {
                words.add(name);
            } else {
                option.originalStringValues().forEach(value -> words.add(name + "=" + value));
            }
        });
        return words;
    }
}
