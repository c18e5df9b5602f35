package io.github.analytics4j.client;

import io.github.analytics4j.error.SdkThreads;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs an exchange on a thread of the SDK beside the one that waits for it. So the waiting one can leave when its time is over
 * though a user's interceptor, listener or socket factory holds the exchange, and hears an interrupt that a blocked socket does
 * not; and what threads OkHttp starts meanwhile take over nothing from the caller's.
 */
final class ExchangeThread<T> implements Runnable {
    /** An exchange that was ended comes in at once, unless a user's code holds it. */
    static final Duration GRACE = Duration.ofMillis(100);

    private static final int TRIES = 100;

    private final Exchange<T> exchange;
    private final CompletableFuture<T> done = new CompletableFuture<>();

    private ExchangeThread(Exchange<T> exchange) {
        this.exchange = exchange;
    }

    /** A request to be sent, and the handling of its response. */
    interface Exchange<T> {

        /** Sends it and reads the response, on the thread that carries it. */
        T run() throws IOException;

        /** Whether it may run code of a user's; without, a thread of the SDK waits for no other. */
        boolean runsUsersCode();

        /** How long it may take; null for any time. */
        default @Nullable Duration patience() {
            return null;
        }

        /** Ends it because that time is over. */
        default void timeUp() {}

        /** Gives the result of an exchange that was left; its own may still come in later. */
        T left() throws IOException;

        /** Lets go of what came after it was left. */
        void drop(T unwanted);
    }

    /**
     * Waits for the result of the exchange; gives its {@link Exchange#left} if it had to be left.
     *
     * @param stop ends the wait and the exchange; it is given when the waiting thread is interrupted
     */
    static <T> T await(Exchange<T> exchange, StopSignal stop) throws IOException {
        if (!exchange.runsUsersCode() && SdkThreads.isOurs()) {
            return exchange.run();
        }
        ExchangeThread<T> beside = new ExchangeThread<>(exchange);
        CompletableFuture<T> done = beside.done;
        SdkThreads.beside(beside);
        try {
            if (stop.waitInVain(CompletableFuture.anyOf(done, stop.given()), exchange.patience())) {
                exchange.timeUp();
            }
            if (!done.isDone()) {
                boolean unused = stop.waitInVain(done, GRACE);
            }
        } catch (RuntimeException | Error e) { // a full heap: what comes now is wanted by nobody
            done.cancel(false);
            throw e;
        }
        return done.cancel(false) ? exchange.left() : brought(done);
    }

    @Override
    public void run() {
        T brought;
        try {
            brought = exchange.run();
        } catch (Throwable e) { // an Error belongs to the waiter
            fail(e);
            return;
        }
        if (!done.complete(brought)) {
            exchange.drop(brought);
        }
    }

    /** A full heap must not leave the other thread waiting: the few bytes this takes come with the next collection. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the yield; the threads that hold the heap get a turn
    private void fail(Throwable failure) {
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

    private static <T> T brought(CompletableFuture<T> done) throws IOException {
        try {
            return done.getNow(null);
        } catch (CompletionException e) {
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
