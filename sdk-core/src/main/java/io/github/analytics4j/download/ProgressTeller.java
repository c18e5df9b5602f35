package io.github.analytics4j.download;

import io.github.analytics4j.error.WorkThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the progress listener of one run on another thread, one call at a time and in order, so that it cannot hold up
 * the run. While a call lasts, the newest progress waits for its end and replaces an older one that waits.
 */
final class ProgressTeller implements ProgressListener {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressTeller.class);

    /** So long in all does a run wait for its listener before its end: a quick listener then hears everything in time. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A listener that blocks must leave most of the deadline to the transfer. */
    private static final int PART_OF_DEADLINE = 4;

    private final ProgressListener listener;
    private final LongSupplier nanoTime;
    private final Object lock = new Object();
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);
    private @Nullable DownloadProgress next;
    private long patience;
    private boolean failed;

    ProgressTeller(ProgressListener listener, LongSupplier nanoTime, Duration deadline) {
        this.listener = listener;
        this.nanoTime = nanoTime;
        this.patience = Math.min(
                PATIENCE.toNanos(), deadline.dividedBy(PART_OF_DEADLINE).toNanos());
    }

    @Override
    public void onProgress(DownloadProgress progress) {
        CompletableFuture<Void> told;
        synchronized (lock) {
            next = progress;
            if (!idle.isDone()) {
                return;
            }
            told = new CompletableFuture<>();
            idle = told;
        }
        WorkThreads.execute(this::tellAll);
        if (patience > 0) {
            long before = nanoTime.getAsLong();
            await(told, patience);
            patience -= nanoTime.getAsLong() - before;
        }
    }

    /** Waits until the listener has heard everything, at most so long. */
    void awaitHeard(Duration atMost) {
        CompletableFuture<Void> told;
        synchronized (lock) {
            told = idle;
        }
        await(told, atMost.toNanos());
    }

    private static void await(CompletableFuture<Void> told, long nanos) {
        try {
            told.get(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug(
                    "a progress listener is slower than its download: {}",
                    e.getClass().getName());
        }
    }

    private void tellAll() {
        for (DownloadProgress progress = take(); progress != null; progress = take()) {
            try {
                listener.onProgress(progress);
            } catch (Throwable e) { // a listener may throw what it does not declare
                if (!failed) {
                    LOG.debug(
                            "a progress listener failed: {}", e.getClass().getName()); // its message may hold anything
                }
                failed = true;
            }
        }
    }

    private @Nullable DownloadProgress take() {
        synchronized (lock) {
            DownloadProgress progress = next;
            next = null;
            if (progress == null) {
                idle.complete(null);
            }
            return progress;
        }
    }
}
