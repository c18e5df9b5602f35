package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How calls end before their response: time is over, the thread is interrupted, the future canceled, the client closed. */
@Timeout(20)
class EndingsTest {
    private static final RetryPolicy PATIENT =
            RetryPolicy.DEFAULT.baseDelay(Duration.ofHours(1)).maxDelay(Duration.ofHours(1));

    @AutoClose
    private final ScriptedServer server = new ScriptedServer();

    private TestApi.Builder client() {
        return TestApi.client(server.url()).random(() -> 0.99);
    }

    private static Invocation<Map<String, Long>> get(ApiClient client) {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    @Test
    void deadline_serverStalls_endsTheCall() {
        server.then(server.stall());
        try (ApiClient client = client().deadline(Duration.ofMillis(200)).build()) {
            DeadlineExceededException failure = catchThrowableOfType(
                    DeadlineExceededException.class, () -> get(client).execute());

            assertThat(failure)
                    .hasMessageMatching(
                            "test.things.list: no good response within the deadline of 200 ms, after 1 attempt; "
                                    + "the last: no complete response within (200|1\\d0) ms");
            assertThat(failure.attempts()).hasSize(1);
        }
    }

    @Test
    void deadline_bodyDrips_endsTheCall() {
        server.then(server.drip());
        try (ApiClient client = client().deadline(Duration.ofMillis(200)).build()) {
            assertThatThrownBy(() -> get(client).execute()).isInstanceOf(DeadlineExceededException.class);
        }
    }

    @Test
    void attemptTimeout_bodyStallsOrDrips_endsTheAttemptAndTriesAgain() {
        server.then(server.stallInBody("{"), server.drip(), json(200, TestApi.GOOD));
        FakeTime time = new FakeTime();
        try (ApiClient client =
                client().time(time).attemptTimeout(Duration.ofSeconds(2)).build()) {
            ApiResponse<?> response = get(client).response();

            assertThat(response.attempts()).hasSize(3);
            assertThat(response.attempts().get(1).failure()).isEqualTo("no complete response within 2 s");
        }
    }

    @Test
    void deadline_waitsCount_soThatTheLastOneIsNotBegun() {
        server.times(9, json(503, ""));
        FakeTime time = new FakeTime();
        try (ApiClient client = client().time(time)
                .deadline(Duration.ofMillis(1200))
                .random(() -> 0.8)
                .build()) {
            ServerException failure = catchThrowableOfType(
                    ServerException.class, () -> get(client).execute());

            assertThat(failure)
                    .hasMessage("test.things.list: 503: the server failed; not tried again after 2 attempts: "
                            + "the wait of 800 ms would outlast the deadline");
            assertThat(time.waits()).containsExactly(Duration.ofMillis(400));
        }
    }

    @Test
    void deadline_ofOneRequest_countsInsteadOfTheClients() {
        server.then(server.stall());
        try (ApiClient client = client().build()) {
            Ask hurried = Ask.NOTHING.with(RequestOptions.of(o -> o.deadline(Duration.ofMillis(100))));

            assertThatThrownBy(() ->
                            client.transport().prepare(TestApi.GET, hurried).execute())
                    .hasMessageStartingWith("test.things.list: no good response within the deadline of 100 ms");
        }
    }

    @Test
    void deadlineAsync_serverStalls_endsTheFuture() {
        server.then(server.stall());
        try (ApiClient client = client().deadline(Duration.ofMillis(200)).build()) {
            assertThatThrownBy(() -> get(client).executeAsync().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(DeadlineExceededException.class);
        }
    }

    @Test
    void deadlineAsync_slowContinuation_holdsUpNoOtherCall() throws Exception {
        server.then(server.stall(), server.stall());
        CountDownLatch release = new CountDownLatch(1);
        try (ApiClient client = client().deadline(Duration.ofMillis(100)).build()) {
            CompletableFuture<?> slow = get(client).executeAsync().whenComplete((value, failure) -> {
                try {
                    release.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });

            assertThatThrownBy(() -> get(client).executeAsync().get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(DeadlineExceededException.class);
            assertThat(slow).isNotDone();
            release.countDown();
        }
    }

    @Test
    void interrupt_whileTheSocketIsSilent_stopsPromptlyAndKeepsTheFlag() throws Exception {
        server.then(server.stall());
        try (ApiClient client = client().build()) {
            long took = interrupted(() -> get(client).execute());

            assertThat(took).isLessThan(1000);
        }
    }

    @Test
    void interrupt_whileWaitingForTheNextAttempt_stopsPromptlyAndKeepsTheFlag() throws Exception {
        server.then(json(503, ""));
        try (ApiClient client =
                client().retry(PATIENT).options(o -> o.noDeadline()).build()) {
            long took = interrupted(() -> get(client).execute());

            assertThat(took).isLessThan(1000);
        }
    }

    /** Runs the call in a thread, interrupts it once the server has the request, and returns how long it then took. */
    private long interrupted(Runnable call) throws Exception {
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                call.run();
                failure.complete(null);
            } catch (Throwable e) {
                failure.complete(e);
            }
            flag.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        server.take();
        long from = System.nanoTime();
        thread.interrupt();

        assertThat(failure.get(5, TimeUnit.SECONDS))
                .isInstanceOf(CanceledException.class)
                .hasMessage("test.things.list: canceled: its thread was interrupted");
        assertThat(flag.get()).isTrue();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    }

    @Test
    void interrupt_beforeTheCall_sendsNothing() {
        try (ApiClient client = client().build()) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> get(client).execute()).isInstanceOf(CanceledException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(server.count()).isZero();
        }
    }

    @Test
    void cancel_future_endsTheExchange() throws Exception {
        server.then(server.stall());
        try (ApiClient client = client().build()) {
            CompletableFuture<?> future = get(client).executeAsync();
            server.take();

            assertThat(future.cancel(true)).isTrue();

            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
            assertEventuallyNoConnection();
        }
    }

    @Test
    void cancel_futureWhileWaiting_sendsNothingMore() throws Exception {
        server.then(json(503, ""));
        Recorder events = new Recorder();
        try (ApiClient client = client().retry(PATIENT)
                .listener(events)
                .options(o -> o.noDeadline())
                .build()) {
            CompletableFuture<?> future = get(client).executeAsync();
            events.await("retrying");
            future.cancel(false);

            events.await("finished CanceledException");
            assertThat(server.count()).isEqualTo(1);
        }
    }

    @Test
    void orTimeout_future_endsTheExchange() throws Exception {
        server.then(server.stall());
        try (ApiClient client = client().build()) {
            CompletableFuture<?> future = get(client).executeAsync().orTimeout(100, TimeUnit.MILLISECONDS);

            assertThatThrownBy(future::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            assertEventuallyNoConnection();
        }
    }

    /** The server's side sees the end a moment later. */
    private void assertEventuallyNoConnection() throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
        ScriptedServer other = server;
        try {
            other.close(); // ends the stall, so that what is left open would be ours alone
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        while (other.openConnections() > 0 && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(other.openConnections()).isZero();
    }

    @Test
    void close_callsInFlight_endAtOnce() throws Exception {
        server.then(server.stall(), server.stall());
        ApiClient client = client().build();
        CompletableFuture<?> async = get(client).executeAsync();
        CompletableFuture<Map<String, Long>> sync =
                CompletableFuture.supplyAsync(() -> get(client).execute());
        server.take();
        server.take();

        client.close();

        for (CompletableFuture<?> call : List.of(async, sync)) {
            assertThatThrownBy(() -> call.get(5, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CanceledException.class)
                    .cause()
                    .hasMessage("test.things.list: canceled: TestClient was closed");
        }
    }

    @Test
    void close_callThatWaits_endsAtOnce() throws Exception {
        server.then(json(503, ""), json(503, ""));
        Recorder events = new Recorder();
        ApiClient client = client().retry(PATIENT)
                .listener(events)
                .options(o -> o.noDeadline())
                .build();
        CompletableFuture<?> async = get(client).executeAsync();
        CompletableFuture<?> sync =
                CompletableFuture.supplyAsync(() -> get(client).execute());
        events.await("retrying");
        events.await("retrying");

        client.close();

        assertThatThrownBy(() -> async.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CanceledException.class);
        assertThatThrownBy(() -> sync.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CanceledException.class);
    }

    @Test
    void close_twice_thenRefusesWithAClearError() {
        ApiClient client = client().build();
        client.close();
        client.close();

        assertThatThrownBy(() -> get(client).execute())
                .isInstanceOf(CanceledException.class)
                .hasMessage("TestClient is closed");
        assertThatThrownBy(() -> get(client).executeAsync().join())
                .hasCauseInstanceOf(CanceledException.class)
                .cause()
                .hasMessage("TestClient is closed");
        assertThat(server.count()).isZero();
    }

    @Test
    void close_derivedClient_leavesTheFirstOpenAndNotTheOtherWayRound() {
        server.times(2, json(200, TestApi.GOOD));
        ApiClient first = client().build();
        ApiClient derived = first.with(o -> o.deadline(Duration.ofMinutes(30)));

        get(derived).execute();
        derived.close();
        get(first).execute();
        assertThatThrownBy(() -> get(derived).execute()).hasMessage("TestClient is closed");

        ApiClient second = first.with(o -> {});
        first.close();
        assertThatThrownBy(() -> get(second).execute()).hasMessage("TestClient is closed");
    }

    @Test
    void pool_closingOneClient_leavesTheOthersWorking() {
        server.times(4, json(200, TestApi.GOOD));
        try (HttpPool pool = HttpPool.create()) {
            ApiClient one = client().pool(pool).build();
            ApiClient two = client().pool(pool).build();
            get(one).execute();
            one.close();

            assertThat(get(two).execute()).isEqualTo(TestApi.VALUE);
            assertThat(get(two).executeAsync().join()).isEqualTo(TestApi.VALUE);
            assertThat(server.openConnections()).isEqualTo(1);
        }
    }

    @Test
    void failure_noRouteToAName_saysSo() {
        try (ApiClient client = TestApi.client("https://no-such-host.invalid")
                .retry(RetryPolicy.NONE)
                .build()) {
            NoResponseException failure = catchThrowableOfType(
                    NoResponseException.class, () -> get(client).execute());

            assertThat(failure)
                    .hasMessage("test.things.list: no response from no-such-host.invalid: the host name is unknown");
            assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
        }
    }
}
