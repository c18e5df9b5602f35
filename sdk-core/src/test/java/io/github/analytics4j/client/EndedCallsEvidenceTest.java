package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.page.WalkSpec;
import io.github.analytics4j.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call that our own side ends says of its attempts, and whether the server may have acted. */
@Timeout(20)
class EndedCallsEvidenceTest {
    private static final RetryPolicy PATIENT =
            RetryPolicy.DEFAULT.baseDelay(Duration.ofHours(1)).maxDelay(Duration.ofHours(1));

    private static final String ENDED = "ended 1 it was ended before its response was complete: ";

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    private TestApi.Builder client() {
        return TestApi.client(server.url()).random(() -> 0.99);
    }

    private static Invocation<Map<String, Long>> post(ApiClient client) {
        return client.transport().prepare(TestApi.POST, Ask.NOTHING);
    }

    @ParameterizedTest
    @CsvSource({"429,'',false", "429,Retry-After: 30,false", "503,Retry-After: 30,false", "503,'',true"})
    void close_orderRefusedBeforeItWaits_wasCarriedOutOnlyIfTheServerMayHaveActed(
            int status, String hint, boolean mayHave) throws Exception {
        server.times(2, hint.isEmpty() ? json(status, "") : json(status, "", hint));
        Recorder events = new Recorder();
        ApiClient client = client().retry(PATIENT.postsAfterBare503(true))
                .listener(events)
                .options(o -> o.noDeadline())
                .build();
        CompletableFuture<?> async = post(client).executeAsync();
        CompletableFuture<?> sync =
                CompletableFuture.supplyAsync(() -> post(client).execute());
        events.await("retrying");
        events.await("retrying");

        client.close();

        for (CompletableFuture<?> order : List.of(async, sync)) {
            ExecutionException end =
                    catchThrowableOfType(ExecutionException.class, () -> order.get(5, TimeUnit.SECONDS));
            assertThat(end).hasCauseInstanceOf(CanceledException.class);
            NoResponseException failure = (NoResponseException) end.getCause();
            assertThat(failure.mayHaveBeenCarriedOut()).isEqualTo(mayHave);
            assertThat(failure)
                    .hasMessageEndingWith(mayHave ? "it may have been carried out" : "it was not carried out");
            assertThat(failure.attempts()).hasSize(1);
        }
        assertThat(server.count()).isEqualTo(2);
        assertThat(server.take().line()).startsWith("POST /things ");
    }

    @Test
    void deadline_orderRefusedThenUnanswered_mayHaveBeenCarriedOut() {
        server.then(json(429, "", "Retry-After: 0"), server.stall());
        try (ApiClient client = client().deadline(Duration.ofSeconds(1)).build()) {
            DeadlineExceededException failure = catchThrowableOfType(
                    DeadlineExceededException.class, () -> post(client).execute());

            assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
            assertThat(failure.attempts()).hasSize(2);
        }
    }

    private static NoResponseException failureOf(Invocation<?> call, String style, Runnable end) throws Exception {
        CompletableFuture<?> running = style.equals("async")
                ? call.executeAsync()
                : CompletableFuture.supplyAsync(call::execute, task -> new Thread(task).start());
        end.run();
        ExecutionException failure =
                catchThrowableOfType(ExecutionException.class, () -> running.get(5, TimeUnit.SECONDS));
        return (NoResponseException) failure.getCause();
    }

