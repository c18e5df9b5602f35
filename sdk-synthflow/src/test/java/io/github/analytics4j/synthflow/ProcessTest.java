package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks in processes of their own: killed at random moments, and with a small heap. */
class ProcessTest {
    private static final long SEED = 42;
    private static final int KILLS = 20;

    /** The JDK whose java.time makes a formatter when a date's day is counted. */
    private static final int LOADS_A_FORMATTER_ITSELF = 25;

    @TempDir
    Path folder;

    private Process start(Class<?> main, String option, String... args) throws IOException {
        return start(ChildJvm.program(List.of(option), main, args).command());
    }

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private String printed() throws IOException {
        return Files.readString(folder.resolve("out.txt"), StandardCharsets.UTF_8);
    }

    /** The exporting process is killed 20 times, each time a random while after its checkpoint moved on. */
    @Test
    void export_killedTwentyTimes_hasEveryRowOnce() throws Exception {
        Random random = new Random(SEED);
        try (Sandbox sandbox = Sandbox.builder().calls(60_000).start()) {
            sandbox.latency(Duration.ofMillis(2));
            String[] args = exporting(sandbox, folder);
            ChildJvm child = childOfExports();
            for (int kill = 0; kill < KILLS; kill++) {
                long pages = 3L + random.nextInt(20);
                long before = sandbox.synthflow().requests().count();
                Process process = start(child.command(List.of("-Xmx64m"), ExportProcess.class, args));
                while (process.isAlive() && sandbox.synthflow().requests().count() < before + pages) {
                    process.waitFor(1, TimeUnit.MILLISECONDS);
                }
                process.waitFor(random.nextInt(4_000), TimeUnit.MICROSECONDS);
                assertThat(process.isAlive())
                        .as("seed %d, kill %d: %s", SEED, kill, printed())
                        .isTrue();
                process.destroyForcibly().waitFor();
            }
            assertThat(start(child.command(List.of("-Xmx64m"), ExportProcess.class, args))
                            .waitFor())
                    .as(printed())
                    .isZero();
            assertThat(printed()).contains("proven: true, rows: 60000");
            assertThat(Files.readAllLines(folder.resolve("calls.txt")))
                    .isEqualTo(sandbox.synthflow().calls().ids().toList());
        }
    }

    /** A JVM whose classes come out of an archive: twenty of them are killed. */
    private ChildJvm childOfExports() throws Exception {
        Path first = Files.createDirectory(folder.resolve("first"));
        try (Sandbox small = Sandbox.builder().calls(300).start()) {
            return ChildJvm.prepared(first, List.of("-Xmx64m"), ExportProcess.class, exporting(small, first));
        }
    }

    private static String[] exporting(Sandbox sandbox, Path to) {
        return new String[] {
            sandbox.synthflow().baseUrl().toString(),
            sandbox.synthflow().apiKey(),
            to.toString(),
            sandbox.synthflow().modelId(),
            "3"
        };
    }

    @Test
    void walk_farAheadWithFewFilesToOpen_isComplete_andOneWithNoneSaysSo() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().calls(4_000).start()) {
            sandbox.latency(Duration.ofMillis(20));
            List<String> words = new ArrayList<>(List.of("bash", "-c", "ulimit -n 64; exec \"$0\" \"$@\""));
            words.addAll(ChildJvm.program(
                            List.of("-Xmx64m"),
                            CrowdedProcess.class,
                            sandbox.synthflow().baseUrl().toString(),
                            sandbox.synthflow().apiKey(),
                            sandbox.synthflow().modelId())
                    .command());
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("out.txt").toFile())
                    .start();
            assertThat(process.waitFor()).as(printed()).isZero();
            assertThat(printed())
                    .contains("proven: true, rows: 4000")
                    .contains(
                            "synthflow.analytics.export: no response from 127.0.0.1: this process may open no more files and "
                                    + "connections (too many open files); close some, read fewer pages ahead, or raise the limit "
                                    + "(ulimit -n)");
        }
    }

    /** Each of these is ten to thirty milliseconds, which every start would pay: a formatter, a record that is compared, a sorted stream. */
    @Test
    void walk_ofOnePage_loadsNoClassesThatCostAStart() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().calls(20).start()) {
            Process process = start(
                    CountProcess.class,
                    "-Xlog:class+load",
                    sandbox.synthflow().baseUrl().toString(),
                    sandbox.synthflow().apiKey(),
                    sandbox.synthflow().modelId());
            assertThat(process.waitFor()).as(printed()).isZero();
            if (Runtime.version().feature() < LOADS_A_FORMATTER_ITSELF) {
                assertThat(printed()).doesNotContain("java.time.format.DateTimeFormatter ");
            }
            assertThat(printed())
                    .contains("proven: true, rows: 20", "io.github.analytics4j.client.RequestAssembler")
                    .doesNotContain(
                            "java.lang.runtime.ObjectMethods ",
                            "java.util.stream.LongPipeline ",
                            "sun.security.ssl.SSLContextImpl ");
        }
    }

    @Test
    void walk_ofAMillionCalls_fitsInto64Megabytes() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().calls(1_000_000).start()) {
            Process process = start(
                    CountProcess.class,
                    "-Xmx64m",
                    sandbox.synthflow().baseUrl().toString(),
                    sandbox.synthflow().apiKey(),
                    sandbox.synthflow().modelId());
            assertThat(process.waitFor()).as(printed()).isZero();
            assertThat(printed()).contains("proven: true, rows: 1000000");
        }
    }
}
