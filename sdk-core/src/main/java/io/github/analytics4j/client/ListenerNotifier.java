package io.github.analytics4j.client;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.error.SdkThreads;
import io.github.analytics4j.json.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * Tells all listeners of one call, whatever one of them throws, and waits for each of them no longer than the call's
 * deadline allows. One that takes longer hears the rest of the call when it has time, in order.
 */
final class ListenerNotifier implements ClientListener {
    private static final Logger LOG = SdkLog.of("listeners");

    /** For the last events of a call whose time is over: long enough to be told, short enough to be no wait. */
    private static final Duration GRACE = Duration.ofMillis(200);

    private final List<ClientListener> listeners;
    private final @Nullable ClientListener log;
    private final Supplier<@Nullable Duration> left;
    private final Object lock = new Object();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    /**
     * Tells the listeners of one call, or nobody where there are none.
     *
     * @param log of {@link CallLog#ifEnabled}
     * @param left what is left of the call's deadline, null for no deadline
     */
    static ClientListener of(
            List<ClientListener> listeners, @Nullable ClientListener log, Supplier<@Nullable Duration> left) {
        return listeners.isEmpty() && log == null ? NONE : new ListenerNotifier(listeners, log, left);
    }

    private ListenerNotifier(
            List<ClientListener> listeners, @Nullable ClientListener log, Supplier<@Nullable Duration> left) {
        this.listeners = listeners;
        this.log = log;
        this.left = left;
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
        tell(listener -> listener.attemptStarted(call, number));
    }

    @Override
    public void attemptEnded(CallInfo call, Attempt attempt) {
        tell(listener -> listener.attemptEnded(call, attempt));
    }

    @Override
    public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
        tell(listener -> listener.retrying(call, failed, pause, reason));
    }

    @Override
    public void sentAgain(CallInfo call, String reason) {
        tell(listener -> listener.sentAgain(call, reason));
    }

    @Override
    public void waiting(CallInfo call, Duration pause, String reason) {
        tell(listener -> listener.waiting(call, pause, reason));
    }

    @Override
    public void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {
        tell(listener -> listener.finished(call, attempts, took, failure));
    }

    @Override
    public void walked(String operation, int rows) {
        tell(listener -> listener.walked(operation, rows));
    }

    @Override
    public void unexpected(CallInfo call, List<Deviation> deviations) {
        tell(listener -> listener.unexpected(call, deviations));
    }

    private void tell(Consumer<ClientListener> event) {
        Duration time = left.get();
        if (time == null || listeners.isEmpty()) {
            tellAll(event);
        } else {
            handOver(event, time.compareTo(GRACE) < 0 ? GRACE : time);
        }
        if (log != null) {
            tell(log, event);
        }
    }

    private void handOver(Consumer<ClientListener> event, Duration patience) {
        CompletableFuture<Void> told;
        boolean behind;
        synchronized (lock) {
            behind = !last.isDone();
            told = last.thenRunAsync(() -> tellAll(event), SdkThreads.executor());
            last = told;
        }
        if (behind) {
            return; // a listener is still at an earlier event, and the call has waited for it
        }
        try {
            told.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("a listener holds up a call: {}", e.getClass().getName());
        }
    }

    private void tellAll(Consumer<ClientListener> event) {
        listeners.forEach(listener -> tell(listener, event));
    }

    private static void tell(ClientListener listener, Consumer<ClientListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException | Error e) {
            LOG.debug("a listener failed: {}", e.getClass().getName()); // its message may hold anything
        }
    }
}
