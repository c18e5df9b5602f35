package io.github.analytics4j.page;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.SdkThreads.WorkFuture;
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
        return new PageSource<>() {
            @Override
            public Page<T> fetch(PageRequest at) {
                return fetch(at, canceler -> {});
            }

            @Override
            public Page<T> fetch(PageRequest at, Consumer<Runnable> canceler) {
                return reader.apply(at, call.apply(at, canceler));
            }

            @Override
            public CompletableFuture<Page<T>> fetchAsync(PageRequest at) {
                return page(callAsync.apply(at), response -> reader.apply(at, response));
            }

            @Override
            public CompletableFuture<Page<T>> fetchAhead(PageRequest at) {
                return page(callAhead.apply(at), response -> reader.apply(at, response));
            }
        };
    }

    private static <R, T> CompletableFuture<Page<T>> page(CompletableFuture<R> response, Function<R, Page<T>> reader) {
        WorkFuture<Page<T>> page = new WorkFuture<>();
        page.onEnd(() -> response.cancel(true)); // thenApply would leave the exchange running
        var unused = response.whenComplete((value, failure) -> {
            if (failure != null) {
                page.completeExceptionally(PageFeed.unwrap(failure));
                return;
            }
            try {
                page.complete(reader.apply(value));
            } catch (RuntimeException | Error e) {
                page.completeExceptionally(e);
            }
        });
        return page;
    }
}
