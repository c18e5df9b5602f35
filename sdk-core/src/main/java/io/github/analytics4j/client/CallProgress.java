package io.github.analytics4j.client;

import io.github.analytics4j.client.SdkLog.CallLog;
import io.github.analytics4j.error.Attempt;
import io.github.analytics4j.error.SdkException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the attempts of a call, their times and its deadline, and tells its listener of them. The thread that drives the call
 * and one that ends it may meet here: the first ends the call, and the attempt under way with it.
 */
final class CallProgress {
    private final ClientConfig config;
    private final PreparedRequest request;
    private final ClientListener events;
    private final long started;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private volatile boolean partOfMore;
    private Duration paused = Duration.ZERO;
    private boolean underWay;
    private boolean heard;
    private @Nullable Integer heardStatus;
    private String heardTrouble = "";
    private long attemptStarted;
    private long attemptEnded;

    CallProgress(OkHttpTransport transport, PreparedRequest request) {
        this.config = transport.config();
        this.request = request;
        this.started = config.time().nanos();
        this.events = transport.events(this::remaining);
    }

    /** Lets the log take its failure for none of what the user asked for. */
    void partOfMore() {
        partOfMore = true;
    }

    ClientListener events() {
        return events;
    }

    /** Remembers a pause before the attempt that comes next. */
    synchronized void pausing(Duration pause) {
        paused = paused.plus(pause);
    }

    /** Begins an attempt, or goes on with the one under way, whose request goes out again. */
    void attemptStarted() {
        synchronized (this) {
            boolean goesOn = underWay;
            heard = false;
            underWay = true;
            if (over || goesOn) {
                return;
            }
            attemptStarted = config.time().nanos();
        }
        events.attemptStarted(request.info(), attempts.size() + 1);
    }

    synchronized void attemptEnded() {
        attemptEnded = config.time().nanos();
    }

    /** Remembers what became of the attempt under way while something is waited for. */
    synchronized void hear(@Nullable Integer status, String trouble) {
        heard = true;
        heardStatus = status;
        heardTrouble = trouble;
    }

    /** Adds the attempt that ended; null if the call was ended meanwhile, and the attempt with it. */
    @Nullable
    Attempt record(@Nullable Integer status, @Nullable String failure, @Nullable String decision) {
        Attempt attempt;
        synchronized (this) {
            if (over) {
                return null;
            }
            attempt = add(status, failure, decision);
        }
        events.attemptEnded(request.info(), attempt);
        return attempt;
    }

    private Attempt add(@Nullable Integer status, @Nullable String failure, @Nullable String decision) {
        Duration took = Duration.ofNanos(attemptEnded - attemptStarted);
        String shown = failure == null ? null : config.credentials().mask().sentence(failure);
        Attempt attempt = new Attempt(attempts.size() + 1, status, shown, decision, paused, took);
        attempts.add(attempt);
        paused = Duration.ZERO;
        underWay = false;
        return attempt;
    }

    /** Ends the call with a good response; false if it was ended before. */
    boolean endWell(int status) {
        Attempt attempt;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            attempt = add(status, null, null);
        }
        events.attemptEnded(request.info(), attempt);
        return true;
    }

    /** Ends the call once all its attempts are recorded; false if it was ended before. */
    synchronized boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }

    /**
     * Ends the call wherever it is; false if it was ended before.
     *
     * @param trouble what became of an attempt that is still under way
     * @param decision why no other follows
     */
    boolean endAnywhere(String trouble, @Nullable String decision) {
        Attempt attempt = null;
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            if (underWay) {
                attemptEnded = heard ? attemptEnded : config.time().nanos();
                attempt = add(heard ? heardStatus : null, heard ? heardTrouble : trouble, decision);
            }
        }
        if (attempt != null) {
            events.attemptEnded(request.info(), attempt);
        }
        return true;
    }

    /** Tells that the call is over; for the one who ended it. */
    void finish(@Nullable SdkException failure) {
        Duration took = elapsed();
        events.finished(request.info(), attempts, took, failure);
        CallLog.finished(request.info(), attempts.size(), took, failure, partOfMore);
    }

    boolean isOver() {
        return over;
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
        return Duration.ofNanos(config.time().nanos() - started);
    }

    /** Returns the time that is left until the deadline, or null when there is none. */
    @Nullable
    Duration remaining() {
        Duration deadline = request.deadline();
        return deadline == null ? null : deadline.minus(elapsed());
    }

    /** The attempts that are over. */
    List<Attempt> attempts() {
        return attempts;
    }
}
