package io.github.analytics4j.client;

import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.SdkThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Supplies the time and waits; tests give their own and assert the recorded waits. Safe for use by several threads.
 *
 * @hidden
 */
@GeneratedCodeApi
public interface TimeSource {

    /** The system's clocks. */
    TimeSource SYSTEM = new TimeSource() {
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
            return SdkThreads.later(pause.toNanos(), task);
        }
    };

    /** The time of day, for hints that are dates. */
    Instant now();

    /** A clock that never jumps, for measuring. */
    long nanos();

    /** {@link #nanos} as a point on a line, for waits; it says nothing about the time of day. */
    default Instant steady() {
        return Instant.EPOCH.plusNanos(nanos());
    }

    /** Waits on the caller's thread until the time is over (false) or {@code wake} is down before that (true). */
    boolean sleep(Duration pause, CountDownLatch wake) throws InterruptedException;

    /** Runs the task later, holding no thread meanwhile; the returned action calls it off. */
    Runnable later(Duration pause, Runnable task);

    /** Lets a client that is built go by this time; for tests. */
    default <B extends AbstractClientBuilder<?>> B drive(B builder) {
        builder.time(this);
        return builder;
    }
}
