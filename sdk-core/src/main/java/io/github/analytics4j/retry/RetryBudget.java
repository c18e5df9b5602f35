package io.github.analytics4j.retry;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps retries a small part of the traffic, so that an outage is not multiplied: a retry takes a token, a success
 * pays a part of one back, and time alone fills the bucket too, so that no client gives up for good.
 *
 * <p>Safe for use by several threads; the lock is never held across a wait.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class RetryBudget {
    private static final long TOKEN = TimeUnit.SECONDS.toNanos(1); // so a nanosecond fills in a unit
    private static final long REFUND = TOKEN / 5; // one retry for five successes, in the long run

    private final LongSupplier nanoTime;
    private final long capacity;
    private long tokens;
    private long last;

    /** A full bucket: an outage costs {@code retries} requests more, and one a second after. */
    public RetryBudget(LongSupplier nanoTime, int retries) {
        this.nanoTime = nanoTime;
        this.capacity = retries * TOKEN;
        this.tokens = capacity;
        this.last = nanoTime.getAsLong();
    }

    /** Takes a token if there is one. */
    public synchronized boolean take() {
        long now = nanoTime.getAsLong();
        add(now - last);
        last = now;
        if (tokens < TOKEN) {
            return false;
        }
        tokens -= TOKEN;
        return true;
    }

    /** Pays back for a success. */
    public synchronized void refund() {
        add(REFUND);
    }

    private void add(long more) {
        tokens = Math.min(capacity, tokens + more);
    }
}
