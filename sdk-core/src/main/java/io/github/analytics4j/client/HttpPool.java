package io.github.analytics4j.client;

import io.github.analytics4j.error.SdkThreads;
import io.github.analytics4j.error.SdkThreads.Deferred;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.TrustManagerFactory;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Connections and threads for several clients. The one that makes it closes it, after the clients; closing a client
 * leaves it open. Safe for use by several threads; its threads are daemons.
 *
 * <p>Connections of its own are closed after four idle seconds, ping over HTTP/2, and send at once what is written (a user's client
 * does so if its socket factory says it; over HTTP/2 a page then takes up to 40 ms less). They go through the proxies of Java's
 * system properties, such as {@code https.proxyHost}; environment variables such as {@code HTTPS_PROXY} are not heeded. TLS is
 * set up for the first https address and never for an http one: reading the platform's certificates is the longest part of a
 * start.
 */
public final class HttpPool implements AutoCloseable {
    private static final int PER_HOST = 64; // one API is one host; OkHttp's 5 would throttle a walk that reads ahead
    private static final int IN_ALL = 256;
    private static final long IDLE_SECONDS = 20;

    /** Servers of the usual kinds close after five seconds or more (Node, uvicorn), and often just as we send. */
    private static final Duration IDLE_CONNECTION = Duration.ofSeconds(4);

    /** As many as can be in use for one host: a walk that reads ahead uses all of them again and again. */
    private static final int IDLE_CONNECTIONS = PER_HOST;

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** A shared connection that does not answer a ping until the next one is dead, whatever is under way on it. */
    private static final Duration PING = Duration.ofSeconds(10);

    /** How long a user's pool is left alone after one of its connections fell silent: pings find out meanwhile. */
    private static final Duration AWAY = Duration.ofSeconds(10);

    private static final Duration CANCEL = Duration.ofSeconds(5);
    private static final Duration USERS_CANCEL = Duration.ofMillis(100);
    private static final Logger LOG = SdkLog.of("listeners");

    static {
        // Java asks for this option when it closes a socket, and first fills its table of options. A table that meets
        // a full heap then stays unusable, and this process closes no socket any more: so it is filled before that.
        try (Socket none = new Socket()) {
            int unused = none.getSoLinger();
        } catch (IOException e) {
            // where no socket can be had, the exchange tells why
        }
    }

    private final OkHttpClient plain;
    private final Deferred<OkHttpClient> secure;
    private final boolean owned;
    private final Lifetime lifetime = Lifetime.ofPool();
    private final CancelableDns dns;
    private final ConnectionPool home;
    private volatile ConnectionPool current;
    private volatile long leftAt;

    private HttpPool(OkHttpClient client, boolean owned, @Nullable Deferred<?> certificates) {
        this.owned = owned;
        this.dns = new CancelableDns(client.dns());
        this.plain = tame(client);
        this.home = plain.connectionPool();
        this.current = home;
        this.secure = new Deferred<>("TLS", () -> owned ? withTls(certificates) : plain);
    }

    private OkHttpClient withTls(@Nullable Deferred<?> certificates) {
        Object held = certificates == null ? null : certificates.get();
        try {
            return plain.newBuilder()
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                    .build();
        } finally {
            Reference.reachabilityFence(held);
        }
    }

    /** {@return a pool with its own connections} */
    public static HttpPool create() {
        HttpLibraries.check();
        return create(null);
    }

    /** As {@link #create()}, where somebody reads the {@link Certificates} already. */
    static HttpPool create(@Nullable Deferred<?> certificates) {
        return create(PING, List.of(Protocol.HTTP_2, Protocol.HTTP_1_1), certificates);
    }

    /** A class of its own: to read them takes longest, so that nothing of a pool is loaded before. */
    static final class Certificates {
        private Certificates() {}

        /**
         * Begins to read the platform's certificates, on a thread of its own: while much else is done for a start. Who sets up TLS then
         * finds them in Java's cache, as long as they are held.
         */
        static Deferred<?> read() {
            Deferred<Object> certificates = new Deferred<>("TLS", Certificates::factory);
            certificates.start("analytics4j-certificates");
            return certificates;
        }

        private static Object factory() {
            try {
                TrustManagerFactory read = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                read.init((KeyStore) null);
                return read;
            } catch (GeneralSecurityException e) {
                return e; // who sets up TLS meets it too, and tells of it
            }
        }
    }

