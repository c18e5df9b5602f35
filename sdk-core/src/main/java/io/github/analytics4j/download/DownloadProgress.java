package io.github.analytics4j.download;

import io.github.analytics4j.client.SdkLog;
import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.error.SdkThreads;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * How far a download is.
 *
 * @param bytes bytes that are safely there, those of earlier runs included
 * @param totalBytes length of the whole file, or -1 while it is not known
 * @param resumedAt where this run went on; 0 if it began the file
 * @param elapsed time since this run began
 * @param waiting why nothing moves at the moment, or null
 */
public record DownloadProgress(
        long bytes,
        long totalBytes,
        long resumedAt,
        Duration elapsed,
        @Nullable String waiting) {

    /** {@return the length of the whole file, if the server said it} */
    public OptionalLong total() {
        return totalBytes < 0 ? OptionalLong.empty() : OptionalLong.of(totalBytes);
    }

    /** {@return the mean of this run so far} */
    public double bytesPerSecond() {
        double seconds = elapsed.toNanos() / 1e9;
        return seconds <= 0 ? 0 : (bytes - resumedAt) / seconds;
    }

    /**
     * Is told how far a download is, at a bounded rate: on a thread other than the one that downloads, one call at a time and in
     * order.
     *
     * <p>It holds up no download: while a call lasts the download goes on, and of what happens meanwhile the listener hears the
     * newest. A download that is complete waits for the last call to return, but not past its deadline.
     *
     * <p>What it throws, an {@code Error} included, does not reach the download, which goes on: the log hears of it once a
     * download, at debug level. To stop a download, cancel its future or interrupt its thread.
     */
    @FunctionalInterface
    public interface Listener {

        /**
         * Called at the start, at most once an interval after that, and at the end.
         *
         * @param progress how far it is at this moment
         */
        void onProgress(DownloadProgress progress);
    }

    /** Tells the listener how far the run is, at most once an interval. Used by one thread. */
    static final class Reporter {
        private final TimeSource time;
        private final Listener listener;
        private final long intervalNanos;
        private final long startedAt;
        private final long resumedAt;
        private long toldAt;

        Reporter(TimeSource time, DownloadOptions options, long resumedAt) {
            this.time = time;
            this.listener = options.listener();
            this.intervalNanos = options.progressInterval().toNanos();
            this.startedAt = time.nanos();
            this.resumedAt = resumedAt;
            this.toldAt = startedAt;
        }

        /** Says it whenever it was said. */
        void tell(Target target, @Nullable String waiting) {
            long now = time.nanos();
            toldAt = now;
            long bytes = target.position();
            listener.onProgress(new DownloadProgress(
                    bytes,
                    target.facts().total(),
                    Math.min(resumedAt, bytes),
                    Duration.ofNanos(now - startedAt),
                    waiting));
        }

        /** Says it if it is time. */
        void moved(Target target) {
            if (time.nanos() - toldAt >= intervalNanos) {
                tell(target, null);
            }
        }

        /** Says that nothing moves for a while, if that is longer than the listener's interval. */
        void waiting(Target target, Duration wait, String why) {
            if (wait.toNanos() >= intervalNanos) {
                tell(target, why);
            } else {
                moved(target);
            }
        }

        /**
         * Calls the progress listener of one run on another thread, one call at a time and in order, so that it cannot hold up
         * the run. While a call lasts, the newest progress waits for its end and replaces an older one that waits.
         */
        static final class AsideListener implements Listener {
            private static final Logger LOG = SdkLog.of("listeners");

            /** So long in all does a run wait for its listener before its end: a quick listener then hears everything in time. */
            private static final Duration PATIENCE = Duration.ofSeconds(1);

            /** A listener that blocks must leave most of the deadline to the transfer. */
            private static final int PART_OF_DEADLINE = 4;

            private final Listener listener;
            private final Object lock = new Object();
            private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);
            private @Nullable DownloadProgress next;
            private long patience;
            private boolean failed;

            AsideListener(Listener listener, Duration deadline) {
                this.listener = listener;
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
                SdkThreads.execute(this::tellAll);
                if (patience > 0) {
                    long before = System.nanoTime(); // a listener takes real time, whatever clock the download has
                    await(told, patience);
                    patience -= System.nanoTime() - before;
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
                                    "a progress listener failed: {}",
                                    e.getClass().getName()); // its message may hold anything
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
    }
}
