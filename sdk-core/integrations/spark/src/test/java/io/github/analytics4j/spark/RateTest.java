package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A key's allowance, and what becomes of a job when the server refuses. */
class RateTest {

    /** Four tasks, each with an agent's log of eight pages. */
    private static Dataset<Row> calls(Sandbox sandbox) {
        return LocalSpark.read(sandbox, "synthflow.calls")
                .option("agents", String.join(",", sandbox.synthflow().modelIds()))
                .option("partitionRows", 800)
                .load();
    }

    private static Sandbox sandbox() {
        Sandbox sandbox = LocalSpark.sandbox().calls(800).start();
        List.copyOf(sandbox.synthflow().agents()).stream()
                .skip(1)
                .forEach(each -> sandbox.synthflow().account().removeAgent(each.modelId()));
        for (int i = 0; i < 3; i++) {
            sandbox.synthflow().account().addAgent("agent " + i, 800);
        }
        return sandbox;
    }

    /** When the pages of all agents were answered. */
    private static Queue<Instant> times(Sandbox sandbox) {
        Queue<Instant> times = new ConcurrentLinkedQueue<>();
        sandbox.synthflow().agents().forEach(each -> each.calls().afterEachPage(log -> times.add(Instant.now())));
        return times;
    }

    /** The most in any stretch of time of that length. */
    private static long most(Queue<Instant> when, Duration window) {
        List<Instant> times = when.stream().sorted().toList();
        long most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(first).plus(window).isAfter(times.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1L);
        }
        return most;
    }

    @Test
    void tenASecond_fourTasks_theServerSeesNoMore() {
        try (Sandbox sandbox = sandbox()) {
            Queue<Instant> times = times(sandbox);
            Dataset<Row> calls = LocalSpark.read(sandbox, "synthflow.calls")
                    .option("agents", String.join(",", sandbox.synthflow().modelIds()))
                    .option("partitionRows", 800)
                    .option("rate", "10/s")
                    .load();

            assertThat(LocalSpark.texts(calls.select("call_id"))).hasSize(3200);
            assertThat(times).hasSizeGreaterThan(32);
            assertThat(most(times, Duration.ofMillis(700))) // a busy machine delays one answer more than another
                    .isLessThanOrEqualTo(10);
        }
    }

    /** Two minutes long, so that it is run by hand, as the million calls are; the ten a second are the same in little. */
    @Test
    @EnabledIfSystemProperty(named = "spark.million", matches = "true")
    void sixtyAMinute_fourTasks_theServerSeesNoMore() {
        try (Sandbox sandbox = sandbox()) {
            sandbox.synthflow().account().addAgent("another", 6000);
            Queue<Instant> times = times(sandbox);
            Dataset<Row> calls = LocalSpark.read(sandbox, "synthflow.calls")
                    .option("agents", String.join(",", sandbox.synthflow().modelIds()))
                    .option("partitionRows", 2000)
                    .option("rate", "60/min")
                    .load();

            assertThat(LocalSpark.texts(calls.select("call_id"))).hasSize(9200);
            assertThat(most(times, Duration.ofMinutes(1))).isLessThanOrEqualTo(60);
        }
    }

    @Test
    void refusals_slowTheJob_andFailNoTask() {
        try (Sandbox sandbox = sandbox()) {
            sandbox.synthflow().rateLimit(10, Duration.ofSeconds(1));

            assertAllIsRead_withoutAFailedTask(sandbox);
        }
    }

    @Test
    void faultsOnTheWay_failNoTask() {
        try (Sandbox sandbox = sandbox()) {
            sandbox.faults()
                    .on("/v2/calls")
                    .every(7)
                    .show(Fault.vendorError(503), Fault.resetBeforeHeaders(), Fault.truncatedBody(500));

            assertAllIsRead_withoutAFailedTask(sandbox);
        }
    }

    private static void assertAllIsRead_withoutAFailedTask(Sandbox sandbox) {
        FailedTasks failed = FailedTasks.listen();
        assertThat(LocalSpark.texts(calls(sandbox).select("call_id")))
                .hasSize(3200)
                .doesNotHaveDuplicates();
        assertThat(failed.count()).isZero();
    }

    @Test
    void shares_ofTheAllowance_areWhatIsLeftForEachJvm() {
        assertThat(new Rate(60, Duration.ofMinutes(1)).share(11)).isEqualTo(new Rate(5, Duration.ofMinutes(1)));
        assertThat(new Rate(60, Duration.ofMinutes(1)).share(1)).isEqualTo(new Rate(60, Duration.ofMinutes(1)));
        assertThat(new Rate(3, Duration.ofSeconds(1)).share(12)).isEqualTo(new Rate(1, Duration.ofSeconds(4)));
    }
}
