package io.github.analytics4j.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The system's clocks, and one daemon thread for everything that has to happen later. */
final class SystemTime implements TimeSource {
    private static final long IDLE_SECONDS = 10;

    /** Without work the thread ends, so that a class loader that is dropped is not held. */
    private static final ScheduledThreadPoolExecutor SCHEDULER = scheduler();

    private static ScheduledThreadPoolExecutor scheduler() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "analytics4j-timer");
            thread.setDaemon(true);
            return thread;
        });
        scheduler.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        scheduler.allowCoreThreadTimeOut(true);
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public boolean sleep(Duration pause, CountDownLatch wake) throws InterruptedException {
        return wake.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Runnable later(Duration pause, Runnable task) {
        Future<?> future = SCHEDULER.schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }
}
