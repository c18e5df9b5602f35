package io.github.analytics4j.client;

import io.github.analytics4j.client.CallExchange.ExchangeOutcome;
import io.github.analytics4j.error.SdkThreads;
import io.github.analytics4j.error.SdkThreads.WorkFuture;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;

/**
 * Runs a call to its end: on the caller's thread, or on threads of the SDK. It decides nothing; it takes the steps that {@link
 * ApiCall} hands it.
 */
final class CallDriver {
    private CallDriver() {}

    /** The next step that the driver of a call has to take. */
    sealed interface NextAction<R> {

        /** Make the exchange that {@link ApiCall#begin} gives, and tell its outcome to {@link ApiCall#ended}. */
        record Send<R>() implements NextAction<R> {}

        /** Wait, then go on with {@link ApiCall#resume}. */
        record Pause<R>(Duration length) implements NextAction<R> {}

        /**
         * Wait for what others bring, the deadline at most; {@code then} tells what came of it.
         *
         * @param whenThere calls the argument when it is there; what it returns ends the wait
         */
        record Await<R>(UnaryOperator<Runnable> whenThere, Supplier<NextAction<R>> then) implements NextAction<R> {}

        /** End with a response. */
        record Done<R>(ApiResponse<R> response) implements NextAction<R> {}

        /** Do nothing: another thread has ended the call, and tells. */
        record Settled<R>() implements NextAction<R> {}

        /** End with a failure of ours, or with whatever a user's own code threw. */
        record Failed<R>(Throwable failure) implements NextAction<R> {

            /** The failure, for the caller to throw; an error is thrown here. */
            RuntimeException unchecked() {
                if (failure instanceof Error error) {
                    throw error;
                }
                return (RuntimeException) failure;
            }
        }
    }

    /** Drives a call on the caller's thread, all but its exchanges; gives the response, or throws the failure. */
    static <R> ApiResponse<R> drive(ApiCall<R> call, Lifetime lifetime) {
        lifetime.check();
        lifetime.enter(call);
        try {
            NextAction<R> next = call.start();
            while (!(next instanceof NextAction.Done<R> done)) {
                if (!(next instanceof NextAction.Send<R>)) {
                    next = waited(call, next);
                } else if (Thread.currentThread().isInterrupted()) {
                    next = call.stopped(null);
                } else {
                    CallExchange<R> exchange = call.begin();
                    try {
                        next = call.ended(ExchangeThread.await(exchange, call.stop()));
                    } catch (IOException e) {
                        next = call.ended(exchange.broken(e));
                    }
                }
            }
            return done.response();
        } finally {
            lifetime.leave(call);
        }
    }

    /** Waits as the action says; a failure ends the call. */
    private static <R> NextAction<R> waited(ApiCall<R> call, NextAction<R> next) {
        if (next instanceof NextAction.Failed<R> failed) {
            throw failed.unchecked();
        }
        return next instanceof NextAction.Await<R> wait ? await(call, wait) : pause(call, (NextAction.Pause<R>) next);
    }

    /** Waits in real time, whatever clock the call has, since other threads do the work. */
    private static <R> NextAction<R> await(ApiCall<R> call, NextAction.Await<R> wait) {
        CountDownLatch go = new CountDownLatch(1);
        Runnable end = wait.whenThere().apply(go::countDown);
        call.stop().hook(go::countDown);
        try {
            Duration left = call.remaining();
            if (left == null) {
                go.await();
            } else {
                boolean unused = go.await(left.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return call.stopped(e);
        } finally {
            end.run();
            call.stop().hook(null);
        }
        return wait.then().get();
    }

    private static <R> NextAction<R> pause(ApiCall<R> call, NextAction.Pause<R> pause) {
        try {
            boolean woken = call.time().sleep(pause.length(), call.stop().wake());
            return woken ? call.stopped(null) : call.resume();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return call.stopped(e);
        }
    }

    /** Drives a call on threads of the SDK; the future gets what {@code result} makes of the response. */
    static <R, T> CompletableFuture<T> driveAsync(
            ApiCall<R> call, Lifetime lifetime, Function<ApiResponse<R>, T> result) {
        return new AsyncDriver<>(call, lifetime, result).drive();
    }

    /**
     * Does the steps of a call on threads of the SDK, holding none while it waits for the server. OkHttp's own threads, of
     * which it counts so many a host, read responses and do nothing else: whatever a user hangs on the future runs elsewhere.
     */
    private static final class AsyncDriver<R, T> {
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
                call.stop().hook(() -> SdkThreads.execute(() -> guarded(() -> take(call.stopped(null)))));
                lifetime.enter(call);
                if (call.startsAtOnce()) {
                    take(call.start());
                } else {
                    SdkThreads.execute(() -> guarded(() -> take(call.start())));
                }
            });
            return future;
        }

        /** A queue in front of the dispatcher is waiting too, and so is a listener: nobody else looks at the clock there. */
        private void setAlarm() {
            Duration left = call.remaining();
            if (left != null) {
                alarm = TimeSource.SYSTEM.later(left, () -> SdkThreads.execute(() -> guarded(call::expire)));
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
            SdkThreads.execute(() -> {
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
                                    () -> SdkThreads.execute(() -> {
                                        boolean unused = end(exchange::left);
                                    })));
                }
            }

            @Override
            public void onFailure(Call call, IOException e) {
                boolean unused = end(() -> exchange.broken(e));
            }

            @Override
            public void onResponse(Call call, Response response) {
                try {
                    ExchangeOutcome<R> outcome = exchange.read(response);
                    boolean unwanted = future.isEnding(); // before it ends with this outcome
                    if (!end(() -> outcome) || unwanted) {
                        outcome.drop();
                    }
                } catch (RuntimeException | Error e) {
                    future.completeExceptionally(e);
                }
            }

            /** Takes what came of the exchange; false if it was left before. */
            private boolean end(Supplier<ExchangeOutcome<R>> came) {
                boolean first = over.compareAndSet(false, true);
                if (first) {
                    callOff.run();
                    try {
                        ExchangeOutcome<R> outcome = came.get();
                        goOn(() -> call.ended(outcome));
                    } catch (RuntimeException | Error e) {
                        future.completeExceptionally(e);
                    }
                }
                return first;
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
}
