package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What becomes of a task's requests when it is canceled, and of clients that no task uses. */
class CancelTest {

    @Test
    void canceledJob_endsItsRequests_andTheNextJobRuns() throws Exception {
        try (Sandbox sandbox = LocalSpark.sandbox().calls(500).start()) {
            var stalled = sandbox.faults()
                    .on("/v2/calls")
                    .where(each -> each.rawQuery().contains("limit=100"))
                    .lasting(Duration.ofMinutes(10))
                    .show(Fault.stall());
            Dataset<Row> calls = LocalSpark.read(sandbox, "synthflow.calls")
                    .option("agents", sandbox.synthflow().modelId())
                    .load()
                    .select("call_id");
            SparkContext spark = LocalSpark.session().sparkContext();
            CompletableFuture<Integer> job = CompletableFuture.supplyAsync(() -> {
                spark.setJobGroup("to be canceled", "a job whose server does not answer", false);
                try {
                    return calls.collectAsList().size();
                } finally {
                    spark.clearJobGroup();
                }
            });
            sandbox.requests().await(2, Duration.ofSeconds(60)); // the total, and the first page

            spark.cancelJobGroup("to be canceled");

            assertThatThrownBy(() -> job.get(30, TimeUnit.SECONDS)).hasStackTraceContaining("cancel");
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (sandbox.openConnections() > 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(sandbox.openConnections()).isZero();
            stalled.remove();
            assertThat(calls.collectAsList()).hasSize(500);
        }
    }
}
