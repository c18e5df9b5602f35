package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.samples.SampleServer;
import io.github.analytics4j.samples.SpecFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's samples, answered by a server, read by a strict client, and written again. */
final class SamplesTest {

    private SampleServer<SynaptiqClient> server;

    @BeforeEach
    void start() throws IOException {
        server = new SampleServer<>(
                "/api/v1",
                url -> SynaptiqClient.builder()
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
    void overview_sample_hasEveryFigure() {
        Overview overview = overview(SpecFile.sample("analytics.overview"));

        assertThat(overview.period().startDate()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(overview.period().endDate()).isEqualTo(LocalDate.of(2026, 3, 31));
        Summary summary = overview.summary();
        assertThat(summary.totalConversations()).isEqualTo(3847);
        assertThat(summary.totalLeads()).isEqualTo(612);
        assertThat(summary.qualifiedLeads()).isEqualTo(289);
        assertThat(summary.conversionRate()).isEqualTo(0.0751);
        assertThat(summary.avgLeadScore()).isEqualTo(54.3);
        assertThat(summary.avgResponseTime()).isEqualTo(1.2);
        assertThat(summary.avgMessagesPerConversation()).isEqualTo(8.4);
        assertThat(summary.handoffRate()).isEqualTo(0.12);
        assertThat(overview.comparison()).isNull();
        assertThat(overview.timeSeries())
                .extracting(TimeSeriesPoint::conversations)
                .containsExactly(892L, 1021L, 978L, 956L);
    }

    @Test
    void overview_money_keepsItsCents() {
        Overview overview = overview(SpecFile.sample("analytics.overview"));

        assertThat(overview.summary().totalRevenuePipeline()).isEqualTo(new BigDecimal("847500.00"));
        assertThat(overview.toJson()).contains("\"totalRevenuePipeline\":847500.00");
    }

    @Test
    void overview_periodOfAStep_isTwoDates() {
        TimeSeriesPoint last =
                overview(SpecFile.sample("analytics.overview")).timeSeries().get(3);

        assertThat(last.period().text()).isEqualTo("2026-03-22/2026-03-31");
        assertThat(last.period().start()).isEqualTo(LocalDate.of(2026, 3, 22));
        assertThat(last.period().end()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void overview_comparison_hasValuesAndChanges() {
        String part = SpecFile.block("analytics.overview", "Sample part: the comparison")
                .strip();
        String comparison = part.substring(1, part.length() - 1);
        Comparison compared = overview(
                        SpecFile.sample("analytics.overview").replace("\"comparison\": null", comparison))
                .comparison();

        assertThat(compared).isNotNull();
        assertThat(compared.period().startDate()).isEqualTo(LocalDate.of(2026, 1, 30));
        assertThat(compared.totalConversations().value()).isEqualTo(3102);
        assertThat(compared.totalConversations().change()).isEqualTo(0.24);
        assertThat(compared.conversionRate().value()).isEqualTo(0.0712);
        assertThat(compared.conversionRate().change()).isEqualTo(0.055);
        assertThat(compared.totalRevenuePipeline()).isNull();
    }

    @Test
    void funnel_sample_endsWithNull() {
        Funnel funnel = server.answer(
                SpecFile.sample("analytics.funnel"),
                client -> client.analytics().prepareFunnel(r -> {}),
                Funnel::toJson);

        assertThat(funnel.stages())
                .extracting(FunnelStage::count)
                .containsExactly(18420L, 3847L, 612L, 289L, 100L, 62L);
        assertThat(funnel.stages().get(4).conversionToNext()).isEqualTo(0.62);
        assertThat(funnel.stages().get(5).conversionToNext()).isNull();
        assertThat(funnel.overallConversion()).isEqualTo(0.00337);
        assertThat(funnel.topDropoffStage()).isEqualTo("Visitors -> Engaged (Started Chat)");
    }

    @Test
    void activity_sample_hasTypedEventsAndFreeMetadata() {
        ActivityPage page = server.answer(
                SpecFile.sample("analytics.activity"),
                client -> client.analytics().prepareActivityPage(r -> r.pageSize(5)),
                ActivityPage::toJson);

        assertThat(page.data())
                .extracting(ActivityEvent::type)
                .isEqualTo(List.of(ActivityType.INTENT_HIGH_VALUE, ActivityType.LEAD_QUALIFIED));
        ActivityEvent second = page.data().get(1);
        assertThat(second.occurredAt()).isEqualTo(Instant.parse("2026-04-05T10:48:00Z"));
        JsonValue metadata = second.metadata();
        assertThat(metadata).isNotNull();
        assertThat(metadata.get("newStatus").asText()).isEqualTo("qualified");
        assertThat(metadata.get("scoreChange").get("to").asLong()).isEqualTo(64);
        assertThat(page.data().get(0).metadata().get("confidence").asDecimal()).isEqualByComparingTo("0.94");
        assertThat(page.pagination().total()).isEqualTo(23);
        assertThat(page.pagination().totalPages()).isEqualTo(5);
        assertThat(page.pagination().hasMore()).isTrue();
    }

    private Overview overview(String json) {
        return server.answer(json, client -> client.analytics().prepareOverview(r -> {}), Overview::toJson);
    }
}
