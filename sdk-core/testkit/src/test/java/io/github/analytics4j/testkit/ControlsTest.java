package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test can do to a running sandbox, beside its faults. */
@Timeout(60)
class ControlsTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final ManualClock clock = new ManualClock(START);
    private final Sandbox sandbox = Sandbox.builder().clock(clock).calls(300).start();
    private final SynthflowSandbox api = sandbox.synthflow();
    private final String list = "/calls?limit=5&model_id=" + api.modelId();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Json call(int index) throws Exception {
        return TestClient.json(api, list).get("response").get("calls").get(index);
    }

    @Test
    void editJson_changesOneValue_andOnlyThat() throws Exception {
        String before = TestClient.get(api, list).body();
        String status = Json.of(before)
                .get("response")
                .get("calls")
                .get(1)
                .get("call_status")
                .text();
        sandbox.faults().on("/v2/calls").times(1).show(Fault.editJson("response.calls[1].call_status", "paused"));

        String after = TestClient.get(api, list).body();

        String id = Json.of(before)
                .get("response")
                .get("calls")
                .get(1)
                .get("call_id")
                .text();
        int at = before.indexOf("\"call_status\":\"" + status, before.indexOf(id));
        assertThat(after)
                .isEqualTo(before.substring(0, at) + "\"call_status\":\"paused"
                        + before.substring(at + "\"call_status\":\"".length() + status.length()));
        assertThat(TestClient.get(api, list).body()).isEqualTo(before);
    }

    @Test
    void editJson_newField_null_list_everyElement() throws Exception {
        sandbox.faults()
                .on("/v2/calls")
                .show(Fault.editJson(
                                "response.calls[*].mood", Map.of("name", "fine", "marks", Arrays.asList(1, null, 2.5)))
                        .then(Fault.editJson("$.response.calls[0].call_status", null))
                        .then(Fault.removeJson("response.calls[1].call_id"))
                        .then(Fault.removeJson("response.calls[4]"))
                        .then(Fault.changeJson("response.pagination.limit", limit -> limit + "!")));

        Json response = TestClient.json(api, list).get("response");

        assertThat(response.get("calls").all())
                .hasSize(4)
                .allSatisfy(call ->
                        assertThat(call.get("mood").get("marks").value()).isEqualTo(Arrays.asList(1.0, null, 2.5)));
        assertThat(call(0).get("call_status").isNull()).isTrue();
        assertThat(call(1).has("call_id")).isFalse();
        assertThat(response.get("pagination").get("limit").text()).isEqualTo("5!");
    }

    @Test
    void editJson_whatIsNotThere_passesUnharmed() throws Exception {
        String before = TestClient.get(api, list).body();
        sandbox.faults()
                .onAny()
                .show(Fault.editJson("response.calls[77].call_status", 1)
                        .then(Fault.editJson("no.such.thing", 1))
                        .then(Fault.editJson("response.calls.name", 1)));

        assertThat(TestClient.get(api, list).body()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..b", "a[", "a[x]", "a]", "a.[b", "."})
    void editJson_pathThatCannotBeRead_isRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.editJson(path, 1))
                .withMessageStartingWith("path: \"" + path + "\" cannot be read from ");
    }

    @ParameterizedTest
    @CsvSource({
        "synthflow, 429, application/json, '\"description\":\"Too many requests. Try again later.\"'",
        "synthflow, 503, application/json, '\"category\":\"important\"'",
        "synaptiq, 429, application/json, '{\"error\":{\"code\":\"rate_limit_exceeded\",'",
        "synaptiq, 401, application/json, '{\"error\":{\"code\":\"unauthorized\",'",
        "voisnap, 429, application/problem+json, '\"type\":\"https://docs.voisnap.ai/errors/rate-limit-exceeded\"'",
        "voisnap, 503, application/problem+json, '\"title\":\"Service Unavailable\",\"status\":503,'",
        "callops, 500, application/json, '{\"detail\":\"The service is not available. Try again later.\"}'",
        "storage, 503, application/xml, '<Code>SlowDown</Code>'",
    })
    void vendorError_hasTheVendorsOwnBody(String origin, int status, String type, String body) throws Exception {
        OriginSandbox server = origin(origin);
        server.faults().next(Fault.vendorError(status));

        HttpResponse<String> response = TestClient.send(TestClient.request(server.origin() + "/whatever"));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).contains(type);
        assertThat(response.body()).contains(body);
    }

    @Test
    void vendorError429_hasTheHeadersOfAUsedUpLimit() throws Exception {
        sandbox.faults().next(Fault.vendorError(429), Fault.vendorError(429));

        HttpResponse<String> synaptiq = TestClient.get(sandbox.synaptiq(), "/analytics/overview");
        HttpResponse<String> voisnap = TestClient.get(sandbox.voisnap(), "/api/v1/analytics/overview");

        assertThat(synaptiq.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        assertThat(synaptiq.headers().firstValue("X-RateLimit-RetryAfter")).contains("60");
        assertThat(voisnap.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        assertThat(voisnap.headers().firstValue("X-RateLimit-Reset"))
                .contains(Long.toString(START.plusSeconds(60).getEpochSecond()));
        assertThat(voisnap.headers().firstValue("X-RateLimit-Policy")).contains("api-read-heavy");
    }

    @Test
    void outage_endsByTheSandboxesClock_andComesBeforeOtherRules() throws Exception {
        sandbox.faults().onAny().show(Fault.status(418));
        FaultRule outage = sandbox.faults().outage(Duration.ofSeconds(30));

        assertThat(TestClient.get(api, list).statusCode()).isEqualTo(503);
        clock.advance(Duration.ofMillis(29_999));
        assertThat(TestClient.get(sandbox.callops(), "/analytics/overview").statusCode())
                .isEqualTo(503);
        assertThat(outage.shown()).isEqualTo(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(TestClient.get(api, list).statusCode()).isEqualTo(418);
        assertThat(sandbox.faults().rules()).hasSize(1).doesNotContain(outage);
    }

    @Test
    void rule_isAHandle() throws Exception {
        FaultRule one = sandbox.faults().on("/v2/calls").method("GET").show(Fault.status(500));
        FaultRule other = sandbox.faults().on("/v2").show(Fault.status(502));

        assertThat(TestClient.get(api, list).statusCode()).isEqualTo(500);
        assertThat(one.shown()).isEqualTo(1);
        assertThat(one).hasToString("/v2/calls: matched 1, shown 1");
        one.remove();
        assertThat(TestClient.get(api, list).statusCode()).isEqualTo(502);
        assertThat(sandbox.faults().rules()).containsExactly(other);
        assertThatThrownBy(() -> other.times(3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this rule is shown already: remove() it and add another");
    }

    static Stream<String> pathsOfOperations() {
        return Stream.of(
                "/",
                "/v2",
                "/v2/calls",
                "/v2/ca",
                "/v2/analytics",
                "/v2/analytics/",
                "/api/v1/analytics/",
                "/api/v1/reports",
                "/api/v1/reports/rpt_1/download",
                "/api/v1/reports/rpt_1",
                "/reports/",
                "/reports/x.csv");
    }

    @ParameterizedTest
    @MethodSource("pathsOfOperations")
    void rule_onAPathOfAnOperation_isTaken(String path) {
        sandbox.faults().on(path).show(Fault.status(500)).remove();
    }

    @ParameterizedTest
    @CsvSource({
        "/analytics/overview, with the base path it is /api/v1/analytics/overview",
        "/calls, with the base path it is /v2/calls",
        "v2/calls, 'write the path with the base path, /v2/calls for one'",
        "/v2/calls?limit, 'write the path with the base path, /v2/calls for one'",
        "/v2/calls/7, 'write the path with the base path, /v2/calls for one'",
    })
    void rule_onAPathThatNoOperationHas_isRefused(String path, String help) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.faults().on(path))
                .withMessage("on: no request can have a path that starts with " + path + "; " + help);
    }

    @Test
    void ruleOfOneOrigin_onAnothersPath_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> api.faults().on("/api/v1/analytics"))
                .withMessage("on: no request can have a path that starts with /api/v1/analytics;"
                        + " the paths are /v2/analytics/, /v2/analytics, /v2/calls");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.storage().faults().on("/files"))
                .withMessage("on: no link leads to a path that starts with /files; all start with /reports/");
    }

    @Test
    void whatCanNeverBe_isRefused() {
        FaultScript faults = sandbox.faults();
        refused(
                "chance: must be above 0 and at most 1, was 7.0",
                () -> faults.onAny().chance(7));
        refused(
                "chance: must be above 0 and at most 1, was 0.0",
                () -> faults.onAny().chance(0));
        refused(
                "chance: must be above 0 and at most 1, was NaN",
                () -> faults.onAny().chance(Double.NaN));
        refused("times: must be at least 1, was 0", () -> faults.onAny().times(0));
        refused("skip: must not be negative, was -1", () -> faults.onAny().skip(-1));
        refused("every: must be at least 1, was -2", () -> faults.onAny().every(-2));
        refused("next: name at least one fault", faults::next);
        refused("lasting: must be longer than nothing, was PT0S", () -> faults.outage(Duration.ZERO));
        refused("status: must be 200 to 599, was 7", () -> Fault.status(7));
        refused("status: must be 200 to 599, was 600", () -> Fault.vendorError(600));
        refused("bytes: must not be negative, was -1", () -> Fault.truncatedBody(-1));
        refused("atMost: must not be less than atLeast 5, was 3", () -> Fault.truncatedBody(5, 3));
        refused("wait: must not be negative, was PT-1S", () -> Fault.delay(Duration.ofSeconds(-1)));
        refused("calls: must be at least 0, was -5", () -> Sandbox.builder().calls(-5));
        refused(
                "activities: must be at least 0, was -5",
                () -> Sandbox.builder().activities(-5));
        refused("sttEvents: must be at least 0, was -5", () -> Sandbox.builder().sttEvents(-5));
        refused(
                "keepRequests: must be at least 0, was -1",
                () -> Sandbox.builder().keepRequests(-1));
        refused(
                "latency: must not be negative, was PT-1S",
                () -> Sandbox.builder().latency(Duration.ofSeconds(-1)));
        refused("latency: must not be negative, was PT-1S", () -> sandbox.latency(Duration.ofSeconds(-1)));
        refused("count: must not be negative, was -3", () -> api.calls().insertFirst(-3));
        refused("count: must not be negative, was -3", () -> api.calls().insert(5, -3));
        refused("count: must not be negative, was -3", () -> api.calls().insertAt(START, -3));
        refused("count: must not be negative, was -3", () -> api.calls().delete(5, -3));
        refused("atMost: must not be negative, was -1", () -> api.pages().atMost(-1));
        refused("emptyPageAt: must not be negative, was -1", () -> api.pages().emptyPageAt(-1));
        refused(
                "rateLimit: requests must not be negative and the window longer than nothing, was 5 in PT0S",
                () -> api.rateLimit(5, Duration.ZERO));
        refused(
                "rotateKey: a key has letters, digits and signs of ASCII, at least one, and no blanks",
                () -> api.rotateKey(" "));
        assertThat(api.calls().size()).isEqualTo(300);
    }

    @Test
    void ruleAfterOneThatTakesAll_isRefused() {
        FaultRule all = sandbox.faults().onAny().show(Fault.status(500));
        refused(
                "show: an earlier rule shows its fault on every request, so that this one never would;"
                        + " remove() that rule or clear() them all",
                () -> sandbox.faults().on("/v2/calls").show(Fault.status(502)));
        all.remove();
        sandbox.faults().onAny().skip(3).show(Fault.status(500));
        sandbox.faults().on("/v2/calls").show(Fault.status(502));
    }

    private static void refused(String message, ThrowingCallable call) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    @Test
    void reset_isAsStarted() throws Exception {
        String before = TestClient.get(api, list).body();
        String key = api.apiKey();
        sandbox.faults().onAny().skip(50).show(Fault.status(500));
        api.faults().onAny().skip(50).show(Fault.status(500));
        api.calls().insertFirst(3);
        api.calls().delete(100, 20);
        api.calls().afterEachPage(log -> log.delete(0, 1));
        api.pages().atMost(1);
        api.rotateKey("another");
        api.rateLimit(0, Duration.ofMinutes(1));
        sandbox.latency(Duration.ofMillis(1));
        sandbox.callops().order(CallOpsSandbox.SttOrder.SHUFFLED);
        sandbox.storage().put("f.csv", StorageFile.generated(1, 100));
        sandbox.voisnap().reports().createStatus(200);
        sandbox.synaptiq().activity().insertFirst(7);
        sandbox.advance(Duration.ofDays(40));
        TestClient.get(api, list);

        sandbox.reset();

        assertThat(sandbox.clock().instant()).isEqualTo(START);
        assertThat(api.apiKey()).isEqualTo(key);
        assertThat(sandbox.requests().count()).isZero();
        assertThat(api.rawRequests()).isEmpty();
        assertThat(TestClient.get(api, list).body()).isEqualTo(before);
        assertThat(sandbox.synaptiq().activity().size()).isEqualTo(70_000);
        assertThat(sandbox.faults().rules()).isEmpty();
        assertThat(sandbox.requests().count()).isEqualTo(1);
    }

    @Test
    void time_moves_withAnyClock() {
        try (Sandbox systemTime = Sandbox.start()) {
            systemTime.setTime(START);
            assertThat(systemTime.clock().instant()).isBetween(START, START.plusSeconds(60));
            systemTime.advance(Duration.ofDays(-1));
            assertThat(systemTime.clock().instant()).isBefore(START);
            systemTime.reset();
            assertThat(systemTime.clock().instant()).isAfter(Instant.now().minusSeconds(60));
        }
        sandbox.setTime(START.plusSeconds(7));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(7));
    }

    @Test
    void requests_areFound_andAwaited() throws Exception {
        RequestLog log = api.requests();
        CompletableFuture<List<SandboxRequest>> two = CompletableFuture.supplyAsync(() -> {
            try {
                return log.await(2, Duration.ofSeconds(30));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        TestClient.get(api, list);
        TestClient.get(api, "/analytics/?x=1");

        assertThat(two.get()).hasSize(2);
        assertThat(log.find("GET", "/v2/calls")).hasSize(1);
        assertThat(log.find(request -> request.query("x").isPresent()))
                .extracting(SandboxRequest::path)
                .containsExactly("/v2/analytics/");
        assertThatThrownBy(() -> log.await(3, Duration.ofMillis(5)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("expected 3 requests within PT0.005S, but 2 arrived\n  GET /v2" + list
                        + "\n  GET /v2/analytics/?x=1");
    }

    @Test
    void requests_difference_isReadable() throws Exception {
        TestClient.get(api, "/calls?limit=1");
        TestClient.get(api, "/calls?limit=2");
        TestClient.get(api, "/analytics/?token=abc&x=1");

        assertThat(api.requests().difference("GET /v2/calls?limit=1", "GET /v2/calls", "GET /v2/analytics/"))
                .isEmpty();
        assertThatThrownBy(() -> api.requests()
                        .assertArrived("GET /v2/calls?limit=1", "GET /v2/calls?limit=3", "GET /v2/analytics/"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("the requests that arrived are not the expected ones (- missing, + not expected):\n"
                        + "  GET /v2/calls?limit=1\n"
                        + "- GET /v2/calls?limit=3\n"
                        + "+ GET /v2/calls?limit=2\n"
                        + "  GET /v2/analytics/?token=***&x=1");
    }

    private OriginSandbox origin(String name) {
        return switch (name) {
            case "synthflow" -> api;
            case "synaptiq" -> sandbox.synaptiq();
            case "voisnap" -> sandbox.voisnap();
            case "callops" -> sandbox.callops();
            default -> sandbox.storage();
        };
    }
}
