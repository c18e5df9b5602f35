package io.github.analytics4j.client;

import okhttp3.OkHttpClient;

/**
 * Connections and threads for several clients. Whoever makes it closes it, after the clients; closing a client leaves
 * it open. Safe for use by several threads; its threads are daemons.
 *
 * <p>Connections of its own are closed after four idle seconds, and ping over HTTP/2. They go through the proxies of Java's
 * system properties, such as {@code https.proxyHost}; environment variables such as {@code HTTPS_PROXY} are not heeded.
 */
public final class HttpPool implements AutoCloseable {
    private final HttpEngine engine;

    private HttpPool(HttpEngine engine) {
        this.engine = engine;
    }

    /** A pool with its own connections. */
    public static HttpPool create() {
        return new HttpPool(HttpEngine.create());
    }

    /**
     * A pool on the connections of a user's client, which is never shut down. What that brings along, from interceptors to
     * socket factories, runs on threads of the SDK, for synchronous calls too: a call ends at its deadline though such code
     * holds it, and what comes of it later is dropped. Thread locals of the caller are not there; an interceptor finds the
     * call and its tag as {@code chain.request().tag(CallInfo.class)}. Threads that the client itself had started before are
     * as it started them.
     */
    public static HttpPool httpClient(OkHttpClient client) {
        return new HttpPool(HttpEngine.httpClient(client));
    }

    HttpEngine engine() {
        return engine;
    }

    /** Ends the calls of all its clients, whatever they wait for, then threads and idle connections. Can be done twice. */
    @Override
    public void close() {
        engine.close();
    }
}
