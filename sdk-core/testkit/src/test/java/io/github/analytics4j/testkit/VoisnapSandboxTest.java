package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.analytics4j.testkit.ReportControls.NotReady;
import io.github.analytics4j.testkit.TestClient.Json;
import io.github.analytics4j.testkit.vendor.voisnap.Conversation;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoisnapSandboxTest {
    private static final String JUNE = "dateFrom=2025-06-01&dateTo=2025-06-30";

    private final ManualClock clock = new ManualClock(Instant.parse("2026-04-22T16:49:29Z"));
    private final Sandbox sandbox = Sandbox.builder().seed(3).clock(clock).start();
    private final VoisnapSandbox api = sandbox.voisnap();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week", "month"})
    void overview_series_addsUpToTheTotals(String groupBy) throws Exception {
        Json overview = TestClient.json(api, "/api/v1/analytics/overview?" + JUNE + "&groupBy=" + groupBy);

        Json totals = overview.get("totals");
        assertThat(overview.get("groupBy").text()).isEqualTo(groupBy);
        assertThat(overview.get("series").all()).hasSize(groupBy.equals("day") ? 30 : groupBy.equals("week") ? 5 : 1);
        assertThat(overview.get("series").get(0).get("period").text()).isEqualTo("2025-06-01");
        assertThat(totals.get("conversations").number()).isGreaterThan(1_000);
        for (String field : List.of("conversations", "totalDurationSeconds")) {
            assertThat(overview.get("series").sum(field))
                    .isEqualTo(totals.get(field).decimal());
        }
        assertThat(overview.get("series").sum("totalCostUsd"))
                .isCloseTo(totals.get("totalCostUsd").decimal(), within(0.001));
        assertThat(totals.get("resolutionRate").decimal()).isBetween(0.6, 0.9);
        assertThat(overview.get("series").get(0).has("abandonmentRate")).isFalse();
    }

    @Test
    void conversations_everyBreakdown_addsUpToTheTotal() throws Exception {
        Json conversations = TestClient.json(api, "/api/v1/analytics/conversations?" + JUNE);

        double total = conversations.get("total").decimal();
        for (String breakdown : List.of("byStatus", "byChannel", "byOutcome")) {
            double sum = ((Map<?, ?>) conversations.get(breakdown).value())
                    .values().stream().mapToDouble(count -> (Double) count).sum();
            assertThat(sum).as(breakdown).isEqualTo(total);
        }
        Json percentiles = conversations.get("durationPercentiles");
        assertThat(percentiles.get("p50").number())
                .isLessThan(percentiles.get("p75").number());
        assertThat(percentiles.get("p90").number())
                .isLessThan(percentiles.get("p99").number());
        assertThat(overviewTotal("")).isEqualTo(total);
    }

    @Test
    void agentsAndChannels_addUpToTheWhole() throws Exception {
        double agents = 0;
        for (String agent : Conversation.AGENTS) {
            agents += overviewTotal("&agentId=" + agent);
        }
        double channels = 0;
        for (String channel : Conversation.CHANNELS) {
            channels += overviewTotal("&channel=" + channel);
        }

        assertThat(agents).isEqualTo(overviewTotal(""));
        assertThat(channels).isEqualTo(overviewTotal(""));
    }

    @Test
    void costs_breakdownAgentsAndSeries_addUpExactly() throws Exception {
        Json costs = TestClient.json(api, "/api/v1/analytics/costs?" + JUNE + "&groupBy=day");

        double total = costs.get("totalUsd").decimal();
        double breakdown = List.of(Conversation.COSTS).stream()
                .mapToDouble(name -> costs.get("breakdown").get(name).decimal())
                .sum();
        assertThat(breakdown).isCloseTo(total, within(0.001));
        assertThat(costs.get("byAgent").sum("totalUsd")).isCloseTo(total, within(0.001));
        assertThat(costs.get("series").sum("totalUsd")).isCloseTo(total, within(0.001));
        assertThat(costs.get("byAgent").sum("conversations"))
                .isEqualTo(costs.get("series").sum("conversations"));
        assertThat(costs.get("byAgent").get(0).get("agentName").text()).isEqualTo("Aria \u2013 Support");
        assertThat(TestClient.get(api, "/api/v1/analytics/costs?" + JUNE).body())
                .containsPattern("\"totalUsd\":\\d+\\.\\d\\d,");
    }

    @Test
    void sentimentAndIntents_sharesAddUpToOne() throws Exception {
        Json mood = TestClient.json(api, "/api/v1/analytics/sentiment?" + JUNE + "&groupBy=week");
        Json shares = mood.get("distribution");
        Json intents = TestClient.json(api, "/api/v1/analytics/intents?" + JUNE);

        assertThat(shares.get("positive").decimal()
                        + shares.get("neutral").decimal()
                        + shares.get("negative").decimal())
                .isCloseTo(1, within(0.02));
        assertThat(mood.get("series").all()).hasSize(5);
        assertThat(intents.get("intents").sum("percentage")).isCloseTo(1, within(0.01));
        assertThat(intents.get("intents").sum("count")).isEqualTo(overviewTotal(""));
        assertThat(intents.get("intents").all().stream()
                        .map(row -> row.get("count").number()))
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(TestClient.json(api, "/api/v1/analytics/intents?limit=2")
                        .get("intents")
                        .all())
                .hasSize(2);
    }

    @Test
    void errors_areProblemsWithATraceId() throws Exception {
        HttpResponse<String> unauthorized =
                TestClient.send(TestClient.request(api.baseUrl() + "/api/v1/analytics/costs"));
        HttpResponse<String> invalid = TestClient.get(api, "/api/v1/analytics/overview?groupBy=year");

        assertThat(unauthorized.statusCode()).isEqualTo(401);
        assertThat(unauthorized.headers().firstValue("Content-Type")).contains("application/problem+json");
        Json problem = Json.of(unauthorized.body());
        assertThat(problem.get("type").text()).isEqualTo("https://docs.voisnap.ai/errors/unauthorized");
        assertThat(problem.get("title").text()).isEqualTo("Unauthorized");
        assertThat(problem.get("status").number()).isEqualTo(401);
        assertThat(problem.get("detail").text()).isEqualTo("The API key is missing or not valid.");
        assertThat(problem.get("traceId").text()).startsWith("trace_");
        assertThat(invalid.statusCode()).isEqualTo(400);
        assertThat(Json.of(invalid.body()).get("detail").text()).isEqualTo("groupBy: Must be one of day, week, month");
    }

    @Test
    void rateLimit_countsDownAndRefuses() throws Exception {
        api.rateLimit(2, Duration.ofMinutes(1));

        HttpResponse<String> first = TestClient.get(api, "/api/v1/analytics/intents");
        TestClient.get(api, "/api/v1/analytics/intents");
        HttpResponse<String> third = TestClient.get(api, "/api/v1/analytics/intents");

        assertThat(first.headers().firstValue("X-RateLimit-Limit")).contains("2");
        assertThat(first.headers().firstValue("X-RateLimit-Remaining")).contains("1");
        assertThat(first.headers().firstValue("X-RateLimit-Policy")).contains("api-read-heavy");
        long reset = clock.instant().plusSeconds(60).getEpochSecond();
        assertThat(first.headers().firstValue("X-RateLimit-Reset")).contains(Long.toString(reset));
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(Json.of(third.body()).get("type").text()).endsWith("/rate-limit-exceeded");
        clock.advance(Duration.ofMinutes(1));
        assertThat(TestClient.get(api, "/api/v1/analytics/intents").statusCode())
                .isEqualTo(200);
    }

    @Test
    void report_createdAndFetched_isTheFileInStorage() throws Exception {
        api.reports().readyAfter(Duration.ZERO);
        HttpResponse<String> created = TestClient.send(Voisnap.create(api));
        Json report = Json.of(created.body());
        HttpResponse<String> redirect =
                Voisnap.download(api, report.get("reportId").text());
        HttpResponse<byte[]> file =
                TestClient.bytes(TestClient.request(Voisnap.location(redirect).toString()));

        assertThat(created.statusCode()).isEqualTo(202);
        assertThat(report.get("status").text()).isEqualTo("generating");
        assertThat(report.get("estimatedSeconds").number()).isEqualTo(12);
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(Voisnap.location(redirect).getPort())
                .isNotEqualTo(api.origin().getPort());
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).contains("text/csv");
        List<String> lines =
                new String(file.body(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(0)).isEqualTo("conversationId,cost");
        assertThat(lines.subList(1, lines.size()))
                .hasSize((int) overviewTotal(""))
                .allMatch(line -> line.matches("conv_\\d{13},0\\.\\d\\d"));
        assertThat(api.reports().created().get(0).requestBody()).isEqualTo(Voisnap.ORDER);
    }

    @Test
    void report_pdf_looksLikeOne() throws Exception {
        TestClient.send(Voisnap.create(api, "{\"type\":\"conversation_summary\",\"format\":\"pdf\"}"));

        StorageFile file = api.reports().created().get(0).file();
        assertThat(file.contentType()).isEqualTo("application/pdf");
        assertThat(new String(file.open().readNBytes(5), StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    @ParameterizedTest
    @EnumSource(NotReady.class)
    void report_notReady_answersAsConfiguredUntilItsTime(NotReady answer) throws Exception {
        api.reports().notReady(answer);
        api.reports().readyAfter(Duration.ofSeconds(12));
        String id = Voisnap.created(api);

        HttpResponse<String> early = Voisnap.download(api, id);
        clock.advance(Duration.ofSeconds(12));
        HttpResponse<String> ready = Voisnap.download(api, id);

        assertThat(early.statusCode()).isEqualTo(answer.status);
        if (answer.status < 300) {
            assertThat(Json.of(early.body()).get("status").text()).isEqualTo("generating");
        }
        assertThat(ready.statusCode()).isEqualTo(302);
    }

    @Test
    void report_readyAfterLooks_countsThem() throws Exception {
        api.reports().readyAfterLooks(2);
        String id = Voisnap.created(api);

        assertThat(List.of(
                        Voisnap.download(api, id).statusCode(),
                        Voisnap.download(api, id).statusCode(),
                        Voisnap.download(api, id).statusCode()))
                .containsExactly(409, 409, 302);
    }

    @Test
    void report_relativeHops_leadToStorageWithoutAKey() throws Exception {
        api.reports().readyAfter(Duration.ZERO);
        api.reports().relativeHops(2);
        api.reports().redirectStatus(307);
        String id = Voisnap.created(api);

        HttpResponse<String> first = Voisnap.download(api, id);
        assertThat(Voisnap.location(first).isAbsolute()).isFalse();
        HttpResponse<String> second = follow(api.origin().resolve(Voisnap.location(first)));
        HttpResponse<String> third = follow(api.origin().resolve(Voisnap.location(second)));
        HttpResponse<String> file = follow(Voisnap.location(third));

        assertThat(List.of(first.statusCode(), second.statusCode(), third.statusCode()))
                .containsOnly(307);
        assertThat(file.statusCode()).isEqualTo(200);
    }

    @Test
    void report_direct_isTheFileItself() throws Exception {
        api.reports().readyAfter(Duration.ZERO);
        api.reports().direct(true);
        api.reports().content(StorageFile.generated(1, 10_000));

        HttpResponse<String> file = Voisnap.download(api, Voisnap.created(api));

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).hasSize(10_000).startsWith("conversationId,channel");
    }

    @Test
    void report_unknownForgottenOrOld_isRefused() throws Exception {
        api.reports().readyAfter(Duration.ZERO);
        String id = Voisnap.created(api);
        api.reports().forgetAll();
        String second = Voisnap.created(api);

        assertThat(Voisnap.download(api, "rpt_none").statusCode()).isEqualTo(404);
        assertThat(Voisnap.download(api, id).statusCode()).isEqualTo(410);
        assertThat(Voisnap.download(api, second).statusCode()).isEqualTo(302);
        clock.advance(Duration.ofDays(8));
        assertThat(Voisnap.download(api, second).statusCode()).isEqualTo(410);
    }

    @Test
    void report_badOrders_areRefused() throws Exception {
        for (String body : List.of("", "[]", "{", "{\"type\":1}", "{\"type\":\"x\",\"format\":\"xls\"}")) {
            assertThat(TestClient.send(Voisnap.create(api, body)).statusCode())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(api.reports().created()).isEmpty();
    }

    @Test
    void report_exportLimit_refusesTheNextUntilAnHourHasPassed() throws Exception {
        api.reports().exportsPerHour(1);
        Voisnap.created(api);

        assertThat(TestClient.send(Voisnap.create(api)).statusCode()).isEqualTo(429);
        clock.advance(Duration.ofHours(1));
        assertThat(TestClient.send(Voisnap.create(api)).statusCode()).isEqualTo(202);
    }

    @Test
    void report_byDefault_takesAsLongAsWasEstimated_andCanFail() throws Exception {
        String id = Voisnap.created(api);
        clock.advance(Duration.ofMillis(11_999));
        assertThat(Voisnap.download(api, id).statusCode()).isEqualTo(409);
        clock.advance(Duration.ofMillis(1));
        assertThat(Voisnap.download(api, id).statusCode()).isEqualTo(302);

        api.reports().failing(true);
        String second = Voisnap.created(api);
        clock.advance(Duration.ofSeconds(12));
        HttpResponse<String> failed = Voisnap.download(api, second);
        assertThat(failed.statusCode()).isEqualTo(200);
        assertThat(failed.body()).isEqualTo("{\"reportId\":\"" + second + "\",\"status\":\"failed\"}");
    }

    @Test
    void report_byDefault_fiveAnHour_withTheHeadersOfThatLimit() throws Exception {
        Instant first = clock.instant();
        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> created = TestClient.send(Voisnap.create(api));
            assertThat(created.statusCode()).isEqualTo(202);
            assertLimit(created, left, first);
            clock.advance(Duration.ofMinutes(1));
        }

        HttpResponse<String> refused = TestClient.send(Voisnap.create(api));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertLimit(refused, 0, first);
        assertThat(Json.of(refused.body()).get("detail").text()).isEqualTo("The export limit of this hour is used up.");
        assertThat(TestClient.get(api, "/api/v1/analytics/intents").headers().firstValue("X-RateLimit-Policy"))
                .contains("api-read-heavy");
        clock.advance(Duration.ofMinutes(55));
        assertThat(TestClient.send(Voisnap.create(api)).statusCode()).isEqualTo(202);
    }

    private static void assertLimit(HttpResponse<String> response, int left, Instant first) {
        assertThat(response.headers().firstValue("X-RateLimit-Policy")).contains("analytics-export");
        assertThat(response.headers().firstValue("X-RateLimit-Limit")).contains("5");
        assertThat(response.headers().firstValue("X-RateLimit-Remaining")).contains(Integer.toString(left));
        assertThat(response.headers().firstValue("X-RateLimit-Reset"))
                .contains(Long.toString(first.plusSeconds(3_600).getEpochSecond()));
    }

    @Test
    void report_holdsWhatWasOrdered() throws Exception {
        String agent = Conversation.AGENTS[1];
        String order = "{\"type\":\"conversation_summary\",\"dateFrom\":\"2025-06-10\",\"dateTo\":\"2025-06-12\","
                + "\"agentIds\":[\"" + agent
                + "\"],\"includeFields\":[\"startedAt\",\"agentId\",\"duration\",\"cost\"]}";
        TestClient.send(Voisnap.create(api, order));
        StorageFile file = api.reports().created().get(0).file();
        List<String[]> rows = new String(file.open().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(","))
                .toList();
        Json totals = TestClient.json(
                        api, "/api/v1/analytics/overview?dateFrom=2025-06-10&dateTo=2025-06-12&agentId=" + agent)
                .get("totals");

        assertThat(rows.get(0)).containsExactly("startedAt", "agentId", "duration", "cost");
        List<String[]> calls = rows.subList(1, rows.size());
        assertThat(calls).hasSize((int) totals.get("conversations").number());
        assertThat(calls).allSatisfy(row -> {
            assertThat(row[0]).isBetween("2025-06-10", "2025-06-13");
            assertThat(row[1]).isEqualTo(agent);
        });
        assertThat(calls.stream().mapToLong(row -> Long.parseLong(row[2])).sum())
                .isEqualTo(totals.get("totalDurationSeconds").number());
        assertThat(calls.stream().mapToDouble(row -> Double.parseDouble(row[3])).sum())
                .isCloseTo(totals.get("totalCostUsd").decimal(), within(0.001));
    }

    @Test
    void report_whatTheVendorWouldRefuse_isNamed() throws Exception {
        String head = "{\"type\":\"conversation_summary\",";
        assertRefused("{\"type\":\"gossip\"}", "type: Must be one of conversation_summary");
        assertRefused("{\"format\":\"csv\"}", "type: Field required");
        assertRefused(head + "\"dateFrom\":\"2025-02-30\"}", "dateFrom: Must be an ISO 8601 date");
        assertRefused(head + "\"dateTo\":20250203}", "dateTo: Must be text");
        assertRefused(
                head + "\"dateFrom\":\"2025-07-01\",\"dateTo\":\"2025-06-30\"}",
                "dateFrom: dateFrom must not be after dateTo.");
        assertRefused(head + "\"agentIds\":\"a\"}", "agentIds: Must be a list of texts");
        assertRefused(head + "\"agentIds\":[1]}", "agentIds: Must be a list of texts");
        assertRefused(
                head + "\"includeFields\":[\"secrets\"]}",
                "includeFields: Must be one of conversationId, channel, duration, outcome, cost, sentiment, agentId,"
                        + " agentName, status, intent, startedAt");
        assertThat(api.reports().created()).isEmpty();
    }

    private void assertRefused(String order, String detail) throws Exception {
        HttpResponse<String> response = TestClient.send(Voisnap.create(api, order));
        assertThat(response.statusCode()).as(order).isEqualTo(400);
        assertThat(Json.of(response.body()).get("detail").text()).isEqualTo(detail);
    }

    private double overviewTotal(String filter) throws Exception {
        return TestClient.json(api, "/api/v1/analytics/overview?" + JUNE + filter)
                .get("totals")
                .get("conversations")
                .decimal();
    }

    private static HttpResponse<String> follow(URI uri) throws Exception {
        return TestClient.send(TestClient.request(uri.toString()));
    }
}
