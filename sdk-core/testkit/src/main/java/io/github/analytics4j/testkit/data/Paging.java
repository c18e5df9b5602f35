package io.github.analytics4j.testkit.data;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongUnaryOperator;

/** The settings by which pages state or hold something else than was asked for. Thread-safe. */
public final class Paging {
    private final Set<Long> emptyPages = ConcurrentHashMap.newKeySet();
    private volatile LongUnaryOperator total = LongUnaryOperator.identity();
    private volatile boolean ignoreOffset;
    private volatile int atMost = Integer.MAX_VALUE;

    public void total(LongUnaryOperator wrongTotal) {
        total = wrongTotal;
    }

    public void emptyPageAt(long offset) {
        emptyPages.add(offset);
    }

    public void ignoreOffset() {
        ignoreOffset = true;
    }

    public void atMost(int rows) {
        atMost = rows;
    }

    public void clear() {
        emptyPages.clear();
        total = LongUnaryOperator.identity();
        ignoreOffset = false;
        atMost = Integer.MAX_VALUE;
    }

    /** The total a page states. */
    public long stated(long trueTotal) {
        return total.applyAsLong(trueTotal);
    }

    /** Where a page begins. */
    public long offset(long asked) {
        return ignoreOffset ? 0 : asked;
    }

    /** How many rows a page may hold. */
    public long limit(long offset, long asked) {
        return emptyPages.remove(offset) ? 0 : Math.min(asked, atMost);
    }
}
