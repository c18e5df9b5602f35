package io.github.analytics4j.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Drives a call on the caller's thread, all but its exchanges. */
final class BlockingDriver {
    private BlockingDriver() {}

    /** The response, or the failure thrown. */
    static <R> ApiResponse<R> drive(ApiCall<R> call, Lifetime lifetime) {
        lifetime.check();
        lifetime.enter(call);
        try {
            NextAction<R> next = call.start();
            while (!(next instanceof NextAction.Done<R> done)) {
                if (next instanceof NextAction.Failed<R> failed) {
                    throw failed.unchecked();
                } else if (next instanceof NextAction.Pause<R> pause) {
                    next = pause(call, pause);
                } else if (next instanceof NextAction.Await<R> wait) {
                    next = await(call, wait);
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
}
