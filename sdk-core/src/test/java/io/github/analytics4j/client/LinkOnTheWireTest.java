package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static io.github.analytics4j.client.ScriptedServer.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.client.ScriptedServer.Received;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.download.Download;
import io.github.analytics4j.error.ApiException.NotFoundException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.DownloadException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files: the API is asked for the link with the key, the storage host is asked without. */
@Timeout(20)
class LinkOnTheWireTest {
    private static final byte[] FILE = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    private final FakeTime time = new FakeTime();
    private ScriptedServer api;
    private ScriptedServer storage;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        api = new ScriptedServer();
        storage = new ScriptedServer();
        client = TestApi.client(api.url()).time(time).random(() -> 0.5).build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        api.close();
        storage.close();
    }

    private Download download() {
        return client.transport().download(TestApi.FILE, Ask.NOTHING);
    }

    private ScriptedServer.Response redirect() {
        return json(302, "", "Location: " + storage.url() + "/bucket/f?signature=canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 what %s", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Encoding: %s"})
    void download_storageRepeatsWhatSignsTheLink_isNotTold(String response) {
        String signature = "0f".repeat(32);
        api.times(2, json(302, "", "Location: " + storage.url() + "/f?x=1&X-Amz-Signature=" + signature));
        storage.times(2, ScriptedServer.raw(response.formatted(signature) + "\r\n\r\na,b"));

        Throwable failure = catchThrowable(
                () -> download().with(o -> o.maxFruitlessTries(2)).transferTo(new ByteArrayOutputStream()));

        StringWriter told = new StringWriter();
        failure.printStackTrace(new PrintWriter(told));
        assertThat(told.toString()).contains("DownloadException").contains("…").doesNotContain(signature);
    }

    @Test
    void download_link_carriesTheKeyToTheApiAlone() throws InterruptedException {
        api.then(json(503, ""), redirect());
        storage.then(whole(200, "text/csv", FILE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(download().transferTo(out)).isEqualTo(FILE.length);

        assertThat(out.toByteArray()).isEqualTo(FILE);
        api.take();
        Received asked = api.take();
        assertThat(asked.line()).isEqualTo("GET /things/t-1/file HTTP/1.1");
        assertThat(asked.header("Authorization")).isEqualTo("Bearer " + TestApi.KEY);
        assertThat(asked.header("Accept-Encoding")).isEqualTo("identity");
        Received fetched = storage.take();
        assertThat(fetched.line()).isEqualTo("GET /bucket/f?signature=canary HTTP/1.1");
        assertThat(fetched.header("Authorization")).isNull();
        assertThat(fetched.header("User-Agent")).doesNotContain("analytics4j");
        assertThat(time.waits()).contains(Duration.ofMillis(250));
    }

    /** OkHttp reads the hint of a 503 itself, as an int, and sends again on its own after zero seconds. */
    @ParameterizedTest
    @CsvSource({"503,0", "503,00", "503,2147483648", "503,99999999999999999999", "408,0", "429,99999999999"})
    void download_storageIsBusy_isAskedOncePerTry(int status, String hint) {
        storage.times(9, json(status, "", "Retry-After: " + hint));
        URI link = URI.create(storage.url() + "/f?sig=canary");

        assertThatThrownBy(() -> Download.of(link, new OkHttpClient())
                        .with(o -> o.maxFruitlessTries(1))
                        .transferTo(new ByteArrayOutputStream()))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("1 tries in a row brought no new byte; the last: it answered " + status);

        assertThat(storage.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2147483648", "99999999999999999999"})
    void download_storageIsBusyAtFirst_isTriedAgain(String hint) {
        api.times(2, redirect());
        storage.then(json(503, "", "Retry-After: " + hint), whole(200, "text/csv", FILE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        download().transferTo(out);

        assertThat(out.toByteArray()).isEqualTo(FILE);
        assertThat(storage.count()).isEqualTo(2);
    }

    @Test
    void download_storageStatesALengthBelowNothing_isToldAndNoLengthOfTheFile() {
        storage.times(
                9, ScriptedServer.raw("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nContent-Length: -5\r\n\r\na,b\n"));

        assertThatThrownBy(() -> Download.of(URI.create(storage.url() + "/f?sig=canary"), new OkHttpClient())
                        .with(o -> o.maxFruitlessTries(1))
                        .transferTo(new ByteArrayOutputStream()))
                .isInstanceOf(DownloadException.class)
                .hasMessageContaining("1 tries in a row brought no new byte");
        assertThat(storage.count()).isEqualTo(1);
    }

    @Test
    void download_bytesFromTheApiItself_areTaken() {
        api.then(whole(200, "text/csv", FILE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        download().transferTo(out);

        assertThat(out.toByteArray()).isEqualTo(FILE);
    }

    @Test
    void download_refused_isTheSameExceptionAsEverywhere() {
        api.times(20, json(404, "{\"detail\":\"No such report\"}"));

        assertThatThrownBy(() -> download().transferTo(new ByteArrayOutputStream()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("test.things.file: 404: there is nothing at this address; the server says: No such report");
    }

    @Test
    void prepare_lookedAt_sendsNothing() {
        Invocation<Download> prepared = client.transport().prepare(TestApi.FILE, Ask.NOTHING);

        assertThat(prepared.url()).hasToString(api.url() + "/things/t-1/file");
        assertThat(prepared.toCurl())
                .startsWith("curl '" + api.url() + "/things/t-1/file' -H \"Authorization: Bearer $API_KEY\"");
        assertThat(prepared.execute()).isInstanceOf(Download.class);
        assertThat(prepared.executeAsync().join()).isInstanceOf(Download.class);
        assertThat(api.count()).isZero();
    }

    @Test
    void response_raw_showsStatusAndHeadersAndFetchesNothing() {
        api.then(redirect(), redirect());
        Invocation<Download> prepared = client.transport().prepare(TestApi.FILE, Ask.NOTHING);

        ApiResponse<Download> response = prepared.response();

        assertThat(response.status()).isEqualTo(302);
        assertThat(response.header("location")).contains(storage.url() + "/bucket/f?signature=canary");
        assertThat(response.toString()).doesNotContain("canary");
        assertThat(prepared.responseAsync().join().status()).isEqualTo(302);
        assertThat(storage.count()).isZero();
    }

    @Test
    void ask_headersDoNotCome_endsAtTheDeadline() {
        api.times(3, api.stall());
        try (ApiClient hurried = TestApi.client(api.url())
                .attemptTimeout(Duration.ofMillis(100))
                .deadline(Duration.ofMillis(250))
                .random(() -> 0)
                .build()) {
            assertThatThrownBy(() -> hurried.transport()
                            .prepare(TestApi.FILE, Ask.NOTHING)
                            .response())
                    .isInstanceOf(DeadlineExceededException.class);
        }
    }

    @Test
    void download_slowBody_outlivesTheAttemptTimeout() {
        api.then((socket, out) -> {
            out.write(ScriptedServer.head(200, "text/csv", 8));
            for (byte b : FILE) {
                Thread.sleep(40);
                out.write(b);
                out.flush();
            }
            return true;
        });
        try (ApiClient hurried = TestApi.client(api.url())
                .attemptTimeout(Duration.ofMillis(100))
                .deadline(Duration.ofMillis(150))
                .build()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();

            hurried.transport().download(TestApi.FILE, Ask.NOTHING).transferTo(out);

            assertThat(out.toByteArray()).isEqualTo(FILE);
        }
    }

    @Test
    void extras_goToTheApiAlone() throws InterruptedException {
        api.then(redirect());
        storage.then(whole(200, "text/csv", FILE));
        Ask ask = new Ask("a/b", Map.of(), RequestOptions.of(o -> o.extraHeader("X-Team", "blue")));

        client.transport().download(TestApi.FILE, ask).transferTo(new ByteArrayOutputStream());

        Received asked = api.take();
        assertThat(asked.line()).isEqualTo("GET /things/a%2Fb/file HTTP/1.1");
        assertThat(asked.header("X-Team")).isEqualTo("blue");
        assertThat(storage.take().header("X-Team")).isNull();
    }
}
