package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.net.URI;
import java.util.Map;
import okhttp3.OkHttpClient;

/**
 * Opens addresses outside the API with the given headers and no other: no credential, no cookie, no header of the API
 * client. Follows no redirect, decompresses nothing, and repeats only what counts as no attempt.
 *
 * <p>Safe for use by several threads.
 *
 * @hidden
 */
@GeneratedCodeApi
@FunctionalInterface
public interface StreamOpener {

    /**
     * Prepares a GET of an address; nothing is sent yet.
     *
     * @param headers all that may be sent beside what HTTP itself needs
     * @throws IllegalArgumentException if the address is none that HTTP can reach
     */
    StreamedExchange open(URI address, Map<String, String> headers);

    /** An opener on the connections, proxy and TLS settings of a user's client, and with nothing else of it. */
    static StreamOpener of(OkHttpClient client) {
        HttpPool pool = HttpPool.httpClient(client);
        Lifetime lifetime = Lifetime.of("download", pool);
        return (address, headers) -> HostExchange.get(pool, lifetime, SecretMask.NONE, address, headers);
    }
}