    private Runnable onceItHasTheRequest(Runnable end) {
        return () -> {
            try {
                server.take();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            end.run();
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "sync"})
    void deadline_attemptUnderWay_isToldOf(String style) throws Exception {
        server.then(server.stall());
        Recorder events = new Recorder();
        try (ApiClient client =
                client().listener(events).deadline(Duration.ofMillis(300)).build()) {
            NoResponseException failure = failureOf(post(client), style, () -> {});

            assertThat(failure)
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageMatching(
                            "test.things.create: no good response within the deadline of 300 ms, after 1 "
                                    + "attempt; the last: no complete response within (300|2\\d0) ms; it may have been carried out");
            assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
            assertThat(failure.attempts()).singleElement().satisfies(attempt -> {
                assertThat(attempt.status()).isNull();
                assertThat(attempt.failure()).startsWith("no complete response within ");
                assertThat(attempt.took()).isBetween(Duration.ofMillis(200), Duration.ofSeconds(5));
            });
        }
        events.await("finished");
        assertThat(events.all()).hasSize(3).endsWith("finished DeadlineExceededException after 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "sync"})
    void close_attemptUnderWay_isToldOf(String style) throws Exception {
        server.then(server.stallInBody("{"));
        Recorder events = new Recorder();
        ApiClient client = client().listener(events).build();

        NoResponseException failure = failureOf(post(client), style, onceItHasTheRequest(client::close));

        assertThat(failure)
                .isInstanceOf(CanceledException.class)
                .hasMessage("test.things.create: canceled: TestClient was closed; it may have been carried out");
        assertThat(failure.attempts())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.failure())
                        .isEqualTo("it was ended before its response was complete: TestClient was closed"));
        events.await("finished");
        assertThat(events.all())
                .containsExactly("started 1", ENDED + "TestClient was closed", "finished CanceledException after 1");
    }

    @Test
    void cancel_attemptUnderWay_listenerHearsOfIt() throws Exception {
        server.then(server.stall());
        Recorder events = new Recorder();
        try (ApiClient client = client().listener(events).build()) {
            CompletableFuture<?> call = post(client).executeAsync();
            server.take();

            call.cancel(true);

            events.await("finished");
        }
        assertThat(events.all())
                .containsExactly("started 1", ENDED + "its future was canceled", "finished CanceledException after 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "sync"})
    void deadline_waitsForAnotherKeyAfterARefusal_tellsTheRefusal(String style) throws Exception {
        server.then(json(401, ""));
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Recorder events = new Recorder();
        try (ApiClient client = client().listener(events)
                .apiKey(() -> asked.incrementAndGet() == 1 ? "old" : awaited(release))
                .deadline(Duration.ofMillis(300))
                .build()) {
            NoResponseException failure = failureOf(post(client), style, () -> {});

            assertThat(failure)
                    .hasMessage(
                            "test.things.create: no good response within the deadline of 300 ms, after 1 attempt; the "
                                    + "last: 401: the key was refused; the supplier of the API key has not answered; it was not "
                                    + "carried out");
            assertThat(failure.attempts())
                    .singleElement()
                    .satisfies(attempt -> assertThat(attempt.status()).isEqualTo(401));
            events.await("finished");
            assertThat(events.all())
                    .containsExactly(
                            "started 1",
                            "ended 1 401: the key was refused",
                            "finished DeadlineExceededException after 1");
        } finally {
            release.countDown();
        }
    }

    private static String awaited(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "new";
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "sync"})
    void deadline_requestIsRefusedUnreadAgainAndAgain_isOneAttempt(String style) throws Exception {
        OkHttpClient users = RawHttp2Server.client();
        try (RawHttp2Server refusing = new RawHttp2Server(TestApi.GOOD, (to, stream, number) -> to.refuse(stream));
                ApiClient client = TestApi.client(refusing.url())
                        .httpClient(users)
                        .deadline(Duration.ofMillis(300))
                        .build()) {
            NoResponseException failure = failureOf(post(client), style, () -> {});

            assertThat(failure.attempts()).hasSize(1);
        } finally {
            users.dispatcher().executorService().shutdown();
            users.connectionPool().evictAll();
        }
    }

    @Test
    void page_endedWhileUnderWay_tellsItsAttempt() throws Exception {
        for (String style : List.of("list", "first", "walk", "ahead")) {
            Recorder events = new Recorder();
            try (ApiClient client = client().listener(events)
                    .deadline(Duration.ofSeconds(1)) // long enough for a connection on a busy machine
                    .retry(PATIENT)
                    .build()) {
                server.times(2, server.stall());
                Paged<Long> rows = rows(client);
                Throwable failure = catchThrowable(() -> {
                    switch (style) {
                        case "list" -> rows.toListAsync().get(5, TimeUnit.SECONDS);
                        case "first" -> rows.firstPageAsync().get(5, TimeUnit.SECONDS);
                        case "ahead" -> rows.prefetch(4).toList();
                        default -> rows.toList();
                    }
                });

                Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
                assertThat(cause).as(style).isInstanceOf(DeadlineExceededException.class);
                assertThat(((NoResponseException) cause).attempts()).as(style).hasSize(1);
                assertThat(cause).hasMessageContaining("after 1 attempt; the last: no complete response within ");
                events.await("finished");
                assertThat(events.all()).contains("finished DeadlineExceededException after 1");
            }
        }
    }

    @Test
    void walk_closedWhileItsPageIsUnderWay_listenerHearsOfTheAttempt() throws Exception {
        server.then(server.stall());
        Recorder events = new Recorder();
        try (ApiClient client = client().listener(events).build()) {
            Walk<Long> walk = rows(client).iterator();
            CompletableFuture<Throwable> reader = CompletableFuture.supplyAsync(
                    () -> catchThrowable(walk::hasNext), task -> new Thread(task).start());
            server.take();

            walk.close();

            assertThat(reader.get(5, TimeUnit.SECONDS)).isInstanceOf(CanceledException.class);
            events.await("finished");
        }
        assertThat(events.all())
                .containsExactly("started 1", ENDED + "its walk was closed", "finished CanceledException after 1");
    }

    private static Paged<Long> rows(ApiClient client) {
        Transport transport = client.transport();
        PageSource<Long> source = PageSource.of(
                (at, canceler) -> transport.fetch(TestApi.GET, Ask.NOTHING, canceler),
                at -> transport.fetchAsync(TestApi.GET, Ask.NOTHING),
                at -> transport.fetchAhead(TestApi.GET, Ask.NOTHING),
                (at, answer) -> Page.of(at, List.of(1L), answer));
        return Paged.of(WalkSpec.offset("test.rows", source).build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "sync"})
    void link_endedWhileTheApiIsAsked_tellsItsAttempt(String style) throws Exception {
        server.then(server.stall());
        try (ApiClient client = client().deadline(Duration.ofMillis(300)).build()) {
            Invocation<?> file = client.transport().prepare(TestApi.FILE, Ask.NOTHING);
            CompletableFuture<?> running = style.equals("async")
                    ? file.responseAsync()
                    : CompletableFuture.supplyAsync(file::response, task -> new Thread(task).start());
            ExecutionException failure =
                    catchThrowableOfType(ExecutionException.class, () -> running.get(5, TimeUnit.SECONDS));

            assertThat(failure.getCause()).isInstanceOf(DeadlineExceededException.class);
            assertThat(((NoResponseException) failure.getCause()).attempts()).hasSize(1);
        }
    }
}
