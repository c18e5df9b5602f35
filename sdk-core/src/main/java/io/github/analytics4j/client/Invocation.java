package io.github.analytics4j.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request that is ready and not yet sent. Every {@code execute} sends it anew. Immutable, and safe for use by several
 * threads; secrets are masked in all that it shows.
 */
public interface Invocation<R> {

    /** The HTTP method. */
    String method();

    /** The whole URL. */
    URI url();

    /** The query parameters in the order sent, not encoded. */
    Map<String, String> query();

    /** The headers, with {@code $API_KEY} in the place of the key. */
    Map<String, List<String>> headers();

    /** The JSON body, or null when there is none. */
    @Nullable
    String body();

    /** A command line that sends the same request from a shell, with {@code $API_KEY} in the place of the key. */
    String toCurl();

    /** Sends it on the caller's thread and returns the value of the response. */
    R execute();

    /** Sends it; cancelling the future cancels the exchange. */
    CompletableFuture<R> executeAsync();

    /** As {@link #execute()}, with all there is to know about the response. */
    ApiResponse<R> response();

    /** As {@link #executeAsync()}, with all there is to know about the response. */
    CompletableFuture<ApiResponse<R>> responseAsync();
}
