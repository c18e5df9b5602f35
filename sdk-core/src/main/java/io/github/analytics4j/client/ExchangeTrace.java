package io.github.analytics4j.client;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okio.AsyncTimeout;
import org.jspecify.annotations.Nullable;

/**
 * Records what went over the wire in one exchange, and on which connection: it hears the exchange's events, and is found by
 * the interceptors that the exchange passes.
 */
final class ExchangeTrace extends EventListener {
    /** A response of the proxy in the server's stead; OkHttp lets it pass only where a proxy is used. */
    static final int PROXY_AUTHENTICATION = 407;

    private static final int MISDIRECTED = 421;
    private static final int SWITCHED = 101;

    /**
     * By their calls, from start to end; a call holds its trace. Weakly, for OkHttp takes the connection of a call back that a user
     * forgot to close once nobody refers to it.
     */
    private static final Map<Call, WeakReference<ExchangeTrace>> UNDER_WAY =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final boolean onNewConnection;
    private final Duration silence;
    private volatile boolean sent;
    private boolean givenUp;
    private volatile int lastStatus;
    private volatile @Nullable String retryAfter;
    private volatile boolean timedOut;
    private volatile @Nullable Call watched;
    private volatile @Nullable Runnable callOff;
    private volatile @Nullable Runnable begun;
    private volatile @Nullable ConnectionPool pool;
    private volatile Duration connectTimeout = Duration.ZERO;
    private volatile boolean opened;
    private volatile boolean local;
    private volatile boolean acquired;
    private volatile boolean reused;
    private volatile boolean multiplexed;
    private volatile boolean spoken;
    private volatile boolean hasHeaders;
    private volatile boolean unread;
    private volatile Proxy proxy = Proxy.NO_PROXY;
    private volatile @Nullable IOException passing;

    /**
     * For one exchange.
     *
     * @param onNewConnection whether it must not share or reuse a connection
     * @param silence how long the other side may say nothing once it has the request; zero for any time
     */
    ExchangeTrace(boolean onNewConnection, Duration silence) {
        this.onNewConnection = onNewConnection;
        this.silence = silence;
    }

    /** A request for a user's client, whose interceptors may clone its call: a tag goes along. It costs a start 40 classes of Kotlin's. */
    static Request tagged(Request request, ExchangeTrace trace) {
        return request.newBuilder().tag(ExchangeTrace.class, trace).build();
    }

    /** The trace of a call that is under way; null for one that is not of this SDK. */
    static @Nullable ExchangeTrace of(Call call) {
        WeakReference<ExchangeTrace> trace = UNDER_WAY.get(call);
        return trace == null ? call.request().tag(ExchangeTrace.class) : trace.get();
    }

    @Override
    public void callStart(Call call) {
        UNDER_WAY.put(call, new WeakReference<>(this));
    }

    @Override
    public void callEnd(Call call) {
        UNDER_WAY.remove(call);
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        UNDER_WAY.remove(call);
    }

    boolean onNewConnection() {
        return onNewConnection;
    }

    Duration silence() {
        return silence;
    }

    /** Where the connection comes from, and how long making one may take; zero for any time. */
    void from(ConnectionPool connections, Duration connect) {
        pool = connections;
        connectTimeout = connect;
    }

    Duration connectTimeout() {
        return connectTimeout;
    }

    /** Null before the exchange begins. */
    @Nullable
    ConnectionPool pool() {
        return pool;
    }

    /** Whether the server may have acted: a byte may have reached it, and it did not say that it did nothing. */
    boolean sent() {
        return sent;
    }

    /** Whether there was a connection to send on. */
    boolean connected() {
        return acquired;
    }

    /** Whether other exchanges can share the connection. */
    boolean multiplexed() {
        return multiplexed;
    }

    /** Whether the connection had carried an exchange before. */
    boolean reused() {
        return reused;
    }

    /**
     * Whether the connection had carried an exchange before, and broke before it carried the headers of this one's response.
     * An interim response (100, 102, 103) does not count.
     */
    boolean brokeWhenReused() {
        return reused && !hasHeaders;
    }

    /**
     * The exchange ended without a response. A server that refused the stream, or was shutting down before it began, has not
     * read the request, unless it sent an interim response to it; OkHttp's types for that are its own secret, so they are known
     * by name.
     */
    void failed(IOException e) {
        String kind = e.getClass().getSimpleName();
        boolean refused = kind.equals("StreamResetException") && ("" + e.getMessage()).endsWith("REFUSED_STREAM");
        unread = !spoken && (refused || kind.equals("ConnectionShutdownException"));
        sent &= !unread;
    }

    /** The response says that the server did not act, or the proxy that it let nothing through. */
    void refusedUndone() {
        sent = false;
    }

    /** Whether the server is known not to have read the request. */
    boolean unread() {
        return unread;
    }

    /** Whether the other side is this machine, where no proxy is needed. */
    boolean isLocal() {
        return local;
    }

    /** The proxy the exchange went through or tried to, {@link Proxy#NO_PROXY} for none. */
    Proxy proxy() {
        return proxy;
    }

