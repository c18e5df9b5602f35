package io.github.analytics4j.client;

import java.util.function.Consumer;

/**
 * What is the same in the four clients: options, connections, life and end. Safe for use by several threads.
 */
public final class ApiClient implements AutoCloseable {
    private final ClientConfig config;
    private final HttpPool pool;
    private final boolean ownsPool;
    private final Lifetime lifetime;
    private final Transport transport;

    private ApiClient(ClientConfig config, HttpPool pool, boolean ownsPool, Lifetime lifetime) {
        this.config = config;
        this.pool = pool;
        this.ownsPool = ownsPool;
        this.lifetime = lifetime;
        this.transport = new OkHttpTransport(pool, lifetime, config);
    }

    static ApiClient open(ClientConfig config, HttpPool pool, boolean ownsPool) {
        return new ApiClient(
                config, pool, ownsPool, Lifetime.of(config.profile().client(), pool));
    }

    /** A client with some options changed, on the same connections. It ends with this one at the latest. */
    public ApiClient with(Consumer<ClientOptions.Builder> change) {
        ClientOptions.Builder options = config.options().toBuilder();
        change.accept(options);
        return new ApiClient(config.with(options.build()), pool, false, lifetime.derive());
    }

    /** Where the generated interfaces send their requests. */
    public Transport transport() {
        return transport;
    }

    /** The clocks of this client. */
    public TimeSource time() {
        return config.time();
    }

    /**
     * Tells of the end of this client, at once if that has come; for what waits between two calls.
     *
     * @param told gets the reason, on the thread that closes
     * @return forgets it
     */
    public Runnable onClose(Consumer<String> told) {
        return lifetime.onClose(told);
    }

    /** Ends calls in flight, refuses further ones, and lets go of connections and threads of its own. */
    @Override
    public void close() {
        lifetime.close();
        if (ownsPool) {
            pool.close();
        }
    }

    /** The API and where it is. */
    @Override
    public String toString() {
        return config.profile().client() + "[" + config.baseUrl() + "]";
    }
}
