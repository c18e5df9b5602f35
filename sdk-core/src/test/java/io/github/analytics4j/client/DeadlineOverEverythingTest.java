package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static java.lang.Thread.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.retry.RetryPolicy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code of the user's that hangs: a call waits for it as long as its deadline allows, and an async one does not at all. */
@Timeout(20)
class DeadlineOverEverythingTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private int seconds;

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void release() {
        release.countDown();
    }

    private TestApi.Builder client() {
        return TestApi.client(server.url()).deadline(DEADLINE);
    }

    private static Invocation<Map<String, Long>> get(ApiClient client) {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    private <T> T hang(T afterwards) {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return afterwards;
    }

    /** Both forms end at the deadline, and the second does not hold its caller. */
    private static void assertBothEndInTime(ApiClient client, String message) {
        long from = System.nanoTime();
        assertThatThrownBy(() -> get(client).execute())
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining(message);
        assertThat(millisSince(from)).isBetween(250L, 2000L);

        long asked = System.nanoTime();
        CompletableFuture<?> future = get(client).executeAsync();
        assertThat(millisSince(asked)).as("the caller is not held").isLessThan(200);
        assertThatThrownBy(future::join).cause().isInstanceOf(DeadlineExceededException.class);
        assertThat(millisSince(asked)).isBetween(250L, 2000L);
    }

    private static long millisSince(long from) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    }

    @Test
    void supplier_hangs_isWaitedForUntilTheDeadlineAndAskedOnce() {
        server.times(2, json(200, TestApi.GOOD));
        Supplier<String> supplier = () -> hang("key-" + asked.incrementAndGet());
        try (ApiClient client = client().apiKey(supplier).build()) {
            assertBothEndInTime(
                    client,
                    "within the deadline of 300 ms, after 0 attempts; the supplier of the API key has not answered");
            release.countDown();

            assertThat(client.with(o -> o.deadline(Duration.ofSeconds(10)))
                            .transport()
                            .prepare(TestApi.GET, Ask.NOTHING)
                            .execute())
                    .isEqualTo(TestApi.VALUE);
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void supplier_hangsAfterARefusal_isWaitedForUntilTheDeadline() {
        server.times(2, json(401, ""));
        Supplier<String> supplier = () -> asked.incrementAndGet() == 1 ? "old" : hang("new");
        try (ApiClient client = client().apiKey(supplier).build()) {
            assertBothEndInTime(
                    client, "within the deadline of 300 ms, after 1 attempt; the last: 401: the key was refused");
        }
        assertThat(server.count()).isEqualTo(2);
        assertThat(asked).hasValue(2);
    }

    @Test
    void supplier_hangs_cancelAndCloseAndInterruptDoNotWait() throws Exception {
        ApiClient client =
                client().apiKey(() -> hang("key")).options(o -> o.noDeadline()).build();
        CompletableFuture<?> canceled = get(client).executeAsync();
        CompletableFuture<?> closed = get(client).executeAsync();
        CompletableFuture<Throwable> interrupted = new CompletableFuture<>();
        Thread thread = new Thread(() ->
                interrupted.complete(Assertions.catchThrowable(() -> get(client).execute())));
        thread.start();

        assertThat(canceled.cancel(true)).isTrue();
        thread.interrupt();
        assertThat(interrupted.get(5, TimeUnit.SECONDS)).isInstanceOf(CanceledException.class);
        client.close();
        assertThatThrownBy(() -> closed.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CanceledException.class);
        assertThat(server.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void supplier_givesTheRefusedKeyAgain_isAskedOnceForAll(boolean async) {
        server.times(100, json(401, ""));
        List<Throwable> failures = hundred(async, "same");

        assertThat(failures)
                .hasSize(100)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(AuthenticationException.class)
                        .hasMessage("test.things.list: 401: the key was refused"));
        assertThat(server.count()).isEqualTo(100);
        assertThat(asked.get()).isBetween(2, (async ? 2 : 4) + seconds); // a thread may be held up meanwhile
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void supplier_fails_isAskedOnceForAll(boolean async) {
        List<Throwable> failures = hundred(async, null);

        assertThat(failures)
                .hasSize(100)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageEndingWith("there is no key: its supplier failed with IllegalStateException"));
        assertThat(asked.get()).isBetween(1, (async ? 1 : 3) + seconds); // a thread may be held up meanwhile
    }

    /** How a hundred calls fail that all began before the supplier first answered; what it gave is good for a second. */
    private List<Throwable> hundred(boolean async, @Nullable String key) {
        long start = System.nanoTime();
        CountDownLatch begun = new CountDownLatch(100);
        ThreadGroup callers = new ThreadGroup("callers");
        Supplier<String> supplier = () -> {
            asked.incrementAndGet();
            Thread[] all = new Thread[200];
            while (begun.getCount() > 0
                    || Stream.of(all)
                            .limit(callers.enumerate(all))
                            .anyMatch(one -> one.getState().compareTo(WAITING) < 0)) {
                Thread.onSpinWait();
            }
            if (key == null) {
                throw new IllegalStateException("vault is down");
            }
            return key;
        };
        try (ApiClient client =
                client().deadline(Duration.ofSeconds(15)).apiKey(supplier).build()) {
            List<CompletableFuture<?>> calls = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                calls.add(
                        async
                                ? get(client).executeAsync()
                                : CompletableFuture.supplyAsync(
                                        () -> get(client).execute(), task -> new Thread(callers, task).start()));
                begun.countDown();
            }
            List<Throwable> failures = new ArrayList<>();
            calls.forEach(
                    one -> failures.add(Assertions.catchThrowable(one::join).getCause()));
            seconds = (int) TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            return failures;
        }
    }

    @Test
    void supplier_keyIsReplacedLater_isAskedAgainByTheNextCall() {
        server.then(json(401, ""), json(401, ""), json(200, TestApi.GOOD));
        try (ApiClient client = client().apiKey(() -> asked.incrementAndGet() <= 2 ? "old" : "new")
                .build()) {
            assertThatThrownBy(() -> get(client).execute()).isInstanceOf(AuthenticationException.class);
            assertThat(get(client).execute()).isEqualTo(TestApi.VALUE);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void dns_hangs_endsWithTheCall() {
        OkHttpClient users = new OkHttpClient.Builder()
                .dns(host -> hang(List.of(InetAddress.getLoopbackAddress())))
                .build();
        try (ApiClient client = TestApi.client("http://slow.example:" + server.port())
                .allowHttpTo("slow.example")
                .httpClient(users)
                .deadline(DEADLINE)
                .build()) {
            assertBothEndInTime(client, "the last: no connection within ");
        }
        assertThat(server.count()).isZero();
    }

    @Test
    void dns_hangs_attemptTimeoutAndInterruptEndTheWait() throws Exception {
        OkHttpClient users = new OkHttpClient.Builder()
                .dns(host -> hang(List.of(InetAddress.getLoopbackAddress())))
                .build();
        try (ApiClient client = TestApi.client("http://slow.example:" + server.port())
                .allowHttpTo("slow.example")
                .httpClient(users)
                .attemptTimeout(Duration.ofMillis(100))
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ZERO))
                .build()) {
            assertThatThrownBy(() -> get(client).execute()).hasMessageContaining("no connection within 100 ms");

            CompletableFuture<Throwable> interrupted = new CompletableFuture<>();
            Thread thread = new Thread(() -> interrupted.complete(
                    Assertions.catchThrowable(() -> client.with(o -> o.attemptTimeout(Duration.ofMinutes(1)))
                            .transport()
                            .prepare(TestApi.GET, Ask.NOTHING)
                            .execute())));
            thread.start();
            thread.interrupt();
            assertThat(interrupted.get(5, TimeUnit.SECONDS)).isInstanceOf(CanceledException.class);
        }
    }

    /** Hangs at one kind of event. */
    private final class Hanging implements ClientListener {
        private final String at;

        Hanging(String at) {
            this.at = at;
        }

        private void hear(String event) {
            if (event.equals(at)) {
                hang("");
            }
        }

        @Override
        public void attemptStarted(CallInfo call, int number) {
            hear("started");
        }

        @Override
        public void attemptEnded(CallInfo call, Attempt attempt) {
            hear("ended");
        }

        @Override
        public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
            hear("retrying");
        }

        @Override
        public void waiting(CallInfo call, Duration pause, String reason) {
            hear("waiting");
        }

        @Override
        public void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {
            hear("finished");
        }

        @Override
        public void unexpected(CallInfo call, List<Deviation> deviations) {
            hear("unexpected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "ended", "retrying", "waiting", "finished", "unexpected"})
    void listener_hangs_callEndsInTime(String event) {
        server.times(8, event.equals("retrying") ? json(503, "") : json(200, "{\"total\":3,\"odd\":\"x\"}"));
        try (ApiClient client = client().listener(new Hanging(event))
                .rateLimit(RateLimiter.builder()
                        .per(Duration.ofMillis(50), "things", 1)
                        .build())
                .build()) {
            for (int i = 0; i < 2; i++) {
                long from = System.nanoTime();
                CompletableFuture<?> async = get(client).executeAsync();
                assertThat(millisSince(from)).isLessThan(200);
                assertThat(async.handle((value, failure) -> 0).join()).isZero();
                assertThat(millisSince(from)).isLessThan(2000);
                long next = System.nanoTime();
                Throwable unused = Assertions.catchThrowable(() -> get(client).execute());
                assertThat(millisSince(next)).isLessThan(2000);
            }
        }
    }

    @Test
    void listener_hangsAtTheEnd_theAnswerIsGiven() {
        server.times(2, json(200, TestApi.GOOD));
        try (ApiClient client = client().listener(new Hanging("finished")).build()) {
            assertThat(get(client).execute()).isEqualTo(TestApi.VALUE);
            assertThat(get(client).executeAsync().join()).isEqualTo(TestApi.VALUE);
        }
    }

    @Test
    void listener_hung_hearsTheRestInOrder() throws Exception {
        server.then(json(200, TestApi.GOOD));
        Recorder events = new Recorder();
        try (ApiClient client =
                client().listener(new Hanging("ended")).listener(events).build()) {
            Throwable unused = Assertions.catchThrowable(() -> get(client).execute());
            release.countDown();
            events.await("finished");
        }
        assertThat(events.all()).containsExactly("started 1", "ended 1 200", "finished well after 1");
    }

    @Test
    void listener_throwsAnError_breaksNoCall() {
        server.times(2, json(200, TestApi.GOOD));
        ClientListener broken = new ClientListener() {
            @Override
            public void attemptStarted(CallInfo call, int number) {
                throw new NoClassDefFoundError("no");
            }

            @Override
            public void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {
                throw new StackOverflowError("no");
            }
        };
        for (boolean bounded : List.of(true, false)) {
            try (ApiClient client = client().listener(broken)
                    .options(o -> {
                        if (!bounded) {
                            o.noDeadline();
                        }
                    })
                    .build()) {
                server.times(2, json(200, TestApi.GOOD));
                assertThat(get(client).execute()).isEqualTo(TestApi.VALUE);
                assertThat(get(client).executeAsync().join()).isEqualTo(TestApi.VALUE);
            }
        }
    }

    @Test
    void tag_ofARequest_isInEveryEventAndNowhereElse() throws Exception {
        server.times(2, json(200, "{\"total\":3,\"odd\":\"x\"}"));
        Recorder events = new Recorder();
        Object tenant = new Object() {
            @Override
            public String toString() {
                return "canary-tenant";
            }
        };
        Ask tagged = Ask.NOTHING.with(RequestOptions.of(o -> o.tag(tenant)));
        try (ApiClient client = client().listener(events).build()) {
            Invocation<?> call = client.transport().prepare(TestApi.GET, tagged);
            call.execute();
            call.executeAsync().join();

            assertThat(call.toString() + call.toCurl() + tagged.options()).doesNotContain("canary-tenant");
        }
        assertThat(events.calls()).hasSize(8).allSatisfy(info -> {
            assertThat(info.tag()).isSameAs(tenant);
            assertThat(info).asString().doesNotContain("canary-tenant");
        });
        assertThat(server.take().headers()).noneMatch(header -> header.contains("canary-tenant"));
    }
}
