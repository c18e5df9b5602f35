package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.WorkFuture;
import io.github.analytics4j.error.WorkThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps a vigil: on the caller's thread, or on none between two looks. The end of its client ends it at once. */
final class Vigils {
    private Vigils() {}

    static ReadyReport keep(Vigil vigil, Waiting waiting) {
        AtomicReference<@Nullable String> closed = new AtomicReference<>();
        CountDownLatch wake = new CountDownLatch(1);
        Runnable forget = waiting.onClose().apply(why -> {
            closed.set(why);
            wake.countDown();
        });
        try {
            Duration pause = vigil.first();
            while (true) {
                sleep(vigil, waiting, pause, wake);
                if (closed.get() != null) {
                    throw vigil.canceled("canceled: " + closed.get());
                }
                ReadyReport ready = vigil.look();
                if (ready != null) {
                    return ready;
                }
                pause = vigil.next();
            }
        } finally {
            forget.run();
        }
    }

    private static void sleep(Vigil vigil, Waiting waiting, Duration pause, CountDownLatch wake) {
        try {
            boolean unused = waiting.time().sleep(pause, wake);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw vigil.canceled("interrupted");
        }
    }

    static CompletableFuture<ReadyReport> keepAsync(Vigil vigil, Waiting waiting) {
        return new Kept(vigil, waiting).start();
    }

    /** One that holds a thread while it looks and none else. */
    private static final class Kept {
        private final Vigil vigil;
        private final Waiting waiting;
        private final WorkFuture<ReadyReport> future = new WorkFuture<>();
        private final Object lock = new Object();
        private volatile Runnable callOff = () -> {};
        private volatile Runnable forget = () -> {};
        private @Nullable Thread looking;

        Kept(Vigil vigil, Waiting waiting) {
            this.vigil = vigil;
            this.waiting = waiting;
        }

        CompletableFuture<ReadyReport> start() {
            future.onEnd(this::end);
            guarded(() -> {
                forget = waiting.onClose()
                        .apply(why -> WorkThreads.execute(
                                () -> future.completeExceptionally(vigil.canceled("canceled: " + why))));
                later(vigil.first());
            });
            if (future.isEnding()) {
                forget.run();
            }
            return future;
        }

        private void later(Duration pause) {
            callOff = waiting.time().later(pause, () -> WorkThreads.execute(() -> guarded(this::look)));
            if (future.isEnding()) {
                callOff.run(); // nobody else knows of it
            }
        }

        private void look() {
            synchronized (lock) {
                looking = Thread.currentThread();
            }
            ReadyReport ready;
            try {
                ready = future.isEnding() ? null : vigil.look();
            } finally {
                synchronized (lock) {
                    looking = null;
                    boolean unused = Thread.interrupted(); // the thread goes on to other work
                }
            }
            if (ready != null) {
                future.complete(ready);
            } else if (!future.isEnding()) {
                later(vigil.next());
            }
        }

        private void end() {
            forget.run();
            callOff.run();
            synchronized (lock) {
                if (looking != null && looking != Thread.currentThread()) {
                    looking.interrupt(); // the exchange ends with it
                }
            }
        }

        private void guarded(Runnable step) {
            try {
                step.run();
            } catch (Throwable failure) { // an Error belongs to whoever waits for the future
                future.completeExceptionally(failure);
            }
        }
    }
}
