package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.testkit.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that ends at any point leaves a sink that the next run makes whole. */
class CrashTest {
    static final SyncOptions OPTIONS =
            SyncOptions.builder().walkRows(200).prefetch(0).build();

    private static final String AGENT = "agent-1";
    private static final Instant START = Instant.parse("2026-11-20T02:13:00Z");
    /** For each sink: each is a process or two; {@code -Dcrash.points=50} before a change of the commit is trusted. */
    private static final int RANDOM_POINTS = Integer.getInteger("crash.points", 20);

    /** Each killed process is one, and the log that it reads is busy in this one. */
    private static final int AT_ONCE = 2;

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(START);

    /** A log of some days, stored, and then changed in every way that a night knows. */
    private static TestLog changedSince(Sink sink, ManualClock clock) {
        TestLog log = new TestLog(clock);
        log.fill(AGENT, "c", START.minus(Duration.ofDays(5)), Duration.ofMinutes(20), 360);
        log.fill("agent-2", "d", START.minus(Duration.ofDays(2)), Duration.ofMinutes(60), 48);
        log.put(AGENT, new TestLog.Call("u", null, 1, "queue", Map.of()));
        try (ApiSession session = log.session()) {
            assertThat(sync(session, sink, clock).run().exitCode()).isZero();
        }
        log.fill(AGENT, "n", START, Duration.ofMinutes(20), 60);
        log.put(AGENT, log.get(AGENT, "c300").with("labels", "[\"late\"]"));
        log.put(AGENT, log.get(AGENT, "c301").start(START.minus(Duration.ofHours(30))));
        log.put(AGENT, log.get(AGENT, "c302").start(START.plus(Duration.ofHours(5))));
        log.put(AGENT, log.get(AGENT, "u").start(START.plus(Duration.ofHours(6))));
        log.put(AGENT, log.get(AGENT, "c0").start(START.plus(Duration.ofHours(7))));
        log.delete(AGENT, "c310");
        return log;
    }

    private Sync sync(ApiSession session, Sink sink) {
        return sync(session, sink, clock);
    }

    private static Sync sync(ApiSession session, Sink sink, ManualClock clock) {
        return Sync.of(SyncTable.of(session, Nights.calls()).each("model_id", AGENT, "agent-2"))
                .into(sink)
                .clock(clock)
                .with(OPTIONS);
    }

    @Test
    void diskAsItIsAtEachPoint_isMadeWholeByTheNextRun() throws Exception {
        Path place = folder.resolve("live");
        Map<Path, String> snapshots = new LinkedHashMap<>();
        try (TestLog log = changedSince(FolderSink.of(place), clock);
                ApiSession session = log.session()) {
            clock.advance(Duration.ofDays(1));
            sync(session, FolderSink.of(place))
                    .steps((step, where) -> {
                        Path copy = folder.resolve("at-" + snapshots.size());
                        copy(place, copy);
                        snapshots.put(copy, step + " " + where);
                    })
                    .run();
            Map<String, String> expected = Nights.log(session, AGENT, "agent-2");
            assertThat(Nights.hashes(place)).isEqualTo(expected);
            for (Map.Entry<Path, String> each : snapshots.entrySet()) {
                assertThat(sync(session, FolderSink.of(each.getKey())).run().exitCode())
                        .as(each.getValue())
                        .isZero();
                assertThat(Nights.hashes(each.getKey())).as(each.getValue()).isEqualTo(expected);
            }
            System.out.println("points: " + snapshots.size());
        }
    }

