package io.github.analytics4j.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.analytics4j.benchmarks.rows.CallRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.Protocol;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private PageServer server;

    @BeforeEach
    void start() throws IOException {
        server = PageServer.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void page_unalignedOffset_startsThere() throws Exception {
        JsonNode answer = json("/c/50/0/synthflow/v2/calls?limit=10&offset=7");

        assertThat(answer.at("/response/calls")).hasSize(10);
        assertThat(answer.at("/response/calls/0/call_id").asText()).isEqualTo(new CallRow(7).id());
        assertThat(answer.at("/response/pagination/total_records").asInt()).isEqualTo(50);
    }

    @Test
    void page_lastOne_isShort() throws Exception {
        assertThat(json("/c/25/0/synthflow/v2/calls?limit=10&offset=20").at("/response/calls"))
                .hasSize(5);
    }

    @Test
    void page_beyondTheEnd_isEmpty() throws Exception {
        assertThat(json("/c/25/0/synthflow/v2/calls?limit=10&offset=90").at("/response/calls"))
                .isEmpty();
    }

    @Test
    void page_limitAboveHundred_isHundred() throws Exception {
        assertThat(json("/c/500/0/synthflow/v2/calls?limit=499").at("/response/calls"))
                .hasSize(100);
    }

    @Test
    void page_longerLogLater_isRenderedAnew() throws Exception {
        json("/c/10/0/square/v2/payments");

        assertThat(json("/c/300/0/square/v2/payments?limit=100&cursor=" + new CallRow(250).id())
                        .get("payments"))
                .hasSize(49);
    }

    @Test
    void page_compressed_isTheSamePage() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/c/50/0/synthflow.gz/v2/calls?limit=10&offset=7"))
                .build();

        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(plain)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(
                            get("/c/50/0/synthflow/v2/calls?limit=10&offset=7").body());
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP_1_1, HTTP_1_1", "HTTP_2, HTTP_2"})
    void page_overTls_isTheSamePage(Protocol offered, HttpClient.Version spoken, @TempDir Path folder)
            throws Exception {
        HeldCertificate certificate = Certificates.ofLoopback();
        Path trusted = folder.resolve("trusted.jks");
        Certificates.writeTrustStore(certificate, trusted);
        List<Protocol> protocols = offered == Protocol.HTTP_2 ? List.of(offered, Protocol.HTTP_1_1) : List.of(offered);
        String path = "/c/50/0/synthflow/v2/calls?limit=10&offset=7";

        try (SecurePageServer secure = server.secure(certificate, protocols)) {
            HttpResponse<String> answer = trusting(trusted)
                    .send(
                            HttpRequest.newBuilder(URI.create(secure.uri() + path))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.version()).isEqualTo(spoken);
            assertThat(answer.body()).isEqualTo(get(path).body());
        }
    }

    /** The platform's certificates are in there too, or it would be quicker to read than theirs. */
    @Test
    void trustStore_hasThePlatformsAndOneMore(@TempDir Path folder) throws Exception {
        Path trusted = folder.resolve("trusted.jks");
        Certificates.writeTrustStore(Certificates.ofLoopback(), trusted);

        KeyStore platform = KeyStore.getInstance(
                Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                        .toFile(),
                "changeit".toCharArray());
        assertThat(KeyStore.getInstance(trusted.toFile(), "changeit".toCharArray())
                        .size())
                .isEqualTo(platform.size() + 1);
    }

    private static HttpClient trusting(Path store) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(store.toFile(), "changeit".toCharArray()));
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(tls).build();
    }

    @Test
    void report_orderThenDownload_redirectsToTheFile() throws Exception {
        HttpRequest order = HttpRequest.newBuilder(uri("/f/100/api/v1/reports"))
                .POST(BodyPublishers.ofString("{\"type\":\"conversation_summary\"}"))
                .build();

        assertThat(client.send(order, BodyHandlers.ofString()).body()).contains("\"reportId\":\"rpt_1\"");
        HttpResponse<String> link = get("/f/100/api/v1/reports/rpt_1/download");
        assertThat(link.statusCode()).isEqualTo(302);
        assertThat(link.headers().firstValue("Location"))
                .contains(uri("/f/100/file").toString());
    }

    @Test
    void file_moreThanABlock_hasItsLength() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/f/3000000/file")).build();

        assertThat(client.send(request, BodyHandlers.ofByteArray()).body()).hasSize(3_000_000);
    }

    @Test
    void anythingElse_isNotFound() throws Exception {
        assertThat(get("/robots.txt").statusCode()).isEqualTo(404);
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return new ObjectMapper().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(server.uri() + path);
    }
}
