package io.github.analytics4j.client;

import io.github.analytics4j.http.HttpEngine;
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

    /** A pool on the connections of a user's client, which is never shut down. */
    public static HttpPool httpClient(OkHttpClient client) {
        return new HttpPool(HttpEngine.httpClient(client));
    }

    HttpEngine engine() {
        return engine;
    }

    /** Ends threads and idle connections. Can be done twice. */
    @Override
    public void close() {
        engine.close();
    }
}
