package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxCall;
import io.github.analytics4j.testkit.SynthflowAgent;
import io.github.analytics4j.testkit.SynthflowSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a read is cut into partitions, and what that costs. */
class PlannerTest {
    private static Sandbox sandbox;
    private static List<SynthflowAgent> agents;

    @BeforeAll
    static void start() {
        sandbox = LocalSpark.sandbox().calls(0).start();
        SynthflowSandbox api = sandbox.synthflow();
        for (int size : new int[] {0, 1, 3, 40, 99, 100, 101, 250, 400, 800, 1600, 3000, 6000, 24_000}) {
            api.account().addAgent("agent of " + size, size);
        }
        agents = api.agents();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void forget() {
        sandbox.requests().clear();
    }

    private static Dataset<Row> calls() {
        return LocalSpark.read(sandbox, "synthflow.calls")
                .option("agents", agents.stream().map(SynthflowAgent::modelId).collect(Collectors.joining(",")))
                .option("partitionRows", 3000)
                .load();
    }

    private static long rows() {
        return agents.stream().mapToLong(each -> each.calls().size()).sum();
    }

    private static long leastRequests() {
        return agents.stream()
                .mapToLong(each -> (each.calls().size() + 99) / 100)
                .sum();
    }

    @Test
    void unevenAgents_partitionsHoldAboutTheSame_noneIsEmpty() {
        List<Row> sizes = calls().groupBy(functions.spark_partition_id())
                .agg(functions.count("*"), functions.countDistinct("call_id"))
                .collectAsList();

        long[] rows = sizes.stream().mapToLong(each -> each.getLong(1)).sorted().toArray();
        assertThat(Arrays.stream(rows).sum()).isEqualTo(rows());
        assertThat(sizes.stream().mapToLong(each -> each.getLong(2)).sum()).isEqualTo(rows());
        assertThat(rows.length).isBetween(10, 16);
        assertThat(rows[rows.length - 1]).isLessThan(2 * rows[rows.length / 2]);
        assertThat(rows[0]).isGreaterThan(rows[rows.length / 2] / 2);
    }

    @Test
    void unevenAgents_requests_areFewMoreThanPages() {
        assertThat(calls().select("call_id").distinct().count()).isEqualTo(rows());

        assertThat(sandbox.requests().count()).isLessThan((long) (leastRequests() * 1.3));
        assertThat(sandbox.requests().all().stream()
                        .filter(each -> each.rawQuery().contains("limit=1&"))
                        .count())
                .isLessThan(agents.size() + 80);
    }

    @Test
    void unevenAgents_idsAreThoseOfTheLogs() {
        List<String> ids = new ArrayList<>();
        agents.forEach(each -> each.calls().ids().forEach(ids::add));

        // sorted first: any order costs AssertJ a comparison of each with each
        assertThat(LocalSpark.texts(calls().select("call_id")).stream().sorted())
                .containsExactlyElementsOf(ids.stream().sorted().toList());
    }

    @Test
    void callsThatEndLateOrNever_areNotLost() {
        sandbox.synthflow().toDate(SynthflowSandbox.ToDate.END);
        SynthflowAgent agent = agents.get(agents.size() - 1);
        Instant middle = agent.calls().time(agent.calls().size() / 2);
        List<String> open = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant start = middle.plus(Duration.ofMinutes(37L * i));
            Duration length = Duration.ofHours(5);
            boolean ends = i % 2 == 0;
            Consumer<SandboxCall> late = call -> call.startedAt(start).duration(length);
            Consumer<SandboxCall> never = call -> call.startedAt(start).inProgress();
            open.add(agent.calls().add(ends ? late : never));
        }
        try {
            List<String> ids = LocalSpark.texts(calls().select("call_id"));
            assertThat(ids).doesNotHaveDuplicates().containsAll(open).hasSize((int) rows());
        } finally {
            open.forEach(agent.calls()::delete);
            sandbox.synthflow().toDate(SynthflowSandbox.ToDate.START);
        }
    }

    @Test
    void callWithoutATime_isThere_andItsLogIsNotCut() {
        SynthflowAgent agent = agents.get(agents.size() - 1);
        Instant middle = agent.calls().time(agent.calls().size() / 2);
        String id = agent.calls().add(call -> call.createdAt(middle).withoutStart());
        try {
            List<String> ids = LocalSpark.texts(calls().select("call_id"));
            assertThat(ids).doesNotHaveDuplicates().contains(id).hasSize((int) rows());
        } finally {
            agent.calls().delete(id);
        }
    }

    @Test
    void windows_ofOneLength_ofATime_areThoseRows() {
        SynthflowAgent agent = agents.get(agents.size() - 1);
        Instant from = agent.calls().time(agent.calls().size() - 1).plus(Duration.ofDays(3));
        Instant to = from.plus(Duration.ofDays(10));
        Dataset<Row> rows = LocalSpark.read(sandbox, "synthflow.calls")
                .option("agents", agent.modelId())
                .option("from", from.toString())
                .option("to", to.toString())
                .option("window", "P1D")
                .load();

        Map<Integer, Long> sizes = rows.groupBy(functions.spark_partition_id()).count().collectAsList().stream()
                .collect(Collectors.toMap(each -> each.getInt(0), each -> each.getLong(1)));

        long expected = 0;
        for (long i = 0; i < agent.calls().size(); i++) {
            Instant time = agent.calls().time(i);
            expected += !time.isBefore(from) && time.isBefore(to) ? 1 : 0;
        }
        assertThat(sizes).hasSizeBetween(2, 10);
        assertThat(sizes.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(expected);
    }
}
