package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.catalog.ApiCatalog;
import io.github.analytics4j.catalog.Parameter;
import io.github.analytics4j.catalog.Table;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.SynthflowSandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.DataStreamReader;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows the micro-batches of a stream bring, as time goes on. */
class StreamTest extends StreamCase {
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
    void maxRows_microBatchesHaveAboutSoMany_andAllRowsTogether() throws Exception {
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
    void lookBack_rowsThatChangeLater_areUpserted() throws Exception {
        CallStore store = new CallStore(folder.resolve("calls.duckdb"), () -> {});
        String id = calls().add(call -> call.startedAt(NOON.minusSeconds(1800)).inProgress());
        upserts(store);
        assertThat(store.lines()).anyMatch(each -> each.startsWith(id + "|in-progress|"));

        calls().change(id, call -> call.status("completed").duration(Duration.ofSeconds(77)));
        clock.advance(Duration.ofHours(1));
        upserts(store);
        assertThat(store.lines()).contains(id + "|completed|77");
        assertThat(store.contents()).containsExactlyInAnyOrderElementsOf(SandboxLog.lines(sandbox));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void callsThatEndLateOrNever_whereTheServerMeansTheEndOfACall_comeOnce(boolean counted) throws Exception {
        sandbox.synthflow().toDate(SynthflowSandbox.ToDate.END);
        if (!counted) {
            sandbox.faults().on("/v2/calls").show(Fault.removeJson("response.pagination.total_records"));
        }
        Instant morning = NOON.minus(Duration.ofHours(6));
        calls().add(call -> call.startedAt(morning).inProgress());
        calls().add(call -> call.startedAt(morning.plusSeconds(1)).duration(Duration.ofHours(9)));
        run(stream().option("settle", "PT0S").option("startingTimestamp", "2026-03-01T00:00:00Z"));

        List<String> old = before(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(delivered()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(since(old, NOON));

        calls().add(call -> call.startedAt(NOON.plusSeconds(5)).inProgress());
        calls().insertAt(NOON.plusSeconds(7), 3);
        clock.advance(Duration.ofMinutes(2));
        run(stream().option("settle", "PT0S").option("startingTimestamp", "2026-03-01T00:00:00Z"));

        assertThat(batches).hasSize(2);
        assertThat(delivered())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(since(old, NOON.plusSeconds(120)));
    }

    /** The rows before a time, without old ones. */
    private List<String> since(List<String> old, Instant end) {
        List<String> ids = new ArrayList<>(before(end));
        ids.removeAll(old);
        return ids;
    }

    @Test
    void schema_someColumns_comeInThatOrder() throws Exception {
        List<Row> rows = new ArrayList<>();
        stream()
                .schema("duration bigint, call_id string")
                .load()
                .writeStream()
                .option("checkpointLocation", folder.resolve("checkpoint").toString())
                .trigger(Trigger.AvailableNow())
                .foreachBatch((Dataset<Row> batch, Long number) -> {
                    rows.addAll(batch.collectAsList());
                })
                .start()
                .awaitTermination();

        assertThat(rows)
                .allMatch(each -> each.size() == 2 && each.getLong(0) >= 0)
                .extracting(each -> each.getString(1))
                .containsExactlyInAnyOrderElementsOf(before(NOON.minusSeconds(15 * 60)));
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
    void everyLogOfTheApis_bringsWhatABatchBrings() throws Exception {
        List<String> streamed = new ArrayList<>();
        for (Table table : ApiCatalog.all(StreamTest.class.getClassLoader()).stream()
                .flatMap(each -> each.tables().stream())
                .filter(StreamTest::isLog)
                .toList()) {
            batches.clear();
            String id = table.idColumn().orElseThrow().name();
            DataStreamReader from = LocalSpark.session()
                    .readStream()
                    .format("analytics4j")
                    .option("table", table.name())
                    .option("baseUrl", LocalSpark.baseUrl(sandbox, table.name()))
                    .option("keyVariable", LocalSpark.KEY_VARIABLE)
                    .option("startingTimestamp", "2026-03-01T00:00:00Z")
                    .option("maxTimePerTrigger", "P1D");
            DataFrameReader batch = LocalSpark.read(sandbox, table.name())
                    .option("from", "2026-03-01T00:00:00Z")
                    .option("to", "2026-03-02T11:45:00Z");
            if (table.name().equals("synthflow_calls")) {
                from.option("agents", sandbox.synthflow().modelId());
                batch.option("agents", sandbox.synthflow().modelId());
            }
            query(from, id, table.name(), Trigger.AvailableNow()).awaitTermination();

            assertThat(delivered())
                    .as(table.name())
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(
                            LocalSpark.texts(batch.load().select(id)));
            assertThat(batches).as(table.name()).hasSize(2);
            streamed.add(table.name());
        }
        assertThat(streamed).contains("synthflow_calls", "synaptiq_activity", "callops_stt_events");
    }

    private static boolean isLog(Table table) {
        long ends = table.operation().parameters().stream()
                .filter(each -> each.role() == Parameter.Role.WINDOW_START || each.role() == Parameter.Role.WINDOW_END)
                .count();
        return table.idColumn().isPresent() && table.timeColumn().isPresent() && ends == 2;
    }
}