    /** As {@link #create()}, with other pings and protocols. */
    static HttpPool create(Duration ping, List<Protocol> protocols) {
        return create(ping, protocols, null);
    }

    private static HttpPool create(Duration ping, List<Protocol> protocols, @Nullable Deferred<?> certificates) {
        return new HttpPool(
                new OkHttpClient.Builder()
                        .connectTimeout(CONNECT)
                        .pingInterval(ping)
                        .protocols(protocols)
                        .socketFactory(new NoDelaySockets())
                        .connectionPool(connectionPool())
                        .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                        .build(),
                true,
                certificates);
    }

    /**
     * {@return a pool on the connections of a user's client, which is never shut down} What that brings along, from
     * interceptors to socket factories, runs on threads of the SDK, for synchronous calls too: a call ends at its deadline
     * though such code holds it, and what comes of it later is dropped. Thread locals of the caller are not there; an
     * interceptor finds the call and its tag as {@code chain.request().tag(CallInfo.class)}. Threads that the client
     * itself had started before are as it started them. Its cache is not used: each call asks the server, with its own key.
     * Its authenticator is not asked, that of a proxy is: after a 401 the call asks the supplier of its key. No redirect is followed.
     *
     * @param client its interceptors, socket factories and the like are used
     */
    public static HttpPool httpClient(OkHttpClient client) {
        HttpLibraries.check();
        return new HttpPool(client, false, null);
    }

