package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Sends requests to one API with one set of options; made by the clients' builders.
 *
 * <p>Safe for use by several threads.
 *
 * @hidden
 */
@GeneratedCodeApi
public interface Transport {

    /** Throws {@code CanceledException} once the client or its pool is closed, as every call would. */
    void check();

    /** Tells the listeners that a walk hands out rows of an operation. */
    default void walked(Operation<?, ?> operation, int rows) {}

    /** Makes the HTTP request without sending it. */
    <Q, R> Invocation<R> prepare(Operation<Q, R> operation, Q request);

    /**
     * Sends a request for a page on the caller's thread; as {@link Invocation#response()}, but without the body's text and
     * the headers.
     *
     * @param canceler is given an action that ends the exchange from any thread
     */
    <Q, R> ApiResponse<R> fetch(Operation<Q, R> operation, Q request, Consumer<Runnable> canceler);

    /** As {@link #fetch}, without waiting; canceling the future cancels the exchange. */
    <Q, R> CompletableFuture<ApiResponse<R>> fetchAsync(Operation<Q, R> operation, Q request);

    /** As {@link #fetchAsync}, for a page that is not wanted yet: one attempt, whose failure is not followed by another. */
    <Q, R> CompletableFuture<ApiResponse<R>> fetchAhead(Operation<Q, R> operation, Q request);

    /** The value of an operation whose response is a file or a redirect to it: a download. Nothing is sent yet. */
    default <Q, R> R download(Operation<Q, R> operation, Q request) {
        return prepare(operation, request).execute();
    }
}
