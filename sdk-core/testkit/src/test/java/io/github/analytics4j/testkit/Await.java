package io.github.analytics4j.testkit;

import java.util.function.BooleanSupplier;

/** Waits for what another thread is about to do. */
final class Await {
    private Await() {}

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not happen within 10 seconds");
            }
            Thread.onSpinWait();
        }
    }
}
