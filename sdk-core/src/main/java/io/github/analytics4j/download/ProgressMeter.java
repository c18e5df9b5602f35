package io.github.analytics4j.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener how far the run is, not more often than it wants to hear. Used by one thread. */
final class ProgressMeter {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressMeter.class);

    private final Timing timing;
    private final ProgressListener listener;
    private final long intervalNanos;
    private final long startedAt;
    private final long resumedAt;
    private long toldAt;
    private boolean failed;

    ProgressMeter(Timing timing, DownloadOptions options, long resumedAt) {
        this.timing = timing;
        this.listener = options.listener();
        this.intervalNanos = options.progressInterval().toNanos();
        this.startedAt = timing.nanoTime().getAsLong();
        this.resumedAt = resumedAt;
        this.toldAt = startedAt;
    }

    /** Says it whenever it was said. */
    void tell(Target target, @Nullable String waiting) {
        long now = timing.nanoTime().getAsLong();
        toldAt = now;
        long bytes = target.position();
        DownloadProgress progress = new DownloadProgress(
                bytes, target.facts().total(), Math.min(resumedAt, bytes), Duration.ofNanos(now - startedAt), waiting);
        try {
            listener.onProgress(progress);
        } catch (Throwable e) { // a listener may throw what it does not declare
            if (!failed) {
                LOG.debug("a progress listener failed: {}", e.getClass().getName()); // its message may hold anything
            }
            failed = true;
        }
    }

    /** Says it if it is time. */
    void moved(Target target) {
        if (timing.nanoTime().getAsLong() - toldAt >= intervalNanos) {
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
}
