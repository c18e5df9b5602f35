package io.github.analytics4j.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/** Does the steps of a call on the engine's threads, holding none while it waits. */
final class AsyncDriver<R, T> implements Callback {
    private final CallRun<R> run;
    private final Lifetime lifetime;
    private final TimeSource time;
    private final Executor executor;
    private final Function<ApiResponse<R>, T> result;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private volatile Runnable callOff = () -> {};

    AsyncDriver(
            CallRun<R> run, Lifetime lifetime, TimeSource time, Executor executor, Function<ApiResponse<R>, T> result) {
        this.run = run;
        this.lifetime = lifetime;
        this.time = time;
        this.executor = executor;
        this.result = result;
    }

    CompletableFuture<T> drive() {
        if (lifetime.isClosed()) {
            return CompletableFuture.failedFuture(lifetime.refusal());
        }
        lifetime.enter(run);
        Runnable alarm = alarm();
        CompletableFuture<T> unused = future.whenComplete((value, failure) -> {
            alarm.run();
            callOff.run();
            lifetime.leave(run);
            run.cancel("its future was canceled");
        });
        run.onCancel(() -> take(run.stopped(null)));
        guarded(() -> take(run.start()));
        return future;
    }

    /**
     * A queue in front of the dispatcher is waiting too, and nobody else looks at the clock there. What users hang on the
     * future runs on the engine's threads: the timer has only one.
     */
    private Runnable alarm() {
        Duration left = run.remaining();
        return left == null
                ? () -> {}
                : TimeSource.SYSTEM.later(left, () -> guarded(() -> executor.execute(run::expire)));
    }

    private void take(Step<R> step) {
        if (step instanceof Step.Done<R> done) {
            future.complete(result.apply(done.response()));
        } else if (step instanceof Step.Failed<R> failed) {
            future.completeExceptionally(failed.failure());
        } else if (step instanceof Step.Pause<R> pause) {
            callOff = time.later(pause.length(), () -> guarded(() -> executor.execute(() -> guarded(this::resume))));
        } else {
            run.newCall().enqueue(this);
        }
    }

    private void resume() {
        if (!future.isDone()) {
            take(run.resume());
        }
    }

    @Override
    public void onFailure(Call call, IOException e) {
        guarded(() -> take(run.ended(run.broken(e))));
    }

    @Override
    public void onResponse(Call call, Response response) {
        guarded(() -> take(run.ended(run.read(response))));
    }

    /** A bug or a full heap must not leave a future that never ends. */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RejectedExecutionException e) {
            run.cancel("its client was closed");
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
