package io.github.analytics4j.testkit;

import java.util.function.LongUnaryOperator;

/** Ways in which a server gets pages wrong; none is on unless asked for. */
public final class PageQuirks {
    /** The total that pages state instead of the true one. */
    public void total(LongUnaryOperator wrongTotal) {
        throw new UnsupportedOperationException();
    }

    /** Answers an empty page, once, where the page would start at this offset. */
    public void emptyPageAt(long offset) {
        throw new UnsupportedOperationException();
    }

    /** Always answers the first page, and says that it is the one asked for. */
    public void ignoreOffset() {
        throw new UnsupportedOperationException();
    }

    /** Never answers more rows than this, whatever the limit. */
    public void atMost(int rows) {
        throw new UnsupportedOperationException();
    }

    public void clear() {
        throw new UnsupportedOperationException();
    }
}
