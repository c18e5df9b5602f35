package io.github.analytics4j.download;

import io.github.analytics4j.client.TimeSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the listener how far the run is, not more often than it wants to hear. Used by one thread. */
final class ProgressMeter {
    private final TimeSource time;
    private final ProgressListener listener;
    private final long intervalNanos;
    private final long startedAt;
    private final long resumedAt;
    private long toldAt;

    ProgressMeter(TimeSource time, DownloadOptions options, long resumedAt) {
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
                bytes, target.facts().total(), Math.min(resumedAt, bytes), Duration.ofNanos(now - startedAt), waiting));
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
}
