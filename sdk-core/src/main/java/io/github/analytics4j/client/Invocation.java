package io.github.analytics4j.client;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready and not yet sent. Every {@code execute} sends it anew. Immutable, and safe for use by several
 * threads; secrets are masked in all that it shows.
 *
 * @param <R> the value of its response
 */
public interface Invocation<R> {

    /** {@return the HTTP method} */
    String method();

    /** {@return the whole URL} */
    URI url();

    /** {@return the query parameters in the order sent, not encoded} */
    Map<String, String> query();

    /** {@return the headers, with {@code $API_KEY} in the place of the key} */
    Map<String, List<String>> headers();

    /** {@return the JSON body, or null when there is none} */
    @Nullable
    String body();

    /**
     * {@return a command line that sends the same request from a shell, with {@code $API_KEY} in the place of the key}
     */
    String toCurl();

    /**
     * Sends it on the caller's thread.
     *
     * @return the value of the response
     * @throws ApiException if the server refused it
     * @throws NoResponseException if no response came, also because a deadline passed or the call was canceled
     * @throws UnreadableResponseException if the response could not be read
     */
    R execute();

    /**
     * Sends it without blocking.
     *
     * @return the value to come, or what {@link #execute()} throws; canceling the future cancels the exchange
     */
    CompletableFuture<R> executeAsync();

    /**
     * Sends it on the caller's thread, as {@link #execute()} does.
     *
     * @return all there is to know about the response
     */
    ApiResponse<R> response();

    /**
     * Sends it without blocking, as {@link #executeAsync()} does.
     *
     * @return all there is to know about the response to come
     */
    CompletableFuture<ApiResponse<R>> responseAsync();
}
