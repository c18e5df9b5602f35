package io.github.analytics4j.page;

import java.util.Iterator;

/** One walk over the rows. */
public final class Walk<T> implements Iterator<T>, AutoCloseable {

    @Override
    public boolean hasNext() {
        throw new UnsupportedOperationException();
    }

    @Override
    public T next() {
        throw new UnsupportedOperationException();
    }

    /** What the walk did so far. */
    public WalkReport report() {
        throw new UnsupportedOperationException();
    }

    /** Where the walk stands: right behind the last row that next() returned. */
    public Checkpoint checkpoint() {
        throw new UnsupportedOperationException();
    }

    /** Cancels what is in flight. */
    @Override
    public void close() {}
}
