package io.github.analytics4j.benchmarks;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One process, run to its end. */
final class Fork {
    private static final long LONGEST_MINUTES = 10;

    private Fork() {}

    /** A Java process with these flags. */
    static List<String> java(List<String> flags, String classPath, String mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(javaCommand());
        command.addAll(flags);
        Collections.addAll(command, "-cp", classPath, mainClass);
        Collections.addAll(command, arguments);
        return run(command);
    }

    static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The lines it printed. Fails, with all it said, when it did not end well or not at all. */
    static List<String> run(List<String> command) throws IOException {
        Path out = Files.createTempFile("fork", ".out");
        Path err = Files.createTempFile("fork", ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!ended(process)) {
                throw new IOException(String.join(" ", command) + "\n" + Files.readString(out) + Files.readString(err));
            }
            return Files.readAllLines(out);
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static boolean ended(Process process) throws InterruptedIOException {
        try {
            return process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while a benchmark ran");
        } finally {
            process.destroyForcibly();
        }
    }
}
