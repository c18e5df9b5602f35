package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.Sandbox;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a batch brings, and which requests it costs. */
class BatchTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = LocalSpark.sandbox().calls(3000).start();
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
                .option("agents", String.join(",", sandbox.synthflow().modelIds()))
                .load();
    }

    @Test
    void calls_ofAllAgents_areThereOnce() {
        List<String> ids = LocalSpark.texts(calls().select("call_id"));

        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(sandbox.synthflow().agents().stream()
                        .flatMap(agent -> agent.calls().ids())
                        .toList());
    }

    @Test
    void limit_fiveRows_oneRequest() {
        List<String> ids = LocalSpark.texts(calls().select("call_id").limit(5));

        assertThat(ids).hasSize(5);
        assertThat(sandbox.requests().all()).hasSize(1);
        assertThat(sandbox.requests().last().rawQuery()).contains("limit=5");
    }

    @Test
    void filters_ofStatusAndAgent_areParametersAndLeaveNoFilter() {
        String agent = sandbox.synthflow().modelId();
        Dataset<Row> completed = LocalSpark.read(sandbox, "synthflow.calls")
                .load()
                .where("model_id = '" + agent + "' and call_status = 'completed'")
                .select("call_status");

        assertThat(LocalSpark.plan(completed))
                .contains("analytics4j synthflow_calls")
                .doesNotContain("Filter ");
        assertThat(sandbox.requests().all()).isEmpty();
        assertThat(LocalSpark.texts(completed)).isNotEmpty().containsOnly("completed");
        assertThat(sandbox.requests().all()).allMatch(each -> each.rawQuery().contains("call_status=completed"));
    }

    @Test
    void joinWithItself_readsOnce() {
        calls().createOrReplaceTempView("twice");
        long all = sandbox.synthflow().agents().stream()
                .mapToLong(agent -> agent.calls().size())
                .sum();
        Dataset<Row> ids = calls().select("call_id");
        assertThat(LocalSpark.texts(ids)).hasSize((int) all);
        int once = sandbox.requests().all().size();
        sandbox.requests().clear();

        Dataset<Row> joined = ids.sparkSession()
                .sql("select count(*) from twice a join twice b on a.call_id = b.call_id where b.call_id is not null");

        assertThat(joined.head().getLong(0)).isEqualTo(all);
        assertThat(sandbox.requests().all()).hasSize(once);
    }

    @Test
    void joinWithOtherRows_readsBoth() {
        calls().createOrReplaceTempView("twice");

        long completed = LocalSpark.texts(
                        calls().where("call_status = 'completed'").select("call_id"))
                .size();
        Dataset<Row> joined = calls().sparkSession()
                .sql(
                        "select count(*) from twice a join twice b on a.call_id = b.call_id where b.call_status = 'completed'");

        assertThat(joined.head().getLong(0)).isEqualTo(completed).isPositive();
    }
}
