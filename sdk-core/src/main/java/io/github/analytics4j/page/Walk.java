package io.github.analytics4j.page;

import java.util.Iterator;

/**
 * One walk over the rows of a {@link Paged}, on the caller's thread.
 *
 * <p>A failure is thrown after every row before it was handed out, and it leaves the walk where it was: asking again
 * asks the server again. A walk that is not read to its end should be closed if it reads ahead; otherwise the few
 * responses under way are waited for and thrown away. Not for several threads at once, save {@link #close()}.
 *
 * @param <T> a row
 */
public interface Walk<T> extends Iterator<T>, AutoCloseable {

    /** {@return what the walk did up to the row handed out last} */
    WalkReport report();

    /** {@return where the walk stands: right behind the row handed out last, wherever in a page that is} */
    Checkpoint checkpoint();

    /**
     * Ends the walk and cancels what is under way: no page is asked for any more, and the rows of the last one may still be read. Any
     * thread may call it; one that waits for a page meanwhile gets a {@link io.github.analytics4j.error.CanceledException}.
     */
    @Override
    void close();
}
