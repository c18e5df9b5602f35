package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.child.ChildJvm;
import io.github.analytics4j.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that ends at any point leaves a sink that the next run makes whole. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    static final SyncOptions OPTIONS =
            SyncOptions.builder().walkRows(200).prefetch(0).build();

    private static final String AGENT = "agent-1";
    private static final Instant START = Instant.parse("2026-11-20T02:13:00Z");
    /** For each sink: each is a process or two; {@code -Dcrash.points=50} before a change of the commit is trusted. */
    private static final int RANDOM_POINTS = Integer.getInteger("crash.points", 8);

    /** Each killed process is one, and the log that it reads is busy in this one. */
    private static final int AT_ONCE = 2;

    @TempDir
    static Path shared;

    private static final CrashChild.Jvm JVM = new CrashChild.Jvm();

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(START);

    /** A log of some days. */
    private static TestLog log(ManualClock clock) {
        TestLog log = new TestLog(clock);
        log.fill(AGENT, "c", START.minus(Duration.ofDays(5)), Duration.ofMinutes(20), 360);
        log.fill("agent-2", "d", START.minus(Duration.ofDays(2)), Duration.ofMinutes(60), 48);
        log.put(AGENT, new TestLog.Call("u", null, 1, "queue", Map.of()));
        return log;
    }

    /** Changes the log in every way that a night knows. */
    private static void change(TestLog log) {
        log.fill(AGENT, "n", START, Duration.ofMinutes(20), 60);
        log.put(AGENT, log.get(AGENT, "c300").with("labels", "[\"late\"]"));
        log.put(AGENT, log.get(AGENT, "c301").start(START.minus(Duration.ofHours(30))));
        log.put(AGENT, log.get(AGENT, "c302").start(START.plus(Duration.ofHours(5))));
        log.put(AGENT, log.get(AGENT, "u").start(START.plus(Duration.ofHours(6))));
        log.put(AGENT, log.get(AGENT, "c0").start(START.plus(Duration.ofHours(7))));
        log.delete(AGENT, "c310");
    }

    /** A log of some days, stored, and then changed. */
    private static TestLog changedSince(Sink sink, ManualClock clock) {
        TestLog log = log(clock);
        try (ApiSession session = log.session()) {
            assertThat(sync(session, sink, clock).run().exitCode()).isZero();
        }
        change(log);
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
                        Place.copyFolder(place, copy);
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
                            Place.copyFolder(place, copy);
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
                            Place.copyFolder(first, copy);
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
    @EnumSource(Place.class)
    void processKilledAtEachStep_isMadeWholeByTheNextRun(Place sink) throws Exception {
        try (Night night = new Night(sink, folder)) {
            Map<String, Integer> first = new LinkedHashMap<>();
            for (int i = 0; i < night.points.size(); i++) {
                first.putIfAbsent(night.points.get(i), i);
            }
            Set<Integer> chosen = new TreeSet<>(first.values());
            System.out.println(sink + ": " + night.points.size() + " points, killed at " + chosen.size());
            List<Callable<Void>> kills = new ArrayList<>();
            for (int point : chosen) {
                kills.add(() -> {
                    assertThat(night.killedAt("kill-" + point, List.of(point)))
                            .as("%d: %s", point, night.points.get(point))
                            .isEqualTo(1);
                    return null;
                });
            }
            run(kills);
        }
    }

    /** A limit on the length of files, which a shell sets, fails a write as a full disk does. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void diskThatIsFullAtTheFirstRun_isMadeWholeByTheNextRun() throws Exception {
        try (Night night = new Night(Place.DUCKDB, folder)) {
            String place = Place.DUCKDB.address(folder.resolve("full"));
            night.child(place, CrashChild.NEVER, "sh", "-c", "ulimit -f 8; exec \"$@\"", "sh");
            assertThat(Path.of(place.substring("jdbc:duckdb:".length()))).doesNotExist();
            assertThat(night.killedAt(place, place, List.of())).isZero();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Place.class)
    void processKilledAtRandomPoints_andTheNextOneToo_isMadeWholeByTheRunAfter(Place sink) throws Exception {
        try (Night night = new Night(sink, folder)) {
            int most = night.points.size();
            Random random = new Random(16);
            AtomicInteger killed = new AtomicInteger();
            List<Callable<Void>> kills = new ArrayList<>();
            for (int i = 0; i < RANDOM_POINTS; i++) {
                String place = "random-" + i;
                List<Integer> points = List.of(random.nextInt(most), random.nextInt(most));
                // the second point can lie behind the end of its run, which then is not killed
                kills.add(() -> {
                    if (killed.get() < RANDOM_POINTS) {
                        killed.addAndGet(night.killedAt(place, points));
                    }
                    return null;
                });
            }
            run(kills);
            System.out.println(sink + ": killed " + killed + " times at random points");
            assertThat(killed.get()).isGreaterThanOrEqualTo(RANDOM_POINTS);
        }
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

    /** A log that changed since it was stored, and the place where it is stored, of which each kill has a copy. */
    private static final class Night implements AutoCloseable {
        final List<String> points = new ArrayList<>();
        private final Place sink;
        private final Path folder;
        private final ManualClock clock = new ManualClock(START);
        private final TestLog log = log(clock);
        private final ApiSession session = log.session();
        private final String stored;
        private final Map<String, String> expected;
        private final List<String> options;

        Night(Place sink, Path folder) throws Exception {
            this.sink = sink;
            this.folder = folder;
            // where DuckDB's driver unpacks its library of 70 MB, a killed process leaves it
            this.options = List.of("-Xmx256m", "-Djava.io.tmpdir=" + folder);
            this.stored = sink.address(folder.resolve("stored"));
            assertThat(sync(session, sink.at(stored).sink, clock).run().exitCode())
                    .isZero();
            change(log);
            clock.advance(Duration.ofDays(1));
            this.expected = Nights.log(session, AGENT, "agent-2");
            sync(session, sink.at(sink.copy(stored, folder.resolve("count"))).sink, clock)
                    .steps((step, where) -> points.add(step + " " + where))
                    .run();
        }

        /** One run after the other in a process that is killed at a point, and one that is not; how many were killed. */
        int killedAt(String name, List<Integer> kills) throws Exception {
            return killedAt(name, sink.copy(stored, folder.resolve(name)), kills);
        }

        private int killedAt(String name, String place, List<Integer> kills) throws Exception {
            int killed = 0;
            for (int point : kills) {
                killed += child(place, point) == CrashChild.KILLED ? 1 : 0;
            }
            SyncReport report = sync(session, sink.at(place).sink, clock).run();
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            assertThat(sink.at(place).hashes())
                    .as("%s, killed at %s", name, kills)
                    .isEqualTo(expected);
            return killed;
        }

        /** The words in front are a program that starts the run. */
        private int child(String place, int point, String... inFront) throws Exception {
            ChildJvm jvm = JVM.get(shared, options, (most, whole) -> arguments(most, whole, CrashChild.NEVER));
            List<String> words = new ArrayList<>(List.of(inFront));
            words.addAll(jvm.command(options, CrashChild.class, arguments(sink, place, point)));
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != CrashChild.KILLED && code != 0) {
                System.out.println(printed);
            }
            return code;
        }

        private String[] arguments(Place in, String place, int point) {
            return new String[] {
                in.name(),
                place,
                log.baseUrl(),
                TestLog.KEY,
                clock.instant().toString(),
                String.valueOf(point),
                AGENT,
                "agent-2"
            };
        }

        @Override
        public void close() throws IOException {
            session.close();
            log.close();
        }
    }
}
