package io.github.analytics4j.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * OkHttp as this SDK needs it: one request an attempt, no redirects, no time-outs but ours, daemon threads only.
 *
 * <p>Made by the clients' builders; safe for use by several threads. A user's own {@code OkHttpClient} is derived from,
 * keeps its connections, proxy, TLS settings and interceptors, and is never shut down.
 *
 * <p>An engine of its own sets up TLS for the first https address and never for an http one: reading the platform's
 * certificates is the longest part of a start.
 */
public final class HttpEngine implements AutoCloseable {
    private static final int PER_HOST = 64; // one API is one host; OkHttp's 5 would throttle a walk that reads ahead
    private static final int IN_ALL = 256;
    private static final long IDLE_SECONDS = 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final List<ConnectionSpec> WITH_TLS = List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT);

    private final OkHttpClient plain;
    private final Deferred<OkHttpClient> secure;
    private final boolean owned;

    private HttpEngine(OkHttpClient plain, Deferred<OkHttpClient> secure, boolean owned) {
        this.plain = plain;
        this.secure = secure;
        this.owned = owned;
    }

    /** An engine with its own connections. */
    public static HttpEngine create() {
        OkHttpClient plain = tame(new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .connectionPool(new ConnectionPool())
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT)));
        Deferred<OkHttpClient> secure = new Deferred<>(
                () -> plain.newBuilder().connectionSpecs(WITH_TLS).build());
        return new HttpEngine(plain, secure, true);
    }

    /** An engine on the connections of a user's client. */
    public static HttpEngine httpClient(OkHttpClient users) {
        OkHttpClient client = tame(users.newBuilder());
        return new HttpEngine(client, new Deferred<>(() -> client), false);
    }

    private static OkHttpClient tame(OkHttpClient.Builder builder) {
        return builder.dispatcher(dispatcher())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE) // a 401 is answered by our own key refresh
                .callTimeout(Duration.ZERO) // set for each attempt
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .addNetworkInterceptor(new WireGuard())
                .build();
    }

    private static Dispatcher dispatcher() {
        AtomicInteger number = new AtomicInteger();
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                    Thread thread = new Thread(task, "analytics4j-http-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                }));
        dispatcher.setMaxRequests(IN_ALL);
        dispatcher.setMaxRequestsPerHost(PER_HOST);
        return dispatcher;
    }

    /** Sets up, on a thread of its own, what addresses of this kind need; until then others can go on. */
    void prepare(boolean https) {
        if (https) {
            secure.start("analytics4j-start");
        }
    }

    /** For addresses of this kind. */
    OkHttpClient client(boolean https) {
        return https ? secure.get() : plain;
    }

    /**
     * For what must not be sent twice: never a connection that has been used, because one that the server is just
     * closing looks like a request that was lost on the way, and nobody could tell whether it may be repeated.
     */
    OkHttpClient fresh(boolean https) {
        return client(https)
                .newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS))
                .build();
    }

    ExecutorService executor() {
        return plain.dispatcher().executorService();
    }

    /** Ends the threads, and the idle connections unless they are the user's. */
    @Override
    public void close() {
        executor().shutdown();
        if (owned) {
            plain.connectionPool().evictAll();
        }
    }
}
