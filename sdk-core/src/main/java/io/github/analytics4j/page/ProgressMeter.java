package io.github.analytics4j.page;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells a listener how far the walk is, at a bounded rate; costs nothing without one. */
final class ProgressMeter {

    private final Clock clock;
    private final Tally tally;
    private final long every;
    private final @Nullable Consumer<WalkProgress> listener;
    private final long started;
    private final long rowsBefore;
    private long last;
    private boolean told;

    ProgressMeter(Clock clock, Tally tally, WalkOptions options) {
        this.clock = clock;
        this.tally = tally;
        this.every = options.progressEvery().toMillis();
        this.listener = options.progress();
        this.started = listener == null ? 0 : clock.millis();
        this.rowsBefore = tally.rows;
    }

    /** The walk waits for an answer now. */
    void waiting(Supplier<String> what) {
        if (listener != null && (!told || clock.millis() - last >= every)) {
            tell(listener, what.get(), false);
        }
    }

    /** The walk is over. */
    void finished() {
        if (listener != null) {
            tell(listener, null, true);
        }
    }

    private void tell(Consumer<WalkProgress> to, @Nullable String waiting, boolean finished) {
        last = clock.millis();
        told = true;
        long elapsed = last - started;
        double rate = elapsed == 0 ? 0 : (tally.rows - rowsBefore) * 1000.0 / elapsed;
        to.accept(new WalkProgress(
                tally.rows, tally.total, tally.pages, Duration.ofMillis(elapsed), rate, waiting, finished));
    }
}
