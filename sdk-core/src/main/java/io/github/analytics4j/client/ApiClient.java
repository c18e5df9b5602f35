package io.github.analytics4j.client;

import io.github.analytics4j.client.Credentials.Secret;
import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The part that the four clients have in common: options, connections, and their end. Safe for use by several threads.
 */
public final class ApiClient implements AutoCloseable {
    private final ClientConfig config;
    private final HttpPool pool;
    private final Lifetime lifetime;
    private final Transport transport;
    private final Runnable end;

    private ApiClient(ClientConfig config, HttpPool pool, Lifetime lifetime, Runnable end) {
        this.config = config;
        this.pool = pool;
        this.lifetime = lifetime;
        this.transport = new OkHttpTransport(pool, lifetime, config);
        this.end = end;
    }

    /** A client on a pool; {@code end} runs when it is closed. */
    static ApiClient open(ClientConfig config, HttpPool pool, Runnable end) {
        return new ApiClient(config, pool, Lifetime.of(config.profile().client(), pool), end);
    }

    /**
     * {@return a client with some options changed, on the same connections} It ends with this one at the latest.
     *
     * @param change gets a builder with the options of this client
     */
    public ApiClient with(Consumer<ClientOptions.Builder> change) {
        ClientOptions.Builder options = config.options().toBuilder();
        change.accept(options);
        return new ApiClient(config.with(options.build()), pool, lifetime.derive(), () -> {});
    }

    /**
     * {@return what sends the requests of the generated interfaces}
     *
     * @hidden
     */
    @GeneratedCodeApi
    public Transport transport() {
        return transport;
    }

    /**
     * {@return the clocks of this client}
     *
     * @hidden
     */
    @GeneratedCodeApi
    public TimeSource time() {
        return config.time();
    }

    /**
     * {@return a keyed hash of the API key that was supplied last, in hex: it tells whether two clients have the same key,
     * and not which} Empty where the key is supplied when the first request needs one, and none did yet.
     *
     * @param salt keys the hash, so that it tells nothing to those who do not have it; at least one byte
     */
    public Optional<String> keyHash(byte[] salt) {
        Secret key = config.credentials().latest().key();
        return key == null ? Optional.empty() : Optional.of(key.hash(salt));
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
        end.run();
    }

    /** The API and where it is. */
    @Override
    public String toString() {
        return config.profile().client() + "[" + config.baseUrl() + "]";
    }
}
