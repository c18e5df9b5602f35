package io.github.analytics4j.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What all origins of one sandbox share. */
final class Env {
    final long seed;
    final Clock clock;
    final boolean strict;
    final boolean compress;
    final int keepRequests;
    final Consumer<String> log;
    final RequestLog requests;
    final FaultScript faults;
    final CountDownLatch closing = new CountDownLatch(1);
    final AtomicLong numbers = new AtomicLong();
    volatile Duration latency = Duration.ZERO;

    Env(long seed, Clock clock, boolean strict, boolean compress, int keepRequests, Consumer<String> log) {
        this.seed = seed;
        this.clock = clock;
        this.strict = strict;
        this.compress = compress;
        this.keepRequests = keepRequests;
        this.log = log;
        this.requests = new RequestLog(keepRequests);
        this.faults = new FaultScript(seed);
    }

    Instant now() {
        return clock.instant();
    }

    /** Before this nothing was recorded: a request for all of history stays cheap. */
    Instant opened() {
        return now().minus(Duration.ofDays(3650));
    }

    /** A seed for a part of the sandbox, by its name. */
    long seed(String part) {
        return Noise.mix(seed, part.hashCode());
    }
}
