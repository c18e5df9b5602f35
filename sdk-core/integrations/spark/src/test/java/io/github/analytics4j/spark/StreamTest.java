package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.CallLog;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows the micro-batches of a stream bring, as time goes on. */
class StreamTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final ManualClock clock = new ManualClock(NOON);
    private final List<List<String>> batches = new ArrayList<>();
    private Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        sandbox = LocalSpark.sandbox().calls(700).growing(false).clock(clock).start();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private CallLog calls() {
        return sandbox.synthflow().calls();
    }

    private DataStreamReader stream() {
        return LocalSpark.session()
                .readStream()
                .format("analytics4j")
                .option("table", "synthflow.calls")
                .option("baseUrl", LocalSpark.baseUrl(sandbox, "synthflow.calls"))
                .option("keyVariable", LocalSpark.KEY_VARIABLE)
                .option("agents", String.join(",", sandbox.synthflow().modelIds()));
    }

    /** Reads what there is, and ends; the ids of each micro-batch are added to {@link #batches}. */
    private void run(DataStreamReader from) throws Exception {
        query(from, Trigger.AvailableNow()).awaitTermination();
    }

    private StreamingQuery query(DataStreamReader from, Trigger trigger) throws Exception {
        return from.load()
                .select("call_id")
                .writeStream()
                .option("checkpointLocation", folder.resolve("checkpoint").toString())
                .trigger(trigger)
                .foreachBatch((Dataset<Row> rows, Long number) -> {
                    batches.add(LocalSpark.texts(rows));
                })
                .start();
    }

    private List<String> delivered() {
        return batches.stream().flatMap(List::stream).toList();
    }

    /** The rows of all agents before a time. */
    private List<String> before(Instant end) {
        List<String> ids = new ArrayList<>();
        sandbox.synthflow().agents().forEach(agent -> {
            CallLog log = agent.calls();
            for (long i = 0; i < log.size(); i++) {
                if (log.time(i).isBefore(end)) {
                    ids.add(log.id(i));
                }
            }
        });
        return ids;
    }

    @Test
    void availableNow_restarted_bringsEachRowOnceWhenItIsSettled() throws Exception {
        calls().insertAt(NOON, 3);
        run(stream());
        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(before(NOON.minusSeconds(15 * 60)));

        clock.advance(Duration.ofMinutes(15));
        calls().insertAt(NOON.minusMillis(1), 2);
        run(stream()); // the end is not in it
        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(before(NOON));

        clock.advance(Duration.ofMinutes(1));
        run(stream());
        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(before(NOON.plusSeconds(60)));
        assertThat(batches).extracting(List::size).hasSize(3).last().isEqualTo(3);

        int sent = sandbox.requests().all().size();
        run(stream());
        assertThat(batches).hasSize(3);
        assertThat(sandbox.requests().all()).as("the clock alone is asked for").hasSize(sent + 1);
    }
}
