package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.RateLimitException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Keys that change while a client runs, and the limiter in front of it. */
class KeysAndLimitsTest {
    private final FakeTime time = new FakeTime();

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    private ApiClient client(Supplier<String> keys) {
        return TestApi.client(server.url())
                .apiKey(keys)
                .time(time)
                .random(() -> 0)
                .build();
    }

    private static void get(ApiClient client) {
        assertThat(client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                .isEqualTo(TestApi.VALUE);
    }

    @Test
    void key_refused_isReplacedOnceWithoutAWait() throws InterruptedException {
        Iterator<String> keys = List.of("old", "new").iterator();
        server.then(json(401, ""), json(200, TestApi.GOOD), json(200, TestApi.GOOD));
        try (ApiClient client = client(keys::next)) {
            get(client);
            get(client);
        }

        assertThat(server.take().header("Authorization")).isEqualTo("Bearer old");
        assertThat(server.take().header("Authorization")).isEqualTo("Bearer new");
        assertThat(server.take().header("Authorization")).isEqualTo("Bearer new");
        assertThat(time.waits()).isEmpty();
    }

    @Test
    void key_refusedForAPost_isReplacedToo() {
        Iterator<String> keys = List.of("old", "new").iterator();
        server.then(json(401, ""), json(200, TestApi.GOOD));
        try (ApiClient client = client(keys::next)) {
            client.transport().prepare(TestApi.POST, Ask.NOTHING).execute();
        }
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void key_newOneRefusedAsWell_fails() {
        Iterator<String> keys = List.of("a", "b", "c").iterator();
        server.times(5, json(401, ""));
        try (ApiClient client = client(keys::next)) {
            assertThatThrownBy(() -> get(client))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessage("test.things.list: 401: the key was refused; "
                            + "not tried again after 2 attempts: the new key was refused as well");
        }
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void key_noOtherOne_failsAtOnce() {
        server.then(json(401, ""));
        try (ApiClient client = client(() -> "same")) {
            assertThatThrownBy(() -> get(client)).hasMessage("test.things.list: 401: the key was refused");
        }
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void key_supplierFails_saysSoWithoutItsMessage() {
        Iterator<String> keys = List.of("old").iterator();
        server.then(json(401, ""));
        try (ApiClient client = client(() -> {
            if (!keys.hasNext()) {
                throw new IllegalStateException("vault said canary");
            }
            return keys.next();
        })) {
            assertThatThrownBy(() -> get(client))
                    .hasMessage("test.things.list: 401: the key was refused; not tried again: "
                            + "no new key: the supplier failed with IllegalStateException");
        }
        try (ApiClient client = client(() -> {
            throw new IllegalStateException("vault said canary");
        })) {
            assertThatThrownBy(() -> get(client))
                    .isInstanceOf(NoResponseException.class)
                    .hasMessage("test.things.list: no response from 127.0.0.1: "
                            + "there is no key: its supplier failed with IllegalStateException");
        }
    }

    @Test
    void key_supplierGivesABrokenOne_isRefusedWithoutIt() {
        try (ApiClient client = client(() -> "canary\n")) {
            assertThatThrownBy(() -> get(client))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessage("test.things.list: the API key has a line break at position 7 of 7; "
                            + "copy it again without it");
        }
        assertThat(server.count()).isZero();
    }

    @Test
    void limiter_moreThanItAllows_waitsAndTells() {
        server.times(5, json(200, TestApi.GOOD));
        Recorder events = new Recorder();
        try (ApiClient client = TestApi.client(server.url())
                .time(time)
                .listener(events)
                .rateLimit(RateLimiter.perMinute(2))
                .build()) {
            get(client);
            get(client);
            get(client);
            ApiResponse<?> fourth = client.transport()
                    .prepare(TestApi.GET, Ask.NOTHING)
                    .responseAsync()
                    .join();
            ApiResponse<?> fifth =
                    client.transport().prepare(TestApi.GET, Ask.NOTHING).response();

            assertThat(fourth.attempts().get(0).waitedBefore()).isZero();
            assertThat(fifth.attempts().get(0).waitedBefore()).isEqualTo(Duration.ofSeconds(60));
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(60));
        assertThat(events.all()).contains("waiting 60 s: the rate limit");
    }

    @Test
    void limiter_waitLongerThanTheDeadline_failsAtOnceAndTakesNoPlace() {
        server.times(2, json(200, TestApi.GOOD));
        RateLimiter limiter = RateLimiter.perMinute(1);
        try (ApiClient client = TestApi.client(server.url())
                .time(time)
                .rateLimit(limiter)
                .deadline(Duration.ofSeconds(30))
                .build()) {
            get(client);

            assertThatThrownBy(() -> get(client))
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessage("test.things.list: no good response within the deadline of 30 s, after 0 attempts; "
                            + "the rate limit allows the next request only in 60 s");
            time.advance(Duration.ofSeconds(60));
            get(client);
        }
    }

    @Test
    void limiter_serversHeaders_areBelieved() {
        server.then(
                json(200, TestApi.GOOD, "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1795233617"),
                json(200, TestApi.GOOD));
        try (ApiClient client = TestApi.client(server.url())
                .time(time)
                .rateLimit(RateLimiter.perMinute(100))
                .build()) {
            get(client);
            get(client);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void limiter_sharedByTwoClients_holdsBothBack() {
        server.then(json(429, "", "X-RateLimit-RetryAfter: 20"), json(200, TestApi.GOOD));
        RateLimiter limiter = RateLimiter.perMinute(100);
        try (ApiClient one = TestApi.client(server.url())
                        .time(time)
                        .rateLimit(limiter)
                        .retry(RetryPolicy.NONE)
                        .build();
                ApiClient two = TestApi.client(server.url())
                        .time(time)
                        .rateLimit(limiter)
                        .build()) {
            assertThatThrownBy(() -> get(one)).isInstanceOf(RateLimitException.class);
            get(two);
        }
        assertThat(time.waits()).containsExactly(Duration.ofSeconds(20));
    }

    /** Its calls wait for their place as long as it takes. */
    private ApiClient patient(RateLimiter limiter, Recorder events) {
        return TestApi.client(server.url())
                .rateLimit(limiter)
                .listener(events)
                .options(o -> o.noDeadline())
                .build();
    }

    /** Three calls wait for a minute each, and end before that: who comes next does not wait behind them. */
    @Test
    void limiter_waitsThatAreCanceled_giveTheirPlacesBack() throws InterruptedException {
        server.then(json(200, TestApi.GOOD));
        RateLimiter limiter = RateLimiter.perMinute(1);
        Recorder events = new Recorder();
        try (ApiClient client = patient(limiter, events)) {
            get(client);
            List<CompletableFuture<?>> waiting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                waiting.add(client.transport().prepare(TestApi.GET, Ask.NOTHING).executeAsync());
                events.await("waiting");
            }
            for (CompletableFuture<?> each : waiting) {
                each.cancel(true);
                events.await("finished CanceledException");
            }

            assertThat(limiter.reserve("things", TimeSource.SYSTEM.steady(), null))
                    .isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void limiter_threadsThatAreInterrupted_giveTheirPlacesBack() throws Exception {
        server.then(json(200, TestApi.GOOD));
        RateLimiter limiter = RateLimiter.perMinute(1);
        Recorder events = new Recorder();
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try (ApiClient client = patient(limiter, events)) {
            get(client);
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                calls.add(workers.submit(() -> get(client)));
                events.await("waiting");
            }
            workers.shutdownNow();
            for (Future<?> each : calls) {
                assertThatThrownBy(each::get).hasCauseInstanceOf(CanceledException.class);
            }

            assertThat(limiter.reserve("things", TimeSource.SYSTEM.steady(), null))
                    .isLessThanOrEqualTo(Duration.ofMinutes(1));
        }
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void limiter_callOfAnInterruptedThread_takesNoPlace() {
        server.then(json(200, TestApi.GOOD));
        try (ApiClient client = TestApi.client(server.url())
                .time(time)
                .rateLimit(RateLimiter.perMinute(1))
                .build()) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> get(client)).isInstanceOf(CanceledException.class);
            assertThat(Thread.interrupted()).isTrue();
            get(client);
        }
        assertThat(time.waits()).isEmpty();
    }
}
