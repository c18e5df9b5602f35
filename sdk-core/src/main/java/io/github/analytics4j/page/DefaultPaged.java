package io.github.analytics4j.page;

import static io.github.analytics4j.page.PageFeed.unwrap;

import io.github.analytics4j.error.RequestChecks;
import io.github.analytics4j.error.SdkThreads.WorkFuture;
import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.PageFeed.WalkOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows that a spec describes, walked with some options. */
final class DefaultPaged<T> implements Paged<T> {

    private static final int MOST_PREFETCH = 64;

    private final WalkSpec<T> spec;
    private final WalkOptions options;

    DefaultPaged(WalkSpec<T> spec, WalkOptions options) {
        this.spec = spec;
        this.options = options;
    }

    private PageFeed<T> feed() {
        return new PageFeed<>(spec, options);
    }

    @Override
    public Walk<T> iterator() {
        return new DefaultWalk<>(feed());
    }

    @Override
    public Stream<T> stream() {
        Walk<T> walk = iterator();
        Spliterator<T> rows = Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL);
        return StreamSupport.stream(rows, false).onClose(walk::close);
    }

    @Override
    public Pages<T> pages() {
        return new Pages<>(this::feed);
    }

    @Override
    public Page<T> firstPage() {
        return spec.source.fetch(first());
    }

    @Override
    public CompletableFuture<Page<T>> firstPageAsync() {
        return spec.source.fetchAsync(first());
    }

    private PageRequest first() {
        if (spec.style == WalkSpec.Style.WINDOW) {
            return new PageRequest(0, pageRows(), spec.from, spec.to);
        }
        return new PageLocator(spec, spec.windowed ? spec.to : null).at(spec.startOffset, pageRows());
    }

    private int pageRows() {
        return (int) Math.max(1, Math.min(spec.pageSize, options.mostRows()));
    }

    @Override
    public List<T> toList() {
        List<T> rows = new ArrayList<>();
        try (Walk<T> walk = iterator()) {
            walk.forEachRemaining(rows::add);
        }
        return rows;
    }

    @Override
    public CompletableFuture<List<T>> toListAsync() {
        List<T> rows = new ArrayList<>();
        CompletableFuture<WalkReport> walk = forEachAsync(rows::add);
        WorkFuture<List<T>> list = new WorkFuture<>();
        list.onEnd(() -> walk.cancel(true));
        var unused = walk.whenComplete((report, failure) -> {
            if (failure == null) {
                list.complete(rows);
            } else {
                list.completeExceptionally(unwrap(failure));
            }
        });
        return list;
    }

    @Override
    public CompletableFuture<WalkReport> forEachAsync(Consumer<? super T> consumer) {
        return new AsyncWalk<>(feed(), Objects.requireNonNull(consumer, "consumer")).run();
    }

    @Override
    public Flow.Publisher<T> publisher() {
        return new RowPublisher<>(this::feed, spec.open);
    }

    @Override
    public Paged<T> limit(long rows) {
        return with(options.withMostRows(atLeast("limit", rows, 0)));
    }

    @Override
    public Paged<T> maxPages(long pages) {
        return with(options.withMostPages(atLeast("maxPages", pages, 1)));
    }

    @Override
    public Paged<T> pageSize(int rows) {
        int size = (int) atLeast("pageSize", rows, 1);
        return new DefaultPaged<>(spec.toBuilder().pageSize(size).build(), options);
    }

    @Override
    public Paged<T> prefetch(int pages) {
        return with(options.withPrefetch((int) Math.min(MOST_PREFETCH, atLeast("prefetch", pages, 0))));
    }

    @Override
    public Paged<T> resume(Checkpoint checkpoint) {
        checkpoint.check(spec);
        return with(options.withFrom(checkpoint.state()));
    }

    @Override
    public Paged<T> onProgress(Duration every, Consumer<WalkProgress> listener) {
        Objects.requireNonNull(every, "every");
        if (every.isNegative() || every.compareTo(RequestChecks.LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "onProgress needs an interval of 0 to " + RequestChecks.LONGEST.toDays() + " days, was " + every);
        }
        return with(options.withProgress(every, Objects.requireNonNull(listener, "listener")));
    }

    @Override
    public Paged<T> onReport(Consumer<WalkReport> listener) {
        return with(options.withReport(Objects.requireNonNull(listener, "listener")));
    }

    @Override
    public Paged<T> openEnd() {
        return with(options.withEnd(WalkOptions.End.OPEN));
    }

    @Override
    public Paged<T> endNow() {
        if (!spec.takesEnd) {
            throw new WalkException(
                    spec.operation + " cannot end now: the vendor documents no point in time as the end of"
                            + " its time window, only whole days or no end at all; give the request an end, or leave out newer rows"
                            + " by their own time");
        }
        return with(options.withEnd(WalkOptions.End.NOW));
    }

    @Override
    public List<Part<T>> split(Duration length) {
        Instant from = spec.from;
        if (from == null) {
            throw new WalkException(
                    spec.operation + " can be split only if the request has a start of its time window");
        }
        if (options.from() != null) {
            throw new WalkException(spec.operation
                    + " cannot be split where it goes on from a checkpoint: split the whole, and resume the"
                    + " part that the checkpoint is of");
        }
        if (spec.time == null || !spec.takesEnd) {
            throw new WalkException(spec.operation + " cannot be split: "
                    + (spec.takesEnd
                            ? "the two ends of its time window are not compared with the same time of a row, so that one"
                                    + " that goes on from one part into the next would be in neither"
                            : "the vendor documents no point in time as the end of its time window, only whole days or no"
                                    + " end at all, so that rows could be in two parts or in none")
                    + "; walk the whole");
        }
        Instant to = spec.to == null ? spec.clock.instant() : spec.to;
        return new TimeWindow(from, to)
                .split(length).stream()
                        .map(window -> new Part<>(
                                window,
                                new DefaultPaged<>(
                                        part(window, window.to().equals(to) ? spec.to : window.to()), options)))
                        .toList();
    }

    private WalkSpec<T> part(TimeWindow window, @Nullable Instant end) {
        Map<String, String> query = new HashMap<>(spec.query);
        query.put("part", window.from() + "/" + (end == null ? "" : window.to())); // who splits later has that part too
        return spec.toBuilder().part(window.from(), end).query(query).build();
    }

    private Paged<T> with(WalkOptions changed) {
        return new DefaultPaged<>(spec, changed);
    }

    private static long atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be " + least + " or more, was " + value);
        }
        return value;
    }

    @Override
    public String toString() {
        return "Paged[" + spec.operation + "]";
    }

    /** A walk over the pages that a feed brings. */
    private static final class DefaultWalk<T> implements Walk<T> {

        private final PageFeed<T> feed;
        private final PageWalk<T> pages;
        private List<T> rows = List.of();
        private int read;
        private int size;

        DefaultWalk(PageFeed<T> feed) {
            this.feed = feed;
            this.pages = new PageWalk<>(feed);
        }

        @Override
        public boolean hasNext() {
            return read < size || more();
        }

        @Override
        public T next() {
            if (read >= size && !more()) {
                throw new NoSuchElementException("the walk is over");
            }
            return rows.get(read++);
        }

        private boolean more() {
            boolean more = pages.hasNext();
            if (more) {
                rows = pages.next().items();
                size = rows.size();
                read = 0;
            }
            return more;
        }

        @Override
        public WalkReport report() {
            return feed.report(read);
        }

        @Override
        public Checkpoint checkpoint() {
            return feed.checkpoint(read);
        }

        @Override
        public void close() {
            pages.close();
        }
    }

    /** One walk without a thread of its own: rows are handed over on whatever thread brings them, one after the other. */
    private static final class AsyncWalk<T> {

        private final PageFeed<T> feed;
        private final Consumer<? super T> consumer;
        private final WorkFuture<WalkReport> result = new WorkFuture<>();
        /** How many rows of the last page were handed over; a limit leaves out others that came with it. */
        private int read;

        AsyncWalk(PageFeed<T> feed, Consumer<? super T> consumer) {
            this.feed = feed;
            this.consumer = consumer;
        }

        /** Starts; canceling the future cancels what is under way. */
        CompletableFuture<WalkReport> run() {
            result.onEnd(feed::close);
            go();
            return result;
        }

        private void go() {
            try {
                walk();
            } catch (RuntimeException | Error e) { // nobody above would tell it
                result.completeExceptionally(e);
            }
        }

        private void walk() {
            while (!result.isEnding()) {
                CompletableFuture<@Nullable Page<T>> page = feed.nextAsync();
                if (!page.isDone()) {
                    var unused = page.whenComplete((rows, failure) -> {
                        took(rows, failure);
                        go();
                    });
                    return;
                }
                var unused = page.whenComplete(this::took);
            }
        }

        private void took(@Nullable Page<T> page, @Nullable Throwable failure) {
            try {
                if (failure != null) {
                    result.completeExceptionally(unwrap(failure));
                } else if (page == null) {
                    feed.finish(read);
                    result.complete(feed.report(read));
                } else {
                    hand(page.items());
                }
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e); // the consumer's own
            }
        }

        private void hand(List<T> rows) {
            for (T row : rows) {
                if (result.isEnding()) {
                    return;
                }
                consumer.accept(row);
            }
            read = rows.size();
        }
    }
}
