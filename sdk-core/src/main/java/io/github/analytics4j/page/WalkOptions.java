package io.github.analytics4j.page;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The options that a user can set on a {@link Paged}. */
record WalkOptions(
        long mostRows,
        long mostPages,
        int prefetch,
        End end,
        @Nullable WalkState from,
        Duration progressEvery,
        @Nullable Consumer<WalkProgress> progress,
        @Nullable Consumer<WalkReport> report) {

    /** Where a time window ends whose end the request leaves open. */
    enum End {
        /** As the operation has it. */
        USUAL,
        OPEN,
        /** At the time of the first response. */
        NOW
    }

    static final WalkOptions DEFAULT =
            new WalkOptions(Long.MAX_VALUE, Long.MAX_VALUE, 0, End.USUAL, null, Duration.ofSeconds(1), null, null);

    WalkOptions withMostRows(long rows) {
        return new WalkOptions(rows, mostPages, prefetch, end, from, progressEvery, progress, report);
    }

    WalkOptions withMostPages(long pages) {
        return new WalkOptions(mostRows, pages, prefetch, end, from, progressEvery, progress, report);
    }

    WalkOptions withPrefetch(int pages) {
        return new WalkOptions(mostRows, mostPages, pages, end, from, progressEvery, progress, report);
    }

    WalkOptions withEnd(End chosen) {
        return new WalkOptions(mostRows, mostPages, prefetch, chosen, from, progressEvery, progress, report);
    }

    WalkOptions withFrom(@Nullable WalkState state) {
        return new WalkOptions(mostRows, mostPages, prefetch, end, state, progressEvery, progress, report);
    }

    WalkOptions withProgress(Duration every, Consumer<WalkProgress> listener) {
        return new WalkOptions(mostRows, mostPages, prefetch, end, from, every, listener, report);
    }

    WalkOptions withReport(Consumer<WalkReport> listener) {
        return new WalkOptions(mostRows, mostPages, prefetch, end, from, progressEvery, progress, listener);
    }
}
