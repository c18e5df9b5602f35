package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.analytics4j.samples.SampleServer;
import io.github.analytics4j.samples.SpecFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's samples, answered by a server, read by a strict client, and written again. */
final class SamplesTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 6, 30);

    private SampleServer<VoisnapClient> server;

    @BeforeEach
    void start() throws IOException {
        server = new SampleServer<>(
                "",
                url -> VoisnapClient.builder()
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
    void overview_sample_hasTotalsAndSteps() {
        Overview overview = server.answer(
                SpecFile.sample("analytics.overview"),
                client -> client.analytics().prepareOverview(r -> {}),
                Overview::toJson);

        assertPeriod(overview.period());
        assertThat(overview.groupBy()).isEqualTo(GroupBy.WEEK);
        OverviewTotals totals = overview.totals();
        assertThat(totals.conversations()).isEqualTo(5842);
        assertThat(totals.totalDurationSeconds()).isEqualTo(1_248_400);
        assertThat(totals.avgDurationSeconds()).isEqualTo(214);
        assertThat(totals.totalCostUsd()).isEqualTo(new BigDecimal("502.18"));
        assertThat(totals.avgCostUsdPerConversation()).isEqualTo(new BigDecimal("0.086"));
        assertThat(totals.transferRate()).isEqualTo(0.163);
        assertThat(totals.abandonmentRate()).isEqualTo(0.092);
        assertThat(totals.resolutionRate()).isEqualTo(0.745);
        assertThat(overview.series())
                .extracting(OverviewPoint::period)
                .containsExactly(FIRST, LocalDate.of(2025, 6, 8));
        assertThat(overview.series())
                .extracting(OverviewPoint::totalCostUsd)
                .containsExactly(new BigDecimal("107.33"), new BigDecimal("137.28"));
    }

    @Test
    void conversations_sample_keepsItsOpenCounts() {
        Conversations conversations = server.answer(
                SpecFile.sample("analytics.conversations"),
                client -> client.analytics().prepareConversations(r -> {}),
                Conversations::toJson);

        assertPeriod(conversations.period());
        assertThat(conversations.total()).isEqualTo(1482);
        assertThat(conversations.byStatus())
                .containsExactly(entry("completed", 1330L), entry("failed", 14L), entry("abandoned", 138L));
        assertThat(conversations.byChannel())
                .containsExactly(entry("phone", 1240L), entry("webrtc", 180L), entry("webchat", 62L));
        assertThat(conversations.byOutcome())
                .containsEntry("callback_scheduled", 64L)
                .hasSize(4);
        assertThat(conversations.byOutcome().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1482);
        DurationPercentiles durations = conversations.durationPercentiles();
        assertThat(durations.p50()).isEqualTo(187);
        assertThat(durations.p75()).isEqualTo(284);
        assertThat(durations.p90()).isEqualTo(412);
        assertThat(durations.p99()).isEqualTo(598);
        assertThat(conversations.avgSentimentScore()).isEqualTo(0.72);
    }

    @Test
    void costs_sample_addUpToTheCent() {
        Costs costs = server.answer(
                SpecFile.sample("analytics.costs"), client -> client.analytics().prepareCosts(r -> {}), Costs::toJson);

        assertPeriod(costs.period());
        assertThat(costs.totalUsd()).isEqualTo(new BigDecimal("502.18"));
        CostBreakdown parts = costs.breakdown();
        assertThat(parts.unexpected().isEmpty()).isTrue();
        assertThat(Stream.of(parts.llm(), parts.tts(), parts.stt(), parts.telephony())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(costs.totalUsd());
        assertThat(costs.byAgent()).singleElement().satisfies(agent -> {
            assertThat(agent.agentId()).isEqualTo("agt_01HXK8Z3MNPQRS");
            assertThat(agent.agentName()).isEqualTo("Aria – Support Agent");
            assertThat(agent.totalUsd()).isEqualTo(new BigDecimal("127.43"));
            assertThat(agent.conversations()).isEqualTo(1482);
        });
        assertThat(costs.series()).extracting(CostPoint::conversations).containsExactly(198L, 167L);
    }

    @Test
    void sentiment_sample_hasShares() {
        Sentiment sentiment = server.answer(
                SpecFile.sample("analytics.sentiment"),
                client -> client.analytics().prepareSentiment(r -> {}),
                Sentiment::toJson);

        assertPeriod(sentiment.period());
        assertThat(sentiment.avgScore()).isEqualTo(0.72);
        assertThat(sentiment.distribution().positive()).isEqualTo(0.62);
        assertThat(sentiment.distribution().neutral()).isEqualTo(0.25);
        assertThat(sentiment.distribution().negative()).isEqualTo(0.13);
        assertThat(sentiment.series()).extracting(SentimentPoint::avgScore).containsExactly(0.74, 0.71);
        assertThat(sentiment.series()).extracting(SentimentPoint::negative).containsExactly(0.12, 0.13);
    }

    @Test
    void intents_sample_hasShares() {
        Intents intents = server.answer(
                SpecFile.sample("analytics.intents"),
                client -> client.analytics().prepareIntents(r -> r.limit(5)),
                Intents::toJson);

        assertPeriod(intents.period());
        assertThat(intents.intents())
                .extracting(IntentCount::intent)
                .containsExactly(
                        "billing_inquiry", "account_support", "product_question", "cancellation_request", "other");
        assertThat(intents.intents()).extracting(IntentCount::count).containsExactly(482L, 298L, 241L, 87L, 374L);
        assertThat(intents.intents().get(0).percentage()).isEqualTo(0.325);
    }

    @Test
    void create_sample_hasAnIdAndAnEstimate() {
        CreatedReport report = server.answer(
                SpecFile.sample("reports.create"),
                client -> client.reports().api().prepareCreate(r -> r.type("conversation_summary")),
                CreatedReport::toJson);

        assertThat(report.reportId()).isEqualTo("rpt_01HXMN8ZABC");
        assertThat(report.status()).isEqualTo(ReportStatus.GENERATING);
        assertThat(report.estimatedSeconds()).isEqualTo(12);
    }

    private static void assertPeriod(ReportingPeriod period) {
        assertThat(period.from()).isEqualTo(FIRST);
        assertThat(period.to()).isEqualTo(LAST);
    }
}
