package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.control.Options;
import io.github.analytics4j.testkit.server.DaemonThreads;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The sandbox as a program: prints where the four APIs listen and with which keys as lines of {@code NAME=value}, the
 * last of which is {@code SANDBOX_READY=true}, then serves until it is interrupted. {@code --help} tells its options.
 */
public final class SandboxMain {
    /**
     * An option of the program.
     *
     * @param name with the dashes
     * @param value what stands for its value in the help; empty without one
     * @param meaning what it does
     * @param repeatable whether it may be given more than once
     */
    public record Option(String name, String value, String meaning, boolean repeatable) {}

    private SandboxMain() {}

    /**
     * Starts what the arguments ask for, and runs until the process is told to end.
     *
     * @param arguments as {@code --help} says
     * @throws InterruptedException if the main thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        int code = run(List.of(arguments), System.out, System.err);
        if (code != 0) {
            System.exit(code);
        }
        if (!List.of(arguments).contains("--help")) {
            new CountDownLatch(1).await();
        }
    }

    /** {@return the options, in the order of {@code --help}} */
    public static List<Option> options() {
        return Options.ALL.stream()
                .map(option -> new Option(option.name(), option.value(), option.meaning(), option.repeatable()))
                .toList();
    }

    private static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(Options.help());
            return 0;
        }
        try {
            Sandbox sandbox = start(arguments, out);
            Runtime.getRuntime().addShutdownHook(DaemonThreads.thread(sandbox::close));
            return 0;
        } catch (IllegalArgumentException | UncheckedIOException e) {
            err.println("analytics4j sandbox: " + e.getMessage());
            return 2;
        }
    }

    /**
     * Starts what the arguments ask for and prints how to reach it, as lines a shell can take over. The message of what it
     * throws says what to do, in one line.
     *
     * @param arguments as {@code --help} says
     * @param out gets the lines
     * @return the sandbox, started
     * @throws IllegalArgumentException for arguments that it cannot read
     * @throws UncheckedIOException if it cannot listen or write
     */
    public static Sandbox start(List<String> arguments, PrintStream out) {
        Options options = Options.read(arguments);
        Sandbox.Builder builder = Sandbox.builder().growing(true);
        options.configure(builder, out);
        Sandbox sandbox = builder.start();
        try {
            print(sandbox, options, out);
        } catch (RuntimeException e) {
            sandbox.close();
            throw e;
        }
        return sandbox;
    }

    private static void print(Sandbox sandbox, Options options, PrintStream out) {
        List<String> lines = new ArrayList<>();
        sandbox.environment().forEach((name, value) -> lines.add(name + "=" + shell(value)));
        options.certificateFile().ifPresent(file -> {
            write(file, sandbox.certificatePem());
            lines.add("SANDBOX_CA_FILE=" + shell(file.toAbsolutePath().toString()));
        });
        if (options.admin()) {
            lines.add("SANDBOX_ADMIN_URL=" + sandbox.adminUrl());
        }
        lines.add("SANDBOX_READY=true");
        String end = System.lineSeparator();
        out.print(String.join(end, lines) + end); // at once, so that a reader of the first line may leave
        if (out.checkError()) { // which is all that a PrintStream tells
            throw new UncheckedIOException(
                    "stdout cannot be written, so that nobody learns where the sandbox listens: make room, or leave it open",
                    new IOException("the stream is in error"));
        }
    }

    /** In quotes where a shell would read something else. */
    private static String shell(String value) {
        return value.matches("[\\w@%+=:,./\\[\\]-]*") ? value : "'" + value.replace("'", "'\\''") + "'";
    }

    private static String why(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "its folder is not there";
        } else if (failure instanceof AccessDeniedException) {
            return "you have no right to";
        }
        return String.valueOf(
                failure instanceof FileSystemException named && named.getReason() != null
                        ? named.getReason()
                        : failure.getMessage());
    }

    private static void write(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the certificate cannot be written to " + file + " (" + why(e)
                            + "): name another file by --ca-file",
                    e);
        }
    }
}
