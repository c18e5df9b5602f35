package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.data.Paging;
import java.util.function.LongUnaryOperator;

/** Ways in which a server gets pages wrong; none is on unless asked for. Thread-safe. */
public final class PageQuirks {
    private final Paging pages;

    PageQuirks(Paging pages) {
        this.pages = pages;
    }

    /**
     * Lets pages state a wrong total.
     *
     * @param wrongTotal makes it of the true one
     */
    public void total(LongUnaryOperator wrongTotal) {
        pages.total(wrongTotal);
    }

    /**
     * Answers an empty page, once.
     *
     * @param offset where the page would start
     */
    public void emptyPageAt(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("emptyPageAt: must not be negative, was " + offset);
        }
        pages.emptyPageAt(offset);
    }

    /** Always answers the first page, and says that it is the one asked for. */
    public void ignoreOffset() {
        pages.ignoreOffset();
    }

    /**
     * Never answers more rows than this, whatever the limit.
     *
     * @param rows 0 or more
     */
    public void atMost(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("atMost: must not be negative, was " + rows);
        }
        pages.atMost(rows);
    }

    /** Takes all quirks back. */
    public void clear() {
        pages.clear();
    }
}
