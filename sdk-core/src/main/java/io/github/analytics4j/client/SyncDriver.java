package io.github.analytics4j.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does the steps of a call on the caller's thread, all but the exchanges. */
final class SyncDriver {
    private SyncDriver() {}

    static <R> ApiResponse<R> drive(CallRun<R> run, OkHttpTransport transport, Lifetime lifetime) {
        RuntimeException refusal = transport.refusal();
        if (refusal != null) {
            throw refusal;
        }
        TimeSource time = transport.settings().time();
        lifetime.enter(run);
        try {
            Step<R> step = run.start();
            while (true) {
                if (step instanceof Step.Done<R> done) {
                    return done.response();
                }
                if (step instanceof Step.Failed<R> failed) {
                    throw failed.unchecked();
                }
                if (step instanceof Step.Await<R> wait) {
                    step = await(run, wait);
                } else {
                    step = step instanceof Step.Pause<R> pause ? pause(run, pause, time) : send(run);
                }
            }
        } finally {
            lifetime.leave(run);
        }
    }

    /** What others do takes real time, whatever clock the call has. */
    private static <R> Step<R> await(CallRun<R> run, Step.Await<R> wait) {
        CountDownLatch go = new CountDownLatch(1);
        Runnable end = wait.whenThere().apply(go::countDown);
        run.stop().hook(go::countDown);
        try {
            Duration left = run.remaining();
            if (left == null) {
                go.await();
            } else {
                boolean unused = go.await(left.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return run.stopped(e);
        } finally {
            end.run();
            run.stop().hook(null);
        }
        return wait.then().get();
    }

    private static <R> Step<R> send(CallRun<R> run) {
        if (Thread.currentThread().isInterrupted()) {
            return run.stopped(null);
        }
        CallExchange<R> exchange = run.begin();
        Outcome<R> outcome;
        try {
            outcome = ExchangeThread.await(
                    () -> exchange.read(exchange.open().execute()),
                    run.stop(),
                    exchange.patience(),
                    exchange::timeUp,
                    exchange.runsUsersCode(),
                    Answers::drop);
        } catch (IOException e) {
            outcome = exchange.broken(e);
        }
        return run.ended(outcome == null ? exchange.left() : outcome);
    }

    private static <R> Step<R> pause(CallRun<R> run, Step.Pause<R> pause, TimeSource time) {
        try {
            if (time.sleep(pause.length(), run.stop().wake())) {
                return run.stopped(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return run.stopped(e);
        }
        return run.resume();
    }
}
