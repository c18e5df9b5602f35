package io.github.analytics4j.page;

import io.github.analytics4j.error.WorkThreads.WorkFuture;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages read out of the responses of a call. */
record CallPageSource<R, T>(
        BiFunction<PageRequest, Consumer<Runnable>, R> call,
        Function<PageRequest, CompletableFuture<R>> callAsync,
        Function<PageRequest, CompletableFuture<R>> callAhead,
        BiFunction<PageRequest, R, Page<T>> reader)
        implements PageSource<T> {

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
        return pageOf(at, callAsync.apply(at));
    }

    @Override
    public CompletableFuture<Page<T>> fetchAhead(PageRequest at) {
        return pageOf(at, callAhead.apply(at));
    }

    private CompletableFuture<Page<T>> pageOf(PageRequest at, CompletableFuture<R> response) {
        WorkFuture<Page<T>> page = new WorkFuture<>();
        page.onEnd(() -> response.cancel(true)); // thenApply would leave the exchange running
        var unused = response.whenComplete((value, failure) -> settle(page, at, value, failure));
        return page;
    }

    private void settle(CompletableFuture<Page<T>> page, PageRequest at, R value, @Nullable Throwable failure) {
        if (failure != null) {
            page.completeExceptionally(unwrap(failure));
            return;
        }
        try {
            page.complete(reader.apply(at, value));
        } catch (RuntimeException | Error e) {
            page.completeExceptionally(e);
        }
    }

    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }
}
