package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.StreamedExchange.StreamOpener;
import io.github.analytics4j.client.StreamedExchange.StreamedResponse;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.download.SignedUrl;
import io.github.analytics4j.error.CanceledException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamOpenerTest {
    private static final String KEY = "CANARYkey";

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws Exception {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void open_clientFullOfCredentials_sendsNoneOfThem() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(401)
                .addHeader("WWW-Authenticate", "Basic")
                .build());
        try (StreamedResponse response =
                exchange(credulous(), Map.of("Range", "bytes=5-")).execute()) {
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("www-authenticate")).isEqualTo("Basic");
        }
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().names()).containsExactlyInAnyOrder("Host", "Connection", "User-Agent", "Range");
        assertThat(request.getHeaders().toString()).doesNotContain("CANARY");
        assertThat(server.getRequestCount()).as("no authenticator answered").isEqualTo(1);
    }

    @Test
    void open_redirect_isNotFollowed() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", "/other")
                .build());
        try (StreamedResponse response = exchange(new OkHttpClient(), Map.of()).execute()) {
            assertThat(response.status()).isEqualTo(302);
            assertThat(response.header("Location")).isEqualTo("/other");
            assertThat(response.url()).isEqualTo(server.url("/f?sig=CANARY").uri());
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void open_identity_isNotDecompressed() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body("not gzip at all")
                .build());
        try (StreamedResponse response = exchange(new OkHttpClient(), Map.of("Accept-Encoding", "identity"))
                .execute()) {
            ByteBuffer bytes = ByteBuffer.allocate(100);
            while (response.body().read(bytes) >= 0) {
                // to the end
            }
            assertThat(StandardCharsets.UTF_8.decode(bytes.flip()).toString()).isEqualTo("not gzip at all");
        }
    }

    @Test
    void open_clientWithShortTimeouts_areNotThoseOfADownload() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .body("slow but sure")
                .throttleBody(2, 60, TimeUnit.MILLISECONDS)
                .build());
        OkHttpClient hasty = new OkHttpClient.Builder()
                .callTimeout(Duration.ofMillis(100))
                .readTimeout(Duration.ofMillis(20))
                .build();
        Path file = folder.resolve("f.txt");
        Download.of(server.url("/f?sig=CANARY").uri(), hasty).saveTo(file);
        assertThat(file).hasContent("slow but sure");
    }

    @Test
    void toString_anything_showsNoLink() throws Exception {
        server.enqueue(new MockResponse.Builder().build());
        StreamedExchange exchange = exchange(new OkHttpClient(), Map.of());
        assertThat(exchange).hasToString("StorageExchange");
        try (StreamedResponse response = exchange.execute()) {
            assertThat(response).hasToString("StreamedResponse[200]");
        }
    }

    @Test
    void downloads_linkFromElsewhere_isFetched() throws Exception {
        server.enqueue(new MockResponse.Builder().body("hello").build());
        Path file = folder.resolve("f.txt");
        URI link = server.url("/CANARYpath/f?sig=CANARY").uri();
        DownloadedFile done = Download.of(link, new OkHttpClient()).saveTo(file);
        assertThat(done.bytes()).isEqualTo(5);
        assertThat(Files.readString(file)).isEqualTo("hello");
        assertThat(Download.of(link, new OkHttpClient()).downloadUrl().reveal()).isEqualTo(link);
        assertThat(Download.of(link, new OkHttpClient()).toString())
                .startsWith("Download[link ")
                .doesNotContain("CANARY");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void close_downloadUnderWay_endsIt(boolean byLink) throws Exception {
        try (ScriptedServer storage = new ScriptedServer()) {
            storage.then((socket, out) -> { // more than a chunk, which is handed over at once, and then nothing
                out.write(ScriptedServer.head(200, "text/csv", 1_000_000));
                out.write(new byte[200_000]);
                out.flush();
                return storage.stall().give(socket, out);
            });
            ApiClient client = TestApi.client(byLink ? "http://127.0.0.1:1" : storage.url())
                    .build();
            Download fromApi = client.transport().download(TestApi.FILE, TestApi.Ask.NOTHING);
            Download download =
                    byLink ? fromApi.startingWith(SignedUrl.of(URI.create(storage.url() + "/f?sig=CANARY"))) : fromApi;
            assertThatThrownBy(() -> download.forEachChunk((chunk, position) -> {
                        chunk.position(chunk.limit());
                        client.close();
                    }))
                    .isInstanceOf(CanceledException.class)
                    .hasMessage("TestClient is closed");
            assertThat(storage.take().line())
                    .isEqualTo("GET " + (byLink ? "/f?sig=CANARY" : "/things/t-1/file") + " HTTP/1.1");
            assertThat(storage.count()).isZero();
        }
    }

    private StreamedExchange exchange(OkHttpClient client, Map<String, String> headers) {
        return StreamOpener.of(client).open(server.url("/f?sig=CANARY").uri(), headers);
    }

    /** Adds a credential in every way OkHttp offers. */
    private static OkHttpClient credulous() {
        Interceptor adds = chain -> chain.proceed(chain.request()
                .newBuilder()
                .header("Authorization", "Bearer " + KEY)
                .build());
        return new OkHttpClient.Builder()
                .addInterceptor(adds)
                .addNetworkInterceptor(adds)
                .authenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Authorization", KEY)
                        .build())
                .cookieJar(new CookieJar() {
                    @Override
                    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}

                    @Override
                    public List<Cookie> loadForRequest(HttpUrl url) {
                        return List.of(new Cookie.Builder()
                                .name("session")
                                .value(KEY)
                                .domain(url.host())
                                .build());
                    }
                })
                .build();
    }
}
