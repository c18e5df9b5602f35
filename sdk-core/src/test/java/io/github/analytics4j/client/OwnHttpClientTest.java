package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException.AuthenticationException;
import io.github.analytics4j.error.ApiException.RedirectRefusedException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Cache;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's OkHttpClient with every switch against us: what we promise holds all the same, and the client stays theirs. */
class OwnHttpClientTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final FakeTime time = new FakeTime();
    private ScriptedServer server;
    private OkHttpClient users;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        users = new OkHttpClient.Builder()
                .retryOnConnectionFailure(true)
                .followRedirects(true)
                .readTimeout(Duration.ofMillis(1))
                .callTimeout(Duration.ofMillis(1))
                .authenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Authorization", "Bearer another")
                        .build())
                .addInterceptor(chain -> {
                    asked.incrementAndGet();
                    return chain.proceed(chain.request());
                })
                .build();
        client = TestApi.client(server.url())
                .httpClient(users)
                .time(time)
                .random(() -> 0.5)
                .build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        users.dispatcher().executorService().shutdown();
        users.connectionPool().evictAll();
        server.close();
    }

    private Invocation<Map<String, Long>> get() {
        return client.transport().prepare(TestApi.GET, Ask.NOTHING);
    }

    private Invocation<Map<String, Long>> post() {
        return client.transport().prepare(TestApi.POST, Ask.NOTHING);
    }

    @Test
    void get_passingFaults_areRetriedByUsAndItsInterceptorsSeeEachAttempt() {
        server.then(ScriptedServer.reset(), json(503, "", "Retry-After: 0"), json(408, ""), json(200, TestApi.GOOD));

        assertThat(get().response().attempts()).hasSize(4);
        assertThat(server.count()).isEqualTo(4);
        assertThat(asked).hasValue(4);
        assertThat(time.waits()).hasSize(3);
    }

    /** A cache tells responses by their address alone: another account's client would get the rows of the first. */
    @Test
    void cache_ofTheirs_givesNoAccountTheResponseOfAnother(@TempDir Path folder) throws IOException {
        server.then(
                json(200, TestApi.GOOD, "Cache-Control: private, max-age=600"),
                json(200, "{\"total\":4}", "Cache-Control: private, max-age=600"));
        try (Cache cache = new Cache(folder.toFile(), 1 << 20)) {
            OkHttpClient caching = users.newBuilder().cache(cache).build();
            for (Map<String, Long> expected : List.of(TestApi.VALUE, Map.of("total", 4L))) {
                try (ApiClient each =
                        TestApi.client(server.url()).httpClient(caching).build()) {
                    assertThat(each.transport()
                                    .prepare(TestApi.GET, Ask.NOTHING)
                                    .execute())
                            .isEqualTo(expected);
                }
            }
            assertThat(cache.requestCount()).isZero();
        }
        assertThat(server.count()).isEqualTo(2);
    }

    @Test
    void post_everyKindOfSilentResend_isOff() {
        server.then(json(408, ""));
        assertThatThrownBy(() -> post().execute()).hasMessageContaining("408");
        assertThat(server.count()).isEqualTo(1);

        server.then(ScriptedServer.reset());
        assertThatThrownBy(() -> post().execute()).isInstanceOf(NoResponseException.class);
        assertThat(server.count()).isEqualTo(2);

        server.then(json(401, "", "WWW-Authenticate: Bearer"));
        assertThatThrownBy(() -> post().execute()).isInstanceOf(AuthenticationException.class);
        assertThat(server.count()).isEqualTo(3);

        server.then(json(421, ""));
        assertThatThrownBy(() -> post().execute()).hasMessageContaining("421");
        assertThat(server.count()).isEqualTo(4);
    }

    @Test
    void post_staleConnection_isNotSentTwice() throws InterruptedException {
        server.then((socket, out) -> {
            json(200, TestApi.GOOD).give(socket, out);
            return false; // closes what the pool believes to be open
        });
        get().execute();
        server.take();
        server.then(json(200, TestApi.GOOD));

        assertThat(post().execute()).isEqualTo(TestApi.VALUE); // seen to be stale before a byte was sent
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void redirect_anyKind_takesTheKeyNowhere() throws IOException {
        try (ScriptedServer other = new ScriptedServer()) {
            for (int status : new int[] {301, 302, 303, 307, 308}) {
                server.then(json(status, "", "Location: " + other.url() + "/steal"));
                assertThatThrownBy(() -> get().execute()).isInstanceOf(RedirectRefusedException.class);
            }
            assertThat(other.count()).isZero();
        }
    }

    @Test
    void deadline_holdsWhateverTheClientsTimeouts() {
        server.then(server.stall());
        try (ApiClient hurried = TestApi.client(server.url())
                .httpClient(users)
                .deadline(Duration.ofMillis(200))
                .build()) {
            assertThatThrownBy(() -> hurried.transport()
                            .prepare(TestApi.GET, Ask.NOTHING)
                            .execute())
                    .isInstanceOf(DeadlineExceededException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 503})
    void interceptorThatSendsTwice_isStoppedBeforeTheSecond(int first) {
        server.times(2, json(first, TestApi.GOOD));
        OkHttpClient eager = users.newBuilder()
                .addInterceptor(chain -> {
                    chain.proceed(chain.request()).close();
                    return chain.proceed(chain.request());
                })
                .build();
        try (ApiClient twice = TestApi.client(server.url())
                .httpClient(eager)
                .retry(RetryPolicy.NONE)
                .build()) {
            assertThatThrownBy(() ->
                            twice.transport().prepare(TestApi.POST, Ask.NOTHING).execute())
                    .isInstanceOf(NoResponseException.class)
                    .hasMessageContaining(": an interceptor of the HTTP client sent the request again after a " + first
                            + ";" + " that is stopped, since it is for this client's RetryPolicy to say");
        }
        assertThat(server.count()).isEqualTo(1);
    }

    @Test
    void close_ofOurs_leavesTheirsWorking() throws IOException {
        server.times(2, json(200, TestApi.GOOD));
        get().execute();
        get().executeAsync().join();
        client.close();
        server.then(json(200, "theirs"));

        OkHttpClient patient = users.newBuilder()
                .callTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(5))
                .build();
        try (var response =
                patient.newCall(new Request.Builder().url(server.url()).build()).execute()) {
            assertThat(response.body().string()).isEqualTo("theirs");
        }
        assertThat(users.dispatcher().executorService().isShutdown()).isFalse();
    }

    @Test
    void dispatcher_ofTheirs_doesNotThrottleUs() {
        Dispatcher narrow = new Dispatcher();
        narrow.setMaxRequests(1);
        try (HttpPool pool = HttpPool.httpClient(
                        users.newBuilder().dispatcher(narrow).build());
                ApiClient wide = TestApi.client(server.url()).pool(pool).build()) {
            CyclicBarrier together = new CyclicBarrier(3);
            server.times(3, (socket, out) -> {
                try {
                    together.await();
                } catch (BrokenBarrierException e) {
                    throw new IOException(e);
                }
                return json(200, TestApi.GOOD).give(socket, out);
            });
            CompletableFuture<?>[] all = new CompletableFuture<?>[3];
            for (int i = 0; i < 3; i++) {
                all[i] = wide.transport().prepare(TestApi.GET, Ask.NOTHING).executeAsync();
            }
            CompletableFuture.allOf(all).join();
        }
        narrow.executorService().shutdown();
    }
}
