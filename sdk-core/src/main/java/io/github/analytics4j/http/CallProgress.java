package io.github.analytics4j.http;

import io.github.analytics4j.auth.Credentials;
import io.github.analytics4j.auth.Secret;
import io.github.analytics4j.error.Attempt;
import io.github.analytics4j.error.SdkException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the attempts of a call, their times and its deadline, and tells its listener of them. Written by one thread at a
 * time; what is left of the deadline and whether the call is over may be read by any.
 */
final class CallProgress implements CallFacts {
    private final TransportSettings settings;
    private final PreparedRequest request;
    private final ClientListener events;
    private final long started;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean triedOnce;
    private Credentials.@Nullable Answer keyUsed;
    private Duration paused = Duration.ZERO;
    private long attemptStarted;
    private long attemptEnded;

    CallProgress(OkHttpTransport transport, PreparedRequest request) {
        this.settings = transport.settings();
        this.request = request;
        this.started = settings.time().nanos();
        this.events = transport.events(this::remaining);
    }

    ClientListener events() {
        return events;
    }

    /** Makes the first failure the last, a refused key aside. */
    void tryOnce() {
        triedOnce = true;
    }

    /** Remembers the key of the attempt that comes next. */
    void use(Credentials.Answer key) {
        keyUsed = key;
    }

    /** The key of the attempt that comes next. */
    Secret key() {
        return Objects.requireNonNull(Objects.requireNonNull(keyUsed).key());
    }

    /** Remembers a pause before the attempt that comes next. */
    void pausing(Duration pause) {
        paused = paused.plus(pause);
    }

    void attemptStarted() {
        attemptStarted = settings.time().nanos();
        events.attemptStarted(request.info(), attempts.size() + 1);
    }

    void attemptEnded() {
        attemptEnded = settings.time().nanos();
    }

    /** Adds the attempt that ended. */
    Attempt record(@Nullable Integer status, @Nullable String failure, @Nullable String decision) {
        Duration took = Duration.ofNanos(attemptEnded - attemptStarted);
        String shown = failure == null ? null : settings.credentials().mask().sentence(failure);
        Attempt attempt = new Attempt(attempts.size() + 1, status, shown, decision, paused, took);
        attempts.add(attempt);
        paused = Duration.ZERO;
        events.attemptEnded(request.info(), attempt);
        return attempt;
    }

    /** Ends the call, once. */
    void finish(@Nullable SdkException failure) {
        if (over.compareAndSet(false, true)) {
            events.finished(request.info(), attempts, elapsed(), failure);
        }
    }

    boolean isOver() {
        return over.get();
    }

    /** Whether the deadline leaves time for anything. */
    boolean hasTime() {
        Duration left = remaining();
        return left == null || !(left.isZero() || left.isNegative());
    }

    /** The deadline to tell of; without one, the time that passed. */
    Duration deadline() {
        Duration deadline = request.deadline();
        return deadline == null ? elapsed() : deadline;
    }

    private Duration elapsed() {
        return Duration.ofNanos(settings.time().nanos() - started);
    }

    @Override
    public @Nullable Duration remaining() {
        Duration deadline = request.deadline();
        return deadline == null ? null : deadline.minus(elapsed());
    }

    @Override
    public CallInfo info() {
        return request.info();
    }

    @Override
    public boolean repeatable() {
        return request.repeatable();
    }

    @Override
    public boolean triedOnce() {
        return triedOnce;
    }

    @Override
    public List<Attempt> attempts() {
        return attempts;
    }

    @Override
    public Credentials.@Nullable Answer keyUsed() {
        return keyUsed;
    }

    @Override
    public Instant steady() {
        return settings.time().steady();
    }
}
