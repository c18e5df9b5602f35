package io.github.analytics4j.http;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A value made once, when it is first asked for or on a thread started before. Safe for use by several threads. */
final class Deferred<T> {
    private final FutureTask<T> task;

    Deferred(Callable<T> maker) {
        task = new FutureTask<>(maker);
    }

    /** Makes the value on a thread of its own. */
    void start(String threadName) {
        if (!task.isDone()) {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The value, made here if nobody has begun to; an interrupt does not end the wait, and is kept. */
    T get() {
        task.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("TLS cannot be set up: " + e.getCause(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
