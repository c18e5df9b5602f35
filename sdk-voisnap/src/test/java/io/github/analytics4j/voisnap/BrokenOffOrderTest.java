package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.sockets.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An order whose response names the report and breaks after that, against a raw socket: the id is told. */
@Timeout(20)
class BrokenOffOrderTest {
    private static final String BODY = "{\"reportId\":\"rep_1\",\"status\":\"gen";
    private static final String WHOLE = "{\"reportId\":\"rep_1\",\"status\":\"generating\"}";
    private static final String TOLD = "; the report was ordered, and its id seems to be rep_1:"
            + " withId goes on with it, and it was not ordered again";

    private final AtomicInteger orders = new AtomicInteger();
    private volatile byte[] response = {};
    private volatile boolean stalls;
    private final RawServer server = new RawServer(this::serve);

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private boolean serve(String head, Socket socket) throws IOException {
        RawServer.body(head, socket);
        orders.incrementAndGet();
        socket.getOutputStream().write(response);
        if (!stalls) {
            socket.shutdownOutput();
        }
        InputStream in = socket.getInputStream();
        while (in.read() >= 0) {
            // until the client goes
        }
        return false;
    }

    private void respond(String status, String headers, byte[] body) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        all.write(body);
        response = all.toByteArray();
    }

    private void respond(String status, String headers, String body) throws IOException {
        respond(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private <T extends SdkException> void assertFails(Class<T> type, Consumer<T> check) {
        Consumer<CreateReportRequest.Builder> order = ReportSandbox.june();
        try (VoisnapClient client = VoisnapClient.builder()
                .baseUrl(server.url())
                .apiKey("k-1234567890abcdef")
                .attemptTimeout(Duration.ofSeconds(2))
                .build()) {
            T sync = catchThrowableOfType(type, () -> client.reports().create(order));
            CompletionException async = catchThrowableOfType(
                    CompletionException.class,
                    () -> client.reports().createAsync(order).join());
            check.accept(sync);
            check.accept(type.cast(async.getCause()));
        }
        assertThat(orders).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void create_bodyShorterThanItsLength_tellsTheId(boolean stalled) throws IOException {
        stalls = stalled;
        respond("202 Accepted", "Content-Length: 400\r\n", BODY);

        assertFails(NoResponseException.class, failure -> {
            assertThat(failure).hasMessageEndingWith(TOLD);
            assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
            assertThat(failure.rawText()).contains(BODY);
        });
    }

    @Test
    void create_chunksWithoutTheirEnd_tellsTheId() throws IOException {
        String size = Integer.toHexString(WHOLE.length());
        respond("202 Accepted", "Transfer-Encoding: chunked\r\n", size + "\r\n" + WHOLE + "\r\n");

        assertFails(NoResponseException.class, failure -> assertThat(failure).hasMessageEndingWith(TOLD));
    }

    @Test
    void create_gzipWithAWrongChecksum_tellsTheId() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(WHOLE.getBytes(StandardCharsets.UTF_8));
        }
        byte[] body = packed.toByteArray();
        body[body.length - 6] ^= 1;
        respond("202 Accepted", "Content-Encoding: gzip\r\nContent-Length: " + body.length + "\r\n", body);

        assertFails(
                UnreadableResponseException.class,
                failure -> assertThat(failure)
                        .hasMessageContaining("the checksum of its gzip is wrong")
                        .hasMessageEndingWith(TOLD));
    }

    @ParameterizedTest
    @CsvSource({
        "201,/api/v1/reports/rep_1,''",
        "202,https://api.example/api/v1/reports/rep_1/download?x=1,''",
        "201,/api/v1/reports/rep_1,{}",
        "202,/api/v1/reports/rep_1/,{}"
    })
    void create_onlyTheLocationNamesTheReport_tellsTheId(int status, String place, String body) throws IOException {
        respond(status + " OK", "Location: " + place + "\r\nContent-Length: " + body.length() + "\r\n", body);

        assertFails(
                UnreadableResponseException.class,
                failure -> assertThat(failure).hasMessageEndingWith(TOLD));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 500, 504})
    void create_refusalNamesTheReport_saysThatItMayExist(int status) throws IOException {
        respond(status + " No", "Content-Length: " + WHOLE.length() + "\r\n", WHOLE);

        assertFails(ApiException.class, failure -> {
            assertThat(failure)
                    .hasMessageStartingWith("voisnap.reports.create: " + status + ": ")
                    .hasMessageEndingWith("; the report may exist all the same, and its id seems to be rep_1:"
                            + " withId looks for it, and it was not ordered again");
            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.body()).isEqualTo(WHOLE);
        });
    }

    @Test
    void create_refusalWithAnIdOfItsOwn_isLeftAsItIs() throws IOException {
        String body = "{\"error\":{\"id\":\"err_1\"}}";
        respond("500 No", "Content-Length: " + body.length() + "\r\n", body);

        assertFails(
                ServerException.class,
                failure -> assertThat(failure.getMessage()).doesNotContain("may exist"));
    }
}
