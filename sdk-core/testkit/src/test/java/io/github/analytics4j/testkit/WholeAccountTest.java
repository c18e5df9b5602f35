package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An account as it comes, over ranges that begin before its logs do and over none at all: every endpoint tells of the
 * rows that are listed, and of nothing before the oldest of them.
 */
class WholeAccountTest {
    private final long seed = Long.getLong("walk.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ManualClock clock =
            new ManualClock(Instant.parse("2026-07-01T00:00:00Z").plusSeconds(random.nextInt(500 * 86_400)));
    private final Sandbox sandbox =
            Sandbox.builder().seed(random.nextLong()).clock(clock).start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 30, 90, 200, 364})
    void synaptiq_overviewAndFunnel_countTheFeed(long days) throws Exception {
        SynaptiqSandbox api = sandbox.synaptiq();
        String range = "startDate=" + today().minusDays(days) + "&endDate=" + today();
        long started = events(sandbox.synaptiq(), range, "conversation.started");
        long leads = events(sandbox.synaptiq(), range, "lead.created");

        assertOverview(TestClient.json(api, "/analytics/overview?" + range), started, leads);
        assertFunnel(TestClient.json(api, "/analytics/funnel?" + range), started, leads);
        if (days == 30) { // the default
            assertOverview(TestClient.json(api, "/analytics/overview"), started, leads);
            assertFunnel(TestClient.json(api, "/analytics/funnel"), started, leads);
        }
        if (days > 100) {
            assertThat(TestClient.json(api, "/analytics/activity?limit=1&" + range)
                            .get("pagination")
                            .get("total")
                            .number())
                    .as(at())
                    .isEqualTo(api.activity().size());
        }
    }

    private void assertOverview(Json overview, long started, long leads) {
        assertThat(overview.get("summary").get("totalConversations").number())
                .as(at())
                .isEqualTo(started);
        assertThat(overview.get("summary").get("totalLeads").number()).as(at()).isEqualTo(leads);
        assertThat(overview.get("timeSeries").sum("conversations")).as(at()).isEqualTo(started);
        String oldest = sandbox.synaptiq()
                .activity()
                .time(sandbox.synaptiq().activity().size() - 1)
                .toString()
                .substring(0, 10);
        for (Json day : overview.get("timeSeries").all()) {
            if (day.get("period").text().compareTo(oldest) < 0) {
                assertThat(day.get("conversations").number()).as(at() + day).isZero();
            }
        }
    }

    private void assertFunnel(Json funnel, long started, long leads) {
        List<Long> counts = funnel.get("stages").all().stream()
                .map(stage -> stage.get("count").number())
                .toList();
        assertThat(counts.subList(1, 3)).as(at()).containsExactly(started, leads);
    }

    private long events(SynaptiqSandbox api, String range, String type) throws Exception {
        return TestClient.json(api, "/analytics/activity?limit=1&" + range + "&type=" + type)
                .get("pagination")
                .get("total")
                .number();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-05T12:00:00Z", "2026-11-12T23:00:00Z", "2027-11-26T00:00:00Z"})
    void synaptiq_lastMonth_isComparedWithAMonthOfTheFeed(String now) throws Exception {
        clock.set(Instant.parse(now));
        try (Sandbox other = Sandbox.builder().clock(clock).start()) {
            SynaptiqSandbox api = other.synaptiq();
            Json comparison = TestClient.json(api, "/analytics/overview?compareWith=previous_period")
                    .get("comparison");
            Json period = comparison.get("period");
            String earlier = "startDate=" + period.get("startDate").text() + "&endDate="
                    + period.get("endDate").text();

            Json conversations = comparison.get("totalConversations");
            assertThat(conversations.get("value").number())
                    .as(at())
                    .isEqualTo(events(api, earlier, "conversation.started"))
                    .isGreaterThan(10_000);
            assertThat(conversations.get("change").decimal()).as(at()).isBetween(-0.25, 0.25);
        }
    }

    @Test
    void synaptiq_leadsOfTheFeed_areCreatedInIt() throws Exception {
        for (int size : new int[] {300, 3_000}) {
            try (Sandbox small = Sandbox.builder()
                    .seed(random.nextLong())
                    .activities(size)
                    .clock(clock)
                    .start()) {
                SynaptiqSandbox api = small.synaptiq();
                String range = "startDate=" + today().minusDays(30) + "&endDate=" + today();
                Set<String> created = new HashSet<>();
                Set<String> named = new HashSet<>();
                Set<String> begun = new HashSet<>();
                Set<String> conversations = new HashSet<>();
                for (int page = 1; page <= size / 100; page++) {
                    Json rows = TestClient.json(api, "/analytics/activity?limit=100&" + range + "&page=" + page)
                            .get("data");
                    for (Json row : rows.all()) {
                        String type = row.get("type").text();
                        conversations.add(row.get("conversationId").text());
                        if (type.equals("conversation.started")) {
                            begun.add(row.get("conversationId").text());
                        } else if (type.equals("lead.created")) {
                            created.add(row.get("leadId").text());
                        }
                        if (row.has("leadId")) {
                            named.add(row.get("leadId").text());
                        }
                    }
                }
                assertThat(created).as(at()).isEqualTo(named).isNotEmpty();
                assertThat(begun).as(at()).isEqualTo(conversations);
                assertThat(small.synaptiq().activity().size()).isEqualTo(size);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?start_date=2001-01-01", "?start_date=2001-01-01T00:00:00Z&end_date=2199-01-01"})
    void callops_everyEndpoint_countsTheCallsOfTheEvents(String range) throws Exception {
        CallOpsSandbox api = sandbox.callops();
        Json summary = ops("stt-events/summary" + range);
        double calls = summary.get("connections_opened").decimal();

        assertThat(summary.get("total_events").number())
                .as(at())
                .isEqualTo(api.sttEvents().size());
        assertThat(ops("overview" + range).get("total_calls").decimal())
                .as(at())
                .isEqualTo(calls);
        for (String list : List.of("call-volume", "outcomes", "peak-hours")) {
            assertThat(ops(list + range).sum("count")).as(at() + list).isEqualTo(calls);
        }
        for (String list : List.of("duration-distribution", "latency-distribution")) {
            assertThat(ops(list + range).get("buckets").sum("count"))
                    .as(at() + list)
                    .isEqualTo(calls);
        }
        assertThat(ops("agent-comparison" + range).sum("total_calls")).as(at()).isEqualTo(calls);
        assertThat(ops("provider-errors" + range).get(0).get("total_calls").decimal())
                .as(at())
                .isEqualTo(calls);
        String oldest =
                api.sttEvents().time(api.sttEvents().size() - 1).toString().substring(0, 10);
        assertThat(ops("call-volume" + range).get(0).get("date").text())
                .as(at())
                .isEqualTo(oldest);
        for (String trend : List.of("latency", "conversation-turns", "barge-in")) {
            assertThat(ops(trend + range).get("daily_trend").get(0).get("date").text())
                    .as(at() + trend)
                    .isEqualTo(oldest);
        }
        assertThat(ops("cost-trend" + range).sum("total_cost"))
                .as(at())
                .isCloseTo(ops("cost-overview" + range).get("total_spend").decimal(), Assertions.within(0.001));
    }

    private Json ops(String path) throws Exception {
        return TestClient.json(sandbox.callops(), "/analytics/" + path);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 75, 300, 20_000})
    void callops_callsOfTheLog_areOpenedInIt(int size) throws Exception {
        try (Sandbox small = Sandbox.builder()
                .seed(random.nextLong())
                .sttEvents(size)
                .clock(clock)
                .start()) {
            RowLog log = small.callops().sttEvents();
            Instant oldest = log.time(log.size() - 1);
            String first = "?limit=500&start_date=" + oldest + "&end_date=" + oldest.plus(Duration.ofHours(9));
            List<Json> events = TestClient.json(small.callops(), "/analytics/stt-events" + first)
                    .all();
            Set<String> opened = new HashSet<>();
            Set<String> named = new HashSet<>();
            for (Json event : events) {
                named.add(event.get("call_sid").text());
                if (event.get("event_type").text().equals("connection_opened")) {
                    opened.add(event.get("call_sid").text());
                }
            }
            assertThat(log.size()).isEqualTo(size);
            assertThat(events.size()).as(at()).isBetween(1, 499);
            assertThat(opened).as(at()).isEqualTo(named);
        }
    }

    @Test
    void voisnap_everyMetric_countsTheConversations() throws Exception {
        VoisnapSandbox api = sandbox.voisnap();
        long all = api.conversations().size();
        LocalDate oldest = day(api.conversations().time(all - 1));
        String range = "?dateFrom=1971-01-01";
        String base = "/api/v1/analytics/";

        Json overview = TestClient.json(api, base + "overview" + range);
        assertThat(overview.get("totals").get("conversations").number())
                .as(at())
                .isEqualTo(all);
        assertThat(overview.get("series").sum("conversations")).as(at()).isEqualTo(all);
        assertThat(overview.get("series").get(0).get("period").text()).isEqualTo(oldest.toString());
        assertThat(TestClient.json(api, base + "conversations" + range)
                        .get("total")
                        .number())
                .as(at())
                .isEqualTo(all);
        Json costs = TestClient.json(api, base + "costs" + range);
        assertThat(costs.get("series").sum("conversations")).as(at()).isEqualTo(all);
        assertThat(costs.get("byAgent").sum("conversations")).as(at()).isEqualTo(all);
        assertThat(TestClient.json(api, base + "intents" + range).get("intents").sum("count"))
                .as(at())
                .isEqualTo(all);
        assertThat(TestClient.json(api, base + "sentiment" + range)
                        .get("series")
                        .get(0)
                        .get("period")
                        .text())
                .isEqualTo(oldest.toString());
        TestClient.send(Voisnap.create(
                api,
                "{\"type\":\"conversation_summary\",\"dateFrom\":\"1971-01-01\",\"dateTo\":\"" + oldest.plusDays(20)
                        + "\"}"));
        String csv = new String(api.reports().created().get(0).file().open().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv.lines().count() - 1)
                .as(at())
                .isEqualTo(TestClient.json(api, base + "overview" + range + "&dateTo=" + oldest.plusDays(20))
                        .get("totals")
                        .get("conversations")
                        .number());
    }

    @Test
    void synthflow_export_countsTheListedCalls() throws Exception {
        SynthflowSandbox api = sandbox.synthflow();
        Instant from = clock.instant().minus(Duration.ofDays(120)).plusSeconds(1); // what to_date adds
        long listed = 0;
        for (String model : api.modelIds()) {
            long calls = TestClient.json(api, "/calls?limit=1&model_id=" + model)
                    .get("response")
                    .get("pagination")
                    .get("total_records")
                    .number();
            Json export = TestClient.json(
                    api,
                    "/analytics/?model_id=" + model + "&from_date=" + from + "&to_date="
                            + clock.instant().plusSeconds(1));
            assertThat(export.get("duration_metrics").get("total_calls").number())
                    .as(at())
                    .isEqualTo(calls);
            listed += calls;
        }
        assertThat(TestClient.json(api, "/analytics/?from_date=" + from)
                        .get("duration_metrics")
                        .get("series")
                        .sum("total_calls"))
                .as(at())
                .isEqualTo(listed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-04-05T12:00:00Z", "2026-11-12T23:00:00Z", "2027-11-26T00:00:00Z"})
    void synthflow_lastThirtyDays_areComparedWithThirtyDays(String now) throws Exception {
        try (Sandbox other =
                Sandbox.builder().clock(new ManualClock(Instant.parse(now))).start()) {
            Json durations = TestClient.json(
                            other.synthflow(),
                            "/analytics/?from_date=" + Instant.parse(now).minus(Duration.ofDays(30)))
                    .get("duration_metrics");

            assertThat(durations.get("total_calls_percentage_change").decimal()).isBetween(-25.0, 25.0);
        }
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private String at() {
        return "seed " + seed + " at " + clock.instant() + " ";
    }
}
