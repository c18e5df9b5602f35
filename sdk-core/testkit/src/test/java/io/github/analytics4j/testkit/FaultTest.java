package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class FaultTest {
    private final Sandbox sandbox = Sandbox.builder().seed(7).start();
    private final SynthflowSandbox api = sandbox.synthflow();
    private final String list = "/calls?model_id=" + api.modelId();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void status_withHeadersAndBody_isAnsweredOnce() throws Exception {
        sandbox.faults().next(Fault.status(503).header("Retry-After", "2").body("text/plain", "busy"));

        HttpResponse<String> first = TestClient.get(api, list);
        HttpResponse<String> second = TestClient.get(api, list);

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).contains("2");
        assertThat(first.body()).isEqualTo("busy");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(sandbox.faults().shown()).isEqualTo(1);
    }

    @Test
    void delay_waitsThenAnswersAsUsual() throws Exception {
        sandbox.faults().next(Fault.delay(Duration.ofMillis(150)));
        Instant start = Instant.now();

        assertThat(TestClient.get(api, list).statusCode()).isEqualTo(200);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(140));
    }

    @Test
    void latency_isAddedToEveryAnswer() throws Exception {
        sandbox.latency(Duration.ofMillis(60));
        Instant start = Instant.now();
        TestClient.get(api, list);
        TestClient.get(api, list);

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(110));
    }

    @Test
    void slowBody_arrivesWhole() throws Exception {
        String whole = TestClient.get(api, list).body();
        sandbox.faults().next(Fault.slowBody(whole.length() / 4 + 1, Duration.ofMillis(20)));
        Instant start = Instant.now();

        assertThat(TestClient.get(api, list).body()).isEqualTo(whole);
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(55));
    }

    @Test
    void resetBeforeHeaders_isATcpReset_andTheApiSawNothing() throws Exception {
        sandbox.faults().next(Fault.resetBeforeHeaders());

        assertThatThrownBy(() -> raw("GET /v2/calls HTTP/1.1\r\nHost: x\r\n\r\n"))
                .isInstanceOf(SocketException.class)
                .hasMessageContaining("reset");
        assertThat(sandbox.requests().count()).isEqualTo(1);
    }

    @Test
    void closeBeforeHeaders_isAnOrderlyEnd() throws Exception {
        sandbox.faults().next(Fault.closeBeforeHeaders());

        assertThat(raw("GET /v2/calls HTTP/1.1\r\nHost: x\r\n\r\n")).isEmpty();
    }

    @Test
    void loseAnswer_carriesTheRequestOut() {
        VoisnapSandbox voisnap = sandbox.voisnap();
        voisnap.faults().next(Fault.loseResponse());

        assertThatThrownBy(() -> TestClient.send(Voisnap.create(voisnap))).isInstanceOf(IOException.class);
        assertThat(voisnap.reports().created()).hasSize(1);
    }

    @Test
    void resetBeforeHeaders_ofACreate_leavesNoReport() {
        VoisnapSandbox voisnap = sandbox.voisnap();
        voisnap.faults().on("/api/v1/reports").show(Fault.resetBeforeHeaders());

        assertThatThrownBy(() -> TestClient.send(Voisnap.create(voisnap))).isInstanceOf(IOException.class);
        assertThat(voisnap.reports().created()).isEmpty();
    }

    @Test
    void truncatedBody_deliversExactlySoManyBytes() throws Exception {
        String whole = TestClient.get(api, list).body();
        sandbox.faults().next(Fault.truncatedBody(500));

        String answer = raw(authorized(list));

        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        assertThat(body).hasSize(500).isEqualTo(whole.substring(0, 500));
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-length: " + whole.getBytes(StandardCharsets.UTF_8).length);
    }

    @Test
    void truncatedBody_beyondTheEnd_passesUnharmed() throws Exception {
        String whole = TestClient.get(api, list).body();
        int length = whole.getBytes(StandardCharsets.UTF_8).length;
        sandbox.faults().next(Fault.truncatedBody(length), Fault.truncatedBody(length - 1));

        assertThat(TestClient.get(api, list).body()).isEqualTo(whole);
        assertThatThrownBy(() -> TestClient.get(api, list)).isInstanceOf(IOException.class);
    }

    @Test
    void resetInBody_breaksTheBody() {
        sandbox.faults().next(Fault.resetInBody(5_000));

        assertThatThrownBy(() -> TestClient.get(api, list)).isInstanceOf(IOException.class);
    }

    @Test
    void stall_sendsNothingUntilTheClientGivesUp() throws Exception {
        sandbox.faults().next(Fault.stall());

        assertThatThrownBy(() -> TestClient.send(TestClient.request(api.baseUrl() + list)
                        .header("Authorization", "Bearer " + api.apiKey())
                        .timeout(Duration.ofMillis(200))))
                .isInstanceOf(HttpTimeoutException.class);
        Await.until(() -> sandbox.requestsInFlight() == 0);
    }

    @Test
    void stallInBody_sendsTheBeginning() throws Exception {
        sandbox.faults().next(Fault.stallInBody(300));

        HttpResponse<InputStream> response = TestClient.HTTP.send(
                TestClient.request(api.baseUrl() + list)
                        .header("Authorization", "Bearer " + api.apiKey())
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes(300)).hasSize(300);
            assertThat(sandbox.requestsInFlight()).isEqualTo(1);
        }
        Await.until(() -> sandbox.requestsInFlight() == 0);
    }

    @Test
    void close_whileStalled_endsAtOnce() throws Exception {
        sandbox.faults().next(Fault.stall());
        try (Socket socket = connect()) {
            socket.getOutputStream().write(authorized(list).getBytes(StandardCharsets.US_ASCII));
            Await.until(() -> sandbox.requestsInFlight() == 1);
            Instant start = Instant.now();

            sandbox.close();

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void malformedHalfHtmlAndEmpty_areWhatTheySay() throws Exception {
        String whole = TestClient.get(api, list).body();
        sandbox.faults().next(Fault.malformedJson(), Fault.halfJson(), Fault.html(502), Fault.emptyBody(200));

        assertThat(TestClient.get(api, list).body()).contains("{]}");
        String half = TestClient.get(api, list).body();
        assertThat(whole).startsWith(half);
        assertThat(half.length()).isBetween(whole.length() / 2 - 20, whole.length() / 2 + 20);
        HttpResponse<String> html = TestClient.get(api, list);
        assertThat(html.statusCode()).isEqualTo(502);
        assertThat(html.headers().firstValue("Content-Type")).contains("text/html");
        assertThat(html.body()).startsWith("<html>");
        assertThat(TestClient.get(api, list).body()).isEmpty();
    }

    @Test
    void wrongLength_longerOrShorter_isSeenByTheClient() throws Exception {
        String whole = TestClient.get(api, list).body();
        sandbox.faults().next(Fault.wrongLength(100), Fault.wrongLength(-100));

        assertThatThrownBy(() -> TestClient.get(api, list)).isInstanceOf(IOException.class);
        byte[] shorter = TestClient.bytes(
                        TestClient.request(api.baseUrl() + list).header("Authorization", "Bearer " + api.apiKey()))
                .body();
        assertThat(shorter).hasSize(whole.getBytes(StandardCharsets.UTF_8).length - 100);
    }

    @Test
    void gzipBomb_isSmallOnTheWireAndGrowsToItsSize() throws Exception {
        long size = 50_000_000;
        sandbox.faults().next(Fault.gzipBomb(size));

        HttpResponse<byte[]> response = TestClient.bytes(
                TestClient.request(api.baseUrl() + list).header("Authorization", "Bearer " + api.apiKey()));

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(response.body().length).isLessThan(200_000);
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            long grown = plain.transferTo(OutputStream.nullOutputStream());
            assertThat(grown).isBetween(size - (1 << 20), size);
        }
    }

    @Test
    void deepJsonAndHugeString_haveTheirSize() throws Exception {
        sandbox.faults().next(Fault.deepJson(100_000), Fault.hugeString(3_000_001));

        assertThat(TestClient.get(api, list).body()).isEqualTo("[".repeat(100_000) + "]".repeat(100_000));
        String huge = TestClient.get(api, list).body();
        assertThat(huge).startsWith("{\"status\":\"aaa").endsWith("aaa\"}").hasSize(3_000_001 + 13);
    }

    @Test
    void endlessBody_goesOnUntilTheClientHangsUp() throws Exception {
        sandbox.faults().next(Fault.endlessBody());

        HttpResponse<InputStream> response = TestClient.HTTP.send(
                TestClient.request(api.baseUrl() + list)
                        .header("Authorization", "Bearer " + api.apiKey())
                        .build(),
                BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            assertThat(new String(body.readNBytes(14), StandardCharsets.US_ASCII))
                    .isEqualTo("[0,1234567890,");
            assertThat(body.readNBytes(20_000_000)).hasSize(20_000_000);
        }
        Await.until(() -> sandbox.requestsInFlight() == 0);
    }

    @Test
    void redirectAndManyHeaders_areSent() throws Exception {
        sandbox.faults().next(Fault.redirect(307, URI.create("http://other.invalid/x")), Fault.manyHeaders(50));

        assertThat(TestClient.get(api, list).headers().firstValue("Location")).contains("http://other.invalid/x");
        HttpResponse<String> many = TestClient.get(api, list);
        assertThat(many.headers().map().keySet().stream().filter(name -> name.startsWith("x-filler")))
                .hasSize(50);
        assertThat(many.statusCode()).isEqualTo(200);
    }

    @Test
    void rules_pathSkipTimesEvery_hitWhatTheySay() throws Exception {
        sandbox.faults().on("/v2/calls").skip(2).every(3).times(2).show(Fault.status(500), Fault.status(502));

        List<Integer> statuses = statuses(14);

        assertThat(statuses).containsExactly(200, 200, 200, 200, 500, 200, 200, 502, 200, 200, 200, 200, 200, 200);
    }

    @Test
    void rules_otherPath_isLeftAlone() throws Exception {
        sandbox.faults().on("/v2/analytics").show(Fault.status(500));
        sandbox.callops().faults().onAny().show(Fault.status(500));

        assertThat(statuses(3)).containsOnly(200);
    }

    @Test
    void rules_chance_isReproducibleAndNearItsShare() throws Exception {
        sandbox.faults().onAny().chance(0.25).show(Fault.status(500), Fault.status(503));
        List<Integer> first = statuses(200);
        try (Sandbox twin = Sandbox.builder().seed(7).start()) {
            twin.faults().onAny().chance(0.25).show(Fault.status(500), Fault.status(503));
            for (int status : first) {
                assertThat(TestClient.get(twin.synthflow(), list).statusCode()).isEqualTo(status);
            }
        }

        assertThat(first.stream().filter(status -> status != 200).count()).isBetween(30L, 70L);
        assertThat(first).contains(500, 503);
    }

    @Test
    void clear_endsAllRules() throws Exception {
        sandbox.faults().onAny().show(Fault.status(500));
        sandbox.faults().clear();

        assertThat(statuses(2)).containsOnly(200);
    }

    private List<Integer> statuses(int requests) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i : IntStream.range(0, requests).toArray()) {
            statuses.add(TestClient.get(api, list + "&limit=1&offset=" + i).statusCode());
        }
        return statuses;
    }

    private String authorized(String path) {
        return "GET /v2" + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + api.apiKey() + "\r\n\r\n";
    }

    private Socket connect() throws IOException {
        return new Socket("127.0.0.1", api.origin().getPort());
    }

    /** What the bare socket delivers until its end. */
    private String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
