package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.SparkPlan;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import scala.collection.Iterable;

/** Rows that are not proven to be all, odd rows, and what the UI tells of a scan. */
class ProofTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = LocalSpark.sandbox().calls(250).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void asAtTheStart() {
        sandbox.reset();
    }

    private static Dataset<Row> calls(Map<String, String> more) {
        return LocalSpark.read(sandbox, "synthflow.calls")
                .option("agents", sandbox.synthflow().modelId())
                .options(more)
                .load();
    }

    /** By reflection, for the two versions of Scala have not the same sequences. */
    private static long metric(Dataset<Row> rows, String name) {
        SparkPlan plan = rows.queryExecution().executedPlan();
        try {
            Object leaves = SparkPlan.class.getMethod("collectLeaves").invoke(plan);
            SparkPlan scan = (SparkPlan) ((Iterable<?>) leaves).head();
            return scan.metrics().get(name).get().value();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no plan of Spark's", e);
        }
    }

    @Test
    void unreadableRow_failsTheJobWithTheReason() {
        sandbox.faults()
                .on("/v2/calls")
                .where(each -> each.rawQuery().contains("limit=100"))
                .show(Fault.editJson("response.calls[3]", "no record"));

        assertThatThrownBy(() -> calls(Map.of()).collectAsList())
                .hasStackTraceContaining("synthflow.calls.list: the rows are not proven to be all: ")
                .hasStackTraceContaining("set the option allowUnproven to have them as they came");
    }

    @Test
    void unreadableRow_whereThatIsAllowed_isLeftOutAndCounted() {
        sandbox.faults()
                .on("/v2/calls")
                .where(each -> each.rawQuery().contains("limit=100"))
                .times(1)
                .show(Fault.editJson("response.calls[3]", "no record"));

        Dataset<Row> rows = calls(Map.of("allowUnproven", "true")).select("call_id");

        assertThat(rows.collectAsList()).hasSizeBetween(249, 250);
        assertThat(metric(rows, "apiUnproven")).isEqualTo(1);
    }

    @Test
    void metrics_countRowsRequestsRetriesAndWaits() {
        sandbox.faults().on("/v2/calls").skip(2).times(1).show(Fault.vendorError(503));

        Dataset<Row> rows = calls(Map.of()).select("call_id");

        assertThat(rows.collectAsList()).hasSize(250);
        assertThat(metric(rows, "apiRows")).isEqualTo(250);
        assertThat(metric(rows, "apiRequests"))
                .isEqualTo(sandbox.requests().count() - 1); // the driver's was for the total
        assertThat(metric(rows, "apiRetries")).isEqualTo(1);
        assertThat(metric(rows, "apiWaits")).isBetween(0L, 10_000L);
        assertThat(metric(rows, "apiUnproven")).isZero();
    }

    @Test
    void oddFields_failNothing_andAreInTheColumnForTheUnexpected() {
        sandbox.faults()
                .on("/v2/calls")
                .show(Fault.editJson("response.calls[0].mood", Map.of("name", "fine"))
                        .then(Fault.editJson("response.calls[1].duration", "long"))
                        .then(Fault.editJson("response.calls[2].start_time", "316516636800000")) // in the year 12000
                        .then(Fault.editJson("response.calls[3].call_status", "paused for lunch")));

        List<Row> rows = calls(Map.of())
                .selectExpr(
                        "unexpected",
                        "duration",
                        "start_time",
                        "call_status",
                        "get_json_object(unexpected, '$.mood.name')")
                .limit(4)
                .collectAsList();

        assertThat(rows.get(0).getString(4)).isEqualTo("fine");
        assertThat(rows.get(1).isNullAt(1)).isTrue();
        assertThat(rows.get(1).getString(0)).contains("\"duration\":\"long\"");
        assertThat(rows.get(2).isNullAt(2)).isTrue();
        assertThat(rows.get(2).getString(0)).contains("\"start_time\":");
        assertThat(rows.get(3).getString(3)).isEqualTo("paused for lunch");
    }

    /** By the core's rule a number is a time of 2000 to 2099 or none: 0 stands for "not yet" as often as for 1970. */
    @Test
    void timeThatIsANumberBefore2000_isNoTime_butKept_andOneThatIsWrittenOutIsOne() {
        sandbox.faults()
                .on("/v2/calls")
                .show(Fault.editJson("response.calls[0].start_time", "0")
                        .then(Fault.editJson("response.calls[1].telephony_start", "1970-01-01T00:00:00Z")));

        List<Row> rows = calls(Map.of())
                .select("start_time", "unexpected", "telephony_start")
                .limit(2)
                .collectAsList();

        assertThat(rows.get(0).isNullAt(0)).isTrue();
        assertThat(rows.get(0).getString(1)).isEqualTo("{\"start_time\":\"0\"}");
        assertThat(rows.get(1).getTimestamp(2).toInstant()).isEqualTo(Instant.EPOCH);
        assertThat(rows.get(1).isNullAt(1)).isTrue();
    }

    @Test
    void filters_onWhatTheVendorCannotFilter_stayWithSpark() {
        Dataset<Row> rows = calls(Map.of())
                .where("call_status = 'a status of next year' or timezone is null or duration * 2 > 100")
                .select("call_id");

        assertThat(LocalSpark.plan(rows)).contains("Filter");
        assertThat(rows.collectAsList()).isNotEmpty();
    }

    @Test
    void timeOfARange_isAWindow_andNoFilterRemains() {
        var log = sandbox.synthflow().calls();
        String from = log.time(199).toString();
        String to = log.time(50).toString();

        Dataset<Row> rows = calls(Map.of())
                .where("start_time >= timestamp '" + from + "' and start_time < timestamp '" + to + "'")
                .select("call_id");

        assertThat(LocalSpark.plan(rows)).doesNotContain("Filter ").contains("from " + from, "to " + to);
        assertThat(LocalSpark.texts(rows))
                .containsExactlyInAnyOrderElementsOf(
                        log.ids().skip(51).limit(149).toList());
        assertThat(sandbox.requests().all())
                .allMatch(each -> each.rawQuery().contains("from_date=")
                        || each.rawQuery().contains("limit=1&"));
    }

    @Test
    void limitWithPushedFilters_isOneRequestOfThatSize() {
        Dataset<Row> rows = calls(Map.of())
                .where("call_status = 'completed' and duration >= 1")
                .select("call_id")
                .limit(3);

        assertThat(rows.collectAsList()).hasSize(3);
        assertThat(sandbox.requests().all()).hasSize(1);
        assertThat(sandbox.requests().last().rawQuery()).contains("limit=3", "call_status=completed", "duration_min=1");
    }

    @Test
    void count_readsNoColumn() {
        assertThat(calls(Map.of()).count()).isEqualTo(250);
    }
}
