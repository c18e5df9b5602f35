package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's own code in the HTTP client that does not come back: the call ends all the same, in every style. */
@Timeout(30)
class HeldByUsersCodeTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);

    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch held = new CountDownLatch(1);

    @TempDir
    Path folder;

    private ScriptedServer server;
    private ScriptedServer proxy;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer().times(9, json(200, TestApi.GOOD));
        proxy = new ScriptedServer().times(9, json(407, "", "Proxy-Authenticate: Basic realm=\"x\""));
    }

    @AfterEach
    void close() throws IOException {
        release.countDown();
        server.close();
        proxy.close();
    }

    private <T> T hold(T afterwards) {
        held.countDown();
        boolean out = false;
        while (!out) { // a user's code may be deaf to interrupts
            try {
                release.await();
                out = true;
            } catch (InterruptedException e) {
                assertThat(e).isNotNull();
            }
        }
        return afterwards;
    }

    /** Where it is held. */
    enum Place {
        INTERCEPTOR,
        INTERCEPTOR_AFTERWARDS,
        NETWORK_INTERCEPTOR,
        LISTENER_FACTORY,
        CALL_START,
        CONNECT_START,
        REQUEST_START,
        RESPONSE_END,
        BODY_END,
        COOKIES_LOADED,
        COOKIES_SAVED,
        DNS,
        SOCKETS,
        PROXIES,
        PROXY_LOGIN
    }

    private final class Holding extends EventListener {
        private final Place place;

        Holding(Place place) {
            this.place = place;
        }

        private void at(Place now) {
            if (now == place) {
                hold("");
            }
        }

        @Override
        public void callStart(Call call) {
            at(Place.CALL_START);
        }

        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy through) {
            at(Place.CONNECT_START);
        }

        @Override
        public void requestHeadersStart(Call call) {
            at(Place.REQUEST_START);
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            at(Place.RESPONSE_END);
        }

        @Override
        public void responseBodyEnd(Call call, long bytes) {
            at(Place.BODY_END);
        }
    }

    private OkHttpClient users(Place place) {
        OkHttpClient.Builder http = new OkHttpClient.Builder();
        return switch (place) {
            case INTERCEPTOR ->
                http.addInterceptor(chain -> chain.proceed(hold(chain.request())))
                        .build();
            case INTERCEPTOR_AFTERWARDS ->
                http.addInterceptor(chain -> hold(chain.proceed(chain.request())))
                        .build();
            case NETWORK_INTERCEPTOR ->
                http.addNetworkInterceptor(chain -> chain.proceed(hold(chain.request())))
                        .build();
            case LISTENER_FACTORY ->
                http.eventListenerFactory(call -> hold(EventListener.NONE)).build();
            case COOKIES_LOADED, COOKIES_SAVED ->
                http.cookieJar(new Jar(place == Place.COOKIES_LOADED)).build();
            case DNS ->
                http.dns(host -> hold(List.of(InetAddress.getLoopbackAddress())))
                        .build();
            case SOCKETS -> http.socketFactory(new HoldingSockets()).build();
            case PROXIES -> http.proxySelector(new HoldingProxies()).build();
            case PROXY_LOGIN ->
                http.proxy(new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", proxy.port())))
                        .proxyAuthenticator((route, response) -> hold(null))
                        .build();
            default -> http.eventListener(new Holding(place)).build();
        };
    }

    private final class Jar implements CookieJar {
        private final boolean loading;

        Jar(boolean loading) {
            this.loading = loading;
        }

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            if (!loading) {
                hold("");
            }
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            return loading ? hold(List.of()) : List.of();
        }
    }

    private final class HoldingSockets extends UnconnectedSockets {
        @Override
        public Socket createSocket() {
            return hold(new Socket());
        }
    }

    private final class HoldingProxies extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            return hold(List.of(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException trouble) {}
    }

    private TestApi.Builder client(OkHttpClient users) {
        return TestApi.client("http://slow.example:" + server.port())
                .allowHttpTo("slow.example")
                .httpClient(users.newBuilder()
                        .dns(
                                users.dns() == Dns.SYSTEM
                                        ? host -> List.of(InetAddress.getLoopbackAddress())
                                        : users.dns())
                        .build());
    }

    private ApiClient client(Place place) {
        if (place == Place.COOKIES_SAVED) {
            server = replaced(server);
        }
        return client(users(place)).deadline(DEADLINE).build();
    }

    private static ScriptedServer replaced(ScriptedServer old) {
        try {
            old.close();
            return new ScriptedServer().times(9, json(200, TestApi.GOOD, "Set-Cookie: a=b"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Throwable failure(Invocation<?> call, boolean async) {
        Throwable failure = catchThrowable(() -> {
            Object unused = async ? call.executeAsync().get(10, TimeUnit.SECONDS) : call.execute();
        });
        return failure instanceof ExecutionException ? failure.getCause() : failure;
    }

    private static long millisSince(long from) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void deadline_heldByUsersCode_endsTheCall(Place place) {
        for (boolean async : new boolean[] {false, true}) {
            try (ApiClient client = client(place)) {
                long from = System.nanoTime();
                Throwable failure = failure(client.transport().prepare(TestApi.GET, Ask.NOTHING), async);

                assertThat(failure).as("async: %s", async).isInstanceOf(DeadlineExceededException.class);
                assertThat(failure).hasMessageContaining("after 1 attempt; the last: no c");
                assertThat(((NoResponseException) failure).attempts()).hasSize(1);
                assertThat(millisSince(from)).isBetween(250L, 2000L);
            }
        }
    }

    static Stream<Place> beforeTheRequest() {
        return Stream.of(
                Place.INTERCEPTOR,
                Place.NETWORK_INTERCEPTOR,
                Place.LISTENER_FACTORY,
                Place.CALL_START,
                Place.CONNECT_START,
                Place.COOKIES_LOADED,
                Place.SOCKETS,
                Place.PROXIES);
    }

    @ParameterizedTest
    @MethodSource("beforeTheRequest")
    void deadline_heldBeforeTheRequest_neverSendsIt(Place place) throws Exception {
        for (boolean async : new boolean[] {false, true}) {
            try (ApiClient client = client(place)) {
                NoResponseException failure =
                        (NoResponseException) failure(client.transport().prepare(TestApi.POST, Ask.NOTHING), async);

                assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
                assertThat(failure).hasMessageEndingWith("; nothing was sent");
            }
        }
        release.countDown();
        try (ApiClient client = client(new OkHttpClient()).build()) {
            client.transport().prepare(TestApi.GET, Ask.NOTHING).execute();
        }
        assertThat(server.take().line()).startsWith("GET ");
        assertThat(server.count()).as("what was held came back too late").isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void attemptTimeout_heldByUsersCode_endsTheAttempt(boolean async) {
        AtomicInteger ran = new AtomicInteger();
        OkHttpClient users = new OkHttpClient.Builder()
                .addInterceptor(chain -> ran.incrementAndGet() == 1
                        ? chain.proceed(hold(chain.request()))
                        : chain.proceed(chain.request()))
                .build();
        try (ApiClient client = client(users)
                .attemptTimeout(Duration.ofMillis(200))
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ZERO))
                .build()) {
            Invocation<?> call = client.transport().prepare(TestApi.GET, Ask.NOTHING);
            ApiResponse<?> response = async ? call.responseAsync().join() : call.response();

            assertThat(response.attempts()).hasSize(2);
            assertThat(response.attempts().get(0).failure()).isEqualTo("no connection within 200 ms");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"INTERCEPTOR", "CALL_START", "PROXIES", "SOCKETS", "RESPONSE_END"})
    void closeAndInterrupt_heldByUsersCode_endTheCall(Place place) throws Exception {
        ApiClient client = client(users(place)).options(o -> o.noDeadline()).build();
        CompletableFuture<Throwable> sync = new CompletableFuture<>();
        CompletableFuture<Throwable> interrupted = new CompletableFuture<>();
        Thread one = new Thread(() -> sync.complete(catchThrowable(
                () -> client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())));
        Thread other = new Thread(() -> interrupted.complete(catchThrowable(
                () -> client.transport().prepare(TestApi.GET, Ask.NOTHING).execute())));
        other.start();
        assertThat(held.await(5, TimeUnit.SECONDS)).isTrue();
        one.start();
        CompletableFuture<?> async =
                client.transport().prepare(TestApi.GET, Ask.NOTHING).executeAsync();
        other.interrupt();

        assertThat(interrupted.get(5, TimeUnit.SECONDS))
                .isInstanceOf(CanceledException.class)
                .hasMessage("test.things.list: canceled: its thread was interrupted");
        long from = System.nanoTime();
        client.close();
        assertThat(millisSince(from)).isLessThan(2000);
        assertThat(sync.get(5, TimeUnit.SECONDS)).isInstanceOf(CanceledException.class);
        assertThat(catchThrowable(() -> async.get(5, TimeUnit.SECONDS))).hasCauseInstanceOf(CanceledException.class);
    }

    @Test
    void close_listenerHoldsItsCanceledEvent_holdsNobody() throws Exception {
        OkHttpClient users = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void canceled(Call call) {
                        hold("");
                    }
                })
                .build();
        try (ScriptedServer silent = new ScriptedServer()) {
            silent.times(3, silent.stall());
            ApiClient client = TestApi.client(silent.url()).httpClient(users).build();
            CompletableFuture<?> one =
                    client.transport().prepare(TestApi.GET, Ask.NOTHING).executeAsync();
            CompletableFuture<?> other =
                    client.transport().prepare(TestApi.GET, Ask.NOTHING).executeAsync();
            silent.take();
            silent.take();
            long from = System.nanoTime();

            assertThat(one.cancel(true)).isTrue();
            client.close();

            assertThat(catchThrowable(() -> other.get(5, TimeUnit.SECONDS)))
                    .hasCauseInstanceOf(CanceledException.class);
            assertThat(millisSince(from)).isLessThan(2000);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"CALL_START", "LISTENER_FACTORY", "CONNECT_START", "SOCKETS", "PROXIES", "RESPONSE_END"})
    void download_heldByUsersCode_endsAtItsDeadline(Place place) {
        AtomicInteger calls = new AtomicInteger();
        OkHttpClient holding = users(place);
        OkHttpClient users = holding.newBuilder()
                .eventListenerFactory(call -> calls.incrementAndGet() == 1
                        ? EventListener.NONE
                        : holding.eventListenerFactory().create(call))
                .build();
        boolean late = place == Place.SOCKETS || place == Place.PROXIES; // asked for the API's host as well
        server = late ? server : redirecting(server);
        try (ApiClient client = client(users).build()) {
            for (boolean async : new boolean[] {false, true}) {
                calls.set(0);
                long from = System.nanoTime();
                var download =
                        client.transport().download(TestApi.FILE, Ask.NOTHING).with(o -> o.deadline(DEADLINE));
                Throwable failure = catchThrowable(() -> {
                    if (async) {
                        download.saveToAsync(folder.resolve("file")).get(10, TimeUnit.SECONDS);
                    } else {
                        download.transferTo(OutputStream.nullOutputStream());
                    }
                });
                assertThat(failure instanceof ExecutionException ? failure.getCause() : failure)
                        .isInstanceOf(DeadlineExceededException.class);
                assertThat(millisSince(from)).isBetween(250L, 3000L);
            }
        }
    }

    private static ScriptedServer redirecting(ScriptedServer old) {
        try {
            old.close();
            ScriptedServer next = new ScriptedServer();
            return next.times(
                    9,
                    (socket, out) ->
                            json(302, "", "Location: " + next.url() + "/file").give(socket, out));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
