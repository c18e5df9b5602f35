package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SandboxTest {
    @Test
    void requests_areRecordedAsTheyWereSent() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().start()) {
            TestClient.send(TestClient.request(sandbox.synthflow().baseUrl() + "/calls?model_id=a%2Bb&x=1&x=%7E&empty")
                    .header("X-Custom", "Value"));

            SandboxRequest request = sandbox.requests().last();
            assertThat(request.origin()).isEqualTo("synthflow");
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/v2/calls?model_id=a%2Bb&x=1&x=%7E&empty");
            assertThat(request.path()).isEqualTo("/v2/calls");
            assertThat(request.rawQuery()).isEqualTo("model_id=a%2Bb&x=1&x=%7E&empty");
            assertThat(request.query("model_id")).contains("a+b");
            assertThat(request.query().get("x")).containsExactly("1", "~");
            assertThat(request.query("empty")).contains("");
            assertThat(request.headerLines()).contains("X-Custom: Value");
            assertThat(request.header("x-custom")).contains("Value");
            assertThat(request.body()).isEmpty();
            assertThat(request).hasToString("1 synthflow GET /v2/calls");
            assertThat(sandbox.synthflow().requests().count("GET", "/v2/calls")).isEqualTo(1);
            assertThat(sandbox.callops().requests().count()).isZero();
        }
    }

    @Test
    void rawRequests_areTheBytesThemselves() throws Exception {
        try (Sandbox sandbox = Sandbox.start();
                Socket socket =
                        new Socket("127.0.0.1", sandbox.storage().origin().getPort())) {
            String request = "GET /reports/x HTTP/1.1\r\nhOsT:  x \r\nX-Odd: \u00e9\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            Await.until(() -> sandbox.storage().requests().count() == 1);

            assertThat(sandbox.storage().rawRequests()).isEqualTo(request);
            assertThat(sandbox.voisnap().rawRequests()).isEmpty();
        }
    }

    @Test
    void requests_areBounded_theirCountIsNot() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().keepRequests(3).start()) {
            for (int i = 0; i < 5; i++) {
                TestClient.get(sandbox.callops(), "/analytics/overview?n=" + i);
            }

            assertThat(sandbox.requests().all().stream().map(SandboxRequest::rawQuery))
                    .containsExactly("n=2", "n=3", "n=4");
            assertThat(sandbox.requests().count()).isEqualTo(5);
            sandbox.requests().clear();
            assertThat(sandbox.requests().count()).isZero();
            assertThatThrownBy(() -> sandbox.requests().last())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no request has arrived");
        }
    }

    @Test
    void log_hasALinePerRequest_withoutQueryOrKey() throws Exception {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        try (Sandbox sandbox = Sandbox.builder().log(lines::add).start()) {
            TestClient.get(sandbox.synthflow(), "/calls?model_id=secret");
        }

        assertThat(lines).containsExactly("1 synthflow GET /v2/calls -> 200");
    }

    @Test
    void compress_onlyForClientsThatAcceptIt() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().compress().start()) {
            SynthflowSandbox api = sandbox.synthflow();
            String path = "/calls?model_id=" + api.modelId();
            HttpResponse<byte[]> packed = TestClient.bytes(TestClient.request(api.baseUrl() + path)
                    .header("Authorization", "Bearer " + api.apiKey())
                    .header("Accept-Encoding", "gzip"));
            String plain = TestClient.get(api, path).body();

            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo(plain);
            }
        }
    }

    @Test
    void port_given_isTheFirstOfFive() throws Exception {
        // Another process may take one of the five between any two moments: then five others are as good.
        for (int tries = 0; ; tries++) {
            int port = 20_000 + ThreadLocalRandom.current().nextInt(10_000);
            try (Sandbox sandbox = Sandbox.builder().port(port).start()) {
                assertFiveInARow(sandbox, port);
                return;
            } catch (UncheckedIOException taken) {
                assertThat(tries)
                        .as("ports that were taken, the last " + taken.getMessage())
                        .isLessThan(50);
            }
        }
    }

    private static void assertFiveInARow(Sandbox sandbox, int port) {
        assertThat(sandbox.synthflow().baseUrl()).hasToString("http://127.0.0.1:" + port + "/v2");
        assertThat(sandbox.synaptiq().baseUrl()).hasToString("http://127.0.0.1:" + (port + 1) + "/api/v1");
        assertThat(sandbox.voisnap().baseUrl()).hasToString("http://127.0.0.1:" + (port + 2));
        assertThat(sandbox.callops().baseUrl()).hasToString("http://127.0.0.1:" + (port + 3) + "/api/v1");
        assertThat(sandbox.storage().origin()).hasToString("http://127.0.0.1:" + (port + 4));
        assertThatThrownBy(() -> Sandbox.builder().port(port).start())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("the sandbox cannot listen on port " + port + ": ");
    }

    @Test
    void close_freesPortsConnectionsAndThreads() throws Exception {
        Sandbox sandbox = Sandbox.start();
        TestClient.get(
                sandbox.synthflow(), "/calls?model_id=" + sandbox.synthflow().modelId());
        assertThat(sandbox.openConnections()).isEqualTo(1);
        assertThat(sandboxThreads())
                .isNotEmpty()
                .allSatisfy(thread -> assertThat(thread.isDaemon()).isTrue());

        sandbox.close();
        sandbox.close();

        Await.until(() -> sandbox.openConnections() == 0);
        assertThatThrownBy(() -> TestClient.get(sandbox.synthflow(), "/calls")).isInstanceOf(IOException.class);
    }

    @Test
    void close_inTheMiddleOfEverything_isPrompt() throws Exception {
        Sandbox sandbox = Sandbox.builder().calls(200_000).start();
        SynthflowSandbox api = sandbox.synthflow();
        sandbox.faults()
                .onAny()
                .show(
                        Fault.endlessBody(),
                        Fault.stall(),
                        Fault.slowBody(10, Duration.ofSeconds(1)),
                        Fault.delay(Duration.ofMinutes(1)),
                        Fault.stallInBody(3));
        List<Socket> sockets = new ArrayList<>();
        String request = "GET /v2/calls?model_id=" + api.modelId() + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + api.apiKey() + "\r\n\r\n";
        for (int i = 0; i < 25; i++) {
            Socket socket = new Socket("127.0.0.1", api.origin().getPort());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        Await.until(() -> sandbox.requestsInFlight() == 25);
        long start = System.nanoTime();

        sandbox.close();

        assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
        Await.until(() -> sandbox.openConnections() == 0);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void hookThatFails_isAnsweredAsTheSandboxesOwnMistake() throws Exception {
        try (Sandbox sandbox = Sandbox.start()) {
            SynthflowSandbox api = sandbox.synthflow();
            api.calls().afterEachPage(log -> {
                throw new IllegalStateException("a bad hook");
            });

            HttpResponse<String> response = TestClient.get(api, "/calls?model_id=" + api.modelId());

            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body())
                    .isEqualTo("the sandbox itself failed: java.lang.IllegalStateException: a bad hook");
        }
    }

    @Test
    void manyThreads_getConsistentAnswers() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().calls(2_000).start()) {
            SynthflowSandbox api = sandbox.synthflow();
            List<String> ids = api.calls().ids().toList();
            var pool = Executors.newFixedThreadPool(16);
            List<Future<Boolean>> checks = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                int offset = (i * 37) % 1_900;
                checks.add(pool.submit(() -> {
                    TestClient.Json calls = TestClient.json(
                                    api, "/calls?limit=5&offset=" + offset + "&model_id=" + api.modelId())
                            .get("response")
                            .get("calls");
                    return calls.all().stream()
                            .map(call -> call.get("call_id").text())
                            .toList()
                            .equals(ids.subList(offset, offset + 5));
                }));
            }
            for (Future<Boolean> check : checks) {
                assertThat(check.get()).isTrue();
            }
            pool.shutdownNow();
            assertThat(sandbox.requests().count()).isEqualTo(400);
        }
    }

    @Test
    void main_printsWhatAShellCanTakeOver() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        List<String> arguments = List.of("--calls=50", "--seed", "9", "--log");
        try (Sandbox sandbox = SandboxMain.start(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8))) {
            TestClient.get(sandbox.callops(), "/analytics/overview");
            assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                    .contains(
                            "SYNTHFLOW_BASE_URL=" + sandbox.synthflow().baseUrl(),
                            "SYNTHFLOW_API_KEY=" + sandbox.synthflow().apiKey(),
                            "SYNTHFLOW_MODEL_ID=" + sandbox.synthflow().modelId(),
                            "SYNAPTIQ_BASE_URL=" + sandbox.synaptiq().baseUrl(),
                            "VOISNAP_BASE_URL=" + sandbox.voisnap().baseUrl(),
                            "CALLOPS_API_KEY=" + sandbox.callops().apiKey(),
                            "1 callops GET /api/v1/analytics/overview -> 200");
            assertThat(sandbox.synthflow().calls().size()).isEqualTo(50);
        }
        assertThatThrownBy(() -> SandboxMain.start(List.of("--what"), System.out))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("unknown option --what; --help lists them all");
    }

    private static List<Thread> sandboxThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("analytics4j-sandbox")
                        || thread.getName().startsWith("MockWebServer"))
                .toList();
    }
}
