package io.github.analytics4j.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiSession;
import io.github.analytics4j.testkit.CallLog;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SynthflowSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A month of nights against the sandbox in which everything happens that a log can do: afterwards the sink is the log. */
@Execution(ExecutionMode.CONCURRENT)
class MonthOfNightsTest {
    private static final Instant START = Instant.parse("2026-10-01T02:13:00Z");
    private static final int NIGHTS = 30;

    @TempDir
    static Path shared;

    private static final CrashChild.Jvm JVM = new CrashChild.Jvm();

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock(START);
    private final Random random = new Random(1_601);

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(Place.class)
    void month_everythingHappens_sinkIsTheLog(Place sink) throws Exception {
        String place = sink.address(folder.resolve("place"));
        int killed = 0;
        int skipped = 0;
        Map<String, String> leftBehind = new TreeMap<>();
        try (Sandbox sandbox = Sandbox.builder()
                        .clock(clock)
                        .growing(true)
                        .calls(1_200)
                        .callsPerDay(60)
                        .start();
                ApiSession session = Nights.session(sandbox.synthflow())) {
            SynthflowSandbox synthflow = sandbox.synthflow();
            List<String> agents = new ArrayList<>(synthflow.modelIds());
            Set<String> everOfOne = new TreeSet<>();
            for (int night = 0; night < NIGHTS; night++) {
                synthflow.agents().get(1).calls().ids().forEach(everOfOne::add);
                happen(synthflow, agents);
                if (night == 8) {
                    agents.add(synthflow.account().addAgent("new one", 300, 10).modelId());
                } else if (night == 15) {
                    run(session, sink.at(place).sink, agents, SyncOptions.DEFAULT);
                    agents.remove(1);
                    String left = synthflow.modelIds().get(1);
                    leftBehind.putAll(Nights.log(session, left));
                    leftBehind.keySet().retainAll(sink.at(place).hashes().keySet());
                }
                clock.advance(Duration.ofHours(23).plusMinutes(random.nextInt(120)));
                if (random.nextInt(8) == 0) {
                    skipped++;
                    continue;
                }
                if (night % 5 == 3) {
                    killed += killedRun(sink, place, synthflow, agents) ? 1 : 0;
                }
                if (night % 4 == 2) {
                    sandbox.faults().next(Fault.status(500), Fault.truncatedBody(200), Fault.resetBeforeHeaders());
                }
                SyncReport report = run(session, sink.at(place).sink, agents, SyncOptions.DEFAULT);
                sandbox.faults().clear();
                assertThat(report.exitCode())
                        .as("night %d: %s", night, report.toJson())
                        .isIn(SyncReport.VERIFIED, SyncReport.UNPROVEN);
                assertThat(sink.at(place).hashes()).as("night %d", night).isNotEmpty(); // each id once
            }
            SyncOptions last = SyncOptions.builder()
                    .sweepEvery(Duration.ZERO)
                    .countEvery(Duration.ZERO)
                    .sweepRange(Duration.ofDays(70))
                    .build();
            run(session, sink.at(place).sink, agents, last);
            SyncReport report = run(session, sink.at(place).sink, agents, last);
            System.out.println(sink + ": " + killed + " killed, " + skipped + " skipped");
            assertThat(report.exitCode()).as(report.toJson()).isZero();
            Map<String, String> expected = Nights.log(session, agents.toArray(new String[0]));
            Map<String, String> stored = sink.at(place).hashes();
            assertThat(stored.keySet())
                    .containsAll(leftBehind.keySet()); // rows of an agent that is no longer read stay
            stored.keySet().removeIf(id -> everOfOne.contains(id) && !expected.containsKey(id));
            assertThat(leftBehind).hasSizeGreaterThan(100);
            Nights.assertSame(stored, expected);
        }
    }

