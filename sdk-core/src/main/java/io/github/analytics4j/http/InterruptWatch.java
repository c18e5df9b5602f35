package io.github.analytics4j.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends the exchange of a thread that was interrupted. A blocked socket does not hear an interrupt, so somebody has to
 * look: every few milliseconds while there is a synchronous call, and never otherwise.
 */
final class InterruptWatch {
    static final InterruptWatch INSTANCE = new InterruptWatch(TimeSource.SYSTEM);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Map<CallRun<?>, Thread> watched = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final TimeSource time;

    InterruptWatch(TimeSource time) {
        this.time = time;
    }

    void enter(CallRun<?> run, Thread thread) {
        watched.put(run, thread);
        if (!looking.get() && looking.compareAndSet(false, true)) {
            time.later(LOOK, this::look);
        }
    }

    void leave(CallRun<?> run) {
        watched.remove(run);
    }

    private void look() {
        watched.forEach((run, thread) -> {
            if (thread.isInterrupted()) {
                run.cancel("its thread was interrupted");
            }
        });
        if (watched.isEmpty()) {
            looking.set(false);
            if (watched.isEmpty() || !looking.compareAndSet(false, true)) {
                return;
            }
        }
        time.later(LOOK, this::look);
    }
}
