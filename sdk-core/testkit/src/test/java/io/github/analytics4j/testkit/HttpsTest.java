package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
        assertThat(new java.util.zip.GZIPInputStream(new ByteArrayInputStream(bomb.body())).readAllBytes())
                .hasSizeGreaterThan(1 << 20);
        assertThatThrownBy(() ->
                        client.send(request("/calls?limit=100&model_id=" + api.modelId()), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(sandbox.takeFailures()).isEmpty();
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
                .bind(java.net.InetAddress.getByName("0.0.0.0"))
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
