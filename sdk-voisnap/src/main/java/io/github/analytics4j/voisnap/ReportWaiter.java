package io.github.analytics4j.voisnap;

import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.error.SdkThreads;
import io.github.analytics4j.error.SdkThreads.WorkFuture;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Waits for reports of one client: on the caller's thread, or on none between two polls. The end of the client ends a wait at
 * once.
 *
 * @param time the clocks, and how to sleep
 * @param onClose tells of the end of the client, and returns what forgets that
 */
record ReportWaiter(TimeSource time, Function<Consumer<String>, Runnable> onClose) {

    /** Polls until the report is there, on the caller's thread. */
    ReadyReport await(ReportPoller poller) {
        AtomicReference<@Nullable String> closed = new AtomicReference<>();
        CountDownLatch wake = new CountDownLatch(1);
        Runnable forget = onClose.apply(why -> {
            closed.set(why);
            wake.countDown();
        });
        try {
            Duration pause = poller.first();
            while (true) {
                sleep(poller, pause, wake);
                if (closed.get() != null) {
                    throw poller.canceled("canceled: " + closed.get());
                }
                ReadyReport ready = poller.poll();
                if (ready != null) {
                    return ready;
                }
                pause = poller.next();
            }
        } finally {
            forget.run();
        }
    }

    private void sleep(ReportPoller poller, Duration pause, CountDownLatch wake) {
        try {
            boolean unused = time.sleep(pause, wake);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw poller.canceled("interrupted");
        }
    }

    /** Polls until the report is there, holding a thread while it polls and none else. */
    CompletableFuture<ReadyReport> awaitAsync(ReportPoller poller) {
        return new AsyncWait(poller, this).start();
    }

    private static final class AsyncWait {
        private final ReportPoller poller;
        private final ReportWaiter waiter;
        private final WorkFuture<ReadyReport> future = new WorkFuture<>();
        private final Object lock = new Object();
        private volatile Runnable callOff = () -> {};
        private volatile Runnable forget = () -> {};
        private @Nullable Thread polling;

        AsyncWait(ReportPoller poller, ReportWaiter waiter) {
            this.poller = poller;
            this.waiter = waiter;
        }

        CompletableFuture<ReadyReport> start() {
            future.onEnd(this::end);
            guarded(() -> {
                forget = waiter.onClose()
                        .apply(why -> SdkThreads.execute(
                                () -> future.completeExceptionally(poller.canceled("canceled: " + why))));
                later(poller.first());
            });
            if (future.isEnding()) {
                forget.run();
            }
            return future;
        }

        private void later(Duration pause) {
            callOff = waiter.time().later(pause, () -> SdkThreads.execute(() -> guarded(this::poll)));
            if (future.isEnding()) {
                callOff.run(); // nobody else knows of it
            }
        }

        private void poll() {
            synchronized (lock) {
                polling = Thread.currentThread();
            }
            DefaultReadyReport ready;
            try {
                ready = future.isEnding() ? null : poller.poll();
            } finally {
                synchronized (lock) {
                    polling = null;
                    boolean unused = Thread.interrupted(); // the thread goes on to other work
                }
            }
            if (ready != null) {
                if (!future.complete(ready)) {
                    ready.file().close(); // it was canceled meanwhile, and nobody has the file
                }
            } else if (!future.isEnding()) {
                later(poller.next());
            }
        }

        private void end() {
            forget.run();
            callOff.run();
            synchronized (lock) {
                if (polling != null && polling != Thread.currentThread()) {
                    polling.interrupt(); // the exchange ends with it
                }
            }
        }

        private void guarded(Runnable step) {
            try {
                step.run();
            } catch (Throwable failure) { // an Error belongs to the waiter of the future
                future.completeExceptionally(failure);
            }
        }
    }
}
