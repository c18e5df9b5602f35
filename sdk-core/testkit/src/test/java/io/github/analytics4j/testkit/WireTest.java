package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on the wire around a response. */
@Timeout(60)
class WireTest {
    private final Sandbox sandbox =
            Sandbox.builder().calls(50).compress().admin().start();
    private final SynaptiqSandbox api = sandbox.synaptiq();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static String exchange(URI origin, String request) throws IOException {
        try (Socket socket = new Socket(origin.getHost(), origin.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | true",
                "GZIP | true",
                "x-gzip | true",
                "* | true",
                "br;q=1.0, gzip;q=0.8, *;q=0.1 | true",
                "deflate, *;q=0.5 | true",
                "gzip;q=0, identity | false",
                "gzip; q=0.000, * | false",
                "*;q=0 | false",
                "xgzipx | false",
                "gzip;q=0.1, identity;q=1 | false",
                "identity | false",
                "br | false",
                "gzip;q=much | false",
            })
    void gzip_goesOnlyToClientsThatAcceptIt(String accepted, boolean packed) throws Exception {
        var response = TestClient.bytes(TestClient.request(api.baseUrl() + "/analytics/overview")
                .header("Authorization", "Bearer " + api.apiKey())
                .header("Accept-Encoding", accepted));

        assertThat(response.headers().firstValue("Content-Encoding").isPresent())
                .isEqualTo(packed);
        assertThat(response.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(response.body()[0] == 0x1f).isEqualTo(packed);
    }

    @ParameterizedTest
    @CsvSource({
        "200, OK",
        "202, Accepted",
        "401, Unauthorized",
        "405, Method Not Allowed",
        "429, Too Many Requests",
        "503, Service Unavailable"
    })
    void statusLine_hasThePhraseOfTheStatus(int status, String phrase) throws Exception {
        api.faults()
                .onAny()
                .times(1)
                .show(Fault.status(status).body("text/plain", "x").then(Fault.wrongLength(0)));

        String answer = exchange(api.baseUrl(), "GET /api/v1/analytics/overview HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status + " " + phrase + "\r\n");
    }

    @Test
    void statusWithoutAPhrase_hasNone() throws Exception {
        api.faults()
                .onAny()
                .times(1)
                .show(Fault.status(299).body("text/plain", "x").then(Fault.wrongLength(0)));

        assertThat(exchange(api.baseUrl(), "GET /api/v1/analytics/overview HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 299 \r\n");
    }

    @Test
    void truncatedBody_arrivesUpToItsEnd_whereAnswersAreCompressed() throws Exception {
        api.faults().onAny().times(1).show(Fault.truncatedBody(5));

        String answer = exchange(
                api.baseUrl(),
                "GET /api/v1/analytics/overview HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\nAuthorization: Bearer "
                        + api.apiKey() + "\r\n\r\n");

        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(5).startsWith("{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-5", "99999999999999999999", "5, 6", ""})
    void lengthThatIsNone_is400_andTheConnectionEnds(String length) throws Exception {
        String answer = exchange(
                api.baseUrl(),
                "POST /api/v1/analytics/overview HTTP/1.1\r\nHost: x\r\nContent-Length: " + length + "\r\n\r\nhello");

        assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith("must be a whole number.");
        assertThat(TestClient.get(api, "/analytics/overview").statusCode()).isEqualTo(200);
    }

    /** Who says so reads up to the end of the connection, and would wait for ever. */
    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.0\r\n", "HTTP/1.1\r\nHost: x\r\nConnection: TE, Close\r\nTE: trailers\r\n"})
    void lastRequestOfAConnection_endsIt(String version) throws Exception {
        String answer = exchange(
                api.baseUrl(),
                "GET /api/v1/analytics/overview " + version + "Authorization: Bearer " + api.apiKey() + "\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Connection: close\r\n")
                .endsWith("}");
    }

    @Test
    void bodyOfUnknownLength_hasNoChunksForHttp10() throws Exception {
        api.faults().onAny().times(1).show(Fault.gzipBomb(100_000));

        String answer = exchange(
                api.baseUrl(),
                "GET /api/v1/analytics/overview HTTP/1.0\r\nAuthorization: Bearer " + api.apiKey() + "\r\n\r\n");

        assertThat(answer).doesNotContain("chunked", "Content-Length");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                .startsWith("\u001f\u008b"); // what gzip begins with
    }

    /** As a client does that takes the sandbox for its proxy. */
    @Test
    void wholeAddressInTheRequestLine_isItsPath() throws Exception {
        String answer = exchange(
                api.baseUrl(),
                "GET http://api.example.com/api/v1/analytics/overview HTTP/1.0\r\nAuthorization: Bearer " + api.apiKey()
                        + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
        api.requests().assertArrived("GET /api/v1/analytics/overview");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS *", "CONNECT api.example.com:443"})
    void targetThatIsNoPath_is400(String request) throws Exception {
        String answer =
                exchange(sandbox.synthflow().baseUrl(), request + " HTTP/1.0\r\nAuthorization: Bearer x\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith("such as /v2/calls.");
        assertThat(sandbox.takeFailures()).isEmpty();
    }

    /** The client's handshake is waiting for an answer. */
    @Test
    void httpsWhereThereIsHttp_isAnsweredAtOnce() throws Exception {
        String answer = exchange(api.baseUrl(), "\u0016\u0003\u0001\u0002\u0000\u0001");

        assertThat(answer).startsWith("HTTP/1.1 400 Bad Request\r\n").endsWith("http://, and not https://.");
    }

    /** The body goes out only after the leave to send it, twice on one connection. */
    @Test
    void clientThatWaitsForLeave_getsIt() throws Exception {
        URI admin = sandbox.adminUrl();
        try (Socket socket = new Socket(admin.getHost(), admin.getPort())) {
            socket.setSoTimeout(20_000);
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (int millis = 0; millis < 2; millis++) {
                send(socket, "PUT /latency HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\nExpect: 100-continue\r\n\r\n");
                assertThat(in.readLine()).isEqualTo("HTTP/1.1 100 Continue");
                assertThat(in.readLine()).isEmpty();
                send(socket, "{\"millis\":" + millis + "}");
                assertThat(in.readLine()).isEqualTo("HTTP/1.1 204 No Content");
                while (!in.readLine().isEmpty()) {
                    // the headers of the response
                }
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
