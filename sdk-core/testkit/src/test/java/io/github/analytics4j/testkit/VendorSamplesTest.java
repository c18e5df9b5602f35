package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox answers has the shape of the vendors' own samples. */
class VendorSamplesTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        ManualClock clock = new ManualClock(Instant.parse("2026-04-22T16:49:29Z"));
        sandbox = Sandbox.builder().seed(8).clock(clock).start();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "overview, granularity=week",
        "funnel, ''",
        "activity, 'type=lead.qualified,intent.high_value&limit=5'",
    })
    void synaptiq(String operation, String query) throws Exception {
        check("synaptiq-" + operation, sandbox.synaptiq(), "/analytics/" + operation + "?" + query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"previous_period", "previous_year"})
    void synaptiqComparison(String comparison) throws Exception {
        Json response = TestClient.json(sandbox.synaptiq(), "/analytics/overview?compareWith=" + comparison);

        Object sample = sample("synaptiq-comparison").get("comparison").value();
        assertThat(Shape.differences(sample, response.get("comparison").value()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "overview, groupBy=week",
        "conversations, ''",
        "costs, groupBy=day",
        "sentiment, groupBy=week",
        "intents, limit=5",
    })
    void voisnap(String operation, String query) throws Exception {
        check(
                "voisnap-" + operation,
                sandbox.voisnap(),
                "/api/v1/analytics/" + operation + "?dateFrom=2026-03-01&dateTo=2026-03-31&" + query);
    }

    @Test
    void voisnapReport() throws Exception {
        Json response =
                Json.of(TestClient.send(Voisnap.create(sandbox.voisnap())).body());

        assertThat(Shape.differences(sample("voisnap-reports").value(), response.value()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview",
                "call-volume",
                "latency",
                "cost-overview",
                "cost-trend",
                "cost-by-agent",
                "duration-distribution",
                "latency-distribution",
                "conversation-turns",
                "barge-in",
                "provider-errors",
                "peak-hours",
                "outcomes",
                "agent-comparison",
                "stt-events",
                "stt-events/summary"
            })
    void callops(String operation) throws Exception {
        check("callops-" + operation.replace('/', '-'), sandbox.callops(), "/analytics/" + operation);
    }

    @Test
    void synthflowAnalytics() throws Exception {
        check("synthflow-analytics", sandbox.synthflow(), "/analytics/");
    }

    @Test
    void synthflowCalls_haveEveryFieldOfThePage() throws Exception {
        Map<?, ?> sample = (Map<?, ?>) sample("synthflow-call").value();
        List<Json> calls = TestClient.json(
                        sandbox.synthflow(),
                        "/calls?limit=100&model_id=" + sandbox.synthflow().modelId())
                .get("response")
                .get("calls")
                .all();

        for (Json call : calls) {
            assertThat(Shape.differences(sample, call.value()))
                    .filteredOn(difference -> !difference.startsWith("$.duration"))
                    .isEmpty();
        }
    }

    @Test
    void shape_tellsWhatDiffers() {
        Map<String, Object> sample = Map.of("a", 1.0, "date", "2026-01-01", "rows", List.of(Map.of("b", "x")));

        assertThat(Shape.differences(sample, Map.of("a", "1", "date", "today", "rows", List.of(Map.of("c", "x")))))
                .containsExactlyInAnyOrder(
                        "$.a: 1 is not of the kind of 1.0",
                        "$.date: today has not the form of 2026-01-01",
                        "$.rows[0]: has [c], not [b]");
        assertThat(Shape.differences(sample, Map.of("a", 2.0))).containsExactly("$: has [a], not [a, date, rows]");
    }

    private static void check(String sample, VendorSandbox api, String path) throws Exception {
        Object response = TestClient.json(api, path).value();

        assertThat(Shape.differences(sample(sample).value(), response)).as(path).isEmpty();
    }

    private static Json sample(String name) throws Exception {
        try (InputStream in = VendorSamplesTest.class.getResourceAsStream("/samples/" + name + ".json")) {
            return Json.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
