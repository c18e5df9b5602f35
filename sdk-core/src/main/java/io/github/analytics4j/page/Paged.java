package io.github.analytics4j.page;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All rows of a paged operation, asked for as they are needed. */
public final class Paged<T> implements Iterable<T> {

    private final WalkSpec<T> spec;

    private Paged(WalkSpec<T> spec) {
        this.spec = spec;
    }

    /** For generated code. */
    public static <T> Paged<T> of(WalkSpec<T> spec) {
        return new Paged<>(spec);
    }

    /** A new walk from the start. */
    @Override
    public Walk<T> iterator() {
        throw new UnsupportedOperationException(spec.operation);
    }

    /** The rows as a stream; close it if you do not read it to the end. */
    public Stream<T> stream() {
        throw new UnsupportedOperationException();
    }

    /** The rows page by page. */
    public Iterable<Page<T>> pages() {
        throw new UnsupportedOperationException();
    }

    /** The first page, as the server answers it. */
    public Page<T> firstPage() {
        throw new UnsupportedOperationException();
    }

    /** The first page, without waiting. */
    public CompletableFuture<Page<T>> firstPageAsync() {
        throw new UnsupportedOperationException();
    }

    /** All rows in a list. */
    public List<T> toList() {
        throw new UnsupportedOperationException();
    }

    /** All rows in a list, without waiting. */
    public CompletableFuture<List<T>> toListAsync() {
        throw new UnsupportedOperationException();
    }

    /** Hands each row over as it comes, one at a time; the future tells when all were handed over. */
    public CompletableFuture<WalkReport> forEachAsync(Consumer<? super T> consumer) {
        throw new UnsupportedOperationException();
    }

    /** The rows with back-pressure. */
    public Flow.Publisher<T> publisher() {
        throw new UnsupportedOperationException();
    }

    /** At most that many rows. */
    public Paged<T> limit(long rows) {
        throw new UnsupportedOperationException();
    }

    /** At most that many answers. */
    public Paged<T> maxPages(long pages) {
        throw new UnsupportedOperationException();
    }

    /** That many rows a request. */
    public Paged<T> pageSize(int rows) {
        throw new UnsupportedOperationException();
    }

    /** Keeps up to that many pages in flight. */
    public Paged<T> prefetch(int pages) {
        throw new UnsupportedOperationException();
    }

    /** Goes on where a checkpoint was taken. */
    public Paged<T> resume(Checkpoint checkpoint) {
        throw new UnsupportedOperationException();
    }

    /** Tells how far a walk is, at most once a second. */
    public Paged<T> onProgress(Consumer<WalkProgress> listener) {
        return onProgress(Duration.ofSeconds(1), listener);
    }

    /** Tells how far a walk is, at most once every so often, and at its end. */
    public Paged<T> onProgress(Duration every, Consumer<WalkProgress> listener) {
        throw new UnsupportedOperationException();
    }

    /** Tells what a walk did when it reaches its end. */
    public Paged<T> onReport(Consumer<WalkReport> listener) {
        throw new UnsupportedOperationException();
    }

    /** Leaves the end of the time window open instead of fixing it at the walk's start. */
    public Paged<T> openEnd() {
        throw new UnsupportedOperationException();
    }

    /** This walk cut into parts of at most that length, oldest first. */
    public List<Part<T>> split(Duration length) {
        throw new UnsupportedOperationException();
    }

    /** A part of a walk cut by time. */
    public record Part<T>(TimeWindow window, Paged<T> rows) {}
}
