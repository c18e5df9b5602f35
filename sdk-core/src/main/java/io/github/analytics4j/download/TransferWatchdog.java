package io.github.analytics4j.download;

import io.github.analytics4j.client.StreamedExchange;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends an exchange that fell silent, and a run that was interrupted, canceled or is over its time.
 *
 * <p>A blocked socket read notices none of these by itself, so they are checked every {@link #TICK}, for
 * all runs on one thread.
 */
final class TransferWatchdog implements AutoCloseable {
    /** Short enough to be "at once" for a person; twenty checks a second cost next to no time. */
    static final Duration TICK = Duration.ofMillis(50);

    private static final long NOT_WAITING = Long.MIN_VALUE;

    private final TimeSource time;
    private final long stallNanos;
    private final Duration deadline;
    private final long startedAt;
    private final Thread owner;
    private final CountDownLatch wake = new CountDownLatch(1);
    private volatile Runnable callOff = () -> {};
    private volatile @Nullable StreamedExchange current;
    private volatile long waitingSince = NOT_WAITING;
    private volatile boolean stalled;
    private volatile boolean canceled;
    private volatile boolean closed;
    private String trouble = "";

    TransferWatchdog(TimeSource time, DownloadOptions options, Thread owner, long startedAt) {
        this.time = time;
        this.stallNanos = options.stallTimeout().toNanos();
        this.deadline = options.limit();
        this.startedAt = startedAt;
        this.owner = owner;
    }

    /** A blocked read takes real time, whatever clock the download has. */
    void start() {
        callOff = TimeSource.SYSTEM.later(TICK, this::tickUntilClosed);
    }

    /** From here on {@code exchange} is what is ended; null when there is none. */
    void on(@Nullable StreamedExchange exchange) {
        stalled = false;
        current = exchange;
        if (exchange != null && stopped()) {
            exchange.cancel();
        }
    }

    /** The owner waits for the other side from now on. */
    void waiting() {
        waitingSince = time.nanos();
    }

    /** The owner waits no longer: whatever time passes is its own. */
    void moved() {
        waitingSince = NOT_WAITING;
    }

    /** Whether the last exchange was ended because it fell silent. */
    boolean stalled() {
        return stalled;
    }

    /** Ends the run, from any thread. */
    void cancel() {
        canceled = true;
        wake.countDown();
        endCurrent();
    }

    /** Remembers what went wrong last, which a deadline that passes would hide; masked. For the owner. */
    void trouble(String why) {
        trouble = "; the last trouble: " + why;
    }

    /** As {@link #check(String)}, asking what is kept only if the run has to end. */
    void check(Supplier<String> kept) {
        if (stopped()) {
            check(kept.get());
        }
    }

    /** Throws if the run has to end; {@code kept} is what the message says of what is kept. */
    void check(String kept) {
        if (owner.isInterrupted()) {
            throw new CanceledException("the download was interrupted" + kept, true, List.of(), null);
        }
        if (canceled) {
            throw new CanceledException("the download was canceled" + kept, true, List.of(), null);
        }
        if (overdue()) {
            throw new DeadlineExceededException(
                    "the download was not complete after " + text(deadline) + trouble + kept, true, List.of(), null);
        }
    }

    /** Waits, at most to the deadline; returns early when interrupted. */
    void pause(Duration wanted) {
        Duration left = left();
        Duration wait = wanted.compareTo(left) < 0 ? wanted : left;
        if (!wait.isNegative() && !wait.isZero() && !stopped()) {
            try {
                boolean unused = time.sleep(wait, wake);
            } catch (InterruptedException e) {
                owner.interrupt();
            }
        }
    }

    /** The time left to the deadline; not positive if it is over. */
    Duration left() {
        return deadline.minus(elapsed());
    }

    /** Ends what has to end now. */
    void tick() {
        long since = waitingSince;
        if (since != NOT_WAITING && time.nanos() - since >= stallNanos) {
            stalled = true;
            endCurrent();
        } else if (stopped()) {
            endCurrent();
        }
    }

    @Override
    public void close() {
        closed = true;
        callOff.run();
    }

    private boolean stopped() {
        return canceled || owner.isInterrupted() || overdue();
    }

    private boolean overdue() {
        return elapsed().compareTo(deadline) >= 0;
    }

    private Duration elapsed() {
        return Duration.ofNanos(time.nanos() - startedAt);
    }

    static String text(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    private void endCurrent() {
        StreamedExchange exchange = current;
        if (exchange != null) {
            exchange.cancel();
        }
    }

    private void tickUntilClosed() {
        if (!closed) {
            tick();
            start();
        }
    }
}
