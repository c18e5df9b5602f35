package io.github.analytics4j.client;

import io.github.analytics4j.error.WorkThreads;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A value made once, when it is first asked for or on a thread started before. Safe for use by several threads. */
final class Deferred<T> {
    private final String name;
    private final FutureTask<T> task;

    /** A value of this name, which the failure of {@code maker} is told with. */
    Deferred(String name, Callable<T> maker) {
        this.name = name;
        this.task = new FutureTask<>(maker);
    }

    /** Makes the value on a thread of its own. */
    void start(String threadName) {
        if (!task.isDone()) {
            WorkThreads.factory(threadName).newThread(task).start();
        }
    }

    /** Whether the value is there, or failed to be made. */
    boolean isDone() {
        return task.isDone();
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
            throw new IllegalStateException(name + " cannot be set up: " + e.getCause(), e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
