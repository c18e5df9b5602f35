package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.ManualClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.streaming.Offset;
import org.apache.spark.sql.connector.read.streaming.ReadLimit;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;

/** What a stream refuses, what fails it, and what does not. */
class StreamFailuresTest extends StreamCase {
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
        assertThatThrownBy(() -> driver(Map.of("table", "synaptiq.activity", "startingTimestamp", "latest"))
                        .deserializeOffset(place))
                .hasMessageContaining("(table: synthflow_calls; here: synaptiq_activity)");
        assertThat(batches).hasSize(1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(each, StandardCharsets.ISO_8859_1)).doesNotContain(LocalSpark.key());
            }
        }
    }

    @Test
    void endOfTheSession_closesTheClientsOfAStreamToo() throws Exception {
        List<SparkListener> before = listeners();
        before.forEach(each -> each.onApplicationEnd(null)); // as where nothing was read
        run(stream());
        assertThat(JvmClients.ALL.size()).isPositive();

        List<SparkListener> ours = new ArrayList<>(listeners());
        ours.removeAll(before);
        ours.forEach(each -> each.onApplicationEnd(null));

        assertThat(JvmClients.ALL.size()).isZero();
    }

    /** Those of the session that are ours. */
    private static List<SparkListener> listeners() {
        List<SparkListener> ours = new ArrayList<>();
        for (Object each : LocalSpark.session().sparkContext().listenerBus().listeners()) {
            if (each.getClass().getName().startsWith(JvmClients.class.getName()) && each instanceof SparkListener one) {
                ours.add(one);
            }
        }
        return ours;
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

    private TableQuery query(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(more);
        options.putIfAbsent("table", "synthflow.calls");
        options.put("baseUrl", LocalSpark.baseUrl(sandbox, options.get("table")));
        options.put("keyVariable", LocalSpark.KEY_VARIABLE);
        if (options.get("table").equals("synthflow.calls")) {
            options.put("agents", sandbox.synthflow().modelId());
        }
        ReadOptions read = ReadOptions.of(options);
        return new TableQuery(
                read,
                new LinkedHashMap<>(),
                read.values().isEmpty() ? null : read.values(),
                read.from == null ? null : (Long) SparkTypes.micros(read.from),
                null,
                List.of(),
                List.of("unexpected"),
                -1);
    }

    private AnalyticsStream driver(Map<String, String> more) {
        return new AnalyticsStream(query(more), null, 2, Clock.systemUTC(), System::nanoTime);
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
                .hasMessageContaining("set maxTimePerTrigger")
                .hasMessageContaining(
                        "startingTimestamp is missing: without it the server of synaptiq_activity assumes");
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
    void faultsOfTheServer_failNoTask() throws Exception {
        FailedTasks failed = FailedTasks.listen();
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
        run(stream().option("settle", "PT0S").option("maxRowsPerTrigger", "300"));

        assertThat(delivered()).containsExactlyInAnyOrderElementsOf(before(NOON));
        assertThat(sandbox.faults().shown()).isGreaterThanOrEqualTo(6);
        assertThat(failed.count()).isZero();
    }

    @Test
    void stopped_whileTheServerIsSilent_endsWithoutAnError() throws Exception {
        sandbox.faults().on("/v2/calls").show(Fault.stall());
        StreamingQuery query = query(stream(), Trigger.ProcessingTime(0));
        sandbox.requests().await(1, Duration.ofSeconds(60));

        query.stop();

        assertThat(query.exception().isEmpty()).isTrue();
        assertThat(query.isActive()).isFalse();
    }

    @Test
    void serverClockAhead_ofTheDriver_losesNoRows() {
        clock.set(NOON.plus(Duration.ofDays(400)));
        AtomicLong nanos = new AtomicLong();
        ManualClock driver = new ManualClock(NOON);
        AnalyticsStream stream =
                new AnalyticsStream(query(Map.of("minTimePerTrigger", "PT5S")), null, 2, driver, nanos::get);
        Offset begun = stream.initialOffset();

        Offset first = stream.latestOffset(begun, ReadLimit.allAvailable());
        driver.set(NOON.plusSeconds(60));
        Offset tooSoon = stream.latestOffset(first, ReadLimit.allAvailable());
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        Offset second = stream.latestOffset(first, ReadLimit.allAvailable());
        driver.set(NOON);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        Offset third = stream.latestOffset(second, ReadLimit.allAvailable());

        assertThat(first.json()).contains("\"time\":\"2026-03-02T11:45:00Z\"");
        assertThat(tooSoon).isEqualTo(first);
        assertThat(second.json()).contains("\"time\":\"2026-03-02T11:46:00Z\"");
        assertThat(third).isEqualTo(second);
        assertThat(sandbox.requests().all()).hasSize(3);
    }

    @Test
    void partitions_askedForAgain_costNoRequest() {
        AnalyticsStream stream = driver(Map.of());
        Offset begun = stream.initialOffset();
        Offset end = stream.latestOffset(begun, ReadLimit.allAvailable());
        InputPartition[] parts = stream.planInputPartitions(begun, end);
        int sent = sandbox.requests().all().size();

        assertThat(stream.planInputPartitions(begun, end)).isEqualTo(parts).isNotEmpty();
        assertThat(sandbox.requests().all()).hasSize(sent);
    }
}
