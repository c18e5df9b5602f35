package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.TestClient.Json;
import io.github.analytics4j.testkit.control.Admin;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program in any language can do to a sandbox: the same as a test in Java. */
@Timeout(60)
class AdminTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Sandbox sandbox = start();
    private final SynthflowSandbox api = sandbox.synthflow();
    private final String list = "/calls?limit=5&model_id=" + api.modelId();

    private static Sandbox start() {
        return Sandbox.builder()
                .clock(new ManualClock(START))
                .calls(300)
                .admin()
                .start();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(sandbox, method, path, body);
    }

    private static HttpResponse<String> send(Sandbox sandbox, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = TestClient.request(sandbox.adminUrl() + path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return TestClient.send(request);
    }

    private Json ask(String path) throws Exception {
        HttpResponse<String> response = send("GET", path, "");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.of(response.body());
    }

    private HttpResponse<String> done(String method, String path, String body) throws Exception {
        HttpResponse<String> response = send(method, path, body);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 204);
        return response;
    }

    @Test
    void openApi_describesEveryOperation_andNoOther() throws Exception {
        Json document = ask("/openapi.json");
        TreeSet<String> described = new TreeSet<>();
        ((Map<?, ?>) document.get("paths").value())
                .forEach((path, operations) -> ((Map<?, ?>) operations)
                        .keySet().stream()
                                .filter(name -> !name.equals("parameters"))
                                .forEach(method ->
                                        described.add(method.toString().toUpperCase(Locale.ROOT) + " "
                                                + path.toString().replaceAll("\\{\\w+}", "*"))));

        assertThat(document.get("openapi").text()).isEqualTo("3.1.0");
        assertThat(new Admin(sandbox, request -> "", request -> List.of()).operations())
                .isEqualTo(described);
    }

    @Test
    void health_andWhereEverythingIs() throws Exception {
        assertThat(ask("/health").get("status").text()).isEqualTo("ok");
        Json described = ask("/sandbox");
        assertThat(described.get("apis").get("synthflow").get("baseUrl").text())
                .isEqualTo(api.baseUrl().toString());
        assertThat(described.get("apis").get("voisnap").get("apiKey").text())
                .isEqualTo(sandbox.voisnap().apiKey());
        assertThat(described.get("modelIds").get(0).text()).isEqualTo(api.modelId());
        assertThat(sandbox.requests().count())
                .as("requests of the admin API are none of the sandbox")
                .isZero();
    }

    /** The same done in Java and over HTTP, to two sandboxes of one seed. */
    private void same(Consumer<Sandbox> inJava, String method, String path, String body) throws Exception {
        try (Sandbox other = start()) {
            inJava.accept(other);
            done(method, path, body);
            for (int i = 0; i < 4; i++) {
                assertThat(answers(sandbox)).isEqualTo(answers(other));
            }
            assertThat(sandbox.faults().shown()).isEqualTo(other.faults().shown());
        }
    }

    private static List<String> answers(Sandbox sandbox) throws Exception {
        SynthflowSandbox api = sandbox.synthflow();
        HttpResponse<String> calls = TestClient.get(api, "/calls?limit=5&model_id=" + api.modelId());
        HttpResponse<String> overview = TestClient.get(sandbox.synaptiq(), "/analytics/overview");
        HttpResponse<String> events = TestClient.get(sandbox.callops(), "/analytics/stt-events?limit=5");
        HttpResponse<String> feed = TestClient.get(sandbox.synaptiq(), "/analytics/activity?limit=5");
        return List.of(
                calls.statusCode() + " " + calls.body(),
                overview.statusCode() + " " + overview.body()
                        + overview.headers().map(),
                events.statusCode() + " " + events.body(),
                feed.statusCode() + " " + feed.body());
    }

    @Test
    void whatJavaDoes_theAdminApiDoes() throws Exception {
        same(
                it -> it.faults()
                        .on("/v2/calls")
                        .skip(1)
                        .times(2)
                        .show(Fault.status(503).header("X-A", "b")),
                "POST",
                "/faults",
                "{\"path\":\"/v2/calls\",\"skip\":1,\"times\":2,"
                        + "\"faults\":[{\"fault\":\"status\",\"status\":503,\"headers\":{\"X-A\":\"b\"}}]}");
    }

    @Test
    void whatJavaDoes_theAdminApiDoes_edits() throws Exception {
        same(
                it -> it.synthflow()
                        .faults()
                        .on("/v2/calls")
                        .every(2)
                        .show(Fault.editJson("response.calls[*].mood", List.of(1, 2.50))
                                .then(Fault.editJson("response.calls[0].call_status", null))
                                .then(Fault.removeJson("response.pagination"))),
                "POST",
                "/faults",
                "{\"api\":\"synthflow\",\"path\":\"/v2/calls\",\"every\":2,\"faults\":[{\"fault\":\"editJson\","
                        + "\"path\":\"response.calls[*].mood\",\"value\":[1,2.5],\"then\":{\"fault\":\"editJson\","
                        + "\"path\":\"response.calls[0].call_status\",\"value\":null,\"then\":{\"fault\":\"removeJson\","
                        + "\"path\":\"response.pagination\"}}}]}");
    }

    @Test
    void whatJavaDoes_theAdminApiDoes_chanceAndOutage() throws Exception {
        same(
                it -> it.faults().onAny().method("GET").chance(0.5).show(Fault.vendorError(429), Fault.html(502)),
                "POST",
                "/faults",
                "{\"method\":\"GET\",\"chance\":0.5,\"faults\":[{\"fault\":\"vendorError\",\"status\":429},"
                        + "{\"fault\":\"html\",\"status\":502}]}");
        done("DELETE", "/faults", "");
        assertThat(sandbox.faults().rules()).isEmpty();
        HttpResponse<String> outage = done("POST", "/outage", "{\"seconds\":30}");
        assertThat(TestClient.get(api, list).statusCode()).isEqualTo(503);
        done("POST", "/clock/advance", "{\"seconds\":30}");
        assertThat(TestClient.get(api, list).statusCode()).isEqualTo(200);
        assertThat(Json.of(send("GET", outage.headers().firstValue("Location").orElseThrow(), "")
                                .body())
                        .get("shown")
                        .number())
                .isEqualTo(1);
    }

    @Test
    void whatJavaDoes_theAdminApiDoes_rows() throws Exception {
        same(it -> it.synthflow().calls().insertFirst(3), "POST", "/rows/synthflow-calls", "{\"count\":3}");
        done("POST", "/reset", "");
        same(it -> it.synthflow().calls().insert(2, 1), "POST", "/rows/synthflow-calls", "{\"position\":2}");
        done("POST", "/reset", "");
        same(
                it -> it.synaptiq().activity().insertAt(START.minusSeconds(60), 2),
                "POST",
                "/rows/synaptiq-activity",
                "{\"count\":2,\"time\":\"2026-03-01T11:59:00Z\"}");
        done("POST", "/reset", "");
        same(it -> it.callops().sttEvents().delete(1, 3), "DELETE", "/rows/callops-stt-events?position=1&count=3", "");
        assertThat(ask("/rows/callops-stt-events?limit=2&offset=1").get("ids").value())
                .isEqualTo(sandbox.callops().sttEvents().ids().skip(1).limit(2).toList());
    }

    @Test
    void whatJavaDoes_theAdminApiDoes_callsOfOnesOwn() throws Exception {
        same(
                it -> it.synthflow()
                        .calls()
                        .add(call -> call.startedAt(START.minusSeconds(3_600))
                                .duration(Duration.ofSeconds(95))
                                .status("failed")
                                .endCallReason("voicemail")
                                .typeOfCall("inbound")
                                .leadPhoneNumber("+4930123456")
                                .field("labels", List.of("odd"))
                                .field("mood", null)),
                "POST",
                "/calls",
                "{\"startedAt\":\"2026-03-01T11:00:00Z\",\"durationSeconds\":95,\"status\":\"failed\","
                        + "\"endCallReason\":\"voicemail\",\"typeOfCall\":\"inbound\","
                        + "\"leadPhoneNumber\":\"+4930123456\",\"fields\":{\"labels\":[\"odd\"],\"mood\":null}}");
        String id = Json.of(done("POST", "/calls", "{\"inProgress\":true}").body())
                .get("id")
                .text();
        assertThat(api.calls().id(0)).isEqualTo(id);
        done("PATCH", "/calls/" + id, "{\"endsAt\":\"2026-03-01T12:00:00Z\",\"status\":\"completed\"}");
        Json first = TestClient.json(api, list).get("response").get("calls").get(0);
        assertThat(first.get("call_id").text()).isEqualTo(id);
        assertThat(first.get("call_status").text()).isEqualTo("completed");
        done("DELETE", "/calls/" + id, "");
        assertThat(api.calls().id(0)).isNotEqualTo(id);
        for (String method : List.of("PATCH", "DELETE")) {
            HttpResponse<String> gone = send(method, "/calls/" + id, "{}");
            assertThat(gone.statusCode()).isEqualTo(404);
            assertThat(Json.of(gone.body()).get("error").text()).isEqualTo("There is no such call.");
        }
        HttpResponse<String> typo = send("POST", "/calls", "{\"staus\":\"failed\"}");
        assertThat(typo.statusCode()).isEqualTo(400);
        assertThat(Json.of(typo.body()).get("error").text()).startsWith("body: there is no field staus; known are ");
    }

    @Test
    void whatJavaDoes_theAdminApiDoes_clockKeysLimitsLatency() throws Exception {
        same(it -> it.advance(Duration.ofHours(-30)), "PUT", "/clock", "{\"now\":\"2026-02-28T06:00:00Z\"}");
        assertThat(ask("/clock").get("now").text()).isEqualTo("2026-02-28T06:00:00Z");
        done("POST", "/reset", "");
        same(
                it -> it.synaptiq().rateLimit(5, Duration.ofMinutes(1)),
                "PUT",
                "/limits/synaptiq",
                "{\"requests\":5,\"windowSeconds\":60}");
        done("DELETE", "/limits/synaptiq", "");
        assertThat(TestClient.get(sandbox.synaptiq(), "/analytics/overview").statusCode())
                .isEqualTo(200);
        String old = api.apiKey();
        done("PUT", "/keys/synthflow", "{\"apiKey\":\"another\"}");
        assertThat(api.apiKey()).isEqualTo("another");
        done("PUT", "/latency", "{\"millis\":1.5}");
        done("POST", "/reset", "");
        assertThat(api.apiKey()).isEqualTo(old);
        assertThat(ask("/clock").get("now").text()).isEqualTo(START.toString());
    }

    @Test
    void reports_areSteered() throws Exception {
        done(
                "PATCH",
                "/reports",
                "{\"readyAfterSeconds\":20,\"notReady\":\"TOO_EARLY_425\",\"estimatedSeconds\":9,"
                        + "\"readyAfterLooks\":1,\"exportsPerHour\":50,\"direct\":true}");
        VoisnapSandbox voisnap = sandbox.voisnap();
        String order = "{\"type\":\"conversation_summary\",\"dateFrom\":\"2026-02-01\",\"dateTo\":\"2026-02-02\","
                + "\"format\":\"csv\"}";
        HttpResponse<String> ordered = TestClient.send(TestClient.request(voisnap.baseUrl() + "/api/v1/reports")
                .header("Authorization", "Bearer " + voisnap.apiKey())
                .POST(BodyPublishers.ofString(order)));
        assertThat(Json.of(ordered.body()).get("estimatedSeconds").number()).isEqualTo(9);
        String id = Json.of(ordered.body()).get("reportId").text();
        String download = "/api/v1/reports/" + id + "/download";

        assertThat(TestClient.get(voisnap, download).statusCode()).isEqualTo(425);
        done("POST", "/clock/advance", "{\"seconds\":20}");
        assertThat(TestClient.get(voisnap, download).statusCode()).isEqualTo(425);
        assertThat(TestClient.get(voisnap, download).statusCode()).isEqualTo(200);
        Json listed = ask("/reports").get(0);
        assertThat(listed.get("reportId").text()).isEqualTo(id);
        assertThat(listed.get("request").get("format").text()).isEqualTo("csv");
        done("DELETE", "/reports", "");
        assertThat(TestClient.get(voisnap, download).statusCode()).isEqualTo(410);
        done("POST", "/links/expire", "");
    }

    @Test
    void requests_areListed_withoutASecret() throws Exception {
        TestClient.send(TestClient.request(api.baseUrl() + list + "&api_key=" + api.apiKey())
                .header("Authorization", "Bearer " + api.apiKey())
                .header("X-API-Key", "of-somebody")
                .header("Cookie", "session=of-somebody")
                .header("X-Plain", "plain " + sandbox.callops().apiKey())
                .method("POST", BodyPublishers.ofString("{\"key\":\"" + api.apiKey() + "\"}")));
        TestClient.get(sandbox.callops(), "/analytics/overview");

        HttpResponse<String> listed = send("GET", "/requests", "");
        assertThat(listed.body())
                .doesNotContain(api.apiKey(), sandbox.callops().apiKey(), "of-somebody")
                .contains("X-Plain: plain ***", "limit=5");
        assertThat(Json.of(listed.body()).get("count").number()).isEqualTo(2);
        Json one = ask("/requests?api=synthflow&method=POST&path=/v2/calls&limit=1")
                .get("requests")
                .get(0);
        assertThat(one.get("number").number()).isEqualTo(1);
        assertThat(one.get("target").text()).endsWith("&api_key=***");
        assertThat(one.get("body").text()).isEqualTo("{\"key\":\"***\"}");
        done("DELETE", "/requests", "");
        assertThat(ask("/requests").get("count").number()).isZero();
        assertThat(api.requests().count()).isZero();
    }

    @Test
    void requests_areAwaited() throws Exception {
        CompletableFuture<HttpResponse<String>> waiting = TestClient.HTTP.sendAsync(
                TestClient.request(sandbox.adminUrl() + "/requests?api=callops&await=1&timeoutSeconds=20")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        TestClient.get(sandbox.callops(), "/analytics/overview");

        assertThat(waiting.get().statusCode()).isEqualTo(200);
        HttpResponse<String> tooFew = send("GET", "/requests?await=2&timeoutSeconds=0", "");
        assertThat(tooFew.statusCode()).isEqualTo(408);
        assertThat(Json.of(tooFew.body()).get("error").text())
                .startsWith("expected 2 requests within PT0S, but 1 arrived");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | /nowhere | | 404 | Not Found",
                "PUT | /health | | 405 | Method Not Allowed",
                "POST | /faults | {\"faults\":[{\"fault\":\"nonsense\"}]} | 400 | fault: there is no fault called nonsense; /openapi.json lists them all",
                "POST | /faults | {\"faults\":[{\"fault\":\"status\",\"status\":503}],\"tims\":2} | 400 | body: there is no field tims; known are api, chance, every, faults, lastingSeconds, method, path, skip, times",
                "POST | /faults | {\"faults\":[{\"fault\":\"status\",\"status\":503,\"sttus\":1}]} | 400 | fault: there is no field sttus; known are afterMillis, body, fault, headers, status, then",
                "POST | /faults | {\"faults\":[]} | 400 | show: name at least one fault",
                "POST | /faults | {\"faults\":7} | 400 | body: faults must be a list",
                "POST | /faults | {\"path\":\"/calls\",\"faults\":[]} | 400 | on: no request can have a path that starts with /calls; with the base path it is /v2/calls",
                "POST | /faults | {\"chance\":7,\"faults\":[]} | 400 | chance: must be above 0 and at most 1, was 7.0",
                "POST | /faults | {\"faults\":[{\"fault\":\"editJson\",\"path\":\"a\"}]} | 400 | fault: value is missing; null is a value too",
                "POST | /faults | {\"faults\" | 400 | this is not JSON: at character 9 stands the end, expected ':'",
                "POST | /faults | [1] | 400 | body: must be a JSON object",
                "POST | /outage | {} | 400 | body: seconds must be a number",
                "GET | /faults/1 | | 404 | There is no such rule.",
                "DELETE | /faults/x | | 404 | There is no such rule.",
                "PUT | /clock | {\"now\":\"soon\"} | 400 | body: now must be a time such as 2026-03-01T00:00:00Z",
                "PUT | /latency | {\"millis\":-1} | 400 | latency: must not be negative, was PT-0.001S",
                "PUT | /keys/nobody | {\"apiKey\":\"x\"} | 404 | There are synthflow, synaptiq, voisnap and callops, no nobody.",
                "PUT | /keys/synaptiq | {\"apiKey\":\"a b\"} | 400 | rotateKey: a key has letters, digits and signs of ASCII, at least one, and no blanks",
                "POST | /rows/synthflow-calls | {\"count\":-3} | 400 | body: count must be 0 to 2147483647, was -3",
                "POST | /rows/other | {} | 404 | There are synthflow-calls, synaptiq-activity, voisnap-conversations and callops-stt-events, no other.",
                "GET | /requests?limt=3 | | 400 | limt: Unknown parameter",
                "PATCH | /reports | {\"readyAfterLooks\":1.5} | 400 | body: readyAfterLooks must be a whole number",
            })
    void mistakes_areToldInOneSentence(String method, String path, String body, int status, String error)
            throws Exception {
        HttpResponse<String> response = send(method, path, body == null ? "" : body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(Json.of(response.body()).get("error").text()).isEqualTo(error);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(sandbox.faults().rules()).isEmpty();
        assertThat(sandbox.takeFailures()).isEmpty();
    }

    @Test
    void browser_mayAsk_theAdminApiAndTheApis() throws Exception {
        for (String url : List.of(
                sandbox.adminUrl() + "/faults",
                api.baseUrl() + "/calls",
                sandbox.storage().origin() + "/reports/x")) {
            HttpResponse<String> preflight = TestClient.send(TestClient.request(url)
                    .header("Origin", "http://localhost:3000")
                    .header("Access-Control-Request-Method", "PUT")
                    .header("Access-Control-Request-Headers", "authorization, content-type")
                    .method("OPTIONS", BodyPublishers.noBody()));
            assertThat(preflight.statusCode()).isEqualTo(204);
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                    .contains("authorization, content-type");
            assertThat(preflight
                            .headers()
                            .firstValue("Access-Control-Allow-Methods")
                            .orElseThrow())
                    .contains("PUT", "PATCH", "DELETE");
        }
        HttpResponse<String> answer = TestClient.send(TestClient.request(api.baseUrl() + list)
                .header("Authorization", "Bearer " + api.apiKey())
                .header("Origin", "https://app.example"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers")).contains("*");
        assertThat(TestClient.get(api, list).headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        String link = sandbox.storage().link("x").toString();
        assertThat(TestClient.send(TestClient.request(link)
                                .header("Origin", "http://localhost:3000")
                                .header("Sec-Fetch-Mode", "cors"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void headAndOptions_ofTheAdminApi() throws Exception {
        HttpResponse<String> head = send("HEAD", "/openapi.json", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length").orElse(0)).isGreaterThan(1_000);
        HttpResponse<String> options = send("OPTIONS", "/faults", "");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow")).contains("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
    }

    @Test
    void withoutAdmin_thereIsNone() {
        try (Sandbox without = Sandbox.start()) {
            assertThatThrownBy(without::adminUrl)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("start the sandbox with Sandbox.builder().admin() for an admin API");
        }
    }
}
