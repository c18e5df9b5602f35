package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox over TLS. */
@Timeout(60)
class HttpsTest {
    private final Sandbox sandbox =
            Sandbox.builder().calls(5_000).https().admin().compress().start();
    private final SynthflowSandbox api = sandbox.synthflow();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpClient client(HttpClient.Version version) {
        return HttpClient.newBuilder()
                .version(version)
                .sslContext(sandbox.sslContext())
                .build();
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(api.baseUrl() + path))
                .header("Authorization", "Bearer " + api.apiKey())
                .build();
    }

    @ParameterizedTest
    @EnumSource(HttpClient.Version.class)
    void everyOrigin_withEachHttp(HttpClient.Version version) throws Exception {
        HttpClient client = client(version);
        for (URI url : List.of(
                URI.create(api.baseUrl() + "/calls"),
                sandbox.voisnap().origin(),
                sandbox.storage().link("none"),
                URI.create(sandbox.adminUrl() + "/health"))) {
            assertThat(url.getScheme()).isEqualTo("https");
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
            assertThat(response.version()).isEqualTo(version);
            assertThat(response.statusCode()).isIn(200, 401, 404);
        }
        HttpResponse<String> page =
                client.send(request("/calls?limit=100&model_id=" + api.modelId()), BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("\"total_records\":5000");
    }

    @Test
    void http2_manyAtOnceOnOneConnection_aBodyOfUnknownLength_andAReset() throws Exception {
        HttpClient client = client(HttpClient.Version.HTTP_2);
        client.send(request("/calls?limit=1&model_id=" + api.modelId()), BodyHandlers.ofString());
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(client.sendAsync(
                    request("/calls?limit=100&offset=" + i * 100 + "&model_id=" + api.modelId()),
                    BodyHandlers.ofString()));
        }
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            assertThat(answer.get().statusCode()).isEqualTo(200);
        }
        assertThat(sandbox.openConnections()).isEqualTo(1);
        Await.until(() -> sandbox.requestsInFlight() == 0);

        sandbox.faults().next(Fault.gzipBomb(3 << 20), Fault.resetInBody(50));
        HttpResponse<byte[]> bomb = client.send(request("/calls"), BodyHandlers.ofByteArray());
        assertThat(bomb.version()).isEqualTo(HttpClient.Version.HTTP_2);
        assertThat(bomb.headers().firstValue("Transfer-Encoding")).isEmpty();
        assertThat(new GZIPInputStream(new ByteArrayInputStream(bomb.body())).readAllBytes())
                .hasSizeGreaterThan(1 << 20);
        assertThatThrownBy(() ->
                        client.send(request("/calls?limit=100&model_id=" + api.modelId()), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.takeFailures()).isEmpty();
    }

    private SSLSocket socket() throws IOException {
        URI origin = sandbox.synaptiq().origin();
        SSLSocket socket =
                (SSLSocket) sandbox.sslContext().getSocketFactory().createSocket(origin.getHost(), origin.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(SSLSocket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5", "99999999999999999999", "5, 6", ""})
    void lengthThatIsNone_is400_andTheConnectionEnds(String length) throws Exception {
        try (SSLSocket socket = socket()) {
            send(
                    socket,
                    "POST /api/v1/analytics/overview HTTP/1.1\r\nHost: x\r\nContent-Length: " + length
                            + "\r\n\r\nhello");

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 Bad Request\r\n")
                    .endsWith("Content-Length must be a whole number.");
        }
        Await.until(() -> sandbox.openConnections() == 0);
        assertThat(sandbox.takeFailures()).isEmpty();
    }

    /** The body goes out only after the leave to send it, twice on one connection. */
    @Test
    void clientThatWaitsForLeave_getsIt() throws Exception {
        try (SSLSocket socket = socket()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int i = 0; i < 2; i++) {
                send(socket, "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
                assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 Continue");
                assertThat(in.readLine()).isEmpty();
                send(socket, "hello");
                assertThat(in.readLine()).isEqualTo("HTTP/1.1 401 Unauthorized");
                int length = 0;
                for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
                    length = line.startsWith("Content-Length: ") ? Integer.parseInt(line.substring(16)) : length;
                }
                assertThat(in.skip(length)).isEqualTo(length);
            }
        }
        assertThat(sandbox.requests().all()).extracting(SandboxRequest::body).containsExactly("hello", "hello");
    }

    private static final String ORDER =
            "{\"type\":\"conversation_summary\",\"dateFrom\":\"2026-02-01\",\"dateTo\":\"2026-02-02\"}";

    @Test
    void javasClientThatWaitsForLeave_getsIt() throws Exception {
        HttpResponse<String> answer = client(HttpClient.Version.HTTP_1_1)
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.voisnap().baseUrl() + "/api/v1/reports"))
                                .header(
                                        "Authorization",
                                        "Bearer " + sandbox.voisnap().apiKey())
                                .expectContinue(true)
                                .POST(BodyPublishers.ofString(ORDER))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    /** By OkHttp: Java 17's own client waits for ever for anything but leave. */
    @Test
    void clientThatWaitsForLeave_withHttp2_isToldThatThereIsNone() throws Exception {
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(sandbox.sslContext().getSocketFactory(), trust())
                .build();
        Request order = new Request.Builder()
                .url(sandbox.voisnap().baseUrl() + "/api/v1/reports")
                .header("Authorization", "Bearer " + sandbox.voisnap().apiKey())
                .header("Expect", "100-continue")
                .post(RequestBody.create(ORDER.getBytes(StandardCharsets.US_ASCII)))
                .build();

        try (Response answer = client.newCall(order).execute()) {
            assertThat(answer.protocol()).isEqualTo(Protocol.HTTP_2);
            assertThat(answer.code()).isEqualTo(417);
            assertThat(answer.body().string())
                    .isEqualTo("The sandbox gives no leave over HTTP/2: send the body without Expect: 100-continue.");
        } finally {
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
        assertThat(sandbox.voisnap().reports().created()).isEmpty();
        assertThat(sandbox.takeFailures()).isEmpty();
    }

    private X509TrustManager trust() throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry(
                "sandbox",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                sandbox.certificatePem().getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }

    @Test
    void clientThatDoesNotTrustIt_isRefused_andHarmsNobody() throws Exception {
        HttpClient trusting = client(HttpClient.Version.HTTP_1_1);
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request("/calls"), BodyHandlers.ofString()))
                .isInstanceOf(SSLHandshakeException.class);
        assertThat(trusting.send(request("/calls"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(422);
    }

    @Test
    void certificate_isAnAuthorityInPem_anotherOneEachTime() throws Exception {
        X509Certificate authority = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(sandbox.certificatePem().getBytes(StandardCharsets.US_ASCII)));
        assertThat(authority.getBasicConstraints()).isNotNegative();
        try (Sandbox other = Sandbox.builder().https().start()) {
            assertThat(other.certificatePem()).isNotEqualTo(sandbox.certificatePem());
        }
        try (Sandbox plain = Sandbox.start()) {
            assertThatThrownBy(plain::certificatePem)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("start the sandbox with Sandbox.builder().https() for a certificate");
        }
    }

    @Test
    void host_isInEveryUrl_andInTheCertificate() throws Exception {
        try (Sandbox named = Sandbox.builder()
                .https()
                .host("localhost")
                .bind(InetAddress.getByName("0.0.0.0"))
                .start()) {
            assertThat(named.synthflow().baseUrl().getHost()).isEqualTo("localhost");
            assertThat(named.storage().link("f").getHost()).isEqualTo("localhost");
            HttpClient client =
                    HttpClient.newBuilder().sslContext(named.sslContext()).build();
            URI url = URI.create(named.synthflow().baseUrl() + "/calls");
            assertThat(client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(401);
        }
    }
}
