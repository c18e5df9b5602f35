package io.github.analytics4j.testkit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;

/** Ways in which a server gets pages wrong; none is on unless asked for. Thread-safe. */
public final class PageQuirks {
    private final Set<Long> emptyPages = ConcurrentHashMap.newKeySet();
    private volatile LongUnaryOperator total = LongUnaryOperator.identity();
    private volatile boolean ignoreOffset;
    private volatile int atMost = Integer.MAX_VALUE;

    PageQuirks() {}

    /** The total that pages state instead of the true one. */
    public void total(LongUnaryOperator wrongTotal) {
        total = wrongTotal;
    }

    /** Answers an empty page, once, where the page would start at this offset. */
    public void emptyPageAt(long offset) {
        emptyPages.add(offset);
    }

    /** Always answers the first page, and says that it is the one asked for. */
    public void ignoreOffset() {
        ignoreOffset = true;
    }

    /** Never answers more rows than this, whatever the limit. */
    public void atMost(int rows) {
        atMost = rows;
    }

    public void clear() {
        emptyPages.clear();
        total = LongUnaryOperator.identity();
        ignoreOffset = false;
        atMost = Integer.MAX_VALUE;
    }

    long stated(long trueTotal) {
        return total.applyAsLong(trueTotal);
    }

    long offset(long asked) {
        return ignoreOffset ? 0 : asked;
    }

    long limit(long offset, long asked) {
        return emptyPages.remove(offset) ? 0 : Math.min(asked, atMost);
    }
}
