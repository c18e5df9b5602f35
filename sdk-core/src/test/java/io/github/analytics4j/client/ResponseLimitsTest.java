package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.head;
import static io.github.analytics4j.client.ScriptedServer.json;
import static io.github.analytics4j.client.ScriptedServer.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.ClientOptions.ResponseLimits;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.JsonLimits;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server could do to us, and where it ends. */
@Timeout(30)
class ResponseLimitsTest {
    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    private Invocation<Map<String, Long>> get(ResponseLimits limits) {
        ApiClient client = TestApi.client(server.url())
                .retry(RetryPolicy.NONE)
                .options(o -> o.limits(limits))
                .build();
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    private static ResponseLimits bytes(long max) {
        return ResponseLimits.DEFAULT.maxBytes(max);
    }

    private static byte[] gzip(byte[] start, int kilobytesOfBlanks) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(start);
            byte[] blanks = " ".repeat(1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < kilobytesOfBlanks; i++) {
                out.write(blanks);
            }
        }
        return packed.toByteArray();
    }

    private static ScriptedServer.Response gzipped(byte[] packed) {
        return (socket, out) -> {
            out.write(head(200, "application/json", packed.length, "Content-Encoding: gzip"));
            out.write(packed);
            out.flush();
            return true;
        };
    }

    @Test
    void gzip_goodAnswer_isReadAndItsTextIsShown() throws IOException {
        server.then(gzipped(gzip(TestApi.GOOD.getBytes(StandardCharsets.UTF_8), 0)));

        ApiResponse<?> response = get(ResponseLimits.DEFAULT).response();

        assertThat(response.value()).isEqualTo(TestApi.VALUE);
        assertThat(response.body()).isEqualTo(TestApi.GOOD);
    }

    @Test
    void gzip_bomb_endsAtTheLimit() throws IOException {
        byte[] bomb = gzip("{".getBytes(StandardCharsets.UTF_8), 64 << 10); // 64 MiB out of 64 KiB
        server.then(gzipped(bomb), gzipped(bomb));

        assertThatThrownBy(() -> get(bytes(1 << 20)).execute())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage(
                        "test.things.list: the response (200, application/json) could not be read: "
                                + "the body is larger than 1048576 bytes, the limit of this client; ResponseLimits.maxBytes can be raised");
        assertThatThrownBy(() -> get(bytes(1 << 20)).response()).isInstanceOf(UnreadableResponseException.class);
    }

    @Test
    void gzip_broken_isAnAnswerThatCannotBeRead_andTriedOnce() {
        server.then(gzipped("not gzip at all, but long enough".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> get(ResponseLimits.DEFAULT).execute())
                .isInstanceOfSatisfying(
                        UnreadableResponseException.class,
                        e -> assertThat(e.attempts()).hasSize(1));
    }

    @Test
    void body_largerThanTheDefault_needsOneLimitRaised() {
        byte[] large = ("{\"total\":3" + " ".repeat(33 << 20) + "}").getBytes(StandardCharsets.UTF_8);
        server.times(2, whole(200, "application/json", large));

        assertThatThrownBy(() -> get(ResponseLimits.DEFAULT).execute())
                .hasMessageEndingWith("ResponseLimits.maxBytes can be raised");
        assertThat(get(bytes(64 << 20)).execute()).isEqualTo(TestApi.VALUE);
    }

    @Test
    void json_overALimit_namesTheOneToRaise() {
        ResponseLimits small = ResponseLimits.DEFAULT.json(
                JsonLimits.DEFAULT.maxDepth(3).maxElements(5).maxStringBytes(1_000));
        String text = "\"" + "x".repeat(20_000) + "\"";
        server.then(
                json(200, "{\"a\":[[[[1]]]]}"),
                json(200, "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6}"),
                json(200, "{\"a\":" + text + "}"));

        for (String option : List.of("maxDepth", "maxElements", "maxStringBytes")) {
            assertThatThrownBy(() -> get(small).execute())
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageEndingWith("; JsonLimits." + option + " can be raised");
        }
    }

    @Test
    void body_endless_endsAtTheLimit() {
        server.then((socket, out) -> endless(out));

        assertThatThrownBy(() -> get(bytes(100_000)).execute())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageEndingWith(
                        "the body is larger than 100000 bytes, the limit of this client; ResponseLimits.maxBytes can be raised");
    }

    private static boolean endless(OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        byte[] chunk = ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(StandardCharsets.UTF_8);
        while (true) {
            out.write(chunk);
        }
    }

    @Test
    void errorBody_endless_isCutAndStaysARefusal() {
        server.then((socket, out) -> {
            out.write("HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(chunk);
            }
        });

        assertThatThrownBy(() -> get(ResponseLimits.DEFAULT).execute())
                .isInstanceOfSatisfying(
                        ServerException.class,
                        failure -> assertThat(failure.body()).hasSize(64 << 10))
                .hasMessage("test.things.list: 500: the server failed; the server says: " + "x".repeat(200) + "…");
    }

    @Test
    void errorBody_nestedDeep_isQuotedAndNotRead() {
        server.then(json(500, "[".repeat(60_000)));

        assertThatThrownBy(() -> get(ResponseLimits.DEFAULT).execute())
                .isInstanceOf(ServerException.class)
                .hasMessage("test.things.list: 500: the server failed; the server says: " + "[".repeat(200) + "…");
    }

    @Test
    void headers_tooMany_areRefused() {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            headers.add("X-" + i + ": y");
        }
        server.then(json(200, TestApi.GOOD, headers.toArray(new String[0])));

        assertThatThrownBy(() -> get(ResponseLimits.DEFAULT).execute())
                .hasMessage(
                        "test.things.list: the response (200, application/json) could not be read: "
                                + "it has 302 headers, and the limit of this client is 200; ResponseLimits.maxHeaders can be raised");
    }

    @Test
    void headers_tooLarge_areRefused() {
        server.then(json(200, TestApi.GOOD, "X-Large: " + "y".repeat(70_000)));

        assertThatThrownBy(() -> get(ResponseLimits.DEFAULT).execute())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining("its headers have 70")
                .hasMessageEndingWith(
                        "bytes, and the limit of this client is 65536; ResponseLimits.maxHeaderBytes can be raised");
    }

    @Test
    void headers_endless_endTheExchange() {
        server.then((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.UTF_8));
            byte[] header = ("X: " + "y".repeat(1000) + "\r\n").getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(header);
            }
        });

        assertThatThrownBy(() -> get(ResponseLimits.DEFAULT).execute()).isInstanceOf(NoResponseException.class);
    }

    @Test
    void limits_nonsense_isRefused() {
        assertThatThrownBy(() -> bytes(0)).hasMessage("ResponseLimits: every limit must be at least 1");
    }
}