    private void happen(SynthflowSandbox synthflow, List<String> agents) {
        for (String agent : agents) {
            CallLog calls = synthflow.account().agent(agent).calls();
            Instant now = clock.instant();
            for (int i = 0; i < 4; i++) {
                String recent = calls.id(random.nextInt(Math.min(40, (int) calls.size())));
                switch (random.nextInt(8)) {
                    case 0 -> calls.change(recent, call -> call.labels("late " + random.nextInt()));
                    case 1 -> calls.change(recent, call -> call.status("user-canceled"));
                    case 2 -> calls.delete(recent);
                    case 3 ->
                        calls.change(
                                recent,
                                call -> call.startedAt(now.minus(Duration.ofMinutes(random.nextInt(2_400))))
                                        .duration(Duration.ofMinutes(1 + random.nextInt(60))));
                    case 4 -> calls.add(call -> call.startedAt(now.minus(Duration.ofHours(random.nextInt(60)))));
                    case 5 -> calls.add(call -> call.startedAt(now.minus(Duration.ofDays(5 + random.nextInt(20)))));
                    case 6 -> calls.add(call -> call.withoutStart());
                    default ->
                        calls.add(call -> call.startedAt(now.minusSeconds(60))
                                .endsAt(now.plus(Duration.ofHours(random.nextInt(200)))));
                }
            }
        }
    }

    private SyncReport run(ApiSession session, Sink sink, List<String> agents, SyncOptions options) {
        return Sync.of(SyncTable.of(session, Nights.calls()).each("model_id", agents))
                .into(sink)
                .clock(clock)
                .with(options)
                .run();
    }

    private boolean killedRun(Place sink, String place, SynthflowSandbox synthflow, List<String> agents)
            throws Exception {
        List<String> options = List.of("-Xmx256m");
        int point = random.nextInt(60);
        String[] arguments = arguments(sink, place, synthflow, point, agents);
        List<String> command = JVM.get(
                        shared, options, (most, whole) -> arguments(most, whole, synthflow, CrashChild.NEVER, agents))
                .command(options, CrashChild.class, arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assertThat(code).as(printed).isIn(0, CrashChild.KILLED);
        return code == CrashChild.KILLED;
    }

    private String[] arguments(Place sink, String place, SynthflowSandbox synthflow, int point, List<String> agents) {
        List<String> all = new ArrayList<>(List.of(
                sink.name(),
                place,
                synthflow.baseUrl().toString(),
                synthflow.apiKey(),
                clock.instant().toString(),
                String.valueOf(point)));
        all.addAll(agents);
        return all.toArray(new String[0]);
    }

    @Test
    void quietNight_requestsAreWithinTheMinimum() {
        try (Sandbox sandbox = Sandbox.builder()
                        .clock(clock)
                        .growing(true)
                        .calls(8_000)
                        .callsPerDay(400)
                        .start();
                ApiSession session = Nights.session(sandbox.synthflow())) {
            String agent = sandbox.synthflow().modelId();
            Sink sink = FolderSink.of(folder.resolve("json_lines"));
            run(session, sink, List.of(agent), SyncOptions.DEFAULT);
            long first = sandbox.requests().count();
            assertThat(first).isLessThanOrEqualTo((long) (1.3 * (80 + 2)));
            clock.advance(Duration.ofDays(1));
            sandbox.requests().clear();
            SyncReport report = run(session, sink, List.of(agent), SyncOptions.DEFAULT);
            long night = sandbox.requests().count();
            long read = report.table("synthflow_calls").partition(agent).read();
            assertThat(report.exitCode()).isZero();
            System.out.println("first load " + first + " requests, night " + night + " for " + read + " rows");
            assertThat((double) night).isLessThanOrEqualTo(1.3 * (Math.ceil(read / 100.0) + 2));
            long lookBack = Nights.lines(folder.resolve("json_lines")).stream()
                    .filter(each -> each.get("start_time").asText().compareTo("2026-09-27T23:59:00") >= 0)
                    .count();
            assertThat(read).isEqualTo(lookBack); // 72 hours before the run before, from the start of that day
            sandbox.requests().clear();
            run(session, sink, List.of(agent), SyncOptions.DEFAULT);
            assertThat(sandbox.requests().count()).isLessThanOrEqualTo(night + 1);
        }
    }
}
