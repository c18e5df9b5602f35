package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user's own code in the HTTP client throws is no trouble of the network. */
class UsersCodeTest {
    private final AtomicInteger ran = new AtomicInteger();
    private final List<SdkException> finished = new CopyOnWriteArrayList<>();
    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private ScriptedServer server;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
    }

    @AfterEach
    void close() throws IOException {
        Thread.setDefaultUncaughtExceptionHandler(null);
        server.close();
    }

    private ApiClient client(UnaryOperator<OkHttpClient.Builder> with) {
        return TestApi.client(server.url())
                .httpClient(with.apply(new OkHttpClient.Builder()).build())
                .time(new FakeTime())
                .listener(new ClientListener() {
                    @Override
                    public void finished(CallInfo call, List<Attempt> attempts, Duration took, SdkException failure) {
                        finished.add(failure);
                    }
                })
                .build();
    }

    private Interceptor throwing(Throwable thrown) {
        return chain -> {
            ran.incrementAndGet();
            if (thrown instanceof IOException trouble) {
                throw trouble;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        };
    }

    private static Throwable thrownBy(ApiClient client, boolean async) {
        Invocation<Map<String, Long>> get = client.transport().prepare(TestApi.GET, Ask.NOTHING);
        return catchThrowable(() -> {
            Object unused = async ? Futures.joined(get.executeAsync()) : get.execute();
        });
    }

    private void assertEndsWith(Throwable thrown, UnaryOperator<OkHttpClient.Builder> with) {
        for (boolean async : new boolean[] {false, true}) {
            ran.set(0);
            finished.clear();
            try (ApiClient client = client(with)) {
                assertThat(thrownBy(client, async)).isSameAs(thrown);
            }
            assertThat(ran).hasValue(1);
            assertThat(finished)
                    .singleElement()
                    .asInstanceOf(InstanceOfAssertFactories.type(NoResponseException.class))
                    .satisfies(failure -> assertThat(failure.attempts()).hasSize(1));
        }
        assertThat(uncaught).isEmpty();
    }

    @Test
    void interceptor_throwsUnchecked_endsTheCallWithThat() {
        IllegalStateException thrown = new IllegalStateException("the user's own");
        assertEndsWith(thrown, http -> http.addInterceptor(throwing(thrown)));
        server.times(2, json(200, TestApi.GOOD));
        assertEndsWith(thrown, http -> http.addNetworkInterceptor(throwing(thrown)));
    }

    /** Who catches an interrupt sets it again, as one should; on a thread of ours nobody else is meant by it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interceptor_leavesAnInterruptSet_failsNothing(boolean network) {
        Interceptor interrupted = chain -> {
            ran.incrementAndGet();
            Thread.currentThread().interrupt();
            return chain.proceed(chain.request());
        };
        for (boolean async : new boolean[] {false, true}) {
            server.times(1, json(200, TestApi.GOOD));
            try (ApiClient client = client(
                    http -> network ? http.addNetworkInterceptor(interrupted) : http.addInterceptor(interrupted))) {
                assertThat(thrownBy(client, async)).isNull();
            }
        }
        assertThat(ran).hasValue(2);
        assertThat(uncaught).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void interceptor_throwsAnError_endsTheCallWithThat() {
        NoClassDefFoundError thrown = new NoClassDefFoundError("some/Library");
        assertEndsWith(thrown, http -> http.addInterceptor(throwing(thrown)));
    }

    @Test
    void cookieJar_throws_endsTheCallWithThat() {
        IllegalStateException thrown = new IllegalStateException("the user's own");
        assertEndsWith(
                thrown,
                http -> http.cookieJar(new CookieJar() {
                    @Override
                    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {}

                    @Override
                    public List<Cookie> loadForRequest(HttpUrl url) {
                        ran.incrementAndGet();
                        throw thrown;
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interceptor_throwsAnIOExceptionOfItsOwn_isTheCauseAndTriedOnce(boolean network) {
        IOException thrown = new IOException("blocked by our policy");
        for (boolean async : new boolean[] {false, true}) {
            ran.set(0);
            UnaryOperator<OkHttpClient.Builder> with = network
                    ? http -> http.addNetworkInterceptor(throwing(thrown))
                    : http -> http.addInterceptor(throwing(thrown));
            try (ApiClient client = client(with)) {
                assertThat(thrownBy(client, async))
                        .isInstanceOf(NoResponseException.class)
                        .hasMessage("test.things.list: no response from 127.0.0.1: an interceptor, cookie jar or "
                                + "authenticator of the HTTP client failed with java.io.IOException")
                        .rootCause()
                        .hasMessage("blocked by our policy");
            }
            assertThat(ran).hasValue(1);
        }
    }

    @Test
    void interceptor_passesOnTheNetworksTrouble_changesNothing() {
        server.then(ScriptedServer.reset(), json(200, TestApi.GOOD));
        Interceptor wrapping = chain -> {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                throw new IOException("seen and passed on", e);
            }
        };
        try (ApiClient client = client(http -> http.addInterceptor(wrapping).addNetworkInterceptor(wrapping))) {
            assertThat(client.transport()
                            .prepare(TestApi.GET, Ask.NOTHING)
                            .response()
                            .attempts())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void interceptor_anyThread_findsTheCallAndItsTag(boolean async) {
        server.then(json(200, TestApi.GOOD));
        List<CallInfo> seen = new CopyOnWriteArrayList<>();
        Interceptor looking = chain -> {
            seen.add(chain.request().tag(CallInfo.class));
            return chain.proceed(chain.request());
        };
        Object tenant = new Object();
        try (ApiClient client = client(http -> http.addInterceptor(looking).addNetworkInterceptor(looking))) {
            Invocation<?> get =
                    client.transport().prepare(TestApi.GET, Ask.NOTHING.with(RequestOptions.of(o -> o.tag(tenant))));
            Object unused = async ? get.executeAsync().join() : get.execute();
        }
        assertThat(seen).hasSize(2).allSatisfy(call -> {
            assertThat(call.operation()).isEqualTo("test.things.list");
            assertThat(call.tag()).isSameAs(tenant);
        });
    }

    @Test
    void interceptor_answersItself_isBelieved() {
        Interceptor canned = chain -> new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .body(ResponseBody.create(TestApi.GOOD, MediaType.get("application/json")))
                .build();
        try (ApiClient client = client(http -> http.addInterceptor(canned))) {
            assertThat(client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())
                    .isEqualTo(TestApi.VALUE);
        }
        assertThat(server.count()).isZero();
    }

    @Test
    void interceptor_whenTheTimeIsOver_isNotBlamed() {
        server.then(server.stall());
        Interceptor rude = chain -> {
            try {
                return chain.proceed(chain.request());
            } catch (IOException e) {
                throw new IOException("it was too slow");
            }
        };
        try (ApiClient client = TestApi.client(server.url())
                .httpClient(new OkHttpClient.Builder().addInterceptor(rude).build())
                .deadline(Duration.ofMillis(200))
                .build()) {
            assertThat(catchThrowableOfType(
                            NoResponseException.class,
                            () -> client.transport()
                                    .prepare(TestApi.GET, Ask.NOTHING)
                                    .execute()))
                    .isInstanceOf(DeadlineExceededException.class);
        }
    }
}
