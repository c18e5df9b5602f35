package io.github.analytics4j.http;

import java.io.IOException;
import okhttp3.Call;

/** Does the steps of a call on the caller's thread. */
final class SyncDriver {
    private SyncDriver() {}

    static <R> ApiResponse<R> drive(CallRun<R> run, Lifetime lifetime, TimeSource time) {
        lifetime.check();
        lifetime.enter(run);
        InterruptWatch.INSTANCE.enter(run, Thread.currentThread());
        try {
            Step<R> step = run.start();
            while (true) {
                if (step instanceof Step.Done<R> done) {
                    return done.response();
                }
                if (step instanceof Step.Failed<R> failed) {
                    throw failed.unchecked();
                }
                step = step instanceof Step.Pause<R> pause ? pause(run, pause, time) : send(run);
            }
        } finally {
            InterruptWatch.INSTANCE.leave(run);
            lifetime.leave(run);
        }
    }

    private static <R> Step<R> send(CallRun<R> run) {
        if (Thread.currentThread().isInterrupted()) {
            return run.stopped(null);
        }
        Call call = run.newCall();
        Outcome<R> outcome;
        try {
            outcome = run.read(call.execute());
        } catch (IOException e) {
            outcome = run.broken(e);
        }
        return run.ended(outcome);
    }

    private static <R> Step<R> pause(CallRun<R> run, Step.Pause<R> pause, TimeSource time) {
        try {
            if (time.sleep(pause.length(), run.wake())) {
                return run.stopped(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return run.stopped(e);
        }
        return run.resume();
    }
}
