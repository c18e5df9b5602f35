package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pings of our own engine: a shared connection that answers none is left long before a time-out, one that does is kept. */
@Timeout(30)
class OwnEnginePingTest {
    private static final Duration PING = Duration.ofMillis(200);
    private final HttpPool engine = HttpPool.create(PING, List.of(Protocol.H2_PRIOR_KNOWLEDGE));

    /** A transport of a client with this policy, on the engine with short pings. */
    private Transport transport(RawHttp2Server server) {
        try (ApiClient client = TestApi.client(server.url())
                .attemptTimeout(Duration.ofMinutes(5))
                .options(o -> o.noDeadline())
                .retry(RetryPolicy.NONE)
                .build()) {
            ClientConfig config = ((OkHttpTransport) client.transport()).config();
            return new OkHttpTransport(engine, Lifetime.of("PingTest", engine), config);
        }
    }

    private static RawHttp2Server silentAfterTheFirst() throws IOException {
        AtomicInteger silent = new AtomicInteger();
        return new RawHttp2Server(TestApi.GOOD, (to, stream, number) -> {
            if (number > 1 && silent.getAndIncrement() == 0) {
                to.fallSilent();
            } else {
                to.answer(stream);
            }
        });
    }

    @Test
    void engine_ofOurs_pingsEveryTenSeconds() {
        try (HttpPool usual = HttpPool.create()) {
            assertThat(usual.client(false).pingIntervalMillis()).isEqualTo(10_000);
            assertThat(usual.client(true).pingIntervalMillis()).isEqualTo(10_000);
            assertThat(usual.client(true).protocols()).containsExactly(Protocol.HTTP_2, Protocol.HTTP_1_1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void get_silentConnection_isLeftAfterTwoPingsAndGoesOnAtNoCost(boolean async) throws IOException {
        try (engine;
                RawHttp2Server server = silentAfterTheFirst()) {
            Transport transport = transport(server);
            transport.prepare(TestApi.GET, Ask.NOTHING).execute();
            Invocation<Map<String, Long>> second = transport.prepare(TestApi.GET, Ask.NOTHING);
            long from = System.nanoTime();

            ApiResponse<Map<String, Long>> response =
                    async ? second.responseAsync().join() : second.response();

            assertThat(response.value()).isEqualTo(TestApi.VALUE);
            assertThat(response.attempts()).hasSize(1);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from)).isBetween(100L, 5_000L);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void download_silentConnection_isLeftAfterTwoPings() throws IOException {
        try (engine;
                RawHttp2Server server = silentAfterTheFirst()) {
            Transport transport = transport(server);
            transport.prepare(TestApi.GET, Ask.NOTHING).execute();
            ByteArrayOutputStream file = new ByteArrayOutputStream();

            transport
                    .download(TestApi.FILE, Ask.NOTHING)
                    .with(o -> o.stallTimeout(Duration.ofMinutes(5)))
                    .transferTo(file);

            assertThat(file).hasToString(TestApi.GOOD);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void get_serverThatThinksForLongAndAnswersPings_isWaitedFor() throws IOException {
        try (engine;
                RawHttp2Server server =
                        new RawHttp2Server(TestApi.GOOD, (to, stream, number) -> to.answerAfterPings(stream, 4))) {
            ApiResponse<Map<String, Long>> response =
                    transport(server).prepare(TestApi.GET, Ask.NOTHING).response();

            assertThat(response.attempts()).hasSize(1);
            assertThat(server.accepted()).isEqualTo(1);
            assertThat(server.pings()).isGreaterThanOrEqualTo(4);
        }
    }
}
