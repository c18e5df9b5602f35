package io.github.analytics4j.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command as a process of its own, below a shell. */
final class Child {
    private static final long PATIENCE_SECONDS = 120;

    /** Undoes that a build in the background ignores interrupts, which its children would inherit; empty where it cannot. */
    private static final List<String> INTERRUPTIBLE = interruptible();

    private final Path folder;
    private final Process process;

    private Child(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    private static List<String> interruptible() {
        List<String> prefix = List.of("env", "--default-signal=INT");
        try {
            List<String> trial = new ArrayList<>(prefix);
            trial.add("true");
            return new ProcessBuilder(trial).start().waitFor() == 0 ? prefix : List.of();
        } catch (IOException e) {
            return List.of(); // no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** What a process said, and its exit code. */
    record Result(int code, String out, String err) {}

    /** The command as words for a shell: Java, the test's class path, the main class. */
    static String command() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java")
                + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx256m -cp '" + System.getProperty("java.class.path")
                + "' io.github.analytics4j.cli.Main";
    }

    /** Whether Java finds the command where the system's charset holds ASCII alone. */
    static boolean isFoundInAscii() {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(command());
    }

    /**
     * Starts a line of shell, in which {@code analytics4j} is the command.
     *
     * @param folder where stdout and stderr are kept, and where it runs
     */
    static Child start(Path folder, Map<String, String> environment, String line) throws IOException {
        Path script = folder.resolve("analytics4j");
        Files.writeString(script, "#!/bin/sh\nexec " + command() + " \"$@\"\n");
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("no rights to make a script executable");
        }
        List<String> shell = new ArrayList<>(INTERRUPTIBLE);
        shell.addAll(List.of("bash", "-c", line));
        ProcessBuilder builder = new ProcessBuilder(shell).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("PATH", folder + ":" + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.redirectOutput(folder.resolve("stdout").toFile());
        builder.redirectError(folder.resolve("stderr").toFile());
        return new Child(folder, builder.start());
    }

    static Result run(Path folder, Map<String, String> environment, String line) throws Exception {
        return start(folder, environment, line).await();
    }

    /** Sends a signal to the command; the line must begin with {@code exec}. */
    void signal(String name) throws Exception {
        List<String> kill = new ArrayList<>(List.of("kill", "-" + name, String.valueOf(process.pid())));
        if (new ProcessBuilder(kill).start().waitFor() != 0) {
            throw new IOException("kill failed");
        }
    }

    Result await() throws Exception {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still at work: " + read("stderr"));
        }
        return new Result(process.exitValue(), read("stdout"), read("stderr"));
    }

    private String read(String name) throws IOException {
        return new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8);
    }
}
