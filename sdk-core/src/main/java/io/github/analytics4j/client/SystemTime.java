package io.github.analytics4j.client;

import io.github.analytics4j.error.WorkThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The system's clocks. */
final class SystemTime implements TimeSource {
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
        return WorkThreads.later(pause.toNanos(), task);
    }
}
