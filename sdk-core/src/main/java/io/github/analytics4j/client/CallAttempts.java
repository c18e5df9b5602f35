package io.github.analytics4j.client;

import io.github.analytics4j.client.SdkLog.CallLog;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.retry.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the attempts of a call, their times and its deadline, and tells its listener of them. The thread that drives the call
 * and one that ends it may meet here: the first ends the call, and the attempt under way with it.
 */
final class CallAttempts {
    /** With waits of half a minute, the longest that the guide's patient walk has, a line each five minutes. */
    private static final int LOGGED_EACH = 10;

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

    CallAttempts(OkHttpTransport transport, PreparedRequest request) {
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

    /** Tells that another attempt follows; the log is told at a level that is read where calls without much patience had given up. */
    void retrying(Attempt failed, Duration pause, String reason) {
        events.retrying(request.info(), failed, pause, reason);
        pausing(pause);
        int made = failed.number();
        if (!partOfMore && (made == RetryPolicy.DEFAULT.maxAttempts() || made % LOGGED_EACH == 0)) {
            CallLog.goesOn(request.info(), made, elapsed(), pause, reason);
        }
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

    /**
     * Says when a request goes out again without costing an attempt or the retry budget, and whether the next exchange needs a
     * connection of its own. Of one call; for one thread at a time.
     *
     * <p>Two kinds of failure say nothing about the request. A server that refuses an HTTP/2 stream, or began to shut down before
     * it, has not read the request. And a connection that was open from before and ends before the response begins had most likely
     * been closed by the server already; then, only what may be repeated is.
     */
    static final class FreeResends {
        private static final int REQUEST_TIMEOUT = 408;

        /** With the pauses, seven seconds: a server that refuses streams for longer is in trouble. */
        private static final int MOST_REFUSALS = 20;

        private static final int AT_ONCE = 2;
        private static final Duration PAUSE = Duration.ofMillis(10);
        private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

        /** One goes on a connection opened for it, or over HTTP/2 on one that others opened just now and may lose just as well. */
        private static final int MOST_BROKEN = 3;

        private int refusals;
        private int broken;
        private boolean onNewConnection;

        /** Whether the next exchange must not share or reuse a connection. */
        boolean onNewConnection() {
            return onNewConnection;
        }

        /**
         * Whether a refusal was of the idle connection and not of the request, which goes out again then: some servers write a 408
         * before they close one, and it is read as the response to the next request.
         */
        boolean afterRefusal(int status, ExchangeTrace trace, boolean repeatable) {
            onNewConnection = status == REQUEST_TIMEOUT && trace.reused() && repeatable && ++broken <= MOST_BROKEN;
            return onNewConnection;
        }

        /** How long to wait before the request goes out again, or null if the failure counts. */
        @Nullable
        Duration after(IOException e, ExchangeTrace trace, boolean repeatable) {
            if (trace.unread()) {
                refusals++;
                // the first refusal is often for streams that began before the server's settings were here
                onNewConnection = refusals > 1;
                return refusals <= MOST_REFUSALS ? pause() : null;
            }
            boolean died = trace.brokeWhenReused() && !NetworkTrouble.isTimeout(e);
            onNewConnection = !trace.multiplexed() || (died && broken > 0);
            return died && repeatable && ++broken <= MOST_BROKEN ? Duration.ZERO : null;
        }

        private Duration pause() {
            if (refusals <= AT_ONCE) {
                return Duration.ZERO;
            }
            Duration doubled = PAUSE.multipliedBy(1L << (refusals - AT_ONCE - 1));
            return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        }
    }
}
