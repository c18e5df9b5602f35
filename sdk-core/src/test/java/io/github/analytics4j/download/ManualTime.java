package io.github.analytics4j.download;

import io.github.analytics4j.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;

/** Time whose clock and waits are the test's. */
record ManualTime(LongSupplier nanoTime, Sleeper sleeper) implements TimeSource {
    interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    @Override
    public Instant now() {
        return steady();
    }

    @Override
    public long nanos() {
        return nanoTime.getAsLong();
    }

    @Override
    public boolean sleep(Duration pause, CountDownLatch wake) throws InterruptedException {
        sleeper.sleep(pause);
        return false;
    }

    @Override
    public Runnable later(Duration pause, Runnable task) {
        throw new AssertionError("a download waits on its own thread");
    }
}
