package io.github.analytics4j.download;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A run on a daemon thread of its own: writing a file blocks whichever thread does it. */
final class AsyncRun<T> {
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final Supplier<Run> maker;
    private final Function<Run, T> body;
    private final Thread thread;
    private volatile @Nullable Run run;

    private AsyncRun(Supplier<Run> maker, Function<Run, T> body) {
        this.maker = maker;
        this.body = body;
        this.thread = new Thread(this::run, "analytics4j-download");
        thread.setDaemon(true);
    }

    /** Starts it. However the future ends, by a cancel, a time-out or its own result, the run ends with it. */
    static <T> CompletableFuture<T> start(Supplier<Run> maker, Function<Run, T> body) {
        AsyncRun<T> started = new AsyncRun<>(maker, body);
        started.future.whenComplete((value, failure) -> started.stop());
        started.thread.start();
        return started.future;
    }

    private void run() {
        Run made = maker.get();
        run = made;
        if (future.isDone()) {
            return;
        }
        try {
            future.complete(body.apply(made));
        } catch (Throwable failure) { // an Error belongs to whoever waits for the future
            future.completeExceptionally(failure);
        }
    }

    private void stop() {
        Run running = run;
        if (running != null && Thread.currentThread() != thread) {
            running.cancel();
            thread.interrupt(); // it may be waiting between two tries
        }
    }
}
