package io.github.analytics4j.spark;

import io.github.analytics4j.testkit.CallLog;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;

/** A stream of a sandbox's calls at noon of a simulated day; what its micro-batches brought. */
abstract class StreamCase {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final ManualClock clock = new ManualClock(NOON);

    /** The ids of each micro-batch that came. */
    final List<List<String>> batches = new ArrayList<>();

    Sandbox sandbox;

    @TempDir
    Path folder;

    @BeforeEach
    final void start() {
        sandbox = LocalSpark.sandbox()
                .calls(700)
                .activities(150)
                .sttEvents(150)
                .growing(false)
                .clock(clock)
                .start();
    }

    @AfterEach
    final void stop() {
        sandbox.close();
    }

    CallLog calls() {
        return sandbox.synthflow().calls();
    }

    DataStreamReader stream() {
        return LocalSpark.session()
                .readStream()
                .format("analytics4j")
                .option("table", "synthflow.calls")
                .option("baseUrl", LocalSpark.baseUrl(sandbox, "synthflow.calls"))
                .option("keyVariable", LocalSpark.KEY_VARIABLE)
                .option("agents", String.join(",", sandbox.synthflow().modelIds()));
    }

    /** Reads what there is, and ends; the ids of each micro-batch are added to {@link #batches}. */
    void run(DataStreamReader from) throws Exception {
        query(from, Trigger.AvailableNow()).awaitTermination();
    }

    StreamingQuery query(DataStreamReader from, Trigger trigger) throws Exception {
        return query(from, "call_id", "checkpoint", trigger);
    }

    StreamingQuery query(DataStreamReader from, String column, String checkpoint, Trigger trigger) throws Exception {
        return from.load()
                .select(column)
                .writeStream()
                .option("checkpointLocation", folder.resolve(checkpoint).toString())
                .trigger(trigger)
                .foreachBatch((Dataset<Row> rows, Long number) -> {
                    batches.add(LocalSpark.texts(rows));
                })
                .start();
    }

    List<String> delivered() {
        return batches.stream().flatMap(List::stream).toList();
    }

    /** The rows of all agents before a time. */
    List<String> before(Instant end) {
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
}
