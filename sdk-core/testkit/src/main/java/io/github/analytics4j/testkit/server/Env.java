package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.data.Noise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What all origins of one sandbox share. */
public final class Env {
    public final long seed;
    public final Clock clock;
    public final boolean strict;
    public final boolean compress;
    public final Consumer<String> log;
    public final CountDownLatch closing = new CountDownLatch(1);
    public final AtomicLong numbers = new AtomicLong();
    public volatile Duration latency = Duration.ZERO;

    public Env(long seed, Clock clock, boolean strict, boolean compress, Consumer<String> log) {
        this.seed = seed;
        this.clock = clock;
        this.strict = strict;
        this.compress = compress;
        this.log = log;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Before this nothing was recorded: a request for all of history stays cheap. */
    public Instant opened() {
        return now().minus(Duration.ofDays(3650));
    }

    /** A seed for a part of the sandbox, by its name. */
    public long seed(String part) {
        return Noise.mix(seed, part.hashCode());
    }
}
