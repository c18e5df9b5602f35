package io.github.analytics4j.page;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A walk over the pages that a feed brings. */
final class DefaultWalk<T> implements Walk<T> {

    private final PageFeed<T> feed;
    private List<T> rows = List.of();
    private int read;
    private int size;
    private boolean ended;

    DefaultWalk(PageFeed<T> feed) {
        this.feed = feed;
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
        if (ended) {
            return false;
        }
        @Nullable Page<T> page = feed.next();
        if (page == null) {
            ended = true;
            feed.finish(read);
            return false;
        }
        rows = page.items();
        size = rows.size();
        read = 0;
        return true;
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
        ended = true;
        feed.close();
    }
}
