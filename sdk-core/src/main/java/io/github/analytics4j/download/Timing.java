package io.github.analytics4j.download;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** Time, sleep and chance. */
record Timing(LongSupplier nanoTime, Sleeper sleeper, DoubleSupplier random) {
    static final Timing SYSTEM = new Timing(
            System::nanoTime,
            duration -> Thread.sleep(duration.toMillis()),
            () -> ThreadLocalRandom.current().nextDouble());

    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }
}
