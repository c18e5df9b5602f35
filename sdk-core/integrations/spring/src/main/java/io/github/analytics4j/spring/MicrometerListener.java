package io.github.analytics4j.spring;

import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times what clients do in a registry of Micrometer, each meter with the tag {@code operation}, as in {@code
 * synthflow.calls.list}. A client that is made of properties has it; give it to one of your own by {@code listener}.
 *
 * <ul>
 *   <li>{@code analytics4j.calls}: a timer of whole calls, also by {@code status} (the last HTTP status, or {@code none}) and
 *       {@code outcome} ({@code ok}, or the failure's class)
 *   <li>{@code analytics4j.retries}: counts attempts behind the first
 *   <li>{@code analytics4j.waits}: a timer of waits for the rate limit
 *   <li>{@code analytics4j.rows}: counts rows that walks handed out
 * </ul>
 *
 * Safe for use by several threads, and by several clients.
 */
public final class MicrometerListener implements ClientListener {
    private static final String OPERATION = "operation";

    private final MeterRegistry registry;

    /**
     * Counts and times calls in a registry.
     *
     * @param registry gets the meters as they are first needed
     */
    public MicrometerListener(MeterRegistry registry) {
        this.registry = Objects.requireNonNull(registry, "registry");
    }

    @Override
    public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
        registry.counter("analytics4j.retries", OPERATION, call.operation()).increment();
    }

    @Override
    public void waiting(CallInfo call, Duration pause, String reason) {
        registry.timer("analytics4j.waits", OPERATION, call.operation()).record(pause);
    }

    @Override
    public void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {
        Integer status =
                attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).status();
        String outcome = failure == null ? "ok" : failure.getClass().getSimpleName();
        registry.timer(
                        "analytics4j.calls",
                        OPERATION,
                        call.operation(),
                        "status",
                        status == null ? "none" : status.toString(),
                        "outcome",
                        outcome)
                .record(took);
    }

    @Override
    public void walked(String operation, int rows) {
        registry.counter("analytics4j.rows", OPERATION, operation).increment(rows);
    }
}
