package io.github.analytics4j.page;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the pages of a {@link Paged}; as {@link Walk}, a page at a time.
 *
 * @param <T> a row
 */
public final class PageWalk<T> implements Iterator<Page<T>>, AutoCloseable {

    private final PageFeed<T> feed;
    private @Nullable Page<T> ahead;
    private int read;
    private boolean ended;

    PageWalk(PageFeed<T> feed) {
        this.feed = feed;
    }

    @Override
    public boolean hasNext() {
        if (ahead == null && !ended) {
            ahead = feed.next();
            if (ahead == null) {
                ended = true;
                feed.finish(read);
            } else {
                read = 0;
            }
        }
        return ahead != null;
    }

    @Override
    public Page<T> next() {
        Page<T> page = hasNext() ? ahead : null;
        if (page == null) {
            throw new NoSuchElementException("the walk is over");
        }
        ahead = null;
        read = page.items().size();
        return page;
    }

    /** {@return what the walk did up to the page handed out last} */
    public WalkReport report() {
        return feed.report(read);
    }

    /** {@return where the walk stands: right behind the page handed out last} */
    public Checkpoint checkpoint() {
        return feed.checkpoint(read);
    }

    /** Ends the walk and cancels what is under way: no page is asked for any more. Any thread may call it, as {@link Walk#close} says. */
    @Override
    public void close() {
        ended = true;
        feed.close();
    }
}
