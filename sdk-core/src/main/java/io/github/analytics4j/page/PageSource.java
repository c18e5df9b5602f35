package io.github.analytics4j.page;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks for one page, on the caller's thread or without one. The walk calls it from one thread at a time, but keeps
 * several asynchronous responses under way when it reads ahead.
 *
 * @hidden
 */
@GeneratedCodeApi
public interface PageSource<T> {

    /** Asks and waits; what goes wrong is thrown as it is, and the walk may ask the same again later. */
    Page<T> fetch(PageRequest at);

    /**
     * As {@link #fetch(PageRequest)}; {@code canceler} is handed what ends the exchange from any thread, once it can be
     * ended. A source that cannot end an exchange never calls it.
     */
    default Page<T> fetch(PageRequest at, Consumer<Runnable> canceler) {
        return fetch(at);
    }

    /** Asks without waiting; canceling the future must cancel the exchange behind it. */
    CompletableFuture<Page<T>> fetchAsync(PageRequest at);

    /**
     * Asks without waiting for a page that is not wanted yet, and tries once: the walk asks again with {@link #fetchAsync}
     * when it wants the page and this failed. In an outage, retries of pages ahead would multiply the load and use up the
     * budget of the one page the walk waits for.
     */
    default CompletableFuture<Page<T>> fetchAhead(PageRequest at) {
        return fetchAsync(at);
    }

    /**
     * A source from the forms of a call and a function that reads a page out of its response. Canceling reaches the future
     * that {@code callAsync} or {@code callAhead} returned; {@code call} hands over what ends it.
     */
    static <R, T> PageSource<T> of(
            BiFunction<PageRequest, Consumer<Runnable>, R> call,
            Function<PageRequest, CompletableFuture<R>> callAsync,
            Function<PageRequest, CompletableFuture<R>> callAhead,
            BiFunction<PageRequest, R, Page<T>> reader) {
        return new CallPageSource<>(call, callAsync, callAhead, reader);
    }
}
