package io.github.analytics4j.spark;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SynthflowAgent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A million calls of 200 agents with 1 to 100,000 calls each; minutes long, so that it is run by hand: -Dspark.million=true. */
@EnabledIfSystemProperty(named = "spark.million", matches = "true")
class MillionCallsTest {
    private static final int AGENTS = 200;

    @Test
    void allOfThem_onceEach_inPartitionsOfAboutTheSameSize() {
        try (Sandbox sandbox = LocalSpark.sandbox().calls(0).keepRequests(100).start()) {
            double size = 100_000;
            for (int i = 0; i < AGENTS; i++) {
                sandbox.synthflow().account().addAgent("agent " + i, Math.max(1, Math.round(size)));
                size *= 0.9;
            }
            List<SynthflowAgent> agents = new ArrayList<>(sandbox.synthflow().agents());
            agents.removeIf(each -> each.calls().size() == 0);
            long rows = agents.stream().mapToLong(each -> each.calls().size()).sum();
            assertThat(agents).hasSize(AGENTS);
            assertThat(rows).isGreaterThan(999_000);
            long pages = agents.stream()
                    .mapToLong(each -> (each.calls().size() + 99) / 100)
                    .sum();

            long began = System.nanoTime();
            Dataset<Row> calls = LocalSpark.read(sandbox, "synthflow.calls")
                    .option(
                            "agents",
                            agents.stream().map(SynthflowAgent::modelId).collect(Collectors.joining(",")))
                    .load();
            List<Row> partitions = calls.selectExpr(
                            "spark_partition_id() as part",
                            "call_id",
                            "crc32(concat(call_id, '|', model_id, '|', cast(unix_millis(start_time) as string))) as content")
                    .groupBy("part")
                    .agg(expr("count(*)"), expr("sum(content)"), expr("count(distinct call_id)"))
                    .collectAsList();
            double seconds = (System.nanoTime() - began) / 1e9;
            long requests = sandbox.requests().count();
            long[] sizes = partitions.stream()
                    .mapToLong(each -> each.getLong(1))
                    .sorted()
                    .toArray();
            System.out.printf(
                    "%d rows, %d partitions of %d to %d rows (median %d), %d requests for %d pages, %.0f s%n",
                    rows,
                    sizes.length,
                    sizes[0],
                    sizes[sizes.length - 1],
                    sizes[sizes.length / 2],
                    requests,
                    pages,
                    seconds);

            assertThat(LongStream.of(sizes).sum()).isEqualTo(rows);
            assertThat(partitions.stream().mapToLong(each -> each.getLong(2)).sum())
                    .isEqualTo(
                            agents.stream().mapToLong(MillionCallsTest::content).sum());
            assertThat(requests).isLessThan((long) (pages * 1.3));
            assertThat(sizes[sizes.length - 1]).isLessThan(2 * sizes[sizes.length / 2]);
            assertThat(partitions.stream().mapToLong(each -> each.getLong(3)).sum())
                    .isEqualTo(rows);
        }
    }

    private static long content(SynthflowAgent agent) {
        long sum = 0;
        CRC32 crc = new CRC32();
        for (long i = 0; i < agent.calls().size(); i++) {
            crc.reset();
            String text = agent.calls().id(i) + "|" + agent.modelId() + "|"
                    + agent.calls().time(i).toEpochMilli();
            crc.update(text.getBytes(StandardCharsets.UTF_8));
            sum += crc.getValue();
        }
        return sum;
    }
}
