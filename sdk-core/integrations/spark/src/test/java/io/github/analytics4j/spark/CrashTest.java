package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are halted at random, in the middle of a batch, a micro-batch and a commit: what is there in the end is the log, each
 * row with all its columns.
 * A build halts two; {@code -Dcrash.halts=20} halts twenty, {@code -Dwalk.seed} others.
 */
class CrashTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /** About as many steps, and as many requests, as the three jobs take. */
    private static final int STEPS = 800;

    private static final int REQUESTS = 90;

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void haltedAtRandom_endsAsTheLog() throws Exception {
        int halts = Integer.getInteger("crash.halts", 2);
        long seed = Long.getLong("walk.seed", 20261126);
        Random random = new Random(seed);
        int halted = 0;
        for (int round = 0; halted < halts; round++) {
            try (Sandbox sandbox = LocalSpark.sandbox()
                    .calls(400)
                    .growing(false)
                    .clock(new ManualClock(NOON))
                    .start()) {
                Path place = Files.createDirectory(folder.resolve("round-" + round));
                int first = random.nextInt(CrashChild.JOBS.size());
                for (boolean again = true; again && halted < halts; ) {
                    again = isHalted(sandbox, place, first, random);
                    halted += again ? 1 : 0;
                }
                CrashChild.run(LocalSpark.session(), place, first, base(sandbox), agents(sandbox));
                List<String> log = SandboxLog.lines(sandbox);
                assertThat(lines(place, "files"))
                        .as("seed %d: %s", seed, told)
                        .containsExactlyInAnyOrderElementsOf(log);
                assertThat(lines(place, "batch"))
                        .as("seed %d: %s", seed, told)
                        .containsExactlyInAnyOrderElementsOf(log);
                assertThat(new CallStore(place.resolve("store"), () -> {}).contents())
                        .as("seed %d: %s", seed, told)
                        .containsExactlyInAnyOrderElementsOf(log);
                told.add("round " + round + " ends with " + summary(lines(place, "files")));
            }
        }
        assertThat(halted).isEqualTo(halts);
        if (halts > 2) {
            told.forEach(System.out::println);
        }
    }

    private static String base(Sandbox sandbox) {
        return LocalSpark.baseUrl(sandbox, "synthflow.calls");
    }

    private static String agents(Sandbox sandbox) {
        return String.join(",", sandbox.synthflow().modelIds());
    }

    private static List<String> lines(Path place, String job) {
        return LocalSpark.texts(LocalSpark.session()
                        .read()
                        .parquet(place.resolve(job).toString())
                        .selectExpr(SandboxLog.CONTENT))
                .stream()
                .map(SandboxLog::line)
                .toList();
    }

    private static String summary(List<String> lines) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        lines.stream().sorted().forEach(each -> digest.update(each.getBytes(StandardCharsets.UTF_8)));
        return lines.size() + " rows, " + new HashSet<>(lines).size() + " of them distinct, hash "
                + HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    /** Runs a process that is halted at a step of its files and its store, or at a request; whether it was. */
    private boolean isHalted(Sandbox sandbox, Path place, int first, Random random) throws Exception {
        boolean atRequest = random.nextInt(3) == 0;
        long step = atRequest ? Long.MAX_VALUE : 1 + random.nextInt(STEPS);
        AtomicLong requests = new AtomicLong(atRequest ? 1 + random.nextInt(REQUESTS) : Long.MAX_VALUE);
        AtomicReference<Process> child = new AtomicReference<>();
        sandbox.synthflow()
                .agents()
                .forEach(agent -> agent.calls().afterEachPage(log -> {
                    Process process = child.get();
                    if (requests.decrementAndGet() == 0 && process != null) {
                        process.destroyForcibly();
                    }
                }));
        long begun = sandbox.requests().count();
        Process process = new ProcessBuilder(command(place, first, step, sandbox))
                .redirectErrorStream(true)
                .start();
        child.set(process);
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        told.add("first " + CrashChild.JOBS.get(first) + ", "
                + (atRequest ? "killed at a request" : "halted at step " + step) + ": code " + code + " after "
                + (sandbox.requests().count() - begun) + " requests" + (code == 0 ? ", " + printed.strip() : ""));
        assertThat(code).as(printed).isIn(0, HaltingFiles.HALTED, 137);
        return code != 0;
    }

    private List<String> command(Path place, int first, long step, Sandbox sandbox) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(each -> each.startsWith("--add-opens"))
                .forEach(command::add);
        Path temporary =
                Files.createDirectories(folder.resolve("tmp")); // a killed process leaves DuckDB's library there
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                place.toString(),
                String.valueOf(first),
                String.valueOf(step),
                base(sandbox),
                agents(sandbox)));
        return command;
    }
}