    /** The hint as the server sent it, also where OkHttp must not see it. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    /** Runs it when the exchange leaves the queue and a thread takes it up. */
    void onBegin(Runnable told) {
        begun = told;
    }

    /** A thread takes the exchange up; told once. */
    void begins() {
        Runnable told = begun;
        begun = null;
        if (told != null) {
            told.run();
        }
    }

    /** For a response whose body may take its time: the exchange ends unless its headers are here in time. */
    void watch(Call call, Duration timeout) {
        watched = call;
        callOff = TimeSource.SYSTEM.later(timeout, () -> {
            timeUp();
            HttpPool.cancelAside(call);
        });
    }

    /** Marks that the time is over, which is the cause of any break from now on. */
    void timeUp() {
        timedOut = true;
    }

    /** The exchange that is watched. */
    Call call() {
        return Objects.requireNonNull(watched, "only an exchange that is watched is asked for");
    }

    boolean timedOut() {
        return timedOut;
    }

    /** Lets no request out from now on, so that {@link #sent} stays as it is. */
    synchronized void giveUp() {
        givenUp = true;
    }

    synchronized boolean isGivenUp() {
        return givenUp;
    }

    /** Lets one request out; a second only when the first was refused on its way and cannot have been acted upon. */
    synchronized void sending() throws IOException {
        if (givenUp) {
            throw new IOException("Canceled");
        }
        if (sent && lastStatus != PROXY_AUTHENTICATION && lastStatus != MISDIRECTED) {
            throw new IOException(NetworkTrouble.SENT_AGAIN + (lastStatus == 0 ? "" : " after a " + lastStatus));
        }
        sent = true;
    }

    /**
     * Keeps the hint from OkHttp, which sends again on its own when a 503 comes with {@code Retry-After: 0} and no
     * setting turns that off.
     */
    Response received(Response response) throws ProtocolException {
        if (response.body().contentLength() < -1) { // OkHttp would read so many bytes, and cannot even close it
            throw new ProtocolException("HTTP " + response.code() + " had a negative Content-Length");
        }
        Runnable timer = callOff;
        if (timer != null) {
            timer.run();
        }
        lastStatus = response.code();
        retryAfter = response.header("Retry-After");
        return response.code() == 503 && retryAfter != null
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }

    /** Trouble comes up from OkHttp itself, past the place where we stand. */
    IOException passing(IOException trouble) {
        passing = trouble;
        return trouble;
    }

    /** Whether this came up from OkHttp and not out of somebody's interceptor. */
    boolean isOkHttps(Throwable trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause == passing) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        proxy = proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy through) {
        opened = true;
        local = address.getAddress() != null && address.getAddress().isLoopbackAddress();
        proxy = through;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        acquired = true;
        reused = !opened;
        multiplexed = connection.protocol() == Protocol.HTTP_2 || connection.protocol() == Protocol.H2_PRIOR_KNOWLEDGE;
        proxy = connection.route().proxy();
    }

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    @Override
    public void responseHeadersStart(Call call) {
        spoken = true;
    }

    /** Comes after the last interim response and before the body. */
    @Override
    public void responseHeadersEnd(Call call, Response response) {
        hasHeaders = true;
    }

    /**
     * The last interceptor before the socket: whatever OkHttp or a user's interceptors do, an attempt is one request on the
     * wire.
     */
    static Response guarded(Interceptor.Chain chain) throws IOException {
        ExchangeTrace trace = of(chain.call());
        if (trace == null) {
            return chain.proceed(chain.request());
        }
        UsersCodeGuard.calm(chain.call());
        trace.sending();
        try {
            Response response = chain.proceed(chain.request());
            if (response.code() == SWITCHED) { // what follows is no HTTP, and OkHttp would go on to use the connection
                Objects.requireNonNull(chain.connection()).socket().close();
                throw new ProtocolException("HTTP " + SWITCHED + " was not asked for");
            }
            return trace.received(ContentDecoder.ofStatedLength(response));
        } catch (IOException e) {
            throw trace.passing(e);
        }
    }

    /**
     * Lets Okio's watchdog sleep while exchanges go on. It is woken whenever a time-out begins that is due before all others, and
     * of one exchange at a time that is each read of up to 8 KB: twenty for a page of 100 rows, a quarter of all the processor's time.
     * This one is due before the others, and begins anew as long as there are exchanges.
     */
    static final class SleepingWatchdog extends AsyncTimeout {
        private static final long DUE_MILLIS = 500;
        private static final SleepingWatchdog ONE = new SleepingWatchdog();

        private volatile boolean wanted;
        private boolean begun;

        private SleepingWatchdog() {
            timeout(DUE_MILLIS, TimeUnit.MILLISECONDS);
        }

        /** To be called where an exchange begins, on a thread of the SDK: the watchdog may be started by it. */
        static void letSleep() {
            if (!ONE.wanted) {
                ONE.want();
            }
        }

        private synchronized void want() {
            wanted = true;
            if (!begun) {
                begun = true;
                enter();
            }
        }

        /** Runs on the watchdog, which holds no lock meanwhile. */
        @Override
        protected synchronized void timedOut() {
            boolean unused = exit();
            begun = wanted;
            wanted = false;
            if (begun) {
                enter();
            }
        }
    }
}