    private static ConnectionPool connectionPool() {
        return new ConnectionPool(IDLE_CONNECTIONS, IDLE_CONNECTION.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** OkHttp as this SDK needs it: one request an exchange, no redirects, no time-outs but ours, daemon threads only. */
    private OkHttpClient tame(OkHttpClient client) {
        OkHttpClient.Builder builder = client.newBuilder();
        // each interceptor on the way is loaded for a start, and compiled into the exchange
        if (client.interceptors().isEmpty()) {
            builder.addInterceptor(new UsersCodeGuard(this::connect));
        } else {
            builder.interceptors().add(0, new UsersCodeGuard(null));
            builder.addInterceptor(this::connect);
        }
        if (!client.networkInterceptors().isEmpty()) {
            builder.networkInterceptors().add(0, new UsersCodeGuard(null));
        }
        return own(builder.dispatcher(dispatcher()))
                .dns(dns)
                .proxyAuthenticator(new UsersCodeGuard.ProxyLogin(client.proxyAuthenticator()))
                .addNetworkInterceptor(ExchangeTrace::guarded)
                .build();
    }

    /** Turns off whatever would send, wait or go elsewhere on its own. */
    private static OkHttpClient.Builder own(OkHttpClient.Builder builder) {
        return builder.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE) // after a 401 the call asks for another key
                .cache(null) // it tells responses by their address, and would give one account's rows to another
                .callTimeout(Duration.ZERO) // set for each attempt
                .readTimeout(Duration.ZERO) // set for each exchange
                .writeTimeout(Duration.ZERO);
    }

    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                SdkThreads.factory("analytics4j-http")));
        dispatcher.setMaxRequests(IN_ALL);
        dispatcher.setMaxRequestsPerHost(PER_HOST);
        return dispatcher;
    }

    /** The innermost interceptor: says on which connections an exchange may run, and for how long they may be silent. */
    private Response connect(Interceptor.Chain chain) throws IOException {
        ExchangeTrace trace = ExchangeTrace.of(chain.call());
        if (trace == null) {
            return chain.proceed(chain.request());
        }
        UsersCodeGuard.calm(chain.call());
        ConnectionPool connections =
                trace.onNewConnection() ? new ConnectionPool(0, 1, TimeUnit.NANOSECONDS) : connections();
        trace.from(connections, Duration.ofMillis(chain.connectTimeoutMillis()));
        Interceptor.Chain ours = chain.withConnectionPool(connections);
        if (!trace.silence().isZero()) {
            ExchangeTrace.SleepingWatchdog.letSleep();
            ours = ours.withReadTimeout(
                    (int) Math.min(
                            Integer.MAX_VALUE, Math.max(1, trace.silence().toMillis())),
                    TimeUnit.MILLISECONDS);
        }
        try {
            return dns.watched(ours);
        } catch (IOException e) {
            throw trace.passing(e);
        }
    }

    /** Sets up, on a thread of its own, what addresses of this kind need; until then others can go on. */
    void prepare(boolean https) {
        if (https && owned) {
            secure.start("analytics4j-start");
        }
    }

    /** For addresses of this kind. */
    OkHttpClient client(boolean https) {
        return https ? secure.get() : plain;
    }

    /** One exchange with the API. */
    Call newCall(Request request, ExchangeTrace trace) {
        return traced(client(request.isHttps()), request, trace);
    }

    /**
     * One exchange with the host of a link. Interceptors, cookies and authenticators may carry the API's credentials.
     */
    Call newBareCall(Request request, ExchangeTrace trace) {
        OkHttpClient.Builder bare = client(request.isHttps()).newBuilder();
        bare.interceptors().clear();
        bare.networkInterceptors().clear();
        return traced(
                own(bare)
                        .cookieJar(CookieJar.NO_COOKIES)
                        .addInterceptor(this::connect)
                        // OkHttp acts on a 503's Retry-After, and fails on a long one
                        .addNetworkInterceptor(ExchangeTrace::guarded)
                        .build(),
                request,
                trace);
    }

    /**
     * Ends an exchange. That may start threads of OkHttp's, and runs a user's event listener, which is not waited for if it
     * takes its time.
     */
    void cancel(Call call) {
        if (owned && SdkThreads.isOurs()) {
            call.cancel(); // takes no memory, of which there may be none
            return;
        }
        boolean unused = StopSignal.waitInVain(canceling(call), owned ? CANCEL : USERS_CANCEL, () -> {});
    }

    /** Ends an exchange and waits for nobody. */
    static void cancelAside(Call call) {
        var unused = canceling(call);
    }

    private static CompletableFuture<Void> canceling(Call call) {
        Runnable ends = () -> {
            try {
                call.cancel();
            } catch (RuntimeException | Error usersOwn) { // the exchange has ended before the listener was told
                String kind = usersOwn.getClass().getName();
                LOG.debug("an event listener of the HTTP client failed: {}", kind);
            }
        };
        return CompletableFuture.runAsync(ends, SdkThreads.executor());
    }

    private Call traced(OkHttpClient client, Request request, ExchangeTrace trace) {
        Call call = client.newCall(owned ? request : ExchangeTrace.tagged(request, trace));
        call.addEventListener(trace);
        return call;
    }

    /** The connections in use; a user's own are gone back to after a while. */
    private ConnectionPool connections() {
        if (!owned && current != home && System.nanoTime() - leftAt > AWAY.toNanos()) {
            leave(current, home);
        }
        return current;
    }

    /** Takes note that the connection of an exchange ended: those of ours that were idle beside it are closed. */
    void broke(ExchangeTrace trace) {
        ConnectionPool used = trace.pool();
        if (used != null && !trace.onNewConnection() && trace.brokeWhenReused() && isOurs(used)) {
            used.evictAll();
        }
    }

    /**
     * Takes note that the connection of an exchange fell silent: those that were idle beside it have met the same server,
     * NAT or proxy, and none that is open is used for another exchange.
     */
    void fellSilent(ExchangeTrace trace) {
        ConnectionPool used = trace.pool();
        if (used != null && !trace.onNewConnection() && trace.connected()) {
            leave(used, connectionPool());
        }
    }

    private synchronized void leave(ConnectionPool used, ConnectionPool next) {
        if (used == current) {
            leftAt = System.nanoTime(); // before others can see that it was left
            current = next;
            if (isOurs(used)) {
                used.evictAll();
            }
        }
    }

    private boolean isOurs(ConnectionPool connections) {
        return owned || connections != home;
    }

    /** Whether a call to an address of this kind needs nothing set up and runs no code of a user's. */
    boolean isReady(boolean https) {
        return owned && (!https || secure.isDone());
    }

    /** Whether an exchange may run code of a user's. */
    boolean runsUsersCode() {
        return !owned;
    }

    /** Returns the life of the pool, which counts the exchanges in flight of all clients. */
    Lifetime lifetime() {
        return lifetime;
    }

    /**
     * Ends the calls of all its clients, whatever they wait for, then the threads and the idle connections unless they are the
     * user's. Can be done twice.
     */
    @Override
    public void close() {
        lifetime.close();
        plain.dispatcher().executorService().shutdown();
        if (isOurs(current)) {
            current.evictAll();
        }
    }
}
