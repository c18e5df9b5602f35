package io.github.analytics4j.error;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A future over work of this SDK: however it ends, by its result, a cancel, a time-out or a value of the user's, the work
 * ends first and the waiters are told afterwards. For use by the SDK's own modules.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class WorkFuture<T> extends CompletableFuture<T> {
    private static final int TRIES = 100;
    private static final int WELL = 0;
    private static final int BADLY = 1;
    private static final int CANCELED = 2;
    private static final Runnable ENDED = WorkFuture::ended;

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
        return claim() && settled(WELL, value, null);
    }

    @Override
    public boolean completeExceptionally(Throwable failure) {
        return claim() && settled(BADLY, null, failure);
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
        return claim() ? settled(CANCELED, null, null) : isCancelled();
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

    private boolean settled(int how, @Nullable T value, @Nullable Throwable failure) {
        try {
            Runnable end = work.getAndSet(ENDED);
            if (end != null) {
                end.run();
            }
        } finally {
            settle(how, value, failure);
        }
        return true;
    }

    /** Stands for work that has ended. */
    private static void ended() {}

    /**
     * A full heap must not leave a future open: the few bytes this takes come with the next collection. Once it is claimed there
     * is no lambda on the way, since the first use of one takes far more.
     */
    @SuppressWarnings({"ThreadPriorityCheck", "NullAway"
    }) // nothing relies on the yield: who holds the heap gets a turn
    private void settle(int how, @Nullable T value, @Nullable Throwable failure) {
        for (int tries = 1; ; tries++) {
            try {
                boolean unused = how == WELL
                        ? super.complete(value)
                        : how == BADLY ? super.completeExceptionally(failure) : super.cancel(false);
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
