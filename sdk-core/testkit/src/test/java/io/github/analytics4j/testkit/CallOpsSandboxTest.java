package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.analytics4j.testkit.CallOpsSandbox.SttOrder;
import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallOpsSandboxTest {
    private static final Instant NOW = Instant.parse("2026-03-01T14:30:00Z");
    private static final String FEBRUARY = "?start_date=2026-02-01T00:00:00Z&end_date=2026-02-28T23:59:59Z";

    private final Sandbox sandbox = Sandbox.builder()
            .seed(5)
            .clock(new ManualClock(NOW))
            .sttEvents(20_000)
            .start();
    private final CallOpsSandbox api = sandbox.callops();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void everyBreakdown_addsUpToTheTotalOfCalls() throws Exception {
        Json overview = get("overview" + FEBRUARY);
        double total = overview.get("total_calls").decimal();

        assertThat(total).isGreaterThan(3_000);
        assertThat(get("call-volume" + FEBRUARY).sum("count")).isEqualTo(total);
        assertThat(get("duration-distribution" + FEBRUARY).get("buckets").sum("count"))
                .isEqualTo(total);
        assertThat(get("latency-distribution" + FEBRUARY).get("buckets").sum("count"))
                .isEqualTo(total);
        assertThat(get("peak-hours" + FEBRUARY).sum("count")).isEqualTo(total);
        assertThat(get("outcomes" + FEBRUARY).sum("count")).isEqualTo(total);
        assertThat(get("agent-comparison" + FEBRUARY).sum("total_calls")).isEqualTo(total);
        assertThat(get("call-volume" + FEBRUARY).all()).hasSize(28);
        assertThat(overview.get("completed_calls").decimal()
                        + overview.get("failed_calls").decimal())
                .isLessThanOrEqualTo(total);
        assertThat(overview.get("avg_duration").decimal())
                .isCloseTo(overview.get("total_duration").decimal() / total, within(0.06));
    }

    @Test
    void costs_trendAndAgents_addUpToTheSpend() throws Exception {
        Json costs = get("cost-overview" + FEBRUARY);
        Json agents = get("cost-by-agent" + FEBRUARY);

        double spend = costs.get("total_spend").decimal();
        assertThat(get("cost-trend" + FEBRUARY).sum("total_cost")).isCloseTo(spend, within(0.001));
        assertThat(agents.sum("total_cost")).isCloseTo(spend, within(0.001));
        assertThat(agents.all().stream().map(agent -> agent.get("total_cost").decimal()))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(agents.get(2).get("agent_name").isNull()).isTrue();
        assertThat(costs.get("stt_cost_total").decimal()).isZero();
    }

    @Test
    void filterByAgent_selectsThatAgentsCalls() throws Exception {
        Json agents = get("agent-comparison" + FEBRUARY);
        for (Json agent : agents.all()) {
            Json overview = get(
                    "overview" + FEBRUARY + "&agent_id=" + agent.get("agent_id").text());
            assertThat(overview.get("total_calls").number())
                    .isEqualTo(agent.get("total_calls").number());
            assertThat(overview.get("avg_duration").decimal())
                    .isEqualTo(agent.get("avg_duration").decimal());
        }
        String two = agents.get(0).get("agent_id").text() + ","
                + agents.get(1).get("agent_id").text();
        assertThat(get("agent-comparison" + FEBRUARY + "&agent_ids=" + two).all())
                .hasSize(2);
    }

    @Test
    void trendsAndRates_stayInTheirScale() throws Exception {
        Json latency = get("latency" + FEBRUARY);
        assertThat(latency.get("daily_trend").all())
                .hasSize(28)
                .allSatisfy(
                        day -> assertThat(day.get("total_latency_ms").decimal()).isBetween(400.0, 2_000.0));
        assertThat(latency.get("avg_stt_latency_ms").decimal()).isBetween(80.0, 160.0);
        Json bargeIn = get("barge-in" + FEBRUARY);
        assertThat(bargeIn.get("barge_in_rate").decimal()).isBetween(0.3, 0.4);
        assertThat(bargeIn.get("daily_trend").all()).hasSize(28);
        assertThat(get("conversation-turns" + FEBRUARY).get("avg_turns").decimal())
                .isBetween(2.0, 60.0);
        assertThat(get("provider-errors" + FEBRUARY).all())
                .hasSize(3)
                .allSatisfy(provider -> assertThat(provider.get("error_rate").decimal())
                        .isCloseTo(
                                provider.get("error_count").decimal()
                                        / provider.get("total_calls").decimal(),
                                within(0.000001)));
    }

    @Test
    void peakHours_monday_isZero() throws Exception {
        Json monday = get("peak-hours?start_date=2026-02-02T00:00:00Z&end_date=2026-02-02T23:59:59Z");
        Json sunday = get("peak-hours?start_date=2026-02-08T09:00:00Z&end_date=2026-02-08T09:59:59Z");

        assertThat(monday.all())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("day_of_week").number()).isZero());
        assertThat(sunday.all()).singleElement().satisfies(row -> {
            assertThat(row.get("day_of_week").number()).isEqualTo(6);
            assertThat(row.get("hour").number()).isEqualTo(9);
        });
    }

    @Test
    void buckets_haveTheVendorsBounds() throws Exception {
        assertThat(get("duration-distribution").get("buckets").all().stream()
                        .map(row -> row.get("bucket").text()))
                .containsExactly("0-30", "30-60", "60-120", "120-300", "300+");
        assertThat(get("latency-distribution").get("buckets").all().stream()
                        .map(row -> row.get("bucket").text()))
                .containsExactly("0-500", "500-1000", "1000-2000", "2000-3000", "3000+");
    }

    @Test
    void keys_headerOrBearer_bothWorkAndTheHeaderWins() throws Exception {
        String url = api.baseUrl() + "/analytics/overview";

        HttpResponse<String> header = TestClient.send(TestClient.request(url).header("X-API-Key", api.apiKey()));
        HttpResponse<String> bearer =
                TestClient.send(TestClient.request(url).header("Authorization", "Bearer " + api.apiKey()));
        HttpResponse<String> wrongHeader = TestClient.send(
                TestClient.request(url).header("X-API-Key", "wrong").header("Authorization", "Bearer " + api.apiKey()));

        assertThat(header.statusCode()).isEqualTo(200);
        assertThat(bearer.statusCode()).isEqualTo(200);
        assertThat(wrongHeader.statusCode()).isEqualTo(401);
        assertThat(wrongHeader.body()).isEqualTo("{\"detail\":\"Invalid or missing API key\"}");
    }

    @Test
    void errors_ofAParameter_areAList() throws Exception {
        HttpResponse<String> response = TestClient.get(api, "/analytics/stt-events?limit=501");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .isEqualTo(
                        "{\"detail\":[{\"type\":\"less_than_equal\",\"loc\":[\"query\",\"limit\"],"
                                + "\"msg\":\"Input should be less than or equal to 500\",\"input\":\"501\",\"ctx\":{\"le\":500}}]}");
    }

    @Test
    void errors_ofAnAgentThatIsNoUuid_areTheFrameworks() throws Exception {
        HttpResponse<String> response = TestClient.get(api, "/analytics/overview?agent_id=550e8400-...");

        String error =
                "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `.`"
                        + " at 10";
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body())
                .isEqualTo("{\"detail\":[{\"type\":\"uuid_parsing\",\"loc\":[\"query\",\"agent_id\"],"
                        + "\"msg\":\"Input should be a valid UUID, " + error + "\",\"input\":\"550e8400-...\","
                        + "\"ctx\":{\"error\":\"" + error + "\"}}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEWEST_FIRST", "OLDEST_FIRST", "SHUFFLED"})
    void sttEvents_anyOrder_aWindowHoldsTheSameEvents(String order) throws Exception {
        Instant from = api.sttEvents().time(400);
        Instant to = api.sttEvents().time(101);
        api.order(SttOrder.valueOf(order));

        List<Json> events = get("stt-events?limit=500&start_date=" + from + "&end_date=" + to)
                .all();

        assertThat(events.stream().map(event -> event.get("id").text()))
                .containsExactlyInAnyOrderElementsOf(
                        api.sttEvents().ids().skip(101).limit(300).toList());
        List<Long> times = events.stream().map(CallOpsSandboxTest::millis).toList();
        switch (SttOrder.valueOf(order)) {
            case NEWEST_FIRST -> assertThat(times).isSortedAccordingTo((a, b) -> Long.compare(b, a));
            case OLDEST_FIRST -> assertThat(times).isSorted();
            case SHUFFLED ->
                assertThat(times.indexOf(times.stream().max(Long::compare).orElseThrow()))
                        .isNotIn(0, 299);
        }
    }

    @Test
    void sttEvents_limit_capsAndDefaultsTo100() throws Exception {
        assertThat(get("stt-events").all()).hasSize(100);
        assertThat(get("stt-events?limit=7").all()).hasSize(7);
        assertThat(get("stt-events?limit=500").all()).hasSize(500);
    }

    @Test
    void sttEvents_end_isInclusiveUnlessToldOtherwise() throws Exception {
        Instant time = api.sttEvents().time(50);
        String window = "stt-events?start_date=" + time + "&end_date=" + time;

        assertThat(get(window).all()).hasSize(1);
        api.endInclusive(false);
        assertThat(get(window).all()).isEmpty();
    }

    @Test
    void sttEvents_burst_sharesOneMillisecond() throws Exception {
        Instant time = api.sttEvents().time(1_000).plusMillis(1);
        api.sttEvents().insertAt(time, 600);

        List<Json> events = get("stt-events?limit=500&start_date=" + time + "&end_date=" + time)
                .all();

        assertThat(events)
                .hasSize(500)
                .allSatisfy(event -> assertThat(millis(event)).isEqualTo(time.toEpochMilli()));
        assertThat(api.sttEvents().size()).isEqualTo(20_600);
        assertThat(api.sttEvents().ids()).doesNotHaveDuplicates();
    }

    @Test
    void sttEvents_filters_select() throws Exception {
        Json first = get("stt-events?event_type=timeout&limit=1").get(0);
        List<Json> ofCall =
                get("stt-events?call_sid=" + first.get("call_sid").text()).all();

        assertThat(first.get("event_type").text()).isEqualTo("timeout");
        assertThat(ofCall)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.get("call_sid").text())
                        .isEqualTo(first.get("call_sid").text()));
    }

    @Test
    void sttEvents_details_areObjectsOrNull() throws Exception {
        Set<String> kinds = new HashSet<>();
        for (Json event : get("stt-events?limit=500").all()) {
            kinds.add(event.get("detail").isNull() ? "null" : "object");
        }

        assertThat(kinds).containsExactlyInAnyOrder("null", "object");
        assertThat(TestClient.get(api, "/analytics/stt-events").body()).contains("000+00:00\"", "Z\"");
    }

    @Test
    void summary_countsWhatTheListHolds() throws Exception {
        Instant from = api.sttEvents().time(450);
        String window = "?start_date=" + from + "&end_date=" + NOW;
        Json summary = get("stt-events/summary" + window);
        List<Json> events = get("stt-events" + window + "&limit=500").all();

        assertThat(summary.get("total_events").number()).isEqualTo(events.size());
        assertThat(summary.get("connections_opened").number()).isEqualTo(count(events, "connection_opened"));
        assertThat(summary.get("connections_closed").number()).isEqualTo(count(events, "connection_closed"));
        assertThat(summary.get("timeouts").number()).isEqualTo(count(events, "timeout"));
        assertThat(summary.get("avg_connection_duration_s").decimal()).isBetween(20.0, 45.0);
        Json empty = get("stt-events/summary?start_date=" + NOW.plusSeconds(1));
        assertThat(empty.get("avg_connection_duration_s").isNull()).isTrue();
    }

    private Json get(String path) throws Exception {
        return TestClient.json(api, "/analytics/" + path);
    }

    private static long count(List<Json> events, String type) {
        return events.stream()
                .filter(event -> event.get("event_type").text().equals(type))
                .count();
    }

    private static long millis(Json event) {
        return OffsetDateTime.parse(event.get("created_at").text()).toInstant().toEpochMilli();
    }
}
