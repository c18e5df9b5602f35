package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the admin API refuses, and that nothing of what it refuses has happened. */
@Timeout(60)
class AdminRefusalsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Sandbox sandbox =
            Sandbox.builder().clock(new ManualClock(START)).calls(300).admin().start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return TestClient.send(TestClient.request(sandbox.adminUrl() + path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> order() throws Exception {
        VoisnapSandbox voisnap = sandbox.voisnap();
        return TestClient.send(TestClient.request(voisnap.baseUrl() + "/api/v1/reports")
                .header("Authorization", "Bearer " + voisnap.apiKey())
                .POST(BodyPublishers.ofString("{\"type\":\"conversation_summary\",\"dateFrom\":\"2026-02-01\","
                        + "\"dateTo\":\"2026-02-02\",\"format\":\"csv\"}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"exportsPerHour\":0,\"readyAfterLooks\":3,\"bogus\":1}",
                "{\"exportsPerHour\":0,\"direct\":1}",
                "{\"exportsPerHour\":0,\"notReady\":\"nonsense\"}",
                "{\"exportsPerHour\":0,\"readyAfterSeconds\":-1}"
            })
    void reports_refusedBody_changesNothing(String body) throws Exception {
        assertThat(send("PATCH", "/reports", body).statusCode()).isEqualTo(400);

        assertThat(order().statusCode()).isEqualTo(202);
    }

    @Test
    void outage_refused_leavesTheOtherRules() throws Exception {
        sandbox.faults().onAny().times(1).show(Fault.status(503));

        assertThat(send("POST", "/outage", "{\"seconds\":5,\"faults\":[]}").statusCode())
                .isEqualTo(400);

        assertThat(sandbox.faults().rules()).hasSize(1);
    }

    @Test
    void call_refusedChange_leavesTheCallAsItWas() throws Exception {
        SynthflowSandbox api = sandbox.synthflow();
        String list = "/calls?limit=3&model_id=" + api.modelId();
        String before = TestClient.get(api, list).body();
        for (int i = 0; i < 3; i++) {
            assertThat(send("PATCH", "/calls/" + api.calls().id(i), "{\"status\":\"failed\",\"bogus\":1}")
                            .statusCode())
                    .isEqualTo(400);
        }

        assertThat(TestClient.get(api, list).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PATCH | /reports | {\"notReady\":\"NOPE\"} | body: notReady must be one of NOT_FOUND_404, CONFLICT_409, ACCEPTED_202, TOO_EARLY_425, STATUS_200, was NOPE",
                "PATCH | /reports | {\"readyAfterSeconds\":-1} | body: readyAfterSeconds must not be negative, was -1",
                "PATCH | /reports | {\"direct\":true,\"direct\":false} | the field direct is there twice; send it once",
                "POST | /faults | {\"faults\":[{\"fault\":\"status\",\"status\":503,\"status\":500}]} | the field status is there twice; send it once",
                "GET | /requests?limit=1&limit=2 | | limit: is there twice; send it once",
                "GET | /requests?method=get | | method: must be in capitals such as GET, was get",
                "POST | /faults | {\"method\":\"get\",\"faults\":[{\"fault\":\"status\",\"status\":503}]} | method: must be in capitals such as GET, was get",
                "POST | /faults | {\"faults\":[{\"fault\":\"redirect\",\"status\":302,\"location\":\"http://a b\"}]} | fault: location must be a URL",
                "POST | /calls | {\"durationSeconds\":-1} | body: durationSeconds must not be negative, was -1",
                "POST | /calls | {\"endsAt\":\"2026-03-01T11:00:00Z\"} | endsAt: a call cannot end before it starts; it starts at 2026-03-01T12:00:00Z and would end at 2026-03-01T11:00:00Z",
                "POST | /calls | {\"endsAt\":\"+1000000-01-01T00:00:00Z\"} | body: endsAt must be in the years 1970 to 8999, was +1000000-01-01T00:00:00Z",
                "POST | /calls | {\"withoutStart\":true,\"startedAt\":\"2026-03-01T11:00:00Z\"} | body: withoutStart and startedAt exclude each other; send one of them",
                "POST | /calls | {\"inProgress\":true,\"durationSeconds\":5} | body: inProgress and durationSeconds exclude each other; send one of them",
                "POST | /calls | {\"durationSeconds\":5,\"endsAt\":\"2026-03-01T13:00:00Z\"} | body: durationSeconds and endsAt exclude each other; send one of them",
                "POST | /rows/synthflow-calls | {\"position\":1,\"time\":\"2026-03-01T11:00:00Z\"} | body: position and time exclude each other; send one of them",
                "POST | /rows/synthflow-calls | {\"position\":-1} | position: must be within the log of 300 rows, was -1",
                "POST | /rows/synthflow-calls | {\"position\":301} | position: must be within the log of 300 rows, was 301",
                "DELETE | /rows/synthflow-calls?position=-1 | | position: must be within the log of 300 rows, was -1",
                "DELETE | /rows/synthflow-calls?position=300&count=1 | | position: must be within the log of 300 rows, was 300",
                "DELETE | /rows/synthflow-calls?position=299&count=2 | | position: must be within the log of 300 rows, was 299 and 2 rows from there",
                "POST | /faults | {\"faults\":[{\"fault\":\"status\",\"status\":503,\"headers\":{\"a b\":\"c\"}}]} | header: a name has letters, digits and signs such as -, and no blanks, was \"a b\"",
                "POST | /faults | {\"faults\":[{\"fault\":\"status\",\"status\":503,\"headers\":{\"\":\"c\"}}]} | header: a name has letters, digits and signs such as -, and no blanks, was \"\"",
                "POST | /faults | {\"faults\":[{\"fault\":\"status\",\"status\":503,\"headers\":{\"A\":\"b\\r\\nSet-Cookie: c\"}}]} | header: the value of A must have no line end nor another control character, was \"b??Set-Cookie: c\"",
                "POST | /faults | {\"faults\":[{\"fault\":\"status\",\"status\":503,\"headers\":{\"A\":null}}]} | fault: headers must be an object of names and values, which are texts",
                "POST | /faults | {\"faults\":[{\"fault\":\"status\",\"status\":503,\"body\":\"x\",\"contentType\":\"a\\nb\"}]} | body: the content type must have no line end nor another control character, was \"a?b\"",
            })
    void contradictionsAndWrongTexts_areRefused(String method, String path, String body, String error)
            throws Exception {
        HttpResponse<String> response = send(method, path, body == null ? "" : body);

        assertThat(response.body()).contains("error");
        assertThat(Json.of(response.body()).get("error").text()).isEqualTo(error);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(sandbox.faults().rules()).isEmpty();
        assertThat(sandbox.synthflow().calls().size()).isEqualTo(300);
        assertThat(sandbox.takeFailures()).isEmpty();
    }

    @Test
    void java_refusesTheSame() {
        assertThatThrownBy(() -> sandbox.voisnap().reports().readyAfter(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("readyAfter: must not be negative, was PT-1S");
        assertThatThrownBy(() -> sandbox.synthflow().calls().add(call -> call.duration(Duration.ofSeconds(-1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration: must not be negative, was PT-1S");
        assertThatThrownBy(() -> Fault.status(503).header("A", "b\nc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgottenReports_areListedNoLonger() throws Exception {
        assertThat(order().statusCode()).isEqualTo(202);
        assertThat(Json.of(send("GET", "/reports", "").body()).all()).hasSize(1);

        send("DELETE", "/reports", "");

        assertThat(Json.of(send("GET", "/reports", "").body()).all()).isEmpty();
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }

    /** Every body of the document: one that need not be there is done without, one that has to is refused without. */
    @Test
    void openApi_saysWhichBodiesAreRequired() throws Exception {
        String call = sandbox.synthflow().calls().id(0);
        map(Json.of(send("GET", "/openapi.json", "").body()).get("paths").value())
                .forEach((path, operations) -> map(operations).forEach((method, operation) -> {
                    if (!(operation instanceof Map<?, ?> described) || !described.containsKey("requestBody")) {
                        return;
                    }
                    boolean required = Boolean.TRUE.equals(
                            map(described.get("requestBody")).get("required"));
                    String target = path.toString()
                            .replace("{log}", "synthflow-calls")
                            .replace("{id}", call)
                            .replace("{api}", "callops");
                    assertThat(status(method.toString().toUpperCase(Locale.ROOT), target) == 400)
                            .as(method + " " + path)
                            .isEqualTo(required);
                }));
    }

    private int status(String method, String target) {
        try {
            return send(method, target, "").statusCode();
        } catch (Exception e) {
            throw new AssertionError(method + " " + target, e);
        }
    }

    @Test
    void openApi_leastValues_areTaken() throws Exception {
        String document = send("GET", "/openapi.json", "").body();
        Map<?, ?> rule = map(Json.of(document)
                .get("paths")
                .get("/faults")
                .get("post")
                .get("requestBody")
                .get("content")
                .get("application/json")
                .get("schema")
                .get("properties")
                .value());
        for (String name : List.of("skip", "times", "every")) {
            int least = ((Number) map(rule.get(name)).get("minimum")).intValue();
            for (int value = least - 1; value <= least; value++) {
                String body = "{\"" + name + "\":" + value + ",\"faults\":[{\"fault\":\"status\",\"status\":503}]}";
                assertThat(send("POST", "/faults", body).statusCode()).as(body).isEqualTo(value < least ? 400 : 201);
                sandbox.faults().clear();
            }
        }
        for (String list : List.of("/requests", "/rows/synthflow-calls")) {
            assertThat(send("GET", list + "?limit=0", "").statusCode()).isEqualTo(400);
            assertThat(send("GET", list + "?limit=1", "").statusCode()).isEqualTo(200);
        }
        assertThat(document.replaceAll("\\s", ""))
                .contains(
                        "\"name\":\"limit\",\"in\":\"query\",\"required\":false,\"schema\":{\"type\":\"integer\",\"minimum\":1,")
                .doesNotContain(
                        "\"name\":\"limit\",\"in\":\"query\",\"required\":false,\"schema\":{\"type\":\"integer\",\"minimum\":0");
    }

    @Test
    void otherMethod_isToldTheOnesThereAre() throws Exception {
        HttpResponse<String> admin = send("PUT", "/faults", "{}");
        assertThat(admin.statusCode()).isEqualTo(405);
        assertThat(admin.headers().firstValue("Allow")).contains("GET, HEAD, POST, DELETE, OPTIONS");
        SynaptiqSandbox api = sandbox.synaptiq();
        HttpResponse<String> vendor = TestClient.send(TestClient.request(api.baseUrl() + "/analytics/overview")
                .header("Authorization", "Bearer " + api.apiKey())
                .DELETE());
        assertThat(vendor.statusCode()).isEqualTo(405);
        assertThat(vendor.headers().firstValue("Allow")).contains("GET");
        assertThat(Json.of(vendor.body()).get("error").get("code").text()).isEqualTo("method_not_allowed");
    }
}
