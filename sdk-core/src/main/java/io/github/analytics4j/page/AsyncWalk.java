package io.github.analytics4j.page;

import static io.github.analytics4j.page.CallPageSource.unwrap;

import io.github.analytics4j.error.WorkThreads.WorkFuture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One walk without a thread of its own: rows are handed over on whatever thread brings them, one after the other. */
final class AsyncWalk<T> {

    private final PageFeed<T> feed;
    private final Consumer<? super T> consumer;
    private final WorkFuture<WalkReport> result = new WorkFuture<>();

    AsyncWalk(PageFeed<T> feed, Consumer<? super T> consumer) {
        this.feed = feed;
        this.consumer = consumer;
    }

    /** Starts; canceling the future cancels what is under way. */
    CompletableFuture<WalkReport> run() {
        result.onEnd(feed::close);
        go();
        return result;
    }

    private void go() {
        try {
            walk();
        } catch (RuntimeException | Error e) { // nobody above would tell it
            result.completeExceptionally(e);
        }
    }

    private void walk() {
        while (!result.isEnding()) {
            CompletableFuture<@Nullable Page<T>> page = feed.nextAsync();
            if (!page.isDone()) {
                var unused = page.whenComplete((rows, failure) -> {
                    took(rows, failure);
                    go();
                });
                return;
            }
            var unused = page.whenComplete(this::took);
        }
    }

    private void took(@Nullable Page<T> page, @Nullable Throwable failure) {
        try {
            if (failure != null) {
                result.completeExceptionally(unwrap(failure));
            } else if (page == null) {
                feed.finish(Integer.MAX_VALUE);
                result.complete(feed.report(Integer.MAX_VALUE));
            } else {
                hand(page.items());
            }
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e); // the consumer's own
        }
    }

    private void hand(List<T> rows) {
        for (T row : rows) {
            if (result.isEnding()) {
                return;
            }
            consumer.accept(row);
        }
    }
}
