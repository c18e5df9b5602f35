package io.github.analytics4j.http;

import io.github.analytics4j.error.Attempt;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.json.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells all listeners, whatever one of them throws. */
final class SafeListener implements ClientListener {
    private static final Logger LOG = LoggerFactory.getLogger(SafeListener.class);

    private final List<ClientListener> listeners;

    SafeListener(List<ClientListener> listeners) {
        this.listeners = List.copyOf(listeners);
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
    public void waiting(CallInfo call, Duration pause, String reason) {
        tell(listener -> listener.waiting(call, pause, reason));
    }

    @Override
    public void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {
        tell(listener -> listener.finished(call, attempts, took, failure));
    }

    @Override
    public void unexpected(CallInfo call, List<Deviation> deviations) {
        tell(listener -> listener.unexpected(call, deviations));
    }

    private void tell(Consumer<ClientListener> event) {
        for (ClientListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.debug("a listener failed: {}", e.getClass().getName()); // its message may hold anything
            }
        }
    }
}
