package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Behind a proxy that wants a login, with a certificate that only a store of one's own knows. */
@ExtendWith(SandboxExtension.class)
class OwnHttpClientTest {
    private static final String LOGIN = "Basic YW5hOnMzY3JldA=="; // ana:s3cret

    @TempDir
    private Path folder;

    private final HeldCertificate certificate = new HeldCertificate.Builder()
            .addSubjectAlternativeName("callops.example")
            .build();

    /** A proxy with a login; behind its tunnel it is the host itself, which asks the sandbox. */
    private static final class Tunnel extends Dispatcher {
        final List<String> seen = new CopyOnWriteArrayList<>();
        private final Sandbox sandbox;
        private volatile boolean through;

        Tunnel(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public MockResponse peek() {
            MockResponse.Builder next = new MockResponse.Builder();
            return through ? next.build() : next.inTunnel().build();
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String login = request.getHeaders().get("Proxy-Authorization");
            seen.add(request.getMethod() + " " + request.getTarget() + " " + login);
            if (!request.getMethod().equals("CONNECT")) {
                return forward(request);
            }
            if (!LOGIN.equals(login)) {
                return new MockResponse.Builder()
                        .inTunnel()
                        .code(407)
                        .addHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                        .build();
            }
            through = true;
            return new MockResponse.Builder().inTunnel().build();
        }

        private MockResponse forward(RecordedRequest request) {
            HttpRequest on = HttpRequest.newBuilder(sandbox.callops().baseUrl().resolve(request.getTarget()))
                    .header("X-API-Key", "" + request.getHeaders().get("X-API-Key"))
                    .build();
            try {
                HttpResponse<String> answer = HttpClient.newHttpClient().send(on, HttpResponse.BodyHandlers.ofString());
                return new MockResponse.Builder()
                        .code(answer.statusCode())
                        .addHeader("Content-Type", "application/json")
                        .body(answer.body())
                        .build();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private MockWebServer start(Dispatcher tunnel) throws IOException {
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        server.setDispatcher(tunnel);
        server.start(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        return server;
    }

    private Path store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("company", certificate.certificate());
        Path file = folder.resolve("company.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        return file;
    }

    private static CallOpsClient.Builder callops(Sandbox sandbox) {
        return CallOpsClient.builder()
                .baseUrl("https://callops.example/api/v1")
                .apiKey(sandbox.callops().apiKey());
    }

    @Test
    void run_throughAProxyWithALogin_trustsTheStore(Sandbox sandbox) throws Exception {
        Tunnel tunnel = new Tunnel(sandbox);
        try (MockWebServer server = start(tunnel)) {
            Map<String, String> settings = Map.of(
                    "PROXY",
                    "127.0.0.1:" + server.getPort(),
                    "PROXY_LOGIN",
                    "ana:s3cret",
                    "TRUST_STORE",
                    store().toString(),
                    "TRUST_STORE_PASSWORD",
                    "changeit");

            String printed = Shown.by(out -> OwnHttpClient.run(callops(sandbox), settings, out));

            assertThat(printed)
                    .contains("proxy: 127.0.0.1:", "trusts: a store of its own")
                    .containsPattern("[1-9]\\d* calls, \\d+ of them failed");
            assertThat(tunnel.seen)
                    .containsExactly("CONNECT callops.example:443 " + LOGIN, "GET /api/v1/analytics/overview null");
            assertThat(sandbox.requests().count("GET", "/api/v1/analytics/overview"))
                    .isEqualTo(1);
        }
    }

    @Test
    void run_withAWrongLogin_endsAndSendsNothing(Sandbox sandbox) throws Exception {
        Tunnel tunnel = new Tunnel(sandbox);
        try (MockWebServer server = start(tunnel)) {
            Map<String, String> settings =
                    Map.of("PROXY", "127.0.0.1:" + server.getPort(), "PROXY_LOGIN", "ana:forgotten");

            assertThatThrownBy(() ->
                            Shown.by(out -> OwnHttpClient.run(callops(sandbox).retry(RetryPolicy.NONE), settings, out)))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageContaining("proxy");
            assertThat(tunnel.seen).hasSize(1);
            assertThat(sandbox.requests().count()).isZero();
        }
    }

    @Test
    void run_withoutTheStore_trustsNobodyAndSendsNothing(Sandbox sandbox) throws Exception {
        Tunnel tunnel = new Tunnel(sandbox);
        try (MockWebServer server = start(tunnel)) {
            Map<String, String> settings =
                    Map.of("PROXY", "127.0.0.1:" + server.getPort(), "PROXY_LOGIN", "ana:s3cret");

            assertThatThrownBy(() ->
                            Shown.by(out -> OwnHttpClient.run(callops(sandbox).retry(RetryPolicy.NONE), settings, out)))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageContaining("certificate");
            assertThat(sandbox.requests().count()).isZero();
        }
    }

    @Test
    void run_withoutSettings_goesStraight(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(
                OwnHttpClient.class,
                out -> OwnHttpClient.run(Accounts.of(sandbox).callops(), Map.of(), out));

        assertThat(printed).startsWith("proxy: none");
        assertThat(sandbox.requests().last().path()).isEqualTo("/api/v1/analytics/overview");
    }
}