    @Test
    void recoveryThatIsKilledToo_isFinishedByTheRunAfter() throws Exception {
        Path place = folder.resolve("live");
        List<Path> inRename = new ArrayList<>();
        try (TestLog log = changedSince(FolderSink.of(place), clock);
                ApiSession session = log.session()) {
            clock.advance(Duration.ofDays(1));
            sync(session, FolderSink.of(place))
                    .steps((step, where) -> {
                        if (where.equals("rename a unit")) {
                            Path copy = folder.resolve("at-" + inRename.size());
                            copy(place, copy);
                            inRename.add(copy);
                        }
                    })
                    .run();
            Map<String, String> expected = Nights.log(session, AGENT, "agent-2");
            assertThat(inRename).hasSizeGreaterThan(3);
            Path first = inRename.get(1);
            List<Path> again = new ArrayList<>();
            sync(session, FolderSink.of(first))
                    .steps((step, where) -> {
                        if (again.size() < 12) {
                            Path copy = folder.resolve("again-" + again.size());
                            copy(first, copy);
                            again.add(copy);
                        }
                    })
                    .run();
            for (Path each : again) {
                assertThat(sync(session, FolderSink.of(each)).run().exitCode()).isZero();
                assertThat(Nights.hashes(each)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SinkUnderTest.class)
    void processKilledAtEachStep_isMadeWholeByTheNextRun(SinkUnderTest sink) throws Exception {
        Map<String, Integer> first = new LinkedHashMap<>();
        List<String> points = points(sink);
        for (int i = 0; i < points.size(); i++) {
            first.putIfAbsent(points.get(i), i);
        }
        killAt(sink, points, new TreeSet<>(first.values()));
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(SinkUnderTest.class)
    void processKilledAtRandomPoints_andTheNextOneToo_isMadeWholeByTheRunAfter(SinkUnderTest sink) throws Exception {
        int most = points(sink).size();
        Random random = new Random(16);
        AtomicInteger killed = new AtomicInteger();
        List<Callable<Void>> kills = new ArrayList<>();
        for (int i = 0; i < RANDOM_POINTS; i++) {
            String place = "random-" + i;
            List<Integer> points = List.of(random.nextInt(most), random.nextInt(most));
            // the second point can lie behind the end of its run, which then is not killed
            kills.add(() -> {
                if (killed.get() < RANDOM_POINTS) {
                    killed.addAndGet(killedAt(sink, place, points));
                }
                return null;
            });
        }
        run(kills);
        System.out.println(sink + ": killed " + killed + " times at random points");
        assertThat(killed.get()).isGreaterThanOrEqualTo(RANDOM_POINTS);
    }

    private List<String> points(SinkUnderTest sink) throws Exception {
        List<String> points = new ArrayList<>();
        ManualClock night = new ManualClock(START);
        Sink counted = sink.open(sink.place(folder.resolve("count")));
        try (TestLog log = changedSince(counted, night);
                ApiSession session = log.session()) {
            night.advance(Duration.ofDays(1));
            sync(session, counted, night)
                    .steps((step, where) -> points.add(step + " " + where))
                    .run();
        }
        return points;
    }

    private void killAt(SinkUnderTest sink, List<String> points, Set<Integer> chosen) throws Exception {
        System.out.println(sink + ": " + points.size() + " points, killed at " + chosen.size());
        List<Callable<Void>> kills = new ArrayList<>();
        for (int point : chosen) {
            kills.add(() -> {
                assertThat(killedAt(sink, "kill-" + point, List.of(point)))
                        .as("%d: %s", point, points.get(point))
                        .isEqualTo(1);
                return null;
            });
        }
        run(kills);
    }

    /** Does all of them; fails as the first one failed. */
    private static void run(List<Callable<Void>> kills) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Void> each : workers.invokeAll(kills)) {
                each.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    /** One run after the other in a process that is killed at a point, and one that is not; how many were killed. */
    private int killedAt(SinkUnderTest sink, String name, List<Integer> points) throws Exception {
        ManualClock night = new ManualClock(START);
        String place = sink.place(folder.resolve(name));
        int killed = 0;
        try (TestLog log = changedSince(sink.open(place), night);
                ApiSession session = log.session()) {
            night.advance(Duration.ofDays(1));
            for (int point : points) {
                killed += child(sink, place, log, night, point) == CrashChild.KILLED ? 1 : 0;
            }
            SyncReport report = sync(session, sink.open(place), night).run();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertThat(sink.hashes(place)).as("killed at %s", points).isEqualTo(Nights.log(session, AGENT, "agent-2"));
        }
        return killed;
    }

    private int child(SinkUnderTest sink, String place, TestLog log, ManualClock clock, int point) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder, // a killed process leaves DuckDB's library of 70 MB there
                "-cp",
                System.getProperty("java.class.path"),
                CrashChild.class.getName(),
                sink.name(),
                place,
                log.baseUrl(),
                TestLog.KEY,
                clock.instant().toString(),
                String.valueOf(point),
                AGENT,
                "agent-2"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != CrashChild.KILLED && code != 0) {
            System.out.println(printed);
        }
        return code;
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                    Files.setLastModifiedTime(target, Files.getLastModifiedTime(each));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
