package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static io.github.analytics4j.client.ScriptedServer.raw;
import static io.github.analytics4j.client.ScriptedServer.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.RedirectRefusedException;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.DownloadException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.UnreadableResponseException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole responses whose bytes are not what they should be: decoded, or named as what they are, and asked for once. */
class ContentCodingTest {
    private static final String JSON = "application/json";

    private ScriptedServer server;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        client = TestApi.client(server.url()).time(new FakeTime()).build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private interface Coding {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] coded(Coding coding, byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = coding.over(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    static byte[] gzip() {
        return coded(GZIPOutputStream::new, TestApi.GOOD.getBytes(StandardCharsets.UTF_8));
    }

    private Invocation<Map<String, Long>> get() {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    private void assertUnreadable(ScriptedServer.Response answer, String said) {
        for (boolean async : new boolean[] {false, true}) {
            server.then(answer);
            int before = server.count();
            UnreadableResponseException failure = catchThrowableOfType(UnreadableResponseException.class, () -> {
                Object unused = async ? Futures.joined(get().executeAsync()) : get().execute();
            });
            assertThat(failure).hasMessageContaining(said);
            assertThat(failure.attempts()).hasSize(1);
            assertThat(server.count()).isEqualTo(before + 1);
        }
    }

    @Test
    void gzip_withAWrongChecksum_isNamed() {
        byte[] body = gzip();
        body[body.length - 6] ^= 1;
        assertUnreadable(
                whole(200, JSON, body, "Content-Encoding: gzip"),
                "the response (200, application/json) could not be read: the checksum of its gzip is wrong");
        byte[] length = gzip();
        length[length.length - 1] ^= 1;
        assertUnreadable(whole(200, JSON, length, "Content-Encoding: gzip"), "the checksum of its gzip is wrong");
    }

    @Test
    void gzip_thatEndsTooEarly_isNamed() {
        byte[] half = Arrays.copyOf(gzip(), gzip().length - 12);
        assertUnreadable(whole(200, JSON, half, "Content-Encoding: gzip"), "its compression ends too early");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, -1, -8})
    void gzip_thatEndsInItsHeadOrInItsChecksum_isNamed(int length) {
        byte[] cut = Arrays.copyOf(gzip(), length < 0 ? gzip().length + length : length);
        assertUnreadable(whole(200, JSON, cut, "Content-Encoding: gzip"), "its compression ends too early");
        assertUnreadable(whole(200, JSON, cut, "Content-Encoding: x-gzip"), "its compression ends too early");
    }

    @Test
    void deflate_thatEndsTooEarly_isNamed() {
        byte[] body = coded(DeflaterOutputStream::new, TestApi.GOOD.getBytes(StandardCharsets.UTF_8));
        byte[] half = Arrays.copyOf(body, body.length / 2);
        assertUnreadable(whole(200, JSON, half, "Content-Encoding: deflate"), "its compression ends too early");
    }

    @Test
    void gzip_thatIsNone_isNamed() {
        assertUnreadable(
                whole(200, JSON, TestApi.GOOD.getBytes(StandardCharsets.UTF_8), "Content-Encoding: gzip"),
                "it is said to be gzip and is not");
        byte[] body = gzip();
        body[12] ^= 0x7f;
        assertUnreadable(whole(200, JSON, body, "Content-Encoding: gzip"), "could not be read: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "compress", "gzip, br", "made up; or worse"})
    void coding_thatNobodyAskedFor_isNamed(String coding) {
        assertUnreadable(
                whole(200, JSON, new byte[] {1, 2, 3}, "Content-Encoding: " + coding),
                "the body is encoded (" + (coding.contains("up") ? "by an unknown name" : coding.replace("gzip, ", ""))
                        + "), which was not asked for and cannot be decoded");
    }

    @Test
    void coding_thatJavaKnows_isUndone() {
        byte[] plain = TestApi.GOOD.getBytes(StandardCharsets.UTF_8);
        server.then(
                whole(200, JSON, gzip(), "Content-Encoding: GZIP"),
                whole(200, JSON, gzip(), "Content-Encoding: x-gzip"),
                whole(200, JSON, coded(DeflaterOutputStream::new, plain), "Content-Encoding: deflate"),
                whole(200, JSON, plain, "Content-Encoding: identity"),
                whole(200, JSON, coded(GZIPOutputStream::new, gzip()), "Content-Encoding: gzip, gzip"));
        for (int i = 0; i < 5; i++) {
            ApiResponse<Map<String, Long>> response = get().response();
            assertThat(response.value()).isEqualTo(TestApi.VALUE);
            assertThat(response.body()).isEqualTo(TestApi.GOOD);
        }
    }

    @Test
    void coding_thatAnInterceptorAskedFor_isUndone() {
        OkHttpClient asking = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Accept-Encoding", "gzip")
                        .build()))
                .build();
        server.then(whole(200, JSON, gzip(), "Content-Encoding: gzip"));
        try (ApiClient own = TestApi.client(server.url()).httpClient(asking).build()) {
            assertThat(own.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .isEqualTo(TestApi.VALUE);
        }
    }

    @Test
    void coding_ofARefusal_doesNotHideIt() {
        byte[] said = coded(GZIPOutputStream::new, "{\"detail\":\"no such plan\"}".getBytes(StandardCharsets.UTF_8));
        server.then(whole(400, JSON, said, "Content-Encoding: x-gzip"));
        assertThat(catchThrowableOfType(ApiException.class, () -> get().execute()))
                .hasMessageContaining("the server says: no such plan");
        server.then(whole(501, JSON, new byte[] {1, 2, 3}, "Content-Encoding: br"));
        assertThat(catchThrowableOfType(ServerException.class, () -> get().execute()))
                .hasMessageContaining("the body is encoded (br)");
    }

    @Test
    void acceptEncoding_ofTheCaller_isRefused() {
        Ask asking = Ask.NOTHING.with(RequestOptions.of(o -> o.extraHeader("accept-Encoding", "br")));
        assertThatThrownBy(() -> client.transport().prepare(TestApi.GET, asking))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("the header accept-Encoding is set by the client");
    }

    @Test
    void status204_withABody_isNamed() {
        assertUnreadable(json(204, TestApi.GOOD), "it announces a body, which a 204 cannot have");
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK/-5", "403 Forbidden/-5", "500 Down/ -9223372036854775808"})
    void lengthBelowNothing_isNamed(String answer) {
        String[] parts = answer.split("/");
        assertUnreadable(
                raw("HTTP/1.1 " + parts[0] + "\r\nContent-Type: application/json\r\nContent-Length: " + parts[1]
                        + "\r\n\r\n" + TestApi.GOOD),
                "its Content-Length is negative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Connection: Upgrade\r\nUpgrade: websocket\r\n", "Content-Length: 0\r\n"})
    void status101_isNamedAndItsConnectionLeft(String headers) {
        ScriptedServer.Response switched = (socket, out) -> {
            String whatFollows =
                    new String(ScriptedServer.head(200, JSON, 11), StandardCharsets.UTF_8) + "{\"total\":9}";
            out.write(("HTTP/1.1 101 Switching\r\n" + headers + "\r\n" + whatFollows).getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        };
        assertUnreadable(switched, "it switches to another protocol, which was not asked for");
        server.then(json(200, TestApi.GOOD));

        assertThat(get().execute()).isEqualTo(TestApi.VALUE);
        assertThat(server.accepted()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"101 Switching", "204 None\r\nContent-Length: 3", "200 OK\r\nContent-Length: -5"})
    void download_ofAResponseThatCannotBe_isNamed(String answer) {
        server.then(json(302, "", "Location: " + server.url() + "/file"), raw("HTTP/1.1 " + answer + "\r\n\r\n"));

        assertThatThrownBy(() -> client.transport()
                        .download(TestApi.FILE, Ask.NOTHING)
                        .with(o -> o.maxFruitlessTries(1))
                        .transferTo(new ByteArrayOutputStream()))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("the response (" + answer.substring(0, 3) + ") could not be read: ");
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void status304_isNoRedirect() {
        for (boolean async : new boolean[] {false, true}) {
            server.then(whole(304, JSON, new byte[0]));
            ApiException failure = catchThrowableOfType(ApiException.class, () -> {
                Object unused = async ? Futures.joined(get().executeAsync()) : get().execute();
            });
            assertThat(failure)
                    .isNotInstanceOf(RedirectRefusedException.class)
                    .hasMessageContaining("304: the server says that nothing changed since an earlier copy");
            assertThat(failure.attempts()).hasSize(1);
        }
    }

    @Test
    void charset_thatNobodyKnows_isNamed() {
        assertUnreadable(
                whole(200, "application/json; charset=klingon", "\u00e6\u00f8".getBytes(StandardCharsets.ISO_8859_1)),
                "; its charset is said to be klingon, which cannot be read, and it was taken for UTF-8");
    }

    private void assertRedirect(String base, String location, String said) {
        server.then(json(301, "", "Location: " + location));
        try (ApiClient there = TestApi.client(base).build()) {
            assertThat(catchThrowableOfType(
                            RedirectRefusedException.class,
                            () -> there.transport()
                                    .prepare(TestApi.GET, Ask.NOTHING)
                                    .execute()))
                    .hasMessage("test.things.list: 301: " + said);
        }
    }

    @Test
    void redirect_onTheSameHost_saysWhatToChangeInTheBaseUrl() {
        String here = server.url();
        assertRedirect(
                here + "/api",
                here.replace("http:", "https:") + "/api/things/?page=2",
                "the server wants https, and API calls follow no redirect; set the base URL to "
                        + here.replace("http:", "https:") + "/api");
        assertRedirect(
                here,
                here.replace("http://", "http://somebody:secret@") + "/v2/things/",
                "the API is at another address, and API calls follow no redirect; set the base URL to " + here + "/v2");
        assertRedirect(
                here,
                "/v2/things/",
                "the API is at another address, and API calls follow no redirect; set the base URL to " + here + "/v2");
        assertRedirect(
                here + "/api/",
                "/api/things",
                "the server points elsewhere on the same host, and API calls do not follow: to the same address without a "
                        + "slash at its end, which the API does not ask for; set the base URL to the API instead of to "
                        + "what stands before it at " + here + "/api");
        assertRedirect(
                here,
                here.replace("http:", "https:") + "/things",
                "the server wants https, and API calls follow no redirect; set the base URL to "
                        + here.replace("http:", "https:"));
        assertRedirect(
                here,
                "/things/",
                "the server points elsewhere on the same host, and API calls do not follow, so that the key stays with "
                        + "its host; check the base URL");
    }
}
