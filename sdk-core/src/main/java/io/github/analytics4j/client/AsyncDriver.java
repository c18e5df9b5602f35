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
    private final ApiCall<R> call;
    private final Lifetime lifetime;
    private final Function<ApiResponse<R>, T> result;
    private final WorkFuture<T> future = new WorkFuture<>();
    private volatile Runnable alarm = () -> {};
    private volatile Runnable callOff = () -> {};

    AsyncDriver(ApiCall<R> call, Lifetime lifetime, Function<ApiResponse<R>, T> result) {
        this.call = call;
        this.lifetime = lifetime;
        this.result = result;
    }

    CompletableFuture<T> drive() {
        RuntimeException refusal = lifetime.refusal();
        if (refusal != null) {
            return CompletableFuture.failedFuture(refusal);
        }
        guarded(() -> {
            future.onEnd(this::end);
            setAlarm();
            call.stop().hook(() -> WorkThreads.execute(() -> guarded(() -> take(call.stopped(null)))));
            lifetime.enter(call);
            if (call.startsAtOnce()) {
                take(call.start());
            } else {
                WorkThreads.execute(() -> guarded(() -> take(call.start())));
            }
        });
        return future;
    }

    /** A queue in front of the dispatcher is waiting too, and so is a listener: nobody else looks at the clock there. */
    private void setAlarm() {
        Duration left = call.remaining();
        if (left != null) {
            alarm = TimeSource.SYSTEM.later(left, () -> WorkThreads.execute(() -> guarded(call::expire)));
        }
    }

    private void end() {
        alarm.run();
        callOff.run();
        lifetime.leave(call);
        call.cancel("its future was canceled");
    }

    private void take(NextAction<R> next) {
        if (next instanceof NextAction.Done<R> done) {
            future.complete(result.apply(done.response()));
        } else if (next instanceof NextAction.Failed<R> failed) {
            future.completeExceptionally(failed.failure());
        } else if (next instanceof NextAction.Pause<R> pause) {
            waitFor(call.time().later(pause.length(), () -> goOn(call::resume)));
        } else if (next instanceof NextAction.Await<R> wait) {
            waitFor(wait.whenThere().apply(() -> goOn(wait.then())));
        } else if (next instanceof NextAction.Send<R>) {
            CallExchange<R> exchange = call.begin();
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
    private void goOn(Supplier<NextAction<R>> next) {
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
                ExchangeOutcome<R> outcome = exchange.read(response);
                if (future.isEnding() || over.get()) {
                    outcome.drop();
                }
                end(() -> outcome);
            } catch (RuntimeException | Error e) {
                future.completeExceptionally(e);
            }
        }

        private void end(Supplier<ExchangeOutcome<R>> came) {
            if (over.compareAndSet(false, true)) {
                callOff.run();
                try {
                    ExchangeOutcome<R> outcome = came.get();
                    goOn(() -> call.ended(outcome));
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
    private void guarded(Runnable next) {
        try {
            next.run();
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }
}
