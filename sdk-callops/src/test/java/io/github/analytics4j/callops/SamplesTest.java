package io.github.analytics4j.callops;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.samples.SampleServer;
import io.github.analytics4j.samples.SpecFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's samples, answered by a server, read by a strict client, and written again. */
final class SamplesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);

    private SampleServer<CallOpsClient> server;

    @BeforeEach
    void start() throws IOException {
        server = new SampleServer<>(
                "/api/v1",
                url -> CallOpsClient.builder()
                        .baseUrl(url)
                        .apiKey("a-key")
                        .strict(true)
                        .build());
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void overview() {
        Overview overview = object("overview", api -> api.prepareOverview(r -> {}));

        assertThat(overview.totalCalls()).isEqualTo(1250);
        assertThat(overview.totalDuration()).isEqualTo(45230.5);
        assertThat(overview.avgDuration()).isEqualTo(36.2);
        assertThat(overview.completedCalls()).isEqualTo(1100);
        assertThat(overview.failedCalls()).isEqualTo(50);
    }

    @Test
    void callVolume() {
        List<DailyCalls> days = list("callVolume", api -> api.prepareCallVolume(r -> {}));

        assertThat(days).extracting(DailyCalls::date).containsExactly(FIRST, FIRST.plusDays(1));
        assertThat(days).extracting(DailyCalls::count).containsExactly(45L, 52L);
    }

    @Test
    void latency() {
        Latency latency = object("latency", api -> api.prepareLatency(r -> {}));

        assertThat(latency.avgSttLatencyMs()).isEqualTo(120.5);
        assertThat(latency.avgLlmLatencyMs()).isEqualTo(450.2);
        assertThat(latency.avgTtsLatencyMs()).isEqualTo(85.3);
        assertThat(latency.avgTotalLatencyMs()).isEqualTo(655.0);
        assertThat(latency.dailyTrend()).singleElement().satisfies(day -> {
            assertThat(day.date()).isEqualTo(FIRST);
            assertThat(day.sttLatencyMs()).isEqualTo(115);
            assertThat(day.llmLatencyMs()).isEqualTo(440);
            assertThat(day.ttsLatencyMs()).isEqualTo(80);
            assertThat(day.totalLatencyMs()).isEqualTo(635);
        });
    }

    @Test
    void costOverview() {
        CostOverview costs = object("costOverview", api -> api.prepareCostOverview(r -> {}));

        assertThat(costs.totalSpend()).isEqualTo(new BigDecimal("125.50"));
        assertThat(costs.avgCostPerCall()).isEqualTo(new BigDecimal("0.10"));
        assertThat(costs.sttCostTotal()).isEqualTo(new BigDecimal("0.0"));
        assertThat(costs.llmCostTotal()).isZero();
        assertThat(costs.ttsCostTotal()).isZero();
    }

    @Test
    void costTrend() {
        assertThat(list("costTrend", api -> api.prepareCostTrend(r -> {})))
                .extracting(DailyCost::totalCost)
                .containsExactly(new BigDecimal("4.25"), new BigDecimal("5.10"));
    }

    @Test
    void costByAgent() {
        List<AgentCost> agents = list("costByAgent", api -> api.prepareCostByAgent(r -> {}));

        assertThat(agents).extracting(AgentCost::agentId).containsExactly("550e8400-...", "660e8400-...");
        assertThat(agents).extracting(AgentCost::agentName).containsExactly("Support Agent", "Sales Agent");
        assertThat(agents)
                .extracting(AgentCost::totalCost)
                .containsExactly(new BigDecimal("75.00"), new BigDecimal("50.50"));
    }

    @Test
    void durationDistribution() {
        List<DurationBucket> buckets = object("durationDistribution", api -> api.prepareDurationDistribution(r -> {}))
                .buckets();

        assertThat(buckets).extracting(DurationBucket::count).containsExactly(200L, 350L, 400L, 250L, 50L);
        assertThat(buckets.get(0).bucket().lower()).isEqualByComparingTo("0");
        assertThat(buckets.get(0).bucket().upper()).isEqualByComparingTo("30");
        assertThat(buckets.get(4).bucket().lower()).isEqualByComparingTo("300");
        assertThat(buckets.get(4).bucket().upper()).isNull();
        assertThat(buckets.get(4).bucket().text()).isEqualTo("300+");
    }

    @Test
    void latencyDistribution() {
        List<LatencyBucket> buckets = object("latencyDistribution", api -> api.prepareLatencyDistribution(r -> {}))
                .buckets();

        assertThat(buckets).extracting(LatencyBucket::count).containsExactly(100L, 500L, 400L, 150L, 50L);
        assertThat(buckets.get(3).bucket().lower()).isEqualByComparingTo("2000");
        assertThat(buckets.get(3).bucket().upper()).isEqualByComparingTo("3000");
    }

    @Test
    void conversationTurns() {
        ConversationTurns turns = object("conversationTurns", api -> api.prepareConversationTurns(r -> {}));

        assertThat(turns.avgTurns()).isEqualTo(8.5);
        assertThat(turns.dailyTrend()).extracting(DailyTurns::avgTurns).containsExactly(7.2, 9.1);
    }

    @Test
    void bargeIn() {
        BargeIn bargeIn = object("bargeIn", api -> api.prepareBargeIn(r -> {}));

        assertThat(bargeIn.bargeInRate()).isEqualTo(0.35);
        assertThat(bargeIn.dailyTrend()).extracting(DailyBargeIn::bargeInRate).containsExactly(0.32, 0.38);
    }

    @Test
    void providerErrors() {
        assertThat(list("providerErrors", api -> api.prepareProviderErrors(r -> {})))
                .singleElement()
                .satisfies(provider -> {
                    assertThat(provider.providerName()).isEqualTo("deepgram");
                    assertThat(provider.errorCount()).isEqualTo(3);
                    assertThat(provider.totalCalls()).isEqualTo(500);
                    assertThat(provider.errorRate()).isEqualTo(0.006);
                });
    }

    @Test
    void peakHours() {
        List<PeakHour> hours = list("peakHours", api -> api.preparePeakHours(r -> {}));

        assertThat(hours)
                .extracting(PeakHour::dayOfWeek)
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(hours).extracting(PeakHour::hour).containsExactly(9, 10, 14);
        assertThat(hours).extracting(PeakHour::count).containsExactly(25L, 42L, 38L);
    }

    @Test
    void outcomes() {
        List<OutcomeCount> outcomes = list("outcomes", api -> api.prepareOutcomes(r -> {}));

        assertThat(outcomes)
                .extracting(OutcomeCount::outcome)
                .containsExactly(Outcome.COMPLETED, Outcome.VOICEMAIL, Outcome.CALLER_HANGUP, Outcome.FAILED);
        assertThat(outcomes).extracting(OutcomeCount::count).containsExactly(800L, 150L, 100L, 50L);
    }

    @Test
    void agentComparison() {
        assertThat(list("agentComparison", api -> api.prepareAgentComparison(r -> {})))
                .singleElement()
                .satisfies(agent -> {
                    assertThat(agent.agentId()).isEqualTo("550e8400-...");
                    assertThat(agent.agentName()).isEqualTo("Support Agent");
                    assertThat(agent.totalCalls()).isEqualTo(500);
                    assertThat(agent.avgDuration()).isEqualTo(45.2);
                    assertThat(agent.completionRate()).isEqualTo(0.92);
                    assertThat(agent.avgSttLatencyMs()).isEqualTo(115);
                    assertThat(agent.avgLlmLatencyMs()).isEqualTo(420);
                    assertThat(agent.avgTtsLatencyMs()).isEqualTo(80);
                    assertThat(agent.avgTotalLatencyMs()).isEqualTo(615);
                    assertThat(agent.avgCost()).isEqualTo(new BigDecimal("0.12"));
                    assertThat(agent.bargeInRate()).isEqualTo(0.3);
                    assertThat(agent.avgTurns()).isEqualTo(8.5);
                    assertThat(agent.errorCount()).isEqualTo(5);
                });
    }

    @Test
    void sttEvents() {
        assertThat(list("sttEvents", api -> api.prepareSttEventsPage(r -> {})))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.id()).isEqualTo("...");
                    assertThat(event.callSid()).isEqualTo("CA1234567890abcdef");
                    assertThat(event.eventType()).isEqualTo(SttEventType.CONNECTION_OPENED);
                    assertThat(event.providerName()).isEqualTo("deepgram");
                    assertThat(event.model()).isEqualTo("nova-2");
                    assertThat(event.detail().get("language").asText()).isEqualTo("en");
                    assertThat(event.createdAt()).isEqualTo(Instant.parse("2026-03-01T14:30:00Z"));
                });
    }

    @Test
    void sttEventsSummary() {
        SttEventsSummary summary = object("sttEventsSummary", api -> api.prepareSttEventsSummary(r -> {}));

        assertThat(summary.totalEvents()).isEqualTo(2500);
        assertThat(summary.connectionsOpened()).isEqualTo(1200);
        assertThat(summary.connectionsClosed()).isEqualTo(1180);
        assertThat(summary.connectionsRejected()).isEqualTo(15);
        assertThat(summary.timeouts()).isEqualTo(5);
        assertThat(summary.errors()).isEqualTo(3);
        assertThat(summary.utteranceEndFallbacks()).isEqualTo(42);
        assertThat(summary.avgConnectionDurationS()).isEqualTo(35.2);
        assertThat(summary.rejectionRate()).isEqualTo(0.012);
        assertThat(summary.timeoutRate()).isEqualTo(0.004);
    }

    private <R extends JsonRecord> R object(String method, Function<AnalyticsApi, Invocation<R>> prepare) {
        return server.answer(
                SpecFile.sample("analytics." + method),
                client -> prepare.apply(client.analytics()),
                JsonRecord::toJson);
    }

    private <R extends JsonRecord> List<R> list(String method, Function<AnalyticsApi, Invocation<List<R>>> prepare) {
        return server.answer(
                SpecFile.sample("analytics." + method),
                client -> prepare.apply(client.analytics()),
                rows -> rows.stream().map(JsonRecord::toJson).collect(Collectors.joining(",", "[", "]")));
    }
}
