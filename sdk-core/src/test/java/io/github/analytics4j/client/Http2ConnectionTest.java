package io.github.analytics4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shared connections that fall silent, and servers that say of a request that they have not read it. */
class Http2ConnectionTest {
    private final OkHttpClient users = RawHttp2Server.client();

    @AfterEach
    void close() {
        users.dispatcher().executorService().shutdown();
        users.connectionPool().evictAll();
    }

    private TestApi.Builder client(String url) {
        return TestApi.client(url)
                .httpClient(users)
                .options(o -> o.retry(RetryPolicy.DEFAULT.baseDelay(Duration.ZERO)));
    }

    private static Invocation<Map<String, Long>> get(ApiClient client) {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    private static Invocation<Map<String, Long>> post(ApiClient client) {
        return client.transport().prepare(TestApi.POST, Ask.NOTHING);
    }

    private static RawHttp2Server server(RawHttp2Server.Behaviour behaviour) throws IOException {
        return new RawHttp2Server(TestApi.GOOD, behaviour);
    }

    private static RawHttp2Server silentOn(int connection) throws IOException {
        AtomicInteger silent = new AtomicInteger();
        return server((to, stream, number) -> {
            if (number > 1 && silent.getAndIncrement() < connection) {
                to.fallSilent();
            } else {
                to.answer(stream);
            }
        });
    }

    @Test
    void get_silentConnection_isLeftByTheNextAttempt() throws IOException {
        try (RawHttp2Server server = silentOn(1);
                ApiClient client = client(server.url())
                        .attemptTimeout(Duration.ofMillis(300))
                        .build()) {
            get(client).execute();

            assertThat(get(client).response().attempts()).hasSize(2);
            assertThat(get(client).response().attempts()).hasSize(1);
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void get_silentConnectionAndNoRetries_isLeftByTheNextCall() throws IOException {
        try (RawHttp2Server server = silentOn(1);
                ApiClient client = client(server.url())
                        .attemptTimeout(Duration.ofMillis(300))
                        .retry(RetryPolicy.NONE)
                        .build()) {
            get(client).execute();
            assertThat(catchThrowableOfType(
                            NoResponseException.class, () -> get(client).execute()))
                    .isNotNull();

            assertThat(get(client).execute()).isEqualTo(TestApi.VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void get_deadlineOverOnASilentConnection_leavesIt(boolean async) throws IOException {
        try (RawHttp2Server server = silentOn(1);
                ApiClient client = client(server.url()).build()) {
            get(client).execute();
            Invocation<Map<String, Long>> hurried = client.transport()
                    .prepare(TestApi.GET, Ask.NOTHING.with(RequestOptions.of(o -> o.deadline(Duration.ofMillis(300)))));
            Throwable failure = async
                    ? hurried.executeAsync().handle((value, e) -> e).join()
                    : catchThrowableOfType(NoResponseException.class, hurried::execute);
            assertThat(failure).isInstanceOf(DeadlineExceededException.class);

            assertThat(get(client).execute()).isEqualTo(TestApi.VALUE);
        }
    }

    @Test
    void get_usersConnectionThatFellSilent_isGivenUpByTheUsersPoolToo() throws IOException {
        try (RawHttp2Server server = silentOn(1);
                ApiClient client = client(server.url())
                        .attemptTimeout(Duration.ofMillis(300))
                        .build()) {
            get(client).execute();
            get(client).execute();
            OkHttpClient hurried =
                    users.newBuilder().callTimeout(Duration.ofMillis(300)).build();

            // a ping followed the read time-out, and a second without a response to it is the end of the connection
            boolean answered = false;
            for (int i = 0; i < 20 && !answered; i++) {
                try (var response = hurried.newCall(
                                new Request.Builder().url(server.url()).build())
                        .execute()) {
                    answered = response.isSuccessful();
                } catch (IOException e) {
                    assertThat(e).hasMessage("timeout");
                }
            }
            assertThat(answered).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void calls_oneStreamAtATime_allSucceedInOneAttempt(boolean announced) throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> {
                    if (announced && stream == 3) {
                        to.limit(1);
                    }
                    to.answerAlone(stream);
                });
                ApiClient client = client(server.url()).retry(RetryPolicy.NONE).build()) {
            List<CompletableFuture<ApiResponse<Map<String, Long>>>> all = IntStream.range(0, 200)
                    .mapToObj(i -> (i % 2 == 0 ? get(client) : post(client)).responseAsync())
                    .toList();

            for (CompletableFuture<ApiResponse<Map<String, Long>>> call : all) {
                assertThat(call.join().attempts()).hasSize(1);
            }
        }
    }

    @Test
    void calls_oneStreamAtATime_onThreadsOfTheCallers() throws Exception {
        try (RawHttp2Server server = server((to, stream, number) -> to.answerAlone(stream));
                ApiClient client = client(server.url()).retry(RetryPolicy.NONE).build()) {
            var threads = Executors.newFixedThreadPool(100);
            try {
                var all = IntStream.range(0, 200)
                        .mapToObj(i -> threads.submit(() -> get(client).execute()))
                        .toList();
                for (var call : all) {
                    assertThat(call.get()).isEqualTo(TestApi.VALUE);
                }
            } finally {
                threads.shutdown();
            }
        }
    }

    @Test
    void walk_oneStreamAtATimeAnd64Ahead_isComplete() throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> to.answerAlone(stream));
                ApiClient client = client(server.url()).retry(RetryPolicy.NONE).build()) {
            PageSource<Long> pages = PageSource.of(
                    (at, canceler) -> client.transport().fetch(TestApi.GET, Ask.NOTHING, canceler),
                    at -> client.transport().fetchAsync(TestApi.GET, Ask.NOTHING),
                    at -> client.transport().fetchAhead(TestApi.GET, Ask.NOTHING),
                    (at, answer) -> Page.of(
                                    at,
                                    LongStream.range(at.offset(), Math.min(at.offset() + at.limit(), 5_000))
                                            .boxed()
                                            .toList(),
                                    answer)
                            .withTotal(5_000L));
            Paged<Long> rows = Paged.of(WalkSpec.<Long>offset("test.rows", pages)
                    .id(String::valueOf)
                    .maxPageSize(10)
                    .build());

            assertThat(rows.prefetch(64).toList())
                    .isEqualTo(LongStream.range(0, 5_000).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void post_refusedAFewTimes_isSentAgainInOneAttempt(boolean async) throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> {
                    if (number <= 5) {
                        to.refuse(stream);
                    } else {
                        to.answer(stream);
                    }
                });
                ApiClient client = client(server.url()).retry(RetryPolicy.NONE).build()) {
            ApiResponse<Map<String, Long>> response =
                    async ? post(client).responseAsync().join() : post(client).response();

            assertThat(response.attempts()).hasSize(1);
            assertThat(server.requests()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 102, 103})
    void post_refusedAfterAnInterimResponse_isSentOnce(int status) throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> {
                    to.interim(stream, status);
                    to.refuse(stream);
                });
                ApiClient client = client(server.url()).build()) {
            assertSentOnce(server, client);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 102, 103})
    void get_interimResponseThenTheEnd_goesOutAgainInOneAttempt(int status) throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> {
                    if (number == 2) {
                        to.interim(stream, status);
                        to.end();
                    } else {
                        to.answer(stream);
                    }
                });
                ApiClient client = client(server.url()).retry(RetryPolicy.NONE).build()) {
            get(client).execute();

            assertThat(get(client).response().attempts()).hasSize(1);
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void post_refusedForever_endsAndSaysThatNothingWasCarriedOut() throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> to.refuse(stream));
                ApiClient client = client(server.url())
                        .time(new FakeTime())
                        .retry(RetryPolicy.DEFAULT)
                        .build()) {
            NoResponseException failure = catchThrowableOfType(
                    NoResponseException.class, () -> post(client).execute());

            assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
            assertThat(failure)
                    .hasMessage(
                            "test.things.create: no response from 127.0.0.1: the server refused the request before it "
                                    + "read it, so that it was not carried out; not tried again after 4 attempts: "
                                    + "4 attempts are the limit");
            assertThat(server.requests()).isEqualTo(20 + 4);
        }
    }

    @Test
    void post_shutdownBelowItsStream_isSentAgain() throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> {
                    if (number == 1) {
                        to.goAway(stream - 2);
                        to.end();
                    } else {
                        to.answer(stream);
                    }
                });
                ApiClient client = client(server.url()).retry(RetryPolicy.NONE).build()) {
            assertThat(post(client).response().attempts()).hasSize(1);
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    private static void assertSentOnce(RawHttp2Server server, ApiClient client) {
        NoResponseException failure = catchThrowableOfType(
                NoResponseException.class, () -> post(client).execute());

        assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void post_shutdownAboveItsStreamAndNoAnswer_isSentOnce() throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> {
                    to.goAway(stream);
                    to.end();
                });
                ApiClient client = client(server.url()).build()) {
            assertSentOnce(server, client);
        }
    }

    @Test
    void post_streamResetForAnotherReason_isSentOnce() throws IOException {
        for (int code : new int[] {1, 2, 8, 11}) {
            try (RawHttp2Server server = server((to, stream, number) -> to.reset(stream, code));
                    ApiClient client = client(server.url()).build()) {
                assertSentOnce(server, client);
            }
        }
    }

    @Test
    void get_connectionThatEndsUnderManyStreams_goesOnInOneAttempt() throws IOException {
        AtomicInteger waiting = new AtomicInteger();
        try (RawHttp2Server server = server((to, stream, number) -> {
                    if (number == 1 || number > 21) {
                        to.answer(stream);
                    } else if (waiting.incrementAndGet() == 20) {
                        to.end();
                    }
                });
                ApiClient client = client(server.url()).retry(RetryPolicy.NONE).build()) {
            get(client).execute();
            List<CompletableFuture<ApiResponse<Map<String, Long>>>> all = IntStream.range(0, 20)
                    .mapToObj(i -> get(client).responseAsync())
                    .toList();

            for (CompletableFuture<ApiResponse<Map<String, Long>>> call : all) {
                assertThat(call.join().attempts()).hasSize(1);
            }
        }
    }

    /** Announces the length of a body to the first request, brings so many bytes less, and ends the stream as if that were all. */
    private static RawHttp2Server shortOnce(int missing, boolean gzip) throws IOException {
        byte[] whole = gzip ? ContentCodingTest.gzip() : TestApi.GOOD.getBytes(StandardCharsets.UTF_8);
        return server((to, stream, number) -> to.answerInPart(
                stream, Arrays.copyOf(whole, whole.length - (number == 1 ? missing : 0)), whole.length, gzip));
    }

    @ParameterizedTest
    @CsvSource({"1, false", "11, false", "9, true", "20, true"})
    void get_streamThatEndsBeforeItsLength_isAskedForAgain(int missing, boolean gzip) throws IOException {
        try (RawHttp2Server server = shortOnce(missing, gzip);
                ApiClient client = client(server.url()).build()) {
            ApiResponse<Map<String, Long>> response = get(client).response();

            assertThat(response.value()).isEqualTo(TestApi.VALUE);
            assertThat(response.attempts())
                    .extracting(Attempt::failure)
                    .containsExactly("the response broke off", null);
        }
    }

    @Test
    void post_streamThatEndsBeforeItsLength_isSentOnceAndMayHaveBeenCarriedOut() throws IOException {
        try (RawHttp2Server server = shortOnce(1, false);
                ApiClient client = client(server.url()).build()) {
            assertSentOnce(server, client);
        }
    }

    @Test
    void get_headersBeyondWhatCanBeRead_failsAtOnceAndSaysSo() throws IOException {
        try (RawHttp2Server server = server((to, stream, number) -> to.answerWithHeaders(stream, 4_000));
                ApiClient client = client(server.url()).build()) {
            assertThat(catchThrowableOfType(
                            NoResponseException.class, () -> get(client).execute()))
                    .hasMessage("test.things.list: no response from 127.0.0.1: the headers of the response have more "
                            + "than 262144 bytes, which no setting of this client raises");
            assertThat(server.requests()).isEqualTo(1);
        }
    }
}
