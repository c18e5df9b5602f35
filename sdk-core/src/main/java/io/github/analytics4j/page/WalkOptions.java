package io.github.analytics4j.page;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a user can set on a {@link Paged}. */
record WalkOptions(
        long mostRows,
        long mostPages,
        int prefetch,
        boolean openEnd,
        @Nullable WalkState from,
        Duration progressEvery,
        @Nullable Consumer<WalkProgress> progress,
        @Nullable Consumer<WalkReport> report) {

    static final WalkOptions DEFAULT =
            new WalkOptions(Long.MAX_VALUE, Long.MAX_VALUE, 0, false, null, Duration.ofSeconds(1), null, null);

    WalkOptions withMostRows(long rows) {
        return new WalkOptions(rows, mostPages, prefetch, openEnd, from, progressEvery, progress, report);
    }

    WalkOptions withMostPages(long pages) {
        return new WalkOptions(mostRows, pages, prefetch, openEnd, from, progressEvery, progress, report);
    }

    WalkOptions withPrefetch(int pages) {
        return new WalkOptions(mostRows, mostPages, pages, openEnd, from, progressEvery, progress, report);
    }

    WalkOptions withOpenEnd() {
        return new WalkOptions(mostRows, mostPages, prefetch, true, from, progressEvery, progress, report);
    }

    WalkOptions withFrom(WalkState state) {
        return new WalkOptions(mostRows, mostPages, prefetch, openEnd, state, progressEvery, progress, report);
    }

    WalkOptions withProgress(Duration every, Consumer<WalkProgress> listener) {
        return new WalkOptions(mostRows, mostPages, prefetch, openEnd, from, every, listener, report);
    }

    WalkOptions withReport(Consumer<WalkReport> listener) {
        return new WalkOptions(mostRows, mostPages, prefetch, openEnd, from, progressEvery, progress, listener);
    }
}
