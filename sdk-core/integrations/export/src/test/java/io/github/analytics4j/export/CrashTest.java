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
    private static final int RANDOM_POINTS = 50;

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(START);

    /** A log of some days, stored, and then changed in every way that a night knows. */
    private TestLog changedSince(Sink sink) {
        TestLog log = new TestLog(clock);
        log.fill(AGENT, "c", START.minus(Duration.ofDays(5)), Duration.ofMinutes(20), 360);
        log.fill("agent-2", "d", START.minus(Duration.ofDays(2)), Duration.ofMinutes(60), 48);
        log.put(AGENT, new TestLog.Call("u", null, 1, "queue", Map.of()));
        try (ApiSession session = log.session()) {
            assertThat(sync(session, sink).run().exitCode()).isZero();
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
        return Sync.of(SyncTable.of(session, Nights.calls()).each("model_id", AGENT, "agent-2"))
                .into(sink)
                .clock(clock)
                .with(OPTIONS);
    }

    @Test
    void diskAsItIsAtEachPoint_isMadeWholeByTheNextRun() throws Exception {
        Path place = folder.resolve("live");
        Map<Path, String> snapshots = new LinkedHashMap<>();
        try (TestLog log = changedSince(FolderSink.of(place));
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
            System.out.println("points: " + snapshots.size() + ", distinct " + new TreeSet<>(snapshots.values()));
        }
    }

    @Test
    void recoveryThatIsKilledToo_isFinishedByTheRunAfter() throws Exception {
        Path place = folder.resolve("live");
        List<Path> inRename = new ArrayList<>();
        try (TestLog log = changedSince(FolderSink.of(place));
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
        int killed = 0;
        // the second point can lie behind the end of its run, which then is not killed
        for (int kill = 0; killed < RANDOM_POINTS && kill < RANDOM_POINTS; kill++) {
            String place = sink.place(folder.resolve("random-" + kill));
            try (TestLog log = changedSince(sink.open(place));
                    ApiSession session = log.session()) {
                clock.advance(Duration.ofDays(1));
                int first = random.nextInt(most);
                int second = random.nextInt(most);
                killed += child(sink, place, log, first) == CrashChild.KILLED ? 1 : 0;
                killed += child(sink, place, log, second) == CrashChild.KILLED ? 1 : 0;
                assertThat(sync(session, sink.open(place)).run().exitCode()).isZero();
                assertThat(sink.hashes(place))
                        .as("killed at %d and %d", first, second)
                        .isEqualTo(Nights.log(session, AGENT, "agent-2"));
                clock.advance(Duration.ofDays(-1));
            }
        }
        System.out.println(sink + ": killed " + killed + " times at random points");
        assertThat(killed).isGreaterThanOrEqualTo(RANDOM_POINTS);
    }

    private List<String> points(SinkUnderTest sink) throws Exception {
        List<String> points = new ArrayList<>();
        String place = sink.place(folder.resolve("count"));
        ManualClock night = clock;
        try (TestLog log = changedSince(sink.open(place));
                ApiSession session = log.session()) {
            night.advance(Duration.ofDays(1));
            sync(session, sink.open(place))
                    .steps((step, where) -> points.add(step + " " + where))
                    .run();
            night.advance(Duration.ofDays(-1));
        }
        return points;
    }

    private void killAt(SinkUnderTest sink, List<String> points, Set<Integer> chosen) throws Exception {
        System.out.println(sink + ": " + points.size() + " points, killed at " + chosen.size());
        for (int point : chosen) {
            String place = sink.place(folder.resolve("kill-" + point));
            try (TestLog log = changedSince(sink.open(place));
                    ApiSession session = log.session()) {
                clock.advance(Duration.ofDays(1));
                assertThat(child(sink, place, log, point))
                        .as("%d: %s", point, points.get(point))
                        .isEqualTo(CrashChild.KILLED);
                SyncReport report = sync(session, sink.open(place)).run();
                assertThat(report.exitCode()).as(report.toJson()).isZero();
                assertThat(sink.hashes(place))
                        .as("%d: %s", point, points.get(point))
                        .isEqualTo(Nights.log(session, AGENT, "agent-2"));
                clock.advance(Duration.ofDays(-1));
            }
        }
    }

    private int child(SinkUnderTest sink, String place, TestLog log, int point) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
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
        if (code != CrashChild.KILLED) {
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
