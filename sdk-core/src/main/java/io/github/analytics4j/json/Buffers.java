package io.github.analytics4j.json;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * A few readers' buffers, kept for the next document. Not per thread: with virtual threads there may be many of those, and
 * each would keep one.
 */
final class Buffers {
    private static final AtomicReferenceArray<Tokens> IDLE = new AtomicReferenceArray<>(16);

    private Buffers() {}

    static Tokens take() {
        for (int i = 0; i < IDLE.length(); i++) {
            if (IDLE.getPlain(i) != null) {
                Tokens idle = IDLE.getAndSet(i, null);
                if (idle != null) {
                    return idle;
                }
            }
        }
        return new Tokens();
    }

    static void give(Tokens tokens) {
        tokens.release();
        for (int i = 0; i < IDLE.length(); i++) {
            if (IDLE.getPlain(i) == null && IDLE.compareAndSet(i, null, tokens)) {
                return;
            }
        }
    }
}
