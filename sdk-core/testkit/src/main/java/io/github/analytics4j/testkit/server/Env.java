package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.data.Noise;
import io.github.analytics4j.testkit.data.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Holds what all origins of one sandbox share. */
public final class Env {
    public final long seed;
    public final Clock clock;
    /** The time that data follow. */
    public final Timeline timeline;

    public final boolean strict;
    public final boolean compress;
    public final Address address;
    private final Consumer<String> log;
    private final AtomicBoolean logTold = new AtomicBoolean();
    public final CountDownLatch closing = new CountDownLatch(1);
    public final AtomicLong numbers = new AtomicLong();
    public volatile Duration latency = Duration.ZERO;
    /** The clock that answers are dated by. */
    public volatile Clock dateClock;

    private final Consumer<Throwable> onFailure;
    private final Queue<Throwable> failures = new ArrayBlockingQueue<>(100);

    public Env(
            long seed,
            Clock clock,
            Timeline timeline,
            boolean strict,
            boolean compress,
            Address address,
            Consumer<String> log,
            Consumer<Throwable> onFailure) {
        this.seed = seed;
        this.clock = clock;
        this.timeline = timeline;
        this.dateClock = clock;
        this.strict = strict;
        this.compress = compress;
        this.address = address;
        this.log = log;
        this.onFailure = onFailure;
    }

    /** Tells the starter of the sandbox of what went wrong on a thread of its own. */
    public void failed(Throwable failure) {
        failures.offer(failure);
        tell(failure);
    }

    private void tell(Throwable failure) {
        try {
            onFailure.accept(failure);
        } catch (RuntimeException | Error alsoWrong) {
            failures.offer(alsoWrong);
        }
    }

    /** Returns the failures since the last call. */
    public List<Throwable> takeFailures() {
        List<Throwable> taken = new ArrayList<>();
        for (Throwable failure = failures.poll(); failure != null; failure = failures.poll()) {
            taken.add(failure);
        }
        return taken;
    }

    /** One line about a request; a log that cannot take it does no harm to the response. */
    public void log(String line) {
        try {
            log.accept(line);
        } catch (RuntimeException | Error logFailed) {
            if (!logTold.getAndSet(true)) {
                tell(new IllegalStateException("the sandbox's log failed: " + logFailed, logFailed));
            }
        }
    }

    public Instant now() {
        return clock.instant();
    }

    /** A seed for a part of the sandbox, by its name. */
    public long seed(String part) {
        return Noise.mix(seed, part.hashCode());
    }
}
