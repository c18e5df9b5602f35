package io.github.analytics4j.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SynthflowSandbox;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows right at the bounds of a query, which servers round, and servers whose responses contradict what was asked for. */
class EdgesTest {
    private static final Instant EDGE = Instant.parse("2026-11-20T00:00:00Z");

    private static Sandbox sandbox;
    private static List<Instant> starts;

    @BeforeAll
    static void start() {
        sandbox = LocalSpark.sandbox().calls(250).activities(3_000).start();
        for (long millis : new long[] {-1000, -1, 0, 0, 1, 999, 1000}) {
            sandbox.synthflow()
                    .calls()
                    .add(call -> call.startedAt(EDGE.plusMillis(millis)).duration(Duration.ofMinutes(1)));
        }
        starts = new ArrayList<>();
        calls(Map.of("planner", "fixed"))
                .select("start_time")
                .collectAsList()
                .forEach(each -> starts.add(each.getTimestamp(0).toInstant()));
        assertThat(starts).hasSizeGreaterThan(250).contains(EDGE, EDGE.plusMillis(999));
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void withoutFaults() {
        sandbox.faults().clear();
    }

    private static Dataset<Row> calls(Map<String, String> more) {
        return LocalSpark.read(sandbox, "synthflow.calls")
                .option("agents", sandbox.synthflow().modelId())
                .options(more)
                .load();
    }

    private static long between(Instant from, Instant to) {
        return starts.stream()
                .filter(each -> !each.isBefore(from) && each.isBefore(to))
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1_000, -1, 0, 1, 999, 999_001, 1_000_000})
    void timesAtABound_areInOrOut_asTheFilterSays(long micros) {
        Instant at = EDGE.plusNanos(micros * 1_000);
        String text = "timestamp '" + at + "'";
        Instant after = at.plusNanos(1_000);
        Dataset<Row> calls = calls(Map.of());

        assertThat(calls.where("start_time = " + text).count()).isEqualTo(between(at, after));
        assertThat(calls.where("start_time > " + text).count()).isEqualTo(between(after, Instant.MAX));
        assertThat(calls.where("start_time >= " + text).count()).isEqualTo(between(at, Instant.MAX));
        assertThat(calls.where("start_time < " + text).count()).isEqualTo(between(Instant.MIN, at));
        assertThat(calls.where("start_time <= " + text).count()).isEqualTo(between(Instant.MIN, after));
        assertThat(calls.where("start_time between " + text + " and timestamp '" + EDGE.plusSeconds(1) + "'")
                        .count())
                .isEqualTo(between(at, EDGE.plusMillis(1_000).plusNanos(1_000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31 23:59:59", "9999-12-31 23:59:59.999999", "2300-01-01", "2262-05-01"})
    void timesFarAhead_areBoundsAsOthers(String text) {
        assertThat(calls(Map.of())
                        .where("start_time < timestamp '" + text + "'")
                        .count())
                .isEqualTo(starts.size());
        assertThat(calls(Map.of())
                        .where("start_time > timestamp '" + text + "'")
                        .count())
                .isZero();
    }

    @Test
    void timesLongAgo_areBoundsAsOthers() {
        assertThat(calls(Map.of()).where("start_time > timestamp '0001-01-01'").count())
                .isEqualTo(starts.size());
        assertThat(calls(Map.of()).where("start_time < timestamp '1900-01-01'").count())
                .isZero();
    }

    /** The ends of Spark's times, as a program has them that knows no other bound. */
    @ParameterizedTest
    @ValueSource(longs = {-9_200_000_000_000_000_000L, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void timesAtTheEndsOfTime_areBoundsAsOthers(long micros) {
        String text = "timestamp_micros(" + micros + ")";
        Dataset<Row> calls = calls(Map.of());
        int before = micros > 0 ? starts.size() : 0;

        assertThat(calls.where("start_time < " + text).count()).isEqualTo(before);
        assertThat(calls.where("start_time <= " + text).count()).isEqualTo(before);
        assertThat(calls.where("start_time > " + text).count()).isEqualTo(starts.size() - before);
        assertThat(calls.where("start_time >= " + text).count()).isEqualTo(starts.size() - before);
        assertThat(calls.where("start_time = " + text).count()).isZero();
    }

    /** A range without a value in it has no rows, as any table of Spark's; the vendor would refuse it. */
    @Test
    void rangeWithoutAValue_hasNoRows() {
        assertThat(calls(Map.of()).where("duration between 60 and 10").count()).isZero();
        assertThat(calls(Map.of()).where("duration < 10 and duration > 60").count())
                .isZero();
        assertThat(calls(Map.of("duration_min", "60")).where("duration <= 10").count())
                .isZero();
    }

    /** Whatever the planner and the options; nothing is asked for either. */
    @Test
    void timesWithoutATime_haveNoRows() {
        String day = "timestamp '2026-03-20'";
        String before = "timestamp '2026-03-10'";
        Map<String, String> since = Map.of("from", "2026-03-20");
        Map<String, String> until = Map.of("to", "2026-03-10", "planner", "fixed");
        Map<String, String> days = Map.of("from", "2026-03-20", "to", "2026-03-22", "window", "P1D");
        sandbox.requests().clear();

        assertThat(calls(Map.of())
                        .where("start_time > " + day + " and start_time < " + before)
                        .count())
                .isZero();
        assertThat(calls(Map.of())
                        .where("start_time = " + day + " and start_time = " + before)
                        .limit(3)
                        .count())
                .isZero();
        assertThat(calls(since).where("start_time < " + before).count()).isZero();
        assertThat(calls(until).where("start_time >= " + day).count()).isZero();
        assertThat(calls(days).where("start_time <= " + before).count()).isZero();
        assertThat(sandbox.requests().all()).isEmpty();
    }

    @Test
    void windowsOfASecond_haveEachRowOnce() {
        Dataset<Row> calls = calls(Map.of(
                "from",
                EDGE.minusMillis(2_500).toString(),
                "to",
                EDGE.plusMillis(1_500).toString(),
                "window",
                "PT1S"));

        assertThat(calls.count()).isEqualTo(between(EDGE.minusMillis(2_500), EDGE.plusMillis(1_500)));
    }

    @Test
    void totalOfNone_besideARow_isNotBelieved() {
        sandbox.faults()
                .on("/v2/calls")
                .where(each -> each.rawQuery().contains("limit=1&"))
                .show(Fault.editJson("response.pagination.total_records", 0));
        sandbox.requests().clear();

        assertThat(calls(Map.of()).count()).isEqualTo(starts.size());
        assertThat(sandbox.requests().all()).anyMatch(each -> each.rawQuery().contains("limit=1&"));
    }

    @Test
    void rowsOfAnotherId_thanWasAskedFor_areLeftOutAndTold() {
        sandbox.faults()
                .on("/v2/calls")
                .where(each -> !each.rawQuery().contains("limit=1&"))
                .times(1)
                .show(Fault.editJson("response.calls[0].model_id", "another"));

        assertThatThrownBy(() -> calls(Map.of()).collectAsList())
                .hasStackTraceContaining("the server gave others too, which are left out: it may ignore model_id");
        assertThat(calls(Map.of("allowUnproven", "true")).count()).isEqualTo(starts.size());
    }

    /** A filter leaves of the whole table what fits, whatever the case in which the id was asked for. */
    @Test
    void idInAnotherCase_isFilteredByAsTheRowsHaveIt() {
        String agent = sandbox.synthflow().modelId();
        String other = agent.toUpperCase(Locale.ROOT);
        sandbox.faults().on("/v2/calls").show(Fault.editJson("response.calls[*].model_id", other));

        assertThat(calls(Map.of()).where("model_id = '" + other + "'").count()).isEqualTo(starts.size());
        assertThat(calls(Map.of()).where("model_id in ('" + other + "', 'm-1')").count())
                .isEqualTo(starts.size());
        assertThat(calls(Map.of()).where("model_id = '" + agent + "'").count()).isZero();
    }

    @Test
    void anEndAlone_whereTheServerMeansTheEndOfACall_hasThoseInProgressToo() {
        try (Sandbox other = LocalSpark.sandbox().calls(120).start()) {
            Instant now = Instant.now();
            other.synthflow().toDate(SynthflowSandbox.ToDate.END);
            other.synthflow()
                    .calls()
                    .add(call -> call.startedAt(now.minus(Duration.ofHours(5))).duration(Duration.ofHours(9)));
            Instant end = now.minus(Duration.ofHours(3));
            Dataset<Row> calls = LocalSpark.read(other, "synthflow.calls")
                    .option("agents", other.synthflow().modelId())
                    .load();
            long expected =
                    calls.cache().where("start_time < timestamp '" + end + "'").count();

            assertThat(LocalSpark.read(other, "synthflow.calls")
                            .option("agents", other.synthflow().modelId())
                            .load()
                            .where("start_time < timestamp '" + end + "'")
                            .count())
                    .isEqualTo(expected);
            calls.unpersist();
        }
    }

    @Test
    void anEndAlone_ofAServerThatCountsNothing_hasThoseInProgressToo() {
        try (Sandbox other = LocalSpark.sandbox().calls(120).start()) {
            Instant now = Instant.now();
            other.synthflow().toDate(SynthflowSandbox.ToDate.END);
            other.faults().on("/v2/calls").show(Fault.removeJson("response.pagination.total_records"));
            List<String> open = new ArrayList<>();
            for (int hours = 5; hours <= 9; hours++) {
                Instant start = now.minus(Duration.ofHours(hours));
                open.add(other.synthflow()
                        .calls()
                        .add(call -> call.startedAt(start).inProgress()));
            }
            for (String planner : List.of("totals", "fixed")) {
                Dataset<Row> calls = LocalSpark.read(other, "synthflow.calls")
                        .option("agents", other.synthflow().modelId())
                        .option("planner", planner)
                        .load();
                Instant end = now.minus(Duration.ofHours(3));
                assertThat(LocalSpark.texts(calls.where("start_time < timestamp '" + end + "'")
                                .select("call_id")))
                        .as(planner)
                        .doesNotHaveDuplicates()
                        .containsAll(open)
                        .hasSize((int) calls.collectAsList().stream()
                                .filter(each -> each.getTimestamp(each.fieldIndex("start_time"))
                                        .toInstant()
                                        .isBefore(end))
                                .count());
            }
        }
    }

    /** Whatever the planner, and however it cuts. The sandbox dates no row later than its clock, so that its clock is set ahead and told wrong. */
    @ParameterizedTest
    @CsvSource({
        "totals, , ",
        "totals, 100, ",
        "totals, , P30D",
        "fixed, , ",
        "fixed, , P30D",
    })
    void rowsDatedLaterThanNow_areThere(String planner, String partitionRows, String window) {
        Instant now = Instant.now();
        ManualClock clock = new ManualClock(now);
        try (Sandbox other =
                LocalSpark.sandbox().calls(250).growing(false).clock(clock).start()) {
            clock.advance(Duration.ofDays(1000));
            String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atZone(ZoneOffset.UTC));
            other.faults()
                    .on("/v2/calls")
                    .show(Fault.changeJson("status", told -> told).header("Date", date));
            List<String> later = new ArrayList<>();
            for (Duration ahead : List.of(Duration.ofMinutes(2), Duration.ofDays(2), Duration.ofDays(900))) {
                later.add(other.synthflow()
                        .calls()
                        .add(call -> call.startedAt(now.plus(ahead)).duration(Duration.ofMinutes(1))));
            }
            Map<String, String> options = new HashMap<>();
            options.put("planner", planner);
            options.put("agents", other.synthflow().modelId());
            options.put("partitionRows", partitionRows);
            options.put("window", window);
            options.put(
                    "from",
                    window == null ? null : now.minus(Duration.ofDays(200)).toString());
            options.values().removeIf(Objects::isNull);
            Dataset<Row> calls = LocalSpark.read(other, "synthflow.calls")
                    .options(options)
                    .load()
                    .select("call_id", "start_time");

            assertThat(LocalSpark.texts(calls.select("call_id")))
                    .doesNotHaveDuplicates()
                    .hasSize(253)
                    .containsAll(later);
            assertThat(LocalSpark.texts(calls.where("start_time > timestamp '" + now.plus(Duration.ofDays(1)) + "'")
                            .select("call_id")))
                    .containsExactlyInAnyOrderElementsOf(later.subList(1, 3));
        }
    }

    @Test
    void aRangeLongerThanTheServerTakes_isReadInParts() {
        Instant now = Instant.now();
        Dataset<Row> activity = LocalSpark.read(sandbox, "synaptiq.activity")
                .option("from", now.minus(Duration.ofDays(800)).toString())
                .load();
        long total = sandbox.synaptiq().activity().size();

        assertThat(activity.count()).isEqualTo(total);
        assertThat(activity.limit(3).count()).isEqualTo(3);
    }

    @Test
    void noStart_whereTheServerThenAssumesOne_isRefused() {
        assertThatThrownBy(() ->
                        LocalSpark.read(sandbox, "synaptiq.activity").load().count())
                .hasMessageContaining("from is missing: without it the server of synaptiq_activity assumes ");
    }

    @ParameterizedTest
    @EnumSource(SaveMode.class)
    void write_isRefusedInASentence(SaveMode mode) {
        assertThatThrownBy(() -> calls(Map.of())
                        .write()
                        .format("analytics4j")
                        .option("table", "synthflow.calls")
                        .mode(mode)
                        .save())
                .hasMessageContaining("can only be read");
    }
}
