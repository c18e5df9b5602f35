package io.github.analytics4j.page;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.page.Engine.WholeEngine;
import io.github.analytics4j.page.WalkProgress.Meter;
import io.github.analytics4j.page.WalkReport.WalkCounter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Fetches what an engine wants and gives out the pages that bring new rows, one by one, waiting or not. */
final class PageFeed<T> {

    private final WalkSpec<T> spec;
    private final WalkOptions options;
    private @Nullable Instant to;
    /** Whether the first response is to tell the end of the time window. */
    private boolean pinning;

    /** No such page, and more that may be said of a page as such. */
    private static final Set<Integer> GONE = Set.of(404, 416);

    private static final Set<Integer> REFUSED_PAGE = Set.of(400, 404, 416, 422);

    private final WalkCounter counter;
    private final Engine<T> engine;
    private final ReadAhead<T> ahead;
    private final Meter progress;
    private List<T> batch = List.of();
    private long pagesOut;
    private boolean stopped;
    private boolean reported;

    PageFeed(WalkSpec<T> spec, WalkOptions options) {
        this.spec = spec;
        this.options = options;
        WalkState from = options.from();
        this.to = from == null ? sent(spec) : from.to();
        this.pinning = from == null && pins(spec, options.end());
        this.counter = from == null ? new WalkCounter() : from.counter();
        this.engine = engine();
        if (from != null && to == null && pins(spec, options.end())) {
            engine.pinByRows();
        }
        this.ahead = new ReadAhead<>(
                spec.source, engine, spec.nanoTime, options.prefetch(), this::pagesWanted, counter::unused);
        this.progress = new Meter(spec.nanoTime, counter, options);
        this.stopped = counter.rows >= options.mostRows();
    }

    /** The end that every request must name instead of the user's own. */
    private static @Nullable Instant sent(WalkSpec<?> spec) {
        return spec.windowed || spec.style == WalkSpec.Style.WINDOW ? spec.to : null;
    }

    private Engine<T> engine() {
        if (spec.style == WalkSpec.Style.WINDOW) {
            return new WindowEngine<>(spec, to, counter, options.from(), options.prefetch() > 0);
        }
        if (spec.style == WalkSpec.Style.WHOLE) {
            return new WholeEngine<>(spec, counter, options.from());
        }
        return LongWindowEngine.needed(spec)
                ? new LongWindowEngine<>(spec, options, counter)
                : new OffsetEngine<>(spec, to, options, counter);
    }

    private static boolean pins(WalkSpec<?> spec, WalkOptions.End end) {
        return spec.to == null && (end == WalkOptions.End.NOW || (end == WalkOptions.End.USUAL && spec.pinEnd));
    }

    /** The next page with new rows, null at the end. A failure leaves everything as it was before. */
    @Nullable
    Page<T> next() {
        while (!over()) {
            progress.waiting(engine::purpose);
            ReadAhead.Ask<T> ask = fetch();
            Page<T> page = ask == null ? null : takeFrom(ask);
            if (page != null) {
                return page;
            }
        }
        return null;
    }

    /** The page that is wanted, asked for on this thread if it can be; null if another has to be asked for instead. */
    private ReadAhead.@Nullable Ask<T> fetch() {
        try {
            ReadAhead.Ask<T> ask = ahead.fetch();
            return ask == null ? ahead.head() : ask;
        } catch (ApiException e) {
            if (heedsRefusal(engine.next(), e)) {
                return null;
            }
            throw e;
        }
    }

    /** A server that answered pages, and refuses one as such, may answer no rows behind a certain one. */
    private boolean heedsRefusal(PageRequest asked, Throwable failure) {
        return failure instanceof ApiException refusal
                && REFUSED_PAGE.contains(refusal.status())
                && engine.refused(asked, GONE.contains(refusal.status()));
    }

    /** Like {@link #next()}; completes with null at the end. Ask for one at a time. */
    CompletableFuture<@Nullable Page<T>> nextAsync() {
        CompletableFuture<@Nullable Page<T>> result = new CompletableFuture<>();
        step(result);
        return result;
    }

