package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.client.Operation.RequestParts;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Futures always end, at once, and their work before anyone is told. */
@Timeout(30)
class AsyncSideTest {
    private final CountDownLatch release = new CountDownLatch(1);

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void release() {
        release.countDown();
    }

    private TestApi.Builder client() {
        return TestApi.client(server.url()).deadline(Duration.ofSeconds(10));
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

    private void assertNoConnectionSoon() {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        while (server.openConnections() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(server.openConnections()).isZero();
    }

    @Test
    void continuations_thatWaitForCalls_holdUpNone() {
        server.times(400, json(200, TestApi.GOOD));
        try (ApiClient client = client().build()) {
            List<CompletableFuture<Map<String, Long>>> all = new ArrayList<>();
            for (int i = 0; i < 130; i++) {
                all.add(get(client)
                        .executeAsync()
                        .thenApply(first -> get(client)
                                .executeAsync()
                                .thenApply(second -> get(client).executeAsync().join())
                                .join()));
            }
            all.forEach(one -> assertThat(one.join()).isEqualTo(TestApi.VALUE));
        }
        assertThat(server.count()).isEqualTo(390);
    }

    static List<Consumer<CompletableFuture<?>>> endings() {
        return List.of(
                future -> future.cancel(true),
                future -> future.completeExceptionally(new IllegalStateException("mine")),
                future -> future.complete(null),
                future -> future.orTimeout(1, TimeUnit.MILLISECONDS),
                future -> future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS),
                future -> future.completeAsync(() -> null));
    }

    private Paged<Long> paged(ApiClient client) {
        Transport transport = client.transport();
        PageSource<Long> source = PageSource.of(
                (at, canceler) -> transport.fetch(TestApi.GET, Ask.NOTHING, canceler),
                at -> transport.fetchAsync(TestApi.GET, Ask.NOTHING),
                at -> transport.fetchAhead(TestApi.GET, Ask.NOTHING),
                (at, answer) -> Page.of(at, List.of(1L), answer));
        return Paged.of(
                WalkSpec.offset("test.rows", source).open(transport::check).build());
    }

    private CompletableFuture<?> future(ApiClient client, int which) {
        return switch (which) {
            case 0 -> get(client).executeAsync();
            case 1 -> get(client).responseAsync();
            case 2 -> paged(client).firstPageAsync();
            case 3 -> paged(client).toListAsync();
            default -> paged(client).forEachAsync(row -> {});
        };
    }

    /** Says nothing, but hears the other side hang up. */
    private static ScriptedServer.Response listening(String begun) {
        return (socket, out) -> {
            out.write(begun.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return socket.getInputStream().read() >= 0;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void future_endedByItsUser_endsItsExchangeBeforeItsDependents(int how) throws Exception {
        for (int which = 0; which < 5; which++) {
            server.then(listening(""));
            CountDownLatch told = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            try (ApiClient client = client().build()) {
                CompletableFuture<?> future = future(client, which);
                server.take();
                CompletableFuture<?> slow = future.handle((value, failure) -> {
                    told.countDown();
                    try {
                        return go.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                CompletableFuture.runAsync(() -> endings().get(how).accept(future), task -> new Thread(task).start());
                assertThat(told.await(5, TimeUnit.SECONDS)).isTrue();

                assertNoConnectionSoon();
                assertThat(slow).isNotDone();
                go.countDown();
                slow.join();
            }
        }
        assertThat(server.count()).isZero();
    }

    @Test
    void future_completedByItsUser_hasThatValue() throws Exception {
        server.then(server.stall());
        try (ApiClient client = client().build()) {
            CompletableFuture<Map<String, Long>> future = get(client).executeAsync();
            server.take();

            assertThat(future.complete(Map.of("mine", 1L))).isTrue();
            assertThat(future.complete(Map.of("late", 1L))).isFalse();
            assertThat(future.join()).isEqualTo(Map.of("mine", 1L));
        }
    }

    @Test
    void close_dependentThatJoinsAnotherCall_isNotWaitedFor() throws Exception {
        server.times(3, server.stall());
        ApiClient client = client().build();
        CompletableFuture<?> one = get(client).executeAsync();
        CompletableFuture<?> other = get(client).executeAsync();
        CompletableFuture<?> third = get(client).executeAsync();
        List<CompletableFuture<Object>> dependents = List.of(
                one.handle((value, failure) -> other.handle((v, f) -> f).join()),
                other.handle((value, failure) -> one.handle((v, f) -> f).join()),
                third.handle((value, failure) -> hang(failure)));
        server.take();
        server.take();
        server.take();

        long from = System.nanoTime();
        client.close();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from)).isLessThan(1000);
        assertThat(dependents.get(0).get(5, TimeUnit.SECONDS)).isInstanceOf(CanceledException.class);
        assertThat(dependents.get(1).get(5, TimeUnit.SECONDS)).isInstanceOf(CanceledException.class);
    }

    @Test
    void publisher_ofAClosedClient_failsAtSubscribe() {
        ApiClient client = client().build();
        Flow.Publisher<Long> publisher = paged(client).publisher();
        client.close();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {}

            @Override
            public void onNext(Long row) {}

            @Override
            public void onError(Throwable thrown) {
                failure.complete(thrown);
            }

            @Override
            public void onComplete() {}
        });

        assertThat(failure.getNow(null)).isInstanceOf(CanceledException.class).hasMessage("TestClient is closed");
    }

    @Test
    void pool_closed_isSaidAndNothingIsTriedAgain() {
        HttpPool pool = HttpPool.create();
        Recorder events = new Recorder();
        ApiClient client = client().pool(pool).listener(events).build();
        pool.close();

        assertThatThrownBy(() -> get(client).execute())
                .isInstanceOf(CanceledException.class)
                .hasMessage("the HttpPool of TestClient is closed");
        assertThatThrownBy(() -> get(client).executeAsync().join())
                .cause()
                .isInstanceOf(CanceledException.class)
                .hasMessage("the HttpPool of TestClient is closed");
        assertThatThrownBy(() -> client.transport()
                        .download(TestApi.FILE, Ask.NOTHING)
                        .transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(CanceledException.class);
        assertThat(events.all()).isEmpty();
        assertThat(server.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pool_closedBetweenTwoAttempts_endsTheCall(boolean async) {
        HttpPool pool = HttpPool.create();
        server.then((socket, out) -> {
            pool.close();
            return json(503, "").give(socket, out);
        });
        try (ApiClient client = client().pool(pool)
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ZERO))
                .build()) {
            assertThatThrownBy(() -> {
                        if (async) {
                            get(client).executeAsync().get();
                        } else {
                            throw new ExecutionException(
                                    failureOf(() -> get(client).execute()));
                        }
                    })
                    .cause()
                    .isInstanceOf(CanceledException.class)
                    .hasMessage("test.things.list: canceled: its HttpPool was closed");
        }
        assertThat(server.count()).isEqualTo(1);
    }

    private static Throwable failureOf(Runnable call) {
        return Assertions.catchThrowable(call::run);
    }

    /** What a thread carries that called us. */
    private static final InheritableThreadLocal<String> TENANT = new InheritableThreadLocal<>();

    @Test
    void threads_ofOurs_inheritNothing() throws Exception {
        server.times(3, json(200, TestApi.GOOD));
        List<String> seen = new CopyOnWriteArrayList<>();
        ClassLoader tenants = new URLClassLoader(new URL[0], getClass().getClassLoader());
        Consumer<String> look = where -> {
            Thread thread = Thread.currentThread();
            if (TENANT.get() != null || thread.getContextClassLoader() == tenants || !thread.isDaemon()) {
                seen.add(where + " on " + thread.getName());
            }
        };
        ClientListener listener = new ClientListener() {
            @Override
            public void attemptEnded(CallInfo call, Attempt attempt) {
                look.accept("listener");
            }
        };
        Thread first = new Thread(() -> {
            TENANT.set("tenant");
            try (ApiClient client = client().listener(listener)
                    .apiKey(() -> {
                        look.accept("supplier");
                        return "key";
                    })
                    .build()) {
                get(client).execute();
                get(client)
                        .executeAsync()
                        .thenRun(() -> look.accept("continuation"))
                        .join();
            }
        });
        first.setContextClassLoader(tenants);
        first.setPriority(Thread.MAX_PRIORITY);
        first.start();
        first.join();

        assertThat(seen).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("analytics4j"))
                .isNotEmpty()
                .allSatisfy(thread -> {
                    assertThat(thread.getContextClassLoader()).isNotSameAs(tenants);
                    assertThat(thread.getPriority()).isEqualTo(Thread.NORM_PRIORITY);
                });
    }

    /** Reads until the heap is full, as it were. */
    private static final JsonCodec<String> GREEDY = new JsonCodec<>() {
        @Override
        public String read(JsonReader in) {
            throw new OutOfMemoryError("as it were");
        }

        @Override
        public void write(JsonWriter out, String value) {}
    };

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void memory_exhausted_endsTheCallAndItsConnection(boolean async) {
        Operation<Ask, String> greedy = Operation.get(
                        "test.things.greedy", "/things/", (Ask ask, RequestParts parts) -> {})
                .json(GREEDY);
        server.times(
                3,
                listening(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"total\":"));
        try (ApiClient client = client().build()) {
            for (int i = 0; i < 3; i++) {
                Invocation<String> call = client.transport().prepare(greedy, Ask.NOTHING);
                if (async) {
                    assertThatThrownBy(() -> call.executeAsync().get(5, TimeUnit.SECONDS))
                            .hasCauseInstanceOf(OutOfMemoryError.class);
                } else {
                    assertThatThrownBy(call::execute).isInstanceOf(OutOfMemoryError.class);
                }
            }
            assertNoConnectionSoon();
        }
    }
}
