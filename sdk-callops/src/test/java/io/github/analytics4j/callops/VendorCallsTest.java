package io.github.analytics4j.callops;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.samples.SpecFile;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The vendor's own example of a request, made through the client; and the filters the vendor's page treats apart. */
final class VendorCallsTest {

    private static final String BASE = "https://callops.example/api/v1";
    private static final Instant FROM = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-02-28T23:59:59Z");

    private final CallOpsClient client =
            CallOpsClient.builder().baseUrl(BASE).apiKey("voc_calls").build();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void overview_ofAMonthAndAgent() {
        String call = SpecFile.block("analytics.overview", "Call").strip();
        URI vendors = URI.create(BASE + call.substring("GET ".length()));

        Invocation<Overview> made = client.analytics()
                .prepareOverview(r -> r.startDate(FROM).endDate(TO).agentId("550e8400-..."));

        assertThat(call).startsWith("GET /analytics/overview?");
        assertThat(made.method()).isEqualTo("GET");
        assertThat(made.body()).isNull();
        assertThat(made.url().getRawPath()).isEqualTo(vendors.getRawPath());
        assertThat(made.query()).isEqualTo(query(vendors));
        assertThat(query(made.url())).isEqualTo(query(vendors));
        assertThat(made.headers())
                .containsEntry("X-API-Key", List.of("$API_KEY"))
                .doesNotContainKey("Authorization");
    }

    @Test
    void agentComparison_sendsAgentIdsTogether() {
        Invocation<List<AgentComparison>> made =
                client.analytics().prepareAgentComparison(r -> r.agentIds("550e8400-...", "660e8400-..."));

        assertThat(made.query()).isEqualTo(Map.of("agent_ids", "550e8400-...,660e8400-..."));
    }

    @Test
    void sttEvents_sendsItsOwnFilters() {
        Invocation<List<SttEvent>> made = client.analytics()
                .prepareSttEventsPage(
                        r -> r.callSid("CA1").eventType(SttEventType.TIMEOUT).pageSize(500));

        assertThat(made.url()).hasToString(BASE + "/analytics/stt-events?call_sid=CA1&event_type=timeout&limit=500");
    }

    private static Map<String, String> query(URI url) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : url.getQuery().split("&")) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return query;
    }
}
