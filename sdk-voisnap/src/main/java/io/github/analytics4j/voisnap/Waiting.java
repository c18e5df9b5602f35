package io.github.analytics4j.voisnap;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The clock, a sleep that blocks, and where to go on after one that does not.
 *
 * @param clock tells the time
 * @param sleeper blocks the thread
 * @param later runs tasks after a delay, on threads that do not keep a program alive
 */
record Waiting(Clock clock, Sleeper sleeper, Later later) {
    private static final Executor LOOKS = look -> {
        Thread thread = new Thread(look, "analytics4j-report-look");
        thread.setDaemon(true);
        thread.start();
    };

    static final Waiting SYSTEM = new Waiting(
            Clock.systemUTC(),
            duration -> Thread.sleep(duration.toMillis()),
            duration -> CompletableFuture.delayedExecutor(duration.toMillis(), TimeUnit.MILLISECONDS, LOOKS));

    interface Sleeper {
        void sleep(Duration duration) throws InterruptedException;
    }

    interface Later {
        Executor after(Duration duration);
    }
}
