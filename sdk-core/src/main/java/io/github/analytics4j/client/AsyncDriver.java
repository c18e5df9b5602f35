package io.github.analytics4j.client;

import io.github.analytics4j.error.WorkFuture;
import io.github.analytics4j.error.WorkThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/**
 * Does the steps of a call on threads of the SDK, holding none while it waits for the server. OkHttp's own threads, of
 * which it counts so many a host, read responses and do nothing else: whatever a user hangs on the future runs elsewhere.
 */
final class AsyncDriver<R, T> {
    private final CallRun<R> run;
    private final OkHttpTransport transport;
    private final Lifetime lifetime;
    private final Function<ApiResponse<R>, T> result;
    private final WorkFuture<T> future = new WorkFuture<>();
    private volatile Runnable alarm = () -> {};
    private volatile Runnable callOff = () -> {};

    AsyncDriver(CallRun<R> run, OkHttpTransport transport, Lifetime lifetime, Function<ApiResponse<R>, T> result) {
        this.run = run;
        this.transport = transport;
        this.lifetime = lifetime;
        this.result = result;
    }

    CompletableFuture<T> drive() {
        RuntimeException refusal = transport.refusal();
        if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        }
        guarded(() -> {
            future.onEnd(this::end);
            setAlarm();
            run.stop().hook(() -> WorkThreads.execute(() -> guarded(() -> take(run.stopped(null)))));
            lifetime.enter(run);
            if (run.startsAtOnce()) {
                take(run.start());
            } else {
                WorkThreads.execute(() -> guarded(() -> take(run.start())));
            }
        });
        return future;
    }

    /** A queue in front of the dispatcher is waiting too, and so is a listener: nobody else looks at the clock there. */
    private void setAlarm() {
        Duration left = run.remaining();
        if (left != null) {
            alarm = TimeSource.SYSTEM.later(left, () -> WorkThreads.execute(() -> guarded(run::expire)));
        }
    }

    private void end() {
        alarm.run();
        callOff.run();
        lifetime.leave(run);
        run.cancel("its future was canceled");
    }

    private void take(Step<R> step) {
        if (step instanceof Step.Done<R> done) {
            future.complete(result.apply(done.response()));
        } else if (step instanceof Step.Failed<R> failed) {
            future.completeExceptionally(failed.failure());
        } else if (step instanceof Step.Pause<R> pause) {
            waitFor(transport.settings().time().later(pause.length(), () -> goOn(run::resume)));
        } else if (step instanceof Step.Await<R> wait) {
            waitFor(wait.whenThere().apply(() -> goOn(wait.then())));
        } else if (step instanceof Step.Send<R>) {
            CallExchange<R> exchange = run.begin();
            exchange.open().enqueue(new Enqueued(exchange));
        }
    }

    private void waitFor(Runnable wait) {
        callOff = wait;
        if (future.isEnding()) {
            wait.run(); // nobody else knows of it
        }
    }

    /** On a thread that may be held up. */
    private void goOn(Supplier<Step<R>> next) {
        WorkThreads.execute(() -> {
            try {
                if (!future.isEnding()) {
                    take(next.get());
                }
            } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
            }
        });
    }

    /** An exchange under way; where a user's code holds it, it is left when its time is over. */
    private final class Enqueued implements Callback {
        private final CallExchange<R> exchange;
        private final AtomicBoolean over = new AtomicBoolean();
        private volatile Runnable callOff = () -> {};

        Enqueued(CallExchange<R> exchange) {
            this.exchange = exchange;
            if (exchange.runsUsersCode()) {
                exchange.trace()
                        .onBegin(() -> callOff = TimeSource.SYSTEM.later(
                                exchange.patience().plus(ExchangeThread.GRACE),
                                () -> WorkThreads.execute(() -> end(exchange::left))));
            }
        }

        @Override
        public void onFailure(Call call, IOException e) {
            end(() -> exchange.broken(e));
        }

        @Override
        public void onResponse(Call call, Response response) {
            try {
                Outcome<R> outcome = exchange.read(response);
                if (future.isEnding() || over.get()) {
                    Answers.drop(outcome);
                }
                end(() -> outcome);
            } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
            }
        }

        private void end(Supplier<Outcome<R>> came) {
            if (over.compareAndSet(false, true)) {
                callOff.run();
                try {
                    Outcome<R> outcome = came.get();
                    goOn(() -> run.ended(outcome));
                } catch (RuntimeException | Error e) {
                    future.completeExceptionally(e);
                }
            }
        }
    }

    /**
     * A bug or a full heap must not leave a future that never ends. Where the heap is full most often there is a plain try
     * instead: another lambda takes memory before it is guarded.
     */
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
