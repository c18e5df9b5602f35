package io.github.analytics4j.error;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future over work of this SDK: however it ends, by its result, a cancel, a time-out or a value of the user's, the work
 * ends first and whoever waits is told afterwards. For use by the SDK's own modules.
 */
public final class WorkFuture<T> extends CompletableFuture<T> {
    private static final int TRIES = 100;

    private final AtomicBoolean claimed = new AtomicBoolean();
    private final AtomicReference<@Nullable Runnable> work = new AtomicReference<>();

    /** A future whose work is not known yet. */
    public WorkFuture() {}

    /** Says how to end the work; done once, and at once if the future has ended. */
    public void onEnd(Runnable end) {
        if (!work.compareAndSet(null, end)) {
            end.run();
        }
    }

    /** Whether it has ended or is about to: its work is ending then, and nothing more of it is wanted. */
    public boolean isEnding() {
        return claimed.get();
    }

    @Override
    public boolean complete(T value) {
        return claim() && settled(() -> super.complete(value));
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return claim() && settled(() -> super.completeExceptionally(failure));
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        return claim() ? settled(() -> super.cancel(mayInterrupt)) : isCancelled();
    }

    /** The other form comes here too. */
    @Override
    public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
        executor.execute(() -> {
            try {
                complete(supplier.get());
            } catch (Throwable failure) { // as the superclass has it
                completeExceptionally(failure);
            }
        });
        return this;
    }

    /** Only the first may end it: ending the work brings failures of its own. */
    private boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    private boolean settled(BooleanSupplier ending) {
        try {
            Runnable end = work.getAndSet(WorkFuture::ended);
            if (end != null) {
                end.run();
            }
        } finally {
            settle(ending);
        }
        return true;
    }

    /** Stands for work that has ended. */
    private static void ended() {}

    /** A full heap must not leave a future open: the few bytes this takes come with the next collection. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing relies on the yield; the threads that hold the heap get a turn
    private static void settle(BooleanSupplier ending) {
        for (int tries = 1; ; tries++) {
            try {
                boolean unused = ending.getAsBoolean();
                return;
            } catch (OutOfMemoryError e) {
                if (tries == TRIES) {
                    throw e;
                }
                Thread.yield();
            }
        }
    }
}
