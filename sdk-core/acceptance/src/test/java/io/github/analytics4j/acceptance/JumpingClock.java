package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The system's time, but for the clock on the wall, which is set back or forth by an hour at every look at it. */
final class JumpingClock implements TimeSource {
    private final AtomicInteger looks = new AtomicInteger();

    /** How often the clock on the wall was looked at. */
    int looks() {
        return looks.get();
    }

    @Override
    public Instant now() {
        return SYSTEM.now().plus(Duration.ofHours(looks.incrementAndGet() % 3 - 1));
    }

    @Override
    public long nanos() {
        return SYSTEM.nanos();
    }

    @Override
    public boolean sleep(Duration pause, CountDownLatch wake) throws InterruptedException {
        assertThat(pause).as("no wait of an hour").isLessThan(Duration.ofMinutes(1));
        return SYSTEM.sleep(pause, wake);
    }

    @Override
    public Runnable later(Duration pause, Runnable task) {
        assertThat(pause).as("no wait of an hour").isLessThan(Duration.ofMinutes(1));
        return SYSTEM.later(pause, task);
    }
}