    private void step(CompletableFuture<@Nullable Page<T>> result) {
        try {
            while (!over()) {
                progress.waiting(engine::purpose);
                ReadAhead.Ask<T> ask = ahead.head();
                CompletableFuture<Page<T>> response = ask.response();
                if (!response.isDone()) {
                    var unused = response.whenComplete((page, failure) -> resume(result, ask));
                    return;
                }
                Page<T> page = takeFrom(ask);
                if (page != null) {
                    result.complete(page);
                    return;
                }
            }
            result.complete(null);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private void resume(CompletableFuture<@Nullable Page<T>> result, ReadAhead.Ask<T> ask) {
        try {
            Page<T> page = takeFrom(ask);
            if (page == null) {
                step(result);
            } else {
                result.complete(page);
            }
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** The rows of a page that is wanted; null if it has no new ones or has to be asked for once more. */
    private @Nullable Page<T> takeFrom(ReadAhead.Ask<T> ask) {
        Page<T> response = await(ask);
        return response == null ? null : take(ask.request, response);
    }

    private @Nullable Page<T> await(ReadAhead.Ask<T> ask) {
        try {
            Page<T> page = ask.response().get();
            ahead.taken();
            return page;
        } catch (InterruptedException e) {
            ahead.drop();
            Thread.currentThread().interrupt();
            throw new CanceledException("interrupted while waiting for " + engine.purpose(), true, List.of(), e);
        } catch (CancellationException e) {
            throw ahead.closedWhileWaiting(e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : unwrap(e.getCause());
            if (ahead.askAgain(ask, cause)) {
                return null;
            }
            if (heedsRefusal(ask.request, cause)) {
                ahead.drop();
                return null;
            }
            ahead.failed();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
        }
    }

    private @Nullable Page<T> take(PageRequest asked, Page<T> response) {
        List<T> fresh = engine.feed(asked, response);
        to = engine.fixedEnd(to);
        if (pinning) {
            pin(response.serverTime());
        }
        batch = fresh;
        long tooMany = counter.rows - options.mostRows();
        if (tooMany > 0) {
            fresh = fresh.subList(0, (int) (fresh.size() - tooMany));
        }
        pagesOut += fresh.isEmpty() ? 0 : 1;
        stopped = tooMany >= 0 || pagesOut >= options.mostPages();
        if (!atEnd()) {
            ahead.refill();
        }
        if (fresh.isEmpty()) {
            return null;
        }
        spec.walked.accept(fresh.size());
        return response.withItems(fresh);
    }

    /**
     * The walk's window ends when the first response was made, by the server's clock: ours may be wrong by any amount. The
     * server cuts its time to the second. Where it does not tell, or rows are newer, the rows do.
     */
    private void pin(@Nullable Instant serverTime) {
        pinning = false;
        if (serverTime == null) {
            engine.pinByRows();
        } else if (!engine.done()) {
            to = serverTime.plusSeconds(1);
            if (!engine.pin(to)) {
                to = null;
                engine.pinByRows();
            }
        }
    }

    /** How many pages the walk needs at least before the user has all the rows that he wants. */
    private long pagesWanted() {
        long rows = Math.max(1, options.mostRows() - counter.rows);
        return Math.min((rows - 1) / spec.pageSize + 1, options.mostPages() - pagesOut);
    }

    private boolean over() {
        if (!atEnd()) {
            return false;
        }
        if (engine.done()) {
            ahead.drop();
        }
        ahead.close();
        return true;
    }

    /** Whether the last page was given out; asking further brings null without a request. */
    boolean atEnd() {
        return engine.done() || stopped;
    }

    /** The user has read everything: tells the listeners, once. */
    void finish(int read) {
        if (reported) {
            return;
        }
        reported = true;
        progress.finished(unread(read));
        if (options.report() != null) {
            options.report().accept(report(read));
        }
    }

    /** Reports the walk as of the {@code read}th row of the page given out last. */
    WalkReport report(int read) {
        return counter.report(unread(read), engine.done());
    }

    /** Where the walk stands, right behind the {@code read}th row of the page given out last. */
    Checkpoint checkpoint(int read) {
        WalkState.Builder state = new WalkState.Builder();
        state.operation = spec.operation;
        state.style = spec.style;
        state.query = spec.query;
        state.to = to;
        state.counts(counter, unread(read));
        engine.save(state, batch, batch.size() - unread(read));
        return Checkpoint.of(state.build());
    }

    /** Responses without new rows may have come since the page the user reads. */
    private int unread(int read) {
        return Math.max(0, batch.size() - read);
    }

    void close() {
        ahead.close();
    }

    static Throwable unwrap(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /** The options that a user can set on a {@link Paged}. */
    static record WalkOptions(
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
}
