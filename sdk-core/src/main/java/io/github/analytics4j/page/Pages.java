package io.github.analytics4j.page;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The pages of a {@link Paged} that bring new rows, asked for as they are needed; each iterator is a walk of its own.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class Pages<T> implements Iterable<Page<T>> {

    private final Supplier<PageFeed<T>> feeds;

    Pages(Supplier<PageFeed<T>> feeds) {
        this.feeds = feeds;
    }

    @Override
    public PageWalk<T> iterator() {
        return new PageWalk<>(feeds.get());
    }

    /** The pages as a stream; close it if it reads ahead and you do not read it to the end. */
    public Stream<Page<T>> stream() {
        PageWalk<T> walk = iterator();
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(walk, traits), false)
                .onClose(walk::close);
    }
}
