package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.samples.SpecFile;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests of the vendor's own curl lines, made through the client. */
final class VendorCallsTest {

    private static final Pattern URL = Pattern.compile("https://[^\"\\s]+");
    private static final Pattern BODY = Pattern.compile("-d '(.*)'", Pattern.DOTALL);
    private static final String AGENT = "agt_01HXK8Z3MNPQRS";
    private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
    private static final LocalDate TO = LocalDate.of(2025, 6, 30);

    private final VoisnapClient client =
            VoisnapClient.builder().apiKey("vsnp_sb_calls").build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void overview_byWeek() {
        assertSame(
                client.analytics()
                        .prepareOverview(r -> r.dateFrom(FROM).dateTo(TO).groupBy(GroupBy.WEEK)),
                "analytics.overview");
    }

    @Test
    void conversations_ofAnAgent() {
        assertSame(
                client.analytics()
                        .prepareConversations(
                                r -> r.agentId(AGENT).dateFrom(FROM).dateTo(TO)),
                "analytics.conversations");
    }

    @Test
    void costs_byDay() {
        assertSame(
                client.analytics().prepareCosts(r -> r.dateFrom(FROM).dateTo(TO).groupBy(GroupBy.DAY)),
                "analytics.costs");
    }

    @Test
    void sentiment_byWeek() {
        assertSame(
                client.analytics()
                        .prepareSentiment(r -> r.dateFrom(FROM).dateTo(TO).groupBy(GroupBy.WEEK)),
                "analytics.sentiment");
    }

    @Test
    void createReport_asCsv() {
        assertSame(
                client.reports()
                        .api()
                        .prepareCreate(r -> r.type("conversation_summary")
                                .dateFrom(FROM)
                                .dateTo(TO)
                                .agentIds(AGENT)
                                .format(ReportFormat.CSV)
                                .includeFields(
                                        "conversationId", "channel", "duration", "outcome", "cost", "sentiment")),
                "reports.create");
    }

    @Test
    void downloadReport() {
        assertSame(client.reports().api().prepareDownload(r -> r.reportId("rpt_01HXMN8ZABC")), "reports.download");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://api.voisnap.ai", "https://api.voisnap.ai/api/v1", "https://api.voisnap.ai/api/v1/"})
    void baseUrl_withOrWithoutVersion_isTheSame(String baseUrl) {
        try (VoisnapClient other =
                VoisnapClient.builder().apiKey("vsnp_sb_calls").baseUrl(baseUrl).build()) {
            assertThat(other.analytics().prepareOverview(r -> {}).url())
                    .hasToString("https://api.voisnap.ai/api/v1/analytics/overview");
        }
    }

    private static void assertSame(Invocation<?> made, String operation) {
        String curl = SpecFile.block(operation, "Call");
        Matcher url = URL.matcher(curl);
        assertThat(url.find()).isTrue();
        URI vendors = URI.create(url.group());
        assertThat(made.method()).isEqualTo(curl.contains("-X POST") ? "POST" : "GET");
        assertThat(made.url().getScheme()).isEqualTo("https");
        assertThat(made.url().getAuthority()).isEqualTo(vendors.getAuthority());
        assertThat(made.url().getRawPath()).isEqualTo(vendors.getRawPath());
        assertThat(made.query()).isEqualTo(query(vendors));
        assertThat(query(made.url())).isEqualTo(query(vendors));
        assertThat(made.headers()).containsEntry("Authorization", List.of("Bearer $API_KEY"));
        Matcher body = BODY.matcher(curl);
        if (body.find()) {
            assertThat(JsonValue.parse(made.body())).isEqualTo(JsonValue.parse(body.group(1)));
            assertThat(made.headers().get("Content-Type"))
                    .singleElement()
                    .asString()
                    .startsWith("application/json");
        } else {
            assertThat(made.body()).isNull();
        }
    }

    private static Map<String, String> query(URI url) {
        Map<String, String> query = new LinkedHashMap<>();
        if (url.getQuery() != null) {
            for (String pair : url.getQuery().split("&")) {
                query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        return query;
    }
}
