package io.github.analytics4j.client;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.retry.RetryRules.Durations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes down what a listener hears. */
final class Recorder implements ClientListener {
    private final BlockingQueue<String> pending = new LinkedBlockingQueue<>();
    private final List<String> all = new CopyOnWriteArrayList<>();
    private final List<CallInfo> calls = new CopyOnWriteArrayList<>();

    List<String> all() {
        return all;
    }

    List<CallInfo> calls() {
        return calls;
    }

    /** Waits for an event that begins like this; those before it are passed over. */
    void await(String begin) throws InterruptedException {
        for (String event = ""; !event.startsWith(begin); ) {
            event = pending.poll(5, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("no event " + begin + " in " + all);
            }
        }
    }

    private void add(CallInfo call, String event) {
        calls.add(call);
        all.add(event);
        pending.add(event);
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
        add(call, "started " + number);
    }

    @Override
    public void attemptEnded(CallInfo call, Attempt attempt) {
        add(
                call,
                "ended " + attempt.number() + " " + (attempt.failure() == null ? attempt.status() : attempt.failure()));
    }

    @Override
    public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
        add(call, "retrying in " + Durations.text(pause) + ": " + reason);
    }

    @Override
    public void waiting(CallInfo call, Duration pause, String reason) {
        add(call, "waiting " + Durations.text(pause) + ": " + reason);
    }

    @Override
    public void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {
        add(
                call,
                "finished " + (failure == null ? "well" : failure.getClass().getSimpleName()) + " after "
                        + attempts.size());
    }

    @Override
    public void unexpected(CallInfo call, List<Deviation> deviations) {
        add(call, "unexpected " + deviations.size());
    }
}
