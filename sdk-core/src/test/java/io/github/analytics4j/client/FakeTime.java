package io.github.analytics4j.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until somebody waits, and then is over at once. */
public final class FakeTime implements TimeSource {
    public static final Instant START = Instant.parse("2026-11-21T04:00:00Z");
    private volatile Instant wall = START;
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();

    public List<Duration> waits() {
        return waits;
    }

    public void advance(Duration by) {
        nanos.addAndGet(by.toNanos());
    }

    /** Somebody sets the clock on the wall; what measures goes on as before. */
    public void setClock(Duration by) {
        wall = wall.plus(by);
    }

    @Override
    public Instant now() {
        return wall.plusNanos(nanos.get());
    }

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public boolean sleep(Duration pause, CountDownLatch wake) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        waits.add(pause);
        advance(pause);
        return false;
    }

    @Override
    public Runnable later(Duration pause, Runnable task) {
        waits.add(pause);
        advance(pause);
        task.run();
        return () -> {};
    }
}
