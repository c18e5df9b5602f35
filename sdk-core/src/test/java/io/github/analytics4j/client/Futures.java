package io.github.analytics4j.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Lets a test assert the same of both forms of a call. */
final class Futures {
    private Futures() {}

    /** The value, or the failure itself. */
    static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
