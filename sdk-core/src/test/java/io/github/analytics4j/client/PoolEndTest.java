package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Closing the connections ends the calls of all clients on them, as closing each client would. */
@Timeout(20)
class PoolEndTest {
    private static final RetryPolicy PATIENT =
            RetryPolicy.DEFAULT.baseDelay(Duration.ofHours(1)).maxDelay(Duration.ofHours(1));

    /** What a call can wait for. */
    enum Wait {
        PAUSE,
        KEY,
        RATE_LIMIT,
        RESPONSE
    }

    private static Invocation<Map<String, Long>> get(ApiClient client) {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(Wait.class)
    void close_callsOfTwoClientsWait_endsThemAtOnce(Wait wait) throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch noKey = new CountDownLatch(1);
        Recorder events = new Recorder();
        HttpPool pool = HttpPool.create();
        try (ScriptedServer server = new ScriptedServer()) {
            TestApi.Builder builder = TestApi.client(server.url())
                    .pool(pool)
                    .listener(events)
                    .retry(PATIENT)
                    .random(() -> 0.99)
                    .options(o -> o.noDeadline());
            if (wait == Wait.KEY) {
                builder.apiKey(() -> heldBack(asked, noKey));
            }
            if (wait == Wait.RATE_LIMIT) {
                builder.rateLimit(RateLimiter.perMinute(1));
                server.then(json(200, TestApi.GOOD));
            }
            ApiClient one = builder.build();
            if (wait == Wait.RATE_LIMIT) {
                get(one).execute();
            }
            ApiClient two = builder.build().with(o -> o.strict(true));
            server.times(2, wait == Wait.RESPONSE ? server.stall() : json(503, ""));
            CompletableFuture<?> async = get(one).executeAsync();
            CompletableFuture<?> sync = CompletableFuture.supplyAsync(() -> get(two).execute());
            switch (wait) {
                case KEY -> asked.await();
                case RESPONSE -> {
                    server.take();
                    server.take();
                }
                case PAUSE, RATE_LIMIT -> {
                    events.await(wait == Wait.PAUSE ? "retrying" : "waiting");
                    events.await(wait == Wait.PAUSE ? "retrying" : "waiting");
                }
            }

            pool.close();

            for (CompletableFuture<?> call : List.of(async, sync)) {
                assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS))
                        .cause()
                        .isInstanceOf(CanceledException.class)
                        .hasMessage("test.things.list: canceled: its HttpPool was closed");
            }
            assertThatThrownBy(() -> get(two).execute()).hasMessage("the HttpPool of TestClient is closed");
            one.close();
            assertThatThrownBy(() -> get(one).execute()).hasMessage("TestClient is closed");
        } finally {
            noKey.countDown();
        }
    }

    private static String heldBack(CountDownLatch asked, CountDownLatch release) {
        asked.countDown();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return TestApi.KEY;
    }

    @Test
    void close_clientToldOfItsEnd_hearsOfIt() {
        HttpPool pool = HttpPool.create();
        CompletableFuture<String> told = new CompletableFuture<>();
        try (ApiClient client = TestApi.client("http://127.0.0.1:9").pool(pool).build()) {
            Runnable forget = client.onClose(told::complete);

            pool.close();
            pool.close();

            assertThat(told).isCompletedWithValue("its HttpPool was closed");
            forget.run();
        }
    }

    /** The client ends first and its connections after it; only the first is the reason. */
    @Test
    void onClose_clientWithItsOwnConnections_tellsOnce() {
        List<String> told = new ArrayList<>();
        ApiClient client = TestApi.client("http://127.0.0.1:9").build();
        client.onClose(told::add);

        client.close();

        assertThat(told).containsExactly("TestClient was closed");
    }
}
