package io.github.analytics4j.client;

import io.github.analytics4j.error.WorkThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs an exchange on a thread of the SDK beside the one that waits for it. So the waiting one can leave when its time is over
 * though a user's interceptor, listener or socket factory holds the exchange, and hears an interrupt that a blocked socket does
 * not; and what threads OkHttp starts meanwhile take over nothing from the caller's.
 */
final class ExchangeThread {
    /** An exchange that was ended comes in at once, unless a user's code holds it. */
    static final Duration GRACE = Duration.ofMillis(100);

    private static final int TRIES = 100;

    private ExchangeThread() {}

    /** What an exchange does on the thread that carries it. */
    interface Exchange<T> {
        T run() throws IOException;
    }

    /**
     * What the exchange brings, or null if it was left.
     *
     * @param stop ends the wait and the exchange; it is given when the waiting thread is interrupted
     * @param patience how long the exchange may take; null for any time
     * @param timeUp runs when that is over, and ends the exchange
     * @param usersCode whether it may run code of a user's; without, a thread of the SDK waits for no other
     * @param unwanted gets what comes after the exchange was left
     */
    static <T> @Nullable T await(
            Exchange<T> exchange,
            StopSignal stop,
            @Nullable Duration patience,
            Runnable timeUp,
            boolean usersCode,
            Consumer<T> unwanted)
            throws IOException {
        if (!usersCode && WorkThreads.isOurs()) {
            return exchange.run();
        }
        CompletableFuture<T> done = new CompletableFuture<>();
        WorkThreads.beside(() -> carry(exchange, done, unwanted));
        try {
            if (waited(CompletableFuture.anyOf(done, stop.given()), stop, patience)) {
                timeUp.run();
            }
            if (!done.isDone()) {
                boolean unused = waited(done, stop, GRACE);
            }
        } catch (RuntimeException | Error e) { // a full heap: what comes now is wanted by nobody
            done.cancel(false);
            throw e;
        }
        return done.cancel(false) ? null : brought(done);
    }

    private static <T> void carry(Exchange<T> exchange, CompletableFuture<T> done, Consumer<T> unwanted) {
        T brought;
        try {
            brought = exchange.run();
        } catch (Throwable e) { // an Error belongs to whoever waits
            fail(done, e);
            return;
        }
        if (!done.complete(brought)) {
            unwanted.accept(brought);
        }
    }

    /** A full heap must not leave the other thread waiting: the few bytes this takes come with the next collection. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the yield; the threads that hold the heap get a turn
    private static void fail(CompletableFuture<?> done, Throwable failure) {
        for (int tries = 1; ; tries++) {
            try {
                done.completeExceptionally(failure);
                return;
            } catch (OutOfMemoryError e) {
                if (tries == TRIES) {
                    throw e;
                }
                Thread.yield();
            }
        }
    }

    /** Waits for the future; true if that was in vain. An interrupt ends the exchange and not the wait, and is kept. */
    private static boolean waited(CompletableFuture<?> future, StopSignal stop, @Nullable Duration patience) {
        long until = patience == null ? 0 : System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (patience == null) {
                        future.get();
                    } else {
                        future.get(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
                    }
                    return false;
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop.give("its thread was interrupted");
                } catch (TimeoutException e) {
                    return true;
                } catch (ExecutionException e) {
                    return false; // what failed is told by the one who asks for it
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T brought(CompletableFuture<T> done) throws IOException {
        try {
            return done.getNow(null);
        } catch (java.util.concurrent.CompletionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException trouble) {
                throw trouble;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException failure ? failure : e;
        }
    }
}
