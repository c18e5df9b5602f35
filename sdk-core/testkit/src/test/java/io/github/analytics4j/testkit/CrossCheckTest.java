package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.analytics4j.testkit.TestClient.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Whatever two endpoints say about the same calls agrees: over random filters and ranges, after clock moves both ways,
 * inserts, changes and deletions.
 */
class CrossCheckTest {
    private static final int ROUNDS = 6;

    private final long seed = Long.getLong("walk.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final ManualClock clock =
            new ManualClock(Instant.parse("2026-04-22T16:49:29Z").plusSeconds(random.nextInt(200 * 86_400)));
    private final Sandbox sandbox = Sandbox.builder()
            .seed(random.nextLong())
            .calls(3_000)
            .callsPerDay(150)
            .clock(clock)
            .start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @RepeatedTest(ROUNDS)
    void synthflow_listAndExport_agree() throws Exception {
        SynthflowSandbox api = sandbox.synthflow();
        for (int round = 0; round < 4; round++) {
            disturbCalls(api.calls());
            Instant from = past(15).minusMillis(random.nextInt(1000));
            Instant to = from.plusSeconds(3_600 + random.nextInt(4 * 86_400));
            String range = "from_date=" + from + "&to_date=" + to;
            Json all = TestClient.json(api, "/analytics/?" + range);
            double calls = 0;
            List<Json> listed = new ArrayList<>();
            for (String model : api.modelIds()) {
                List<Json> rows = calls(api, model, from, to);
                listed.addAll(rows);
                Json export = TestClient.json(api, "/analytics/?" + range + "&model_id=" + model);
                assertExport(api, export, rows, model, from, to);
                calls += export.get("duration_metrics").get("total_calls").decimal();
            }
            assertThat(all.get("duration_metrics").get("total_calls").decimal())
                    .as(at())
                    .isEqualTo(calls);
            double types = 0;
            for (String type : List.of("inbound", "outbound", "widget")) {
                types += TestClient.json(api, "/analytics/?" + range + "&type_of_call=" + type)
                        .get("duration_metrics")
                        .get("total_calls")
                        .decimal();
            }
            assertThat(types).as(at()).isEqualTo(calls);
            listed.sort(Comparator.comparing(call -> -time(call)));
            assertThat(texts(all.get("recent_call_history").get("items"), "created_at"))
                    .as(at())
                    .isEqualTo(listed.stream()
                            .limit(10)
                            .map(call -> call.get("telephony_start").text())
                            .toList());
        }
    }

    private void assertExport(
            SynthflowSandbox api, Json export, List<Json> rows, String model, Instant from, Instant to)
            throws Exception {
        Json durations = export.get("duration_metrics");
        assertThat(durations.get("total_calls").number()).as(at()).isEqualTo(rows.size());
        double seconds = rows.stream().mapToDouble(CrossCheckTest::seconds).sum();
        assertThat(durations.get("total_minutes").decimal() * 60).as(at()).isCloseTo(seconds, within(0.01));
        assertThat(durations.get("series").sum("total_calls")).as(at()).isEqualTo(rows.size());
        assertThat(durations.get("series").sum("total_minutes") * 60).isCloseTo(seconds, within(0.01));
        assertCounts(export.get("call_status_stat"), "status", count(rows, "call_status"));
        assertCounts(export.get("end_call_reason_stat"), "reason", count(rows, "end_call_reason"));
        for (Json action : export.get("executed_actions").get("items").all()) {
            String name = action.get("name").text();
            assertThat(action.get("value").number())
                    .as(at() + name)
                    .isEqualTo(rows.stream()
                            .filter(call -> call.get("executed_actions").has(name))
                            .count());
            assertThat(action.get("series").sum("value"))
                    .isEqualTo(action.get("value").decimal());
        }
        long failed = TestClient.json(api, list(model, from, to) + "&call_status=failed")
                .get("response")
                .get("pagination")
                .get("total_records")
                .number();
        assertThat(count(rows, "call_status").getOrDefault("failed", 0L))
                .as(at())
                .isEqualTo(failed);
        Instant before = from.minus(Duration.between(from, to));
        double earlier = TestClient.json(
                        api, "/analytics/?from_date=" + before + "&to_date=" + from + "&model_id=" + model)
                .get("duration_metrics")
                .get("total_calls")
                .decimal();
        if (earlier > 0) {
            assertThat(durations.get("total_calls_percentage_change").decimal())
                    .as(at())
                    .isCloseTo((rows.size() - earlier) / earlier * 100, within(0.001));
        }
    }

    private void assertCounts(Json stat, String label, Map<String, Long> counts) {
        for (Json item : stat.get("items").all()) {
            String name = item.get(label).text();
            assertThat(item.get("value").number()).as(at() + name).isEqualTo(counts.getOrDefault(name, 0L));
            assertThat(
                            stat.get("series").all().isEmpty()
                                    ? 0
                                    : stat.get("series").sum(name))
                    .as(at() + name)
                    .isEqualTo(item.get("value").decimal());
        }
        assertThat(stat.get("items").sum("value"))
                .as(at())
                .isEqualTo(counts.values().stream().mapToLong(Long::longValue).sum());
    }

    @RepeatedTest(ROUNDS)
    void synaptiq_feedOverviewAndFunnel_agree() throws Exception {
        SynaptiqSandbox api = sandbox.synaptiq();
        for (int round = 0; round < 4; round++) {
            disturb(api.activity(), 3);
            LocalDate to = past(2).atZone(ZoneOffset.UTC).toLocalDate();
            LocalDate from = to.minusDays(random.nextInt(2));
            String range = "startDate=" + from + "&endDate=" + to;
            Json overview = TestClient.json(api, "/analytics/overview?" + range + "&compareWith=previous_period");
            Json summary = overview.get("summary");
            Json funnel = TestClient.json(api, "/analytics/funnel?" + range);
            long started = events(api, range, "conversation.started");
            long leads = events(api, range, "lead.created");
            assertThat(summary.get("totalConversations").number()).as(at()).isEqualTo(started);
            assertThat(summary.get("totalLeads").number()).as(at()).isEqualTo(leads);
            assertThat(summary.get("qualifiedLeads").number()).as(at()).isEqualTo(events(api, range, "lead.qualified"));
            assertThat(summary.get("handoffRate").decimal())
                    .isCloseTo(ratio(events(api, range, "conversation.handoff"), started), within(0.006));
            List<Double> stages = funnel.get("stages").all().stream()
                    .map(stage -> stage.get("count").decimal())
                    .toList();
            assertThat(stages).as(at()).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(stages.subList(1, 4))
                    .containsExactly((double) started, (double) leads, (double) events(api, range, "lead.qualified"));
            assertThat(stages.get(5)).isEqualTo(events(api, range, "conversion.completed"));
            for (String granularity : List.of("day", "week", "month")) {
                Json series = TestClient.json(api, "/analytics/overview?" + range + "&granularity=" + granularity)
                        .get("timeSeries");
                assertThat(series.sum("conversations")).as(at()).isEqualTo(started);
                assertThat(series.sum("leads")).as(at()).isEqualTo(leads);
            }
            assertThat(stagesOf(api, range, "channel", "web_chat", "api", "whatsapp", "slack"))
                    .isEqualTo(stages);
            assertThat(stagesOf(api, range, "source", "chat", "api", "import", "form"))
                    .isEqualTo(stages);
            Json compared = overview.get("comparison").get("totalConversations");
            assertThat(compared.get("change").decimal())
                    .isCloseTo(started / compared.get("value").decimal() - 1, within(0.001));
            assertLeads(api, range);
        }
    }

    private void assertLeads(SynaptiqSandbox api, String range) throws Exception {
        Set<String> created = new HashSet<>();
        double scores = 0;
        Json page;
        int number = 1;
        do {
            page = TestClient.json(
                    api, "/analytics/activity?" + range + "&type=lead.created&limit=100&page=" + number++);
            for (Json event : page.get("data").all()) {
                assertThat(created.add(event.get("leadId").text())).as(at()).isTrue();
                assertThat(Instant.parse(event.get("occurredAt").text())).isBeforeOrEqualTo(clock.instant());
                scores += event.get("metadata").get("score").decimal();
            }
        } while (page.get("pagination").get("hasMore").value().equals(true));
        double average = TestClient.json(api, "/analytics/overview?" + range)
                .get("summary")
                .get("avgLeadScore")
                .decimal();
        assertThat(average).as(at()).isCloseTo(created.isEmpty() ? 0 : scores / created.size(), within(0.06));
    }

    @RepeatedTest(ROUNDS)
    void voisnap_metricsAndReports_agree() throws Exception {
        VoisnapSandbox api = sandbox.voisnap();
        api.reports().exportsPerHour(Integer.MAX_VALUE);
        String base = "/api/v1/analytics/";
        for (int round = 0; round < 4; round++) {
            disturb(api.conversations(), 1);
            LocalDate to = past(40).atZone(ZoneOffset.UTC).toLocalDate();
            LocalDate from = to.minusDays(random.nextInt(20));
            String agent = random.nextBoolean() ? "" : "agt_01HXK8Z3MNPQRS";
            String range = "?dateFrom=" + from + "&dateTo=" + to + (agent.isEmpty() ? "" : "&agentId=" + agent);
            Json totals = TestClient.json(api, base + "overview" + range).get("totals");
            Json conversations = TestClient.json(api, base + "conversations" + range);
            Json costs = TestClient.json(api, base + "costs" + range);
            double count = totals.get("conversations").decimal();
            assertThat(conversations.get("total").decimal()).as(at()).isEqualTo(count);
            assertThat(costs.get("series").sum("conversations")).as(at()).isEqualTo(count);
            assertThat(costs.get("byAgent").sum("conversations")).as(at()).isEqualTo(count);
            assertThat(costs.get("totalUsd").decimal())
                    .isEqualTo(totals.get("totalCostUsd").decimal());
            assertThat(TestClient.json(api, base + "intents" + range)
                            .get("intents")
                            .sum("count"))
                    .as(at())
                    .isEqualTo(count);
            assertThat(TestClient.json(api, base + "sentiment" + range)
                            .get("avgScore")
                            .decimal())
                    .isEqualTo(conversations.get("avgSentimentScore").decimal());
            for (String groupBy : List.of("day", "week", "month")) {
                Json series = TestClient.json(api, base + "overview" + range + "&groupBy=" + groupBy)
                        .get("series");
                assertThat(series.sum("conversations")).as(at()).isEqualTo(count);
                assertThat(series.sum("totalCostUsd"))
                        .isCloseTo(totals.get("totalCostUsd").decimal(), within(0.001));
            }
            String order = "{\"type\":\"conversation_summary\",\"dateFrom\":\"" + from + "\",\"dateTo\":\"" + to
                    + "\",\"includeFields\":[\"outcome\",\"duration\"]"
                    + (agent.isEmpty() ? "}" : ",\"agentIds\":[\"" + agent + "\"]}");
            TestClient.send(Voisnap.create(api, order));
            List<CreatedReport> made = api.reports().created();
            List<String> lines = new String(
                            made.get(made.size() - 1).file().open().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
            assertThat(lines).as(at()).hasSize((int) count);
            assertThat(lines.stream()
                            .mapToLong(line -> Long.parseLong(line.split(",")[1]))
                            .sum())
                    .isEqualTo(totals.get("totalDurationSeconds").number());
            Object resolved = ((Map<?, ?>) conversations.get("byOutcome").value()).get("resolved");
            assertThat((double) lines.stream()
                            .filter(line -> line.startsWith("resolved"))
                            .count())
                    .isEqualTo(resolved == null ? 0.0 : resolved);
        }
    }

    @RepeatedTest(ROUNDS)
    void callops_callsAndEvents_agree() throws Exception {
        CallOpsSandbox api = sandbox.callops();
        for (int round = 0; round < 5; round++) {
            disturb(api.sttEvents(), 2);
            String range = round == 0 ? "?" : opsRange();
            double calls = ops(api, "overview" + range).get("total_calls").decimal();
            Json summary = ops(api, "stt-events/summary" + range);
            assertThat(summary.get("connections_opened").decimal())
                    .as(at() + range)
                    .isEqualTo(calls);
            assertThat(ops(api, "call-volume" + range).sum("count"))
                    .as(at() + range)
                    .isEqualTo(calls);
            assertThat(ops(api, "outcomes" + range).sum("count"))
                    .as(at() + range)
                    .isEqualTo(calls);
            assertThat(ops(api, "peak-hours" + range).sum("count"))
                    .as(at() + range)
                    .isEqualTo(calls);
            for (String distribution : List.of("duration-distribution", "latency-distribution")) {
                assertThat(ops(api, distribution + range).get("buckets").sum("count"))
                        .as(at() + range)
                        .isEqualTo(calls);
            }
            double agents = 0;
            for (Json agent : ops(api, "agent-comparison" + range).all()) {
                String id = agent.get("agent_id").text();
                assertThat(ops(api, "overview" + range + "&agent_id=" + id)
                                .get("total_calls")
                                .decimal())
                        .isEqualTo(agent.get("total_calls").decimal());
                agents += agent.get("total_calls").decimal();
            }
            assertThat(agents).as(at() + range).isEqualTo(calls);
            double spend = ops(api, "cost-overview" + range).get("total_spend").decimal();
            assertThat(ops(api, "cost-trend" + range).sum("total_cost")).isCloseTo(spend, within(0.001));
            assertThat(ops(api, "cost-by-agent" + range).sum("total_cost")).isCloseTo(spend, within(0.001));
            assertEvents(api);
        }
    }

    /** The events of one whole day: as the summary counts them, each call's from opened to closed. */
    private void assertEvents(CallOpsSandbox api) throws Exception {
        LocalDate day = past(20).atZone(ZoneOffset.UTC).toLocalDate();
        String range = "?start_date=" + day + "T00:00:00Z&end_date=" + day + "T23:59:59.999Z";
        List<Json> events = new ArrayList<>();
        for (String hours : List.of("13:00:00Z/23:59:59.999Z", "10:00:00Z/12:59:59.999Z", "00:00:00Z/09:59:59.999Z")) {
            String part = "?start_date=" + day + "T" + hours.replace("/", "&end_date=" + day + "T");
            events.addAll(ops(api, "stt-events" + part + "&limit=500").all());
        }
        Json summary = ops(api, "stt-events/summary" + range);
        assertThat(summary.get("total_events").number()).as(at() + day).isEqualTo(events.size());
        Map<String, List<String>> ofCalls = new HashMap<>();
        for (int i = events.size() - 1; i >= 0; i--) {
            ofCalls.computeIfAbsent(events.get(i).get("call_sid").text(), sid -> new ArrayList<>())
                    .add(events.get(i).get("event_type").text());
        }
        boolean over = day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        ofCalls.forEach((sid, types) -> {
            assertThat(types.get(0)).as(at() + types).isEqualTo("connection_opened");
            if (over) {
                assertThat(types.get(types.size() - 1)).as(at() + types).isEqualTo("connection_closed");
            }
        });
        assertThat(ops(api, "overview" + range).get("total_calls").number())
                .as(at())
                .isEqualTo(ofCalls.size());
        assertThat(ops(api, "provider-errors" + range).get(0).get("error_count").number())
                .as(at())
                .isEqualTo(summary.get("errors").number());
    }

    private String opsRange() {
        Instant from = past(25);
        Instant to = from.plusSeconds(random.nextInt(6 * 86_400));
        boolean dates = random.nextBoolean();
        return dates
                ? "?start_date=" + from.toString().substring(0, 10) + "&end_date="
                        + to.toString().substring(0, 10)
                : "?start_date=" + from + "&end_date=" + to;
    }

    /** Moves the clock, and puts rows in by so many, so that what belongs together stays together. */
    private void disturb(RowLog log, int rows) {
        clock.advance(Duration.ofMinutes(random.nextInt(3_000) - 1_200));
        log.insertFirst(2 * rows);
        log.insertAt(past(3), 2 * rows);
    }

    private void disturbCalls(CallLog log) {
        disturb(log, 1);
        log.delete(random.nextInt(500), 3);
        log.change(log.id(random.nextInt(300)), call -> call.status("failed").endCallReason("odd"));
        Duration length = Duration.ofMinutes(random.nextInt(90));
        log.add(call -> call.startedAt(past(1)).duration(length));
        log.add(SandboxCall::withoutStart);
        log.change(log.id(random.nextInt(300)), call -> call.startedAt(past(4)).duration(length));
    }

    private Instant past(int days) {
        return clock.instant().minusSeconds(1 + random.nextInt(days * 86_400));
    }

    private String at() {
        return "seed " + seed + " at " + clock.instant() + " ";
    }

    private static String list(String model, Instant from, Instant to) {
        return "/calls?limit=100&model_id=" + model + "&from_date=" + from.toEpochMilli() + "&to_date="
                + to.toEpochMilli();
    }

    private static List<Json> calls(SynthflowSandbox api, String model, Instant from, Instant to) throws Exception {
        List<Json> calls = new ArrayList<>();
        List<Json> page;
        do {
            page = TestClient.json(api, list(model, from, to) + "&offset=" + calls.size())
                    .get("response")
                    .get("calls")
                    .all();
            calls.addAll(page);
        } while (page.size() == 100);
        return calls;
    }

    private static Map<String, Long> count(List<Json> rows, String field) {
        Map<String, Long> counts = new HashMap<>();
        rows.forEach(row -> counts.merge(row.get(field).text(), 1L, Long::sum));
        return counts;
    }

    private static long events(SynaptiqSandbox api, String range, String type) throws Exception {
        return TestClient.json(api, "/analytics/activity?limit=1&" + range + "&type=" + type)
                .get("pagination")
                .get("total")
                .number();
    }

    private static List<Double> stagesOf(SynaptiqSandbox api, String range, String name, String... values)
            throws Exception {
        double[] sums = new double[6];
        for (String value : values) {
            Json stages = TestClient.json(api, "/analytics/funnel?" + range + "&" + name + "=" + value)
                    .get("stages");
            for (int i = 0; i < sums.length; i++) {
                sums[i] += stages.get(i).get("count").decimal();
            }
        }
        return Arrays.stream(sums).boxed().toList();
    }

    private static Json ops(CallOpsSandbox api, String path) throws Exception {
        return TestClient.json(api, "/analytics/" + path);
    }

    private static List<String> texts(Json rows, String field) {
        return rows.all().stream().map(row -> row.get(field).text()).toList();
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static double seconds(Json call) {
        return Double.parseDouble(call.get("duration").value().toString());
    }

    private static long time(Json call) {
        return Long.parseLong(call.get("start_time").text());
    }
}
