package io.github.analytics4j.page;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * One walk over the rows of a {@link Paged}, on the caller's thread.
 *
 * <p>A failure is thrown after every row before it was handed out, and it leaves the walk where it was: asking again
 * asks the server again. A walk that is not read to its end should be closed if it reads ahead; otherwise the few
 * answers under way are waited for and thrown away. Not for several threads at once, save {@link #close()}.
 */
public final class Walk<T> implements Iterator<T>, AutoCloseable {

    private final PageFeed<T> feed;
    private List<T> rows = List.of();
    private int read;
    private int size;
    private boolean ended;

    Walk(PageFeed<T> feed) {
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

    /** What the walk did up to the row handed out last. */
    public WalkReport report() {
        return feed.report(read);
    }

    /** Where the walk stands: right behind the row handed out last, wherever in a page that is. */
    public Checkpoint checkpoint() {
        return feed.checkpoint(read);
    }

    /** Ends the walk and cancels what is under way; any thread may call it. */
    @Override
    public void close() {
        ended = true;
        feed.close();
    }
}
