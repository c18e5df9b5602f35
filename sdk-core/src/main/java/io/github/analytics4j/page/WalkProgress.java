package io.github.analytics4j.page;

import io.github.analytics4j.page.PageFeed.WalkOptions;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How far a walk is.
 *
 * @param rows rows delivered so far, those before a resume included
 * @param total rows there are in all, as far as the server told; null when it did not
 * @param pages responses received so far
 * @param elapsed time since this walk started or was resumed
 * @param rowsPerSecond the speed since then
 * @param waiting what is being waited for, and why; null when nothing is
 * @param finished whether this is the last report of the walk
 */
public record WalkProgress(
        long rows,
        @Nullable Long total,
        long pages,
        Duration elapsed,
        double rowsPerSecond,
        @Nullable String waiting,
        boolean finished) {

    /** Tells a listener how far the walk is, at a bounded rate; costs nothing without one. */
    static final class Meter {

        private final LongSupplier nanoTime;
        private final WalkCounter counter;
        private final long every;
        private final @Nullable Consumer<WalkProgress> listener;
        private final long started;
        private final long rowsBefore;
        private long last;
        private boolean told;

        Meter(LongSupplier nanoTime, WalkCounter counter, WalkOptions options) {
            this.nanoTime = nanoTime;
            this.counter = counter;
            this.every = options.progressEvery().toNanos();
            this.listener = options.progress();
            this.started = listener == null ? 0 : nanoTime.getAsLong();
            this.rowsBefore = counter.rows;
        }

        /** The walk waits for a response now. */
        void waiting(Supplier<String> what) {
            if (listener != null && (!told || nanoTime.getAsLong() - last >= every)) {
                tell(listener, what.get(), 0);
            }
        }

        /** The walk is over; of the rows that came, so many were not wanted. */
        void finished(int unread) {
            if (listener != null) {
                tell(listener, null, unread);
            }
        }

        private void tell(Consumer<WalkProgress> to, @Nullable String waiting, int unread) {
            last = nanoTime.getAsLong();
            told = true;
            long elapsed = last - started;
            long rows = counter.rows - unread;
            double rate = elapsed == 0 ? 0 : (rows - rowsBefore) * 1e9 / elapsed;
            to.accept(new WalkProgress(
                    rows, counter.total, counter.pages, Duration.ofNanos(elapsed), rate, waiting, waiting == null));
        }
    }
}
