package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.CallLog;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
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

    @Test
    void maxRows_micro_batchesHaveAboutSoMany_andTogetherAllRows() throws Exception {
        run(stream().option("settle", "PT0S").option("maxRowsPerTrigger", "100"));

        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(before(NOON));
        assertThat(batches)
                .allMatch(each -> each.size() <= 100)
                .hasSizeLessThan(2 * delivered().size() / 100 + 2);
    }

    @Test
    void maxRows_moreInOneSecond_comeTogether() throws Exception {
        calls().insertAt(NOON.minusSeconds(300), 40);

        run(stream().option("settle", "PT0S").option("maxRowsPerTrigger", "10").option("from", "2026-03-02T11:50:00Z"));

        List<String> old = before(Instant.parse("2026-03-02T11:50:00Z"));
        assertThat(delivered()).doesNotHaveDuplicates().hasSize(before(NOON).size() - old.size());
        assertThat(batches).filteredOn(each -> each.size() > 10).hasSize(1).allMatch(each -> each.size() >= 40);
    }

    @Test
    void maxTime_cutsByTime() throws Exception {
        run(stream()
                .option("settle", "PT0S")
                .option("startingTimestamp", "2026-03-02T09:00:00Z")
                .option("maxTimePerTrigger", "PT1H"));

        int first = before(Instant.parse("2026-03-02T10:00:00Z")).size()
                - before(Instant.parse("2026-03-02T09:00:00Z")).size();
        assertThat(batches)
                .hasSize(3)
                .first()
                .satisfies(each -> assertThat(each).hasSize(first));
        assertThat(delivered())
                .doesNotHaveDuplicates()
                .hasSize(before(NOON).size()
                        - before(Instant.parse("2026-03-02T09:00:00Z")).size());
    }

    @Test
    void maxTime_withoutAStart_beginsAtTheOldestRow() throws Exception {
        run(stream().option("maxTimePerTrigger", "PT12H"));

        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(before(NOON.minusSeconds(15 * 60)));
        assertThat(batches).hasSizeBetween(2, 6);
    }

    @Test
    void parameters_areSent() throws Exception {
        run(stream().option("call_status", "completed").option("settle", "PT0S"));

        assertThat(delivered()).isNotEmpty().hasSizeLessThan(before(NOON).size());
        assertThat(sandbox.requests().all()).allMatch(each -> each.rawQuery().contains("call_status=completed"));
    }

    @Test
    void processingTime_clockGoesBack_noRowTwice() throws Exception {
        run(stream());
        int delivered = delivered().size();

        clock.set(NOON.minusSeconds(3600));
        run(stream());
        assertThat(delivered()).hasSize(delivered);

        clock.set(NOON);
        StreamingQuery query = query(stream().option("settle", "PT0S"), Trigger.ProcessingTime(0));
        query.processAllAvailable();
        int sent = sandbox.requests().all().size();
        query.processAllAvailable();
        query.stop();
        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(before(NOON));
        assertThat(sandbox.requests().all()).as("asked again after a minute").hasSize(sent);
    }

    @Test
    void checkpoint_ofAnotherStream_isRefused() throws Exception {
        run(stream().option("startingTimestamp", "2026-03-02T11:00:00Z"));

        assertThatThrownBy(
                        () -> run(stream().option("agents", sandbox.synthflow().modelId())))
                .hasMessageContaining("the checkpoint is of another stream (ids: model_id of 3 values #")
                .hasMessageContaining("give this stream a checkpoint of its own");
        assertThatThrownBy(() -> run(stream().option("call_status", "completed")))
                .hasMessageContaining("(parameters: none; here: call_status #");
        String place = driver(Map.of()).initialOffset().json();
        assertThatThrownBy(() -> driver(Map.of("table", "synaptiq.activity")).deserializeOffset(place))
                .hasMessageContaining("(table: synthflow_calls; here: synaptiq_activity)");
        assertThat(batches).hasSize(1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(each, StandardCharsets.ISO_8859_1)).doesNotContain(LocalSpark.key());
            }
        }
    }

    @Test
    void latest_beginsWhereItBeganFirst_alsoWithoutACheckpointOfIt() {
        AnalyticsStream then = driver(Map.of("startingTimestamp", "latest"));
        Offset begun = then.initialOffset();
        clock.advance(Duration.ofHours(1));
        Offset end = then.latestOffset(begun, ReadLimit.allAvailable());
        calls().insertAt(NOON, 1);

        clock.advance(Duration.ofHours(1));
        AnalyticsStream restarted = driver(Map.of("startingTimestamp", "latest"));
        Offset later = restarted.initialOffset();
        InputPartition[] parts = restarted.planInputPartitions(later, restarted.deserializeOffset(end.json()));

        assertThat(begun.json()).contains("\"time\":\"2026-03-02T12:00:00Z\"");
        assertThat(end.json()).contains("\"time\":\"2026-03-02T12:45:00Z\"");
        assertThat(later.json()).contains("\"time\":\"2026-03-02T14:00:00Z\"");
        assertThat(parts).hasSize(1);
        assertThat(((SliceReaderFactory.Partition) parts[0]).slices())
                .singleElement()
                .satisfies(each -> assertThat(SparkTypes.instant(each.from())).isEqualTo(NOON));
    }

    private AnalyticsStream driver(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(more);
        options.putIfAbsent("table", "synthflow.calls");
        options.put("baseUrl", LocalSpark.baseUrl(sandbox, options.get("table")));
        options.put("keyVariable", LocalSpark.KEY_VARIABLE);
        if (options.get("table").equals("synthflow.calls")) {
            options.put("agents", sandbox.synthflow().modelId());
        }
        Scan scan = new AnalyticsScanBuilder(ReadOptions.of(options)).build();
        return (AnalyticsStream) scan.toMicroBatchStream("");
    }

    @Test
    void options_thatMakeNoStream_areRefusedTogether() {
        assertThatThrownBy(
                        () -> driver(Map.of("settle", "-PT1S", "startingTimestamp", "soon", "maxRowsPerTrigger", "0")))
                .hasMessageContaining("settle must be an ISO duration, such as PT15M")
                .hasMessageContaining("startingTimestamp must be earliest, latest, a day or a time")
                .hasMessageContaining("maxRowsPerTrigger must be a number of 1 to");
        assertThatThrownBy(() -> driver(Map.of("table", "synthflow.export")))
                .hasMessageContaining("synthflow_export is no log of rows that have an id and a time");
        assertThatThrownBy(() -> driver(Map.of("table", "synaptiq.activity", "maxRowsPerTrigger", "5")))
                .hasMessageContaining("maxRowsPerTrigger is no option of synaptiq_activity")
                .hasMessageContaining("set maxTimePerTrigger");
        assertThatThrownBy(() -> driver(Map.of("from", "2026-01-01", "startingTimestamp", "2026-01-01")))
                .hasMessageContaining("from and startingTimestamp say the same");
        assertThatThrownBy(() -> driver(Map.of()).deserializeOffset("17"))
                .hasMessageContaining(
                        "the checkpoint has \"17\" where it should have a place of a stream of analytics4j");
        assertThat(sandbox.requests().all()).isEmpty();
    }

    @Test
    void continuous_isRefused() {
        assertThatThrownBy(() -> stream()
                        .load()
                        .writeStream()
                        .format("noop")
                        .option(
                                "checkpointLocation",
                                folder.resolve("continuous").toString())
                        .trigger(Trigger.Continuous(1000))
                        .start()
                        .processAllAvailable())
                .hasMessageContaining("continuous");
    }

    @Test
    void unprovenBatch_fails_andComesWhereThatIsAllowed() throws Exception {
        Fault noRow = Fault.editJson("response.calls[50]", null);
        sandbox.faults()
                .on("/v2/calls")
                .where(each -> each.rawQuery().contains("limit=100"))
                .times(1)
                .show(noRow);
        assertThatThrownBy(() -> run(stream())).hasMessageContaining("not proven to be all");
        assertThat(delivered()).isEmpty();

        sandbox.faults()
                .on("/v2/calls")
                .where(each -> each.rawQuery().contains("limit=100"))
                .times(1)
                .show(noRow);
        run(stream().option("allowUnproven", "true"));
        assertThat(delivered()).isNotEmpty();
    }

    @Test
    void lookBack_rowsThatChangeLater_areUpserted() throws Exception {
        CallStore store = new CallStore(folder.resolve("calls.duckdb"), () -> {});
        String id = calls().add(call -> call.startedAt(NOON.minusSeconds(1800)).inProgress());
        upserts(store);
        assertThat(store.lines()).anyMatch(each -> each.startsWith(id + "|in-progress|"));

        calls().change(id, call -> call.status("completed").duration(Duration.ofSeconds(77)));
        clock.advance(Duration.ofHours(1));
        upserts(store);
        assertThat(store.lines())
                .contains(id + "|completed|77")
                .containsExactlyInAnyOrderElementsOf(SandboxLog.lines(sandbox));
    }

    private void upserts(CallStore store) throws Exception {
        stream()
                .option("lookBack", "PT72H")
                .load()
                .writeStream()
                .option("checkpointLocation", folder.resolve("checkpoint").toString())
                .trigger(Trigger.AvailableNow())
                .foreachBatch((Dataset<Row> rows, Long number) -> store.upsert(rows))
                .start()
                .awaitTermination();
    }

    @Test
    void faultsOfTheServer_failNoTask() throws Exception {
        AtomicInteger failed = new AtomicInteger();
        SparkListener listener = new SparkListener() {
            @Override
            public void onTaskEnd(SparkListenerTaskEnd task) {
                failed.addAndGet(task.taskInfo().successful() ? 0 : 1);
            }
        };
        LocalSpark.session().sparkContext().addSparkListener(listener);
        sandbox.faults()
                .on("/v2/calls")
                .every(7)
                .show(
                        Fault.vendorError(429).header("Retry-After", "0"),
                        Fault.vendorError(503),
                        Fault.resetBeforeHeaders(),
                        Fault.truncatedBody(300),
                        Fault.resetInBody(200),
                        Fault.delay(Duration.ofMillis(300)));
        try {
            run(stream().option("settle", "PT0S").option("maxRowsPerTrigger", "300"));
        } finally {
            LocalSpark.session().sparkContext().removeSparkListener(listener);
        }

        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(before(NOON));
        assertThat(sandbox.faults().shown()).isGreaterThanOrEqualTo(6);
        assertThat(failed).hasValue(0);
    }
}
