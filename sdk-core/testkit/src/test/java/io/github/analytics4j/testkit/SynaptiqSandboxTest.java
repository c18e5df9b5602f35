package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.analytics4j.testkit.TestClient.Json;
import io.github.analytics4j.testkit.vendor.synaptiq.SalesCounts;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynaptiqSandboxTest {
    private static final Instant NOW = Instant.parse("2026-04-05T12:00:00Z");
    private static final String MARCH = "startDate=2026-03-01&endDate=2026-03-31";

    private final ManualClock clock = new ManualClock(NOW);
    private final Sandbox sandbox =
            Sandbox.builder().seed(11).clock(clock).activities(75_000).start();
    private final SynaptiqSandbox api = sandbox.synaptiq();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week", "month"})
    void overview_timeSeries_addsUpToTheSummary(String granularity) throws Exception {
        Json overview = TestClient.json(api, "/analytics/overview?" + MARCH + "&granularity=" + granularity);

        Json summary = overview.get("summary");
        Json series = overview.get("timeSeries");
        assertThat(series.sum("conversations"))
                .isEqualTo(summary.get("totalConversations").decimal());
        assertThat(series.sum("leads")).isEqualTo(summary.get("totalLeads").decimal());
        assertThat(series.sum("qualifiedLeads"))
                .isEqualTo(summary.get("qualifiedLeads").decimal());
        assertThat(summary.get("conversionRate").decimal())
                .isCloseTo(
                        summary.get("qualifiedLeads").decimal()
                                / summary.get("totalConversations").decimal(),
                        within(0.0001));
        assertThat(overview.get("comparison").isNull()).isTrue();
        assertThat(overview.get("period").get("endDate").text()).isEqualTo("2026-03-31");
    }

    @Test
    void overview_weeks_endAsInTheVendorsSample() throws Exception {
        Json series = TestClient.json(api, "/analytics/overview?" + MARCH + "&granularity=week")
                .get("timeSeries");

        assertThat(series.all().stream().map(week -> week.get("period").text()))
                .containsExactly(
                        "2026-03-01/2026-03-07",
                        "2026-03-08/2026-03-14",
                        "2026-03-15/2026-03-21",
                        "2026-03-22/2026-03-31");
    }

    @Test
    void overview_pipeline_isWrittenWithTwoDigits() throws Exception {
        assertThat(TestClient.get(api, "/analytics/overview?" + MARCH).body())
                .containsPattern("\"totalRevenuePipeline\":\\d+\\.\\d\\d}");
    }

    @Test
    void overview_comparison_isTheEarlierPeriodItself() throws Exception {
        Json now = TestClient.json(api, "/analytics/overview?" + MARCH + "&compareWith=previous_period");
        Json comparison = now.get("comparison");
        String earlier =
                "startDate=" + comparison.get("period").get("startDate").text() + "&endDate="
                        + comparison.get("period").get("endDate").text();
        Json before = TestClient.json(api, "/analytics/overview?" + earlier).get("summary");

        assertThat(earlier).isEqualTo("startDate=2026-01-29&endDate=2026-02-28");
        for (String metric : List.of("totalConversations", "totalLeads", "qualifiedLeads", "conversionRate")) {
            double value = before.get(metric).decimal();
            assertThat(comparison.get(metric).get("value").decimal()).isEqualTo(value);
            assertThat(comparison.get(metric).get("change").decimal())
                    .isCloseTo((now.get("summary").get(metric).decimal() - value) / value, within(0.01));
        }
        Json year = TestClient.json(api, "/analytics/overview?" + MARCH + "&compareWith=previous_year");
        assertThat(year.get("comparison").get("period").get("startDate").text()).isEqualTo("2025-03-01");
    }

    @Test
    void funnel_stages_narrowAndAgreeWithTheOverview() throws Exception {
        Json funnel = TestClient.json(api, "/analytics/funnel?" + MARCH);
        Json summary = TestClient.json(api, "/analytics/overview?" + MARCH).get("summary");

        List<Json> stages = funnel.get("stages").all();
        assertThat(stages).hasSize(6);
        assertThat(stages.stream().map(stage -> stage.get("count").number()))
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(stages.get(1).get("count").number())
                .isEqualTo(summary.get("totalConversations").number());
        assertThat(stages.get(2).get("count").number())
                .isEqualTo(summary.get("totalLeads").number());
        assertThat(stages.get(3).get("count").number())
                .isEqualTo(summary.get("qualifiedLeads").number());
        assertThat(stages.get(5).get("conversionToNext").isNull()).isTrue();
        assertThat(funnel.get("overallConversion").decimal())
                .isCloseTo(
                        stages.get(5).get("count").decimal()
                                / stages.get(0).get("count").decimal(),
                        within(0.00001));
        assertThat(funnel.get("topDropoffStage").text()).contains(" -> ");
    }

    @Test
    void funnel_channelsAndSources_addUpToTheWhole() throws Exception {
        long channels = 0;
        for (String channel : SalesCounts.CHANNELS) {
            channels += visitors("&channel=" + channel);
        }
        long sources = 0;
        for (String source : SalesCounts.SOURCES) {
            sources += visitors("&source=" + source);
        }

        assertThat(channels).isEqualTo(visitors(""));
        assertThat(sources).isEqualTo(visitors(""));
    }

    @Test
    void activity_withoutParameters_isTheLastDayInPagesOf50() throws Exception {
        Json page = TestClient.json(api, "/analytics/activity");

        assertThat(page.get("data").all())
                .hasSize(50)
                .allSatisfy(event -> assertThat(
                                Instant.parse(event.get("occurredAt").text()))
                        .isBetween(NOW.minus(Duration.ofDays(1)), NOW));
        Json pagination = page.get("pagination");
        assertThat(pagination.get("page").number()).isEqualTo(1);
        assertThat(pagination.get("limit").number()).isEqualTo(50);
        long ofTheDay = 0; // not the same on every day of the week
        while (!api.activity().time(ofTheDay).isBefore(NOW.minus(Duration.ofDays(1)))) {
            ofTheDay++;
        }
        assertThat(pagination.get("total").number()).isEqualTo(ofTheDay);
        assertThat(pagination.get("totalPages").number()).isEqualTo((ofTheDay + 49) / 50);
        assertThat(pagination.get("hasMore").value()).isEqualTo(true);
    }

    @Test
    void activity_allPages_bringEveryEventOnce() throws Exception {
        List<String> ids = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            Json response = TestClient.json(api, "/analytics/activity?startDate=2025-12-01&limit=100&page=" + page);
            response.get("data").all().forEach(event -> ids.add(event.get("id").text()));
            more = (Boolean) response.get("pagination").get("hasMore").value();
        }

        assertThat(ids).doesNotHaveDuplicates().isEqualTo(api.activity().ids().toList());
    }

    @Test
    void activity_types_rawAndEncodedComma_selectTheSame() throws Exception {
        Json raw = TestClient.json(api, "/analytics/activity?type=lead.qualified,intent.high_value&limit=5");
        Json encoded = TestClient.json(api, "/analytics/activity?type=lead.qualified%2Cintent.high_value&limit=5");

        assertThat(raw.value()).isEqualTo(encoded.value());
        assertThat(raw.get("data").all())
                .hasSize(5)
                .allSatisfy(event -> assertThat(event.get("type").text()).isIn("lead.qualified", "intent.high_value"));
    }

    @Test
    void activity_ofALead_isOnlyThatLeads() throws Exception {
        Json created = TestClient.json(api, "/analytics/activity?type=lead.created&limit=1")
                .get("data")
                .get(0);
        String lead = created.get("leadId").text();

        List<Json> events = TestClient.json(api, "/analytics/activity?startDate=2026-03-01&leadId=" + lead)
                .get("data")
                .all();

        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.get("leadId").text()).isEqualTo(lead));
    }

    @Test
    void errors_haveTheVendorsShape() throws Exception {
        HttpResponse<String> unauthorized = TestClient.send(TestClient.request(api.baseUrl() + "/analytics/overview"));
        HttpResponse<String> limit = TestClient.get(api, "/analytics/activity?limit=101");
        HttpResponse<String> range = TestClient.get(api, "/analytics/funnel?startDate=2025-01-01&endDate=2026-01-02");
        HttpResponse<String> year = TestClient.get(api, "/analytics/funnel?startDate=2025-01-01&endDate=2026-01-01");
        HttpResponse<String> date = TestClient.get(api, "/analytics/overview?startDate=yesterday");

        assertThat(unauthorized.statusCode()).isEqualTo(401);
        assertThat(unauthorized.body())
                .isEqualTo("{\"error\":{\"code\":\"unauthorized\","
                        + "\"message\":\"The API key is missing or not valid.\"}}");
        assertThat(limit.statusCode()).isEqualTo(400);
        assertThat(limit.body())
                .isEqualTo("{\"error\":{\"code\":\"invalid_request\","
                        + "\"message\":\"limit: Must be between 1 and 100\"}}");
        assertThat(range.statusCode()).isEqualTo(422);
        assertThat(range.body()).contains("\"code\":\"unprocessable\"");
        assertThat(year.statusCode()).isEqualTo(200);
        assertThat(date.statusCode()).isEqualTo(400);
    }

    @Test
    void rateLimit_refusesWithTheVendorsOwnHeader() throws Exception {
        api.rateLimit(1, Duration.ofMinutes(1));
        TestClient.get(api, "/analytics/overview");
        clock.advance(Duration.ofSeconds(37));

        HttpResponse<String> refused = TestClient.get(api, "/analytics/overview");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("X-RateLimit-RetryAfter")).contains("23");
        assertThat(refused.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
        assertThat(refused.body()).contains("\"code\":\"rate_limit_exceeded\"");
    }

    @Test
    void rateLimit_requestsWithoutAGoodKey_costNoAllowance() throws Exception {
        api.rateLimit(1, Duration.ofMinutes(1));
        for (int i = 0; i < 5; i++) {
            TestClient.send(TestClient.request(api.baseUrl() + "/analytics/overview"));
            TestClient.send(
                    TestClient.request(api.baseUrl() + "/analytics/overview").header("Authorization", "Bearer wrong"));
        }

        HttpResponse<String> response = TestClient.send(TestClient.request(api.baseUrl() + "/analytics/overview")
                .header("Authorization", "bearer " + api.apiKey()));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-RateLimit-Remaining")).contains("0");
    }

    @Test
    void activity_typesWithBlanks_areThatList() throws Exception {
        Json plain = TestClient.json(api, "/analytics/activity?type=lead.qualified,intent.high_value");
        Json blanks = TestClient.json(api, "/analytics/activity?type=lead.qualified,%20intent.high_value");

        assertThat(blanks.value()).isEqualTo(plain.value());
    }

    @Test
    void funnel_topDropoff_isTheStageThatLosesMost() throws Exception {
        assertThat(TestClient.json(api, "/analytics/funnel?" + MARCH)
                        .get("topDropoffStage")
                        .text())
                .isEqualTo("Visitors -> Engaged (Started Chat)");
    }

    @Test
    void strict_unknownParameter_isNamed() throws Exception {
        try (Sandbox strict = Sandbox.builder().strict().start()) {
            HttpResponse<String> refused = TestClient.get(strict.synaptiq(), "/analytics/overview?start_date=1");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("start_date: Unknown parameter");
        }
    }

    private long visitors(String filter) throws Exception {
        return TestClient.json(api, "/analytics/funnel?" + MARCH + filter)
                .get("stages")
                .get(0)
                .get("count")
                .number();
    }
}
