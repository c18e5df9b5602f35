package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A key's allowance, and what becomes of a job when the server refuses. */
class RateTest {

    /** Four tasks, each with the log of an agent of that size. */
    private static Dataset<Row> calls(Sandbox sandbox, int size, Map<String, String> more) {
        return LocalSpark.read(sandbox, "synthflow.calls")
                .option("agents", String.join(",", sandbox.synthflow().modelIds()))
                .option("partitionRows", size)
                .options(more)
                .load()
                .select("call_id");
    }

    /** Four agents, each with a log of that size. */
    private static Sandbox sandbox(int size) {
        Sandbox sandbox = LocalSpark.sandbox().calls(size).growing(false).start();
        List.copyOf(sandbox.synthflow().agents()).stream()
                .skip(1)
                .forEach(each -> sandbox.synthflow().account().removeAgent(each.modelId()));
        for (int i = 0; i < 3; i++) {
            sandbox.synthflow().account().addAgent("agent " + i, size);
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
        try (Sandbox sandbox = sandbox(800)) {
            // a busy machine delays one response more than another
            assertTheServerSeesNoMore(sandbox, 800, "10/s", 10, Duration.ofMillis(700));
        }
    }

    /** Two minutes long, so that it is run by hand, as the million calls are; the ten a second are the same in little. */
    @Test
    @EnabledIfSystemProperty(named = "spark.million", matches = "true")
    void sixtyAMinute_fourTasks_theServerSeesNoMore() {
        try (Sandbox sandbox = sandbox(3000)) {
            sandbox.synthflow().rateLimit(60, Duration.ofMinutes(1)); // by its own count, beyond which it refuses

            String told = assertTheServerSeesNoMore(sandbox, 3000, "60/min", 60, Duration.ofMinutes(1));

            System.out.println("60/min: " + told);
        }
    }

    /** What four tasks read at a rate, and how the server counts them. */
    private static String assertTheServerSeesNoMore(
            Sandbox sandbox, int size, String rate, int requests, Duration window) {
        Queue<Instant> times = times(sandbox);
        FailedTasks tasks = FailedTasks.listen();

        assertThat(LocalSpark.texts(calls(sandbox, size, Map.of("rate", rate))))
                .hasSize(4 * size)
                .doesNotHaveDuplicates();

        assertThat(tasks.tasks()).isEqualTo(4);
        assertThat(tasks.count()).isZero();
        assertThat(sandbox.requests().count())
                .as("each request was answered with a page, none refused")
                .isEqualTo(times.size())
                .isGreaterThan(4L * size / 100);
        assertThat(times.size()).isGreaterThan(requests);
        long most = most(times, window);
        assertThat(most).isLessThanOrEqualTo(requests);
        return tasks.tasks() + " tasks, " + times.size() + " requests, " + most + " at most in " + window.toSeconds()
                + " s";
    }

    @Test
    void refusals_slowTheJob_andFailNoTask() {
        try (Sandbox sandbox = sandbox(800)) {
            sandbox.synthflow().rateLimit(10, Duration.ofSeconds(1));

            assertAllIsRead_withoutAFailedTask(sandbox);
        }
    }

    @Test
    void faultsOnTheWay_failNoTask() {
        try (Sandbox sandbox = sandbox(800)) {
            sandbox.faults()
                    .on("/v2/calls")
                    .every(7)
                    .show(Fault.vendorError(503), Fault.resetBeforeHeaders(), Fault.truncatedBody(500));

            assertAllIsRead_withoutAFailedTask(sandbox);
        }
    }

    private static void assertAllIsRead_withoutAFailedTask(Sandbox sandbox) {
        FailedTasks tasks = FailedTasks.listen();
        assertThat(LocalSpark.texts(calls(sandbox, 800, Map.of())))
                .hasSize(3200)
                .doesNotHaveDuplicates();
        assertThat(tasks.tasks()).isEqualTo(4);
        assertThat(tasks.count()).isZero();
    }

    @Test
    void shares_ofTheAllowance_areWhatIsLeftForEachJvm() {
        assertThat(new Rate(60, Duration.ofMinutes(1)).share(11)).isEqualTo(new Rate(5, Duration.ofMinutes(1)));
        assertThat(new Rate(60, Duration.ofMinutes(1)).share(1)).isEqualTo(new Rate(60, Duration.ofMinutes(1)));
        assertThat(new Rate(3, Duration.ofSeconds(1)).share(12)).isEqualTo(new Rate(1, Duration.ofSeconds(4)));
    }
}
