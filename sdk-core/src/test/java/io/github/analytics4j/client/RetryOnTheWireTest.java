package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static io.github.analytics4j.client.ScriptedServer.raw;
import static io.github.analytics4j.client.ScriptedServer.reset;
import static io.github.analytics4j.client.ScriptedServer.resetInBody;
import static io.github.analytics4j.client.ScriptedServer.truncated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attempts, waits and reasons against real faults, with the waits recorded and not waited for. */
class RetryOnTheWireTest {
    private final FakeTime time = new FakeTime();
    private ScriptedServer server;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        client = TestApi.client(server.url()).time(time).random(() -> 0.5).build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private Invocation<Map<String, Long>> get() {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    private Invocation<Map<String, Long>> post() {
        return client.transport().prepare(TestApi.POST, Ask.NOTHING);
    }

    @Test
    void get_passingFaults_endsWellWithEveryAttemptToSee() {
        // over a connection that had carried a response before, the reset would cost no attempt
        server.then(
                json(503, "", "Connection: close"),
                reset(),
                truncated("{\"tot", 11),
                json(200, TestApi.GOOD, "X-Request-Id: r4", "X-RateLimit-Limit: 20", "X-RateLimit-Remaining: 7"));

        ApiResponse<Map<String, Long>> response = get().response();

        assertThat(response.value()).isEqualTo(TestApi.VALUE);
        assertThat(time.waits()).containsExactly(millis(250), millis(500), millis(1000));
        assertThat(response.attempts())
                .extracting(Attempt::number, Attempt::status, Attempt::failure, Attempt::waitedBefore)
                .containsExactly(
                        Tuple.tuple(1, 503, "503: the server failed", Duration.ZERO),
                        Tuple.tuple(2, null, "the connection was reset", millis(250)),
                        Tuple.tuple(3, null, "the response broke off", millis(500)),
                        Tuple.tuple(4, 200, null, millis(1000)));
        assertThat(response.requestId()).contains("r4");
        assertThat(response.rateLimit().remaining()).isEqualTo(7L);
        assertThat(response.body()).isEqualTo(TestApi.GOOD);
        assertThat(response.header("x-request-ID")).contains("r4");
        assertThat(response.status()).isEqualTo(200);
        assertThat(server.count()).isEqualTo(4);
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void getAsync_passingFaults_doesTheSame() {
        server.then(json(503, "", "Connection: close"), reset(), resetInBody("{\"tot"), json(200, TestApi.GOOD));

        ApiResponse<Map<String, Long>> response = get().responseAsync().join();

        assertThat(response.value()).isEqualTo(TestApi.VALUE);
        assertThat(time.waits()).containsExactly(millis(250), millis(500), millis(1000));
        assertThat(response.attempts()).hasSize(4);
        assertThat(server.count()).isEqualTo(4);
    }

    /** Neither a length nor chunks: the end of the connection is all that ends the body. */
    private static ScriptedServer.Response unframed(String body) {
        return raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body);
    }

    @Test
    void get_connectionThatEndsBeforeTheDocument_isAskedForAgain() {
        server.then(unframed("{\"tot"), unframed(TestApi.GOOD));

        ApiResponse<Map<String, Long>> response = get().response();

        assertThat(response.value()).isEqualTo(TestApi.VALUE);
        assertThat(response.attempts()).extracting(Attempt::failure).containsExactly("the response broke off", null);
    }

    @Test
    void post_connectionThatEndsBeforeTheDocument_isSentOnceAndMayHaveBeenCarriedOut() {
        server.then(unframed("{\"tot"));

        NoResponseException failure = catchThrowableOfType(NoResponseException.class, () -> post().execute());

        assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void get_unframedBodyThatIsNoJson_failsAtOnce() {
        server.then(unframed("<html></html>"));

        assertThat(catchThrowableOfType(UnreadableResponseException.class, () -> get().execute()))
                .isNotNull();
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void get_lastingFault_failsWithTheLastOneAfterFourAttempts() {
        server.times(9, json(502, "{\"detail\":\"Bad gateway\"}"));

        ServerException failure = catchThrowableOfType(ServerException.class, () -> get().execute());

        assertThat(failure)
                .hasMessage("test.things.list: 502: the server failed; the server says: Bad gateway; "
                        + "not tried again after 4 attempts: 4 attempts are the limit");
        assertThat(failure.attempts()).hasSize(4);
        assertThat(server.count()).isEqualTo(4);
    }

    @Test
    void get_connectionsThatBreak_sayHowOftenItWasTried() {
        server.times(9, reset());

        assertThat(catchThrowableOfType(NoResponseException.class, () -> get().execute()))
                .hasMessage("test.things.list: no response from 127.0.0.1: the connection was reset; "
                        + "not tried again after 4 attempts: 4 attempts are the limit");
        assertThat(server.count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After: 7", "X-RateLimit-RetryAfter: 7", "X-RateLimit-Reset: 1795233607"})
    void get_hint_isWaitedFor(String hint) {
        server.then(json(429, "", hint), json(200, TestApi.GOOD));

        get().execute();

        assertThat(time.waits()).containsExactly(millis(7250));
    }

    @Test
    void get_hintAsDateOnASkewedClock_isWaitedFor() {
        server.then(
                json(503, "", "Date: Sat, 21 Nov 2026 09:00:00 GMT", "Retry-After: Sat, 21 Nov 2026 09:00:05 GMT"),
                json(200, TestApi.GOOD));

        get().execute();

        assertThat(time.waits()).containsExactly(millis(5250));
    }

    @Test
    void get_hintAboveTheCap_failsAtOnceAndSaysWhenToComeBack() {
        server.then(json(429, "", "X-RateLimit-RetryAfter: 3600"));

        RateLimitException failure = catchThrowableOfType(RateLimitException.class, () -> get().execute());

        assertThat(failure)
                .hasMessage("test.things.list: 429: too many requests; come back in 1 h, at 2026-11-21T05:00:00Z; "
                        + "not tried again: the server asks to wait 1 h, more than the cap of 60 s");
        assertThat(time.waits()).isEmpty();
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void get_serverUnavailableWithRetryAfterZero_isOneAttemptOnTheWireEach() {
        server.then(json(503, "", "Retry-After: 0"), json(200, TestApi.GOOD));

        ApiResponse<?> response = get().response();

        assertThat(response.attempts()).hasSize(2);
        assertThat(time.waits()).containsExactly(millis(250));
        assertThat(server.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 500, 502, 503, 504, 522})
    void post_thatMayHaveActed_isSentOnce(int status) {
        server.then(json(status, ""), json(200, TestApi.GOOD));

        assertThat(catchThrowableOfType(ApiException.class, () -> post().execute())
                        .getMessage())
                .endsWith("; not tried again: it may have been carried out, and would be carried out twice");
        assertThat(server.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void post_refusedBeforeActing_isSentAgain(int status) {
        server.then(json(status, "", "Retry-After: 0"), json(201, TestApi.GOOD));

        assertThat(post().response().attempts()).hasSize(2);
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void post_bare503_isSentAgainIfTheCallerSaysSo() {
        server.then(json(503, ""), json(201, TestApi.GOOD));

        try (ApiClient careless = client.with(o -> o.retry(RetryPolicy.DEFAULT.postsAfterBare503(true)))) {
            assertThat(careless.transport()
                            .prepare(TestApi.POST, Ask.NOTHING)
                            .response()
                            .attempts())
                    .hasSize(2);
        }
        assertThat(server.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {425, 507, 522, 529})
    void get_statusThatMayPass_isAskedForAgain(int status) {
        server.then(json(status, ""), json(200, TestApi.GOOD));

        assertThat(get().response().attempts()).hasSize(2);
    }

    @Test
    void post_answerLost_isSentOnce() {
        server.then(reset(), json(200, TestApi.GOOD));
        assertThat(catchThrowableOfType(NoResponseException.class, () -> post().execute())
                        .mayHaveBeenCarriedOut())
                .isTrue();

        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void postAsync_answerBreaksOff_isSentOnce() {
        server.then(resetInBody("{"), json(200, TestApi.GOOD));

        assertThatThrownBy(() -> post().executeAsync().join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(NoResponseException.class)
                .hasMessageContaining("; it may have been carried out; not tried again: ");
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void post_connectionRefused_isTriedAgainSinceNothingWasSent() throws IOException {
        NoResponseException failure;
        try (Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)); // so nobody else can listen there
            String nobody = "http://127.0.0.1:" + taken.getLocalPort();
            try (ApiClient refused =
                    TestApi.client(nobody).time(time).random(() -> 0.5).build()) {
                failure = catchThrowableOfType(
                        NoResponseException.class,
                        () -> refused.transport()
                                .prepare(TestApi.POST, Ask.NOTHING)
                                .execute());
            }
        }

        assertThat(failure)
                .hasMessage(
                        "test.things.create: no response from 127.0.0.1: the connection was refused; nothing was sent; "
                                + "not tried again after 4 attempts: 4 attempts are the limit");
        assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
        assertThat(time.waits()).hasSize(3);
    }

    @Test
    void get_brokenJson_isNotAskedForAgain() {
        server.then(json(200, "{\"total\":"), json(200, TestApi.GOOD));

        assertThat(catchThrowableOfType(UnreadableResponseException.class, () -> get().execute())
                        .attempts())
                .hasSize(1);
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void get_manyCallsInAnOutage_areNotMultiplied() {
        server.times(1000, json(503, ""));

        try (ApiClient eager =
                TestApi.client(server.url()).time(time).random(() -> 0).build()) {
            for (int i = 0; i < 100; i++) {
                assertThatThrownBy(() -> eager.transport()
                                .prepare(TestApi.GET, Ask.NOTHING)
                                .execute())
                        .isInstanceOf(ServerException.class);
            }
        }

        assertThat(server.count()).isEqualTo(150); // a hundred calls, and the fifty retries of the budget
    }

    @Test
    void get_failedBody_isClosedBeforeTheWait() {
        server.then(json(503, "x".repeat(1000)), json(200, TestApi.GOOD));

        get().execute();

        assertThat(server.openConnections()).isEqualTo(1); // the second attempt went over the first one's connection
    }
}
