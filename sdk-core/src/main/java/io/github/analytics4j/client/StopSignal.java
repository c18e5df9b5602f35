package io.github.analytics4j.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** Ends a call from our own side, whatever it is doing: from any thread, and the first reason counts. */
final class StopSignal {
    private final Consumer<Call> canceler;
    private final CountDownLatch wake = new CountDownLatch(1);
    private final CompletableFuture<@Nullable Void> given = new CompletableFuture<>();
    private volatile @Nullable String why;
    private volatile boolean expired;
    private volatile @Nullable Call exchange;
    private volatile @Nullable Runnable hook;

    /**
     * A signal that was not given.
     *
     * @param canceler ends an exchange
     */
    StopSignal(Consumer<Call> canceler) {
        this.canceler = canceler;
    }

    /** Gives it, ends the exchange that is under way, and tells the hook. */
    void give(String reason) {
        if (note(reason, false)) {
            tell();
        }
    }

    /** Gives it because the time of the call is over. */
    void expire() {
        if (note("its deadline is over", true)) {
            tell();
        }
    }

    /** Gives it on the thread that drives the call, which need not be told. */
    void noteIfNone(String reason) {
        boolean unused = note(reason, false);
    }

    private synchronized boolean note(String reason, boolean timeIsOver) {
        boolean first = why == null;
        if (first) {
            expired = timeIsOver;
            why = reason;
        }
        return first;
    }

    private void tell() {
        wake.countDown();
        endExchange();
        given.complete(null);
        Runnable told = hook;
        if (told != null) {
            told.run();
        }
    }

    /** Waits for the future; true if that was in vain. An interrupt gives the signal, does not end the wait, and is kept. */
    boolean waitInVain(CompletableFuture<?> future, @Nullable Duration patience) {
        return waitInVain(future, patience, () -> give("its thread was interrupted"));
    }

    /** Waits for the future; true if that was in vain. An interrupt does not end the wait, and is kept. */
    static boolean waitInVain(CompletableFuture<?> future, @Nullable Duration patience, Runnable interrupted) {
        long until = patience == null ? 0 : System.nanoTime() + patience.toNanos();
        boolean kept = false;
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
                    kept = true;
                    interrupted.run();
                } catch (TimeoutException e) {
                    return true;
                } catch (ExecutionException e) {
                    return false; // what failed is told by the one who asks for it
                }
            }
        } finally {
            if (kept) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Why the call has to end, or null while it need not. */
    @Nullable
    String why() {
        return why;
    }

    boolean isGiven() {
        return why != null;
    }

    /** Whether it was given because the time was over. */
    boolean isExpired() {
        return expired;
    }

    /** Is down once it was given. */
    CountDownLatch wake() {
        return wake;
    }

    /** Is complete once it was given. */
    CompletableFuture<@Nullable Void> given() {
        return given;
    }

    /** Says what to run when it is given, at once if it was; null for nothing. */
    void hook(@Nullable Runnable toRun) {
        hook = toRun;
        if (toRun != null && why != null) {
            toRun.run();
        }
    }

    /** The exchange that it would end from now on. */
    void watch(Call begun) {
        exchange = begun;
        if (why != null) {
            canceler.accept(begun);
        }
    }

    void endExchange() {
        Call running = exchange;
        if (running != null) {
            canceler.accept(running);
        }
    }
}
