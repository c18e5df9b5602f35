package io.github.analytics4j.page;

import static io.github.analytics4j.page.CallPageSource.unwrap;

import io.github.analytics4j.error.CanceledException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Fetches what an engine wants and gives out the pages that bring new rows, one by one, waiting or not. */
final class PageFeed<T> {

    private final WalkSpec<T> spec;
    private final WalkOptions options;
    private final @Nullable Instant to;
    private final Tally tally;
    private final Engine<T> engine;
    private final ReadAhead<T> ahead;
    private final ProgressMeter progress;
    private List<T> batch = List.of();
    private long pagesOut;
    private boolean stopped;
    private boolean reported;

    PageFeed(WalkSpec<T> spec, WalkOptions options) {
        this.spec = spec;
        this.options = options;
        WalkState from = options.from();
        this.to = end(spec, options);
        this.tally = from == null ? new Tally() : from.tally();
        this.engine = spec.style == WalkSpec.Style.WINDOW
                ? new WindowEngine<>(spec, to, tally, from)
                : new OffsetEngine<>(spec, to, options.mostRows(), tally, from);
        this.ahead = new ReadAhead<>(spec.source, engine, spec.nanoTime, options.prefetch());
        this.progress = new ProgressMeter(spec.nanoTime, tally, options);
        this.stopped = tally.rows >= options.mostRows();
    }

    /** The end to send with each question; a walk that was resumed keeps the one it had. */
    private static @Nullable Instant end(WalkSpec<?> spec, WalkOptions options) {
        if (options.from() != null) {
            return options.from().to();
        }
        if (spec.windowed || (spec.style == WalkSpec.Style.WINDOW && spec.to != null)) {
            return spec.to;
        }
        boolean pinned = spec.pinEnd && !options.openEnd();
        return pinned ? spec.clock.instant().truncatedTo(ChronoUnit.MILLIS) : null;
    }

    /** The next page with new rows, null at the end. A failure leaves everything as it was before. */
    @Nullable
    Page<T> next() {
        while (!over()) {
            progress.waiting(engine::purpose);
            ReadAhead.Ask<T> ask = ahead.fetch();
            if (ask == null) {
                ask = ahead.head();
            }
            Page<T> page = takeFrom(ask);
            if (page != null) {
                return page;
            }
        }
        return null;
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
                CompletableFuture<Page<T>> answer = ask.answer();
                if (!answer.isDone()) {
                    var unused = answer.whenComplete((page, failure) -> resume(result, ask));
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
        Page<T> answer = await(ask);
        return answer == null ? null : take(ask.request, answer);
    }

    private @Nullable Page<T> await(ReadAhead.Ask<T> ask) {
        try {
            Page<T> page = ask.answer().get();
            ahead.taken();
            return page;
        } catch (InterruptedException e) {
            ahead.close();
            Thread.currentThread().interrupt();
            throw new CanceledException("interrupted while waiting for " + engine.purpose(), true, List.of(), e);
        } catch (CancellationException e) {
            throw new CanceledException(
                    "the walk was closed while it waited for " + engine.purpose(), true, List.of(), e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : unwrap(e.getCause());
            if (ahead.askAgain(ask, cause)) {
                return null;
            }
            ahead.failed();
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
        }
    }

    private @Nullable Page<T> take(PageRequest asked, Page<T> answer) {
        List<T> fresh = engine.feed(asked, answer);
        batch = fresh;
        long tooMany = tally.rows - options.mostRows();
        if (tooMany > 0) {
            fresh = fresh.subList(0, (int) (fresh.size() - tooMany));
        }
        pagesOut += fresh.isEmpty() ? 0 : 1;
        stopped = tooMany >= 0 || pagesOut >= options.mostPages();
        if (!atEnd()) {
            ahead.refill();
        }
        return fresh.isEmpty() ? null : answer.withItems(fresh);
    }

    private boolean over() {
        if (!atEnd()) {
            return false;
        }
        ahead.close();
        return true;
    }

    /** Whether the last page was given out; asking further brings null without a question. */
    boolean atEnd() {
        return engine.done() || stopped;
    }

    /** The user has read everything: tells the listeners, once. */
    void finish(int read) {
        if (reported) {
            return;
        }
        reported = true;
        progress.finished();
        if (options.report() != null) {
            options.report().accept(report(read));
        }
    }

    /** What was done, as of the {@code read}th row of the page given out last. */
    WalkReport report(int read) {
        return tally.report(unread(read), engine.done());
    }

    /** Where the walk stands, right behind the {@code read}th row of the page given out last. */
    Checkpoint checkpoint(int read) {
        WalkState.Builder state = new WalkState.Builder();
        state.operation = spec.operation;
        state.style = spec.style;
        state.query = spec.query;
        state.to = to;
        state.counts(tally, unread(read));
        engine.save(state, batch, batch.size() - unread(read));
        return Checkpoint.of(state.build());
    }

    /** Answers without new rows may have come since the page the user reads. */
    private int unread(int read) {
        return Math.max(0, batch.size() - read);
    }

    void close() {
        ahead.close();
    }
}
