package io.github.analytics4j.client;

import io.github.analytics4j.client.CallAttempts.FreeResends;
import io.github.analytics4j.client.CallDriver.NextAction;
import io.github.analytics4j.client.CallExchange.ExchangeOutcome;
import io.github.analytics4j.client.OkHttpTransport.RateGate;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.retry.RetryRules;
import io.github.analytics4j.retry.RetryRules.Decision;
import io.github.analytics4j.retry.RetryRules.Durations;
import io.github.analytics4j.retry.RetryRules.FailedAttempt;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a call does from its first attempt to its end: {@link #start} waits for the rate limiter, {@link #send} for a
 * key, {@link #begin} makes an exchange, and {@link #ended} says what follows from its outcome. A driver does each {@link
 * NextAction}, on the caller's thread or on others: one thread at a time. {@link #cancel} may come from any.
 *
 * <table>
 * <caption>The first guard that holds decides</caption>
 * <tr><th>when</th><th>guard</th><th>then, and why</th></tr>
 * <tr><td>before sending</td><td>canceled, or the deadline is over</td><td>the call ends</td></tr>
 * <tr><td></td><td>the rate limiter has no place</td><td>wait; fail at once if the deadline is sooner</td></tr>
 * <tr><td></td><td>there is no key yet</td><td>wait for its supplier; fail with what is wrong about it</td></tr>
 * <tr><td>good response</td><td></td><td>the call ends with it</td></tr>
 * <tr><td>unreadable response</td><td></td><td>fail: another would be as unreadable</td></tr>
 * <tr><td>refusal</td><td>408 on a connection used before</td><td>send again: it was meant for the idle connection</td></tr>
 * <tr><td></td><td>401, and a supplier to ask</td><td>once a call, wait for another key and try that: the server refused
 *     before it acted, so a POST too</td></tr>
 * <tr><td>no response</td><td>canceled, interrupted, or the deadline is over</td><td>the call ends: it was us</td></tr>
 * <tr><td></td><td>the server has not read the request, or had closed the connection</td><td>send again, at no cost
 *     ({@link FreeResends})</td></tr>
 * <tr><td></td><td>a user's own code threw</td><td>fail with that</td></tr>
 * <tr><td>refusal, no response</td><td>retries are off, or its caller asks again itself</td><td>fail</td></tr>
 * <tr><td></td><td>{@link RetryRules}</td><td>pause and start again, or fail</td></tr>
 * </table>
 */
final class ApiCall<R> implements Lifetime.InFlight {
    private static final String NO_KEY_YET = "the supplier of the API key has not answered";
    private static final int UNAUTHORIZED = 401;

    private final OkHttpTransport transport;
    private final ClientConfig config;
    private final Credentials credentials;
    private final RateGate gate;
    private final @Nullable RetryRules rules;
    private final PreparedRequest request;
    private final ExchangeOutcome.Reader<R> reader;
    private final CallFailures failures;
    private final CallAttempts progress;
    private final List<SdkException.Attempt> attempts;
    private final ClientListener events;
    private final StopSignal stop;
    private final FreeResends repeats = new FreeResends();
    private final long begun = System.nanoTime();

    private boolean triedOnce;
    private boolean placeTaken;
    private Credentials.@Nullable Supplied keyUsed;
    private Duration given = Duration.ZERO;
    private volatile boolean waitsForKey;
    private volatile boolean everSent;
    private volatile ExchangeTrace trace = new ExchangeTrace(false, Duration.ZERO);

    ApiCall(OkHttpTransport transport, PreparedRequest request, ExchangeOutcome.Reader<R> reader) {
        this.transport = transport;
        this.config = transport.config();
        this.credentials = config.credentials();
        this.gate = new RateGate(transport, request.info().group());
        this.rules = transport.retryRules();
        this.request = request;
        this.reader = reader;
        this.failures = new CallFailures(config, request);
        this.progress = new CallAttempts(transport, request);
        this.attempts = progress.attempts();
        this.events = progress.events();
        this.stop = new StopSignal(transport.pool()::cancel);
    }

    /** Makes the first failure the last, a refused key aside: its caller asks again when it needs the response. */
    ApiCall<R> tryOnce() {
        triedOnce = true;
        return partOfMore();
    }

    /** Makes it a page of a walk's, which waits as long as the server asked of other pages. */
    ApiCall<R> ofWalk() {
        gate.ofPage();
        return this;
    }

    /** Makes its failure none of what the user asked for: a poll, a link, a page ahead. */
    ApiCall<R> partOfMore() {
        progress.partOfMore();
        return this;
    }

    /** Takes a place at the rate limiter, waits for it if it must, and sends. */
    NextAction<R> start() {
        if (!mayGoOn()) {
            return stopped(null);
        }
        Duration left = remaining();
        Duration pause = gate.reserve(left);
        if (stop.isGiven()) { // meanwhile, when there was no place to give back
            return stopped(null);
        }
        if (pause.isZero()) {
            return send();
        }
        if (left != null && pause.compareTo(left) >= 0) {
            String why = "; " + gate.name() + " allows the next request only in " + Durations.text(pause);
            return fail(failures.deadline(progress.deadline(), everSent, attempts, why, null));
        }
        events.waiting(request.info(), pause, gate.name());
        progress.pausing(pause);
        placeTaken = true;
        return new NextAction.Pause<>(pause);
    }

    /** Goes on after a pause. */
    NextAction<R> resume() {
        if (!placeTaken) {
            return start();
        }
        placeTaken = false;
        return mayGoOn() ? send() : stopped(null);
    }

    private boolean mayGoOn() {
        return !stop.isGiven() && progress.hasTime();
    }

    /** Sends with the latest key; a supplier may take its time, so it is waited for like anything else. */
    private NextAction<R> send() {
        Credentials.Supplied known = credentials.latest();
        if (known.key() == null) {
            return credentials.sharesLatest(begun) ? withFirstKey() : awaitKey(known.number(), this::withFirstKey);
        }
        keyUsed = known;
        return new NextAction.Send<>();
    }

    private NextAction<R> awaitKey(long asked, Supplier<NextAction<R>> then) {
        waitsForKey = true;
        return new NextAction.Await<>(there -> credentials.askAfter(asked, there), () -> {
            if (credentials.latest().number() == asked) {
                return stopped(null);
            }
            waitsForKey = false;
            return then.get();
        });
    }

    private NextAction<R> withFirstKey() {
        Credentials.Supplied supplied = credentials.latest();
        if (stop.isGiven()) {
            return stopped(null);
        }
        if (supplied.key() == null) {
            RuntimeException problem = Objects.requireNonNull(supplied.problem());
            return fail(failures.noKey(problem, everSent, attempts));
        }
        return mayGoOn() ? send() : stopped(null);
    }

    /** Begins the attempt that is due, or goes on with it; its exchange is not open yet. */
    CallExchange<R> begin() {
        Duration left = remaining();
        given = left != null && left.compareTo(request.attemptTimeout()) < 0
                ? Durations.about(left)
                : request.attemptTimeout();
        Credentials.Secret key =
                Objects.requireNonNull(Objects.requireNonNull(keyUsed).key());
        CallExchange<R> next = new CallExchange<>(transport.pool(), request, key, reader, stop, repeats, progress);
        trace = next.trace();
        gate.used();
        progress.attemptStarted();
        return next;
    }

    /** Decides after an exchange. */
    NextAction<R> ended(ExchangeOutcome<R> outcome) {
        progress.attemptEnded();
        everSent |= trace.sent();
        if (outcome instanceof ExchangeOutcome.Good<R> good) {
            return done(good);
        }
        if (outcome instanceof ExchangeOutcome.Unreadable<R> unreadable) {
            SdkException.Attempt last = progress.record(unreadable.status(), unreadable.why(), null);
            return last == null ? new NextAction.Settled<>() : fail(failures.unreadable(unreadable, attempts));
        }
        return outcome instanceof ExchangeOutcome.Refused<R> refused
                ? refused(refused)
                : brokenOff((ExchangeOutcome.Broken<R>) outcome);
    }

    private NextAction<R> done(ExchangeOutcome.Good<R> good) {
        ApiResponse<R> response = good.response();
        gate.heed(response.status(), good.steadyLimit(), null, false);
        if (rules != null) {
            rules.succeeded();
        }
        if (!progress.endWell(response.status())) {
            good.drop();
            return new NextAction.Settled<>();
        }
        if (events != ClientListener.NONE && !response.deviations().isEmpty()) {
            events.unexpected(request.info(), credentials.mask().deviations(response.deviations()));
        }
        progress.finish(null);
        return new NextAction.Done<>(response.withAttempts(attempts));
    }

    private NextAction<R> refused(ExchangeOutcome.Refused<R> refused) {
        int status = refused.response().status();
        if (repeats.afterRefusal(status, trace, request.repeatable()) && mayGoOn()) {
            return sendAgain(Duration.ZERO, "the server had given up the connection (408)");
        }
        gate.heed(status, refused.steadyLimit(), refused.hint(), triedOnce);
        String what = status + ": " + config.profile().causeOf(status) + CallFailures.ignored(refused.ignoredHints());
        FailedAttempt trouble = FailedAttempt.refused(status, what, refused.hint());
        Function<String, SdkException> failure = whyNot -> failures.refused(refused, attempts, whyNot);
        long asked = Objects.requireNonNull(keyUsed).number();
        if (!credentials.refreshable()
                || !isUnauthorized(status)
                || triedAnotherKey()
                || (credentials.latest().number() == asked && credentials.sharesLatest(begun))) {
            return next(trouble, failure);
        }
        progress.hear(status, what);
        return awaitKey(asked, () -> next(trouble, failure));
    }

    private boolean triedAnotherKey() {
        return attempts.stream().anyMatch(attempt -> isUnauthorized(attempt.status()));
    }

    static boolean isUnauthorized(@Nullable Integer status) {
        return status != null && status == UNAUTHORIZED;
    }

    private NextAction<R> brokenOff(ExchangeOutcome.Broken<R> broken) {
        IOException cause = broken.cause();
        NetworkTrouble trouble = NetworkTrouble.of(cause, trace, given);
        Duration pause = repeats.after(cause, trace, request.repeatable());
        boolean interrupted = Thread.currentThread().isInterrupted();
        if (!stop.isGiven() && !interrupted) {
            progress.hear(null, trouble.text());
        }
        if (!mayGoOn() || interrupted) {
            return stopped(cause);
        }
        if (pause != null) {
            return sendAgain(pause, trouble.text());
        }
        if (cause instanceof UsersCodeGuard.Thrown thrown) {
            return endedByUsersCode(thrown.getCause(), trouble.text());
        }
        return next(
                FailedAttempt.broken(trouble.text(), broken.mayHaveReachedServer(), trouble.mayPass()),
                whyNot -> failures.noAnswer(trouble.text(), everSent, attempts, whyNot, cause));
    }

    /** The same attempt goes on, on the place at the rate limiter that it has. */
    private NextAction<R> sendAgain(Duration pause, String why) {
        progress.hear(null, why);
        events.sentAgain(request.info(), why);
        placeTaken = !pause.isZero();
        return pause.isZero() ? send() : new NextAction.Pause<>(pause);
    }

    /** An exception that a user's code may throw to its caller goes there as it is; one that it may not is a cause. */
    private NextAction<R> endedByUsersCode(Throwable thrown, String what) {
        SdkException.Attempt last = progress.record(null, what, null);
        if (last == null) {
            return new NextAction.Settled<>();
        }
        NextAction<R> end = fail(failures.noAnswer(what, everSent, attempts, "", thrown));
        return thrown instanceof IOException || end instanceof NextAction.Settled
                ? end
                : new NextAction.Failed<>(thrown);
    }

    /** Another attempt, or the failure that is made of why there is none. */
    private NextAction<R> next(FailedAttempt trouble, Function<String, SdkException> failure) {
        Decision decision = decide(trouble);
        SdkException.Attempt failed = progress.record(trouble.status(), trouble.what(), decision.reason());
        if (failed == null) {
            return new NextAction.Settled<>();
        }
        if (stop.isGiven()) {
            return stopped(null);
        }
        if (decision instanceof Decision.Again again) {
            progress.retrying(failed, again.pause(), again.reason());
            return again.pause().isZero() ? start() : new NextAction.Pause<>(again.pause());
        }
        boolean obvious = decision instanceof Decision.GiveUp end && end.obvious();
        return fail(failure.apply(obvious ? "" : CallFailures.whyNot(attempts.size(), decision.reason())));
    }

    private Decision decide(FailedAttempt trouble) {
        if (isUnauthorized(trouble.status()) && credentials.refreshable()) {
            return triedAnotherKey()
                    ? new Decision.GiveUp("the new key was refused as well")
                    : credentials.afterRefusal(Objects.requireNonNull(keyUsed));
        }
        if (rules == null) {
            return Decision.GiveUp.obviously("retries are off");
        }
        if (triedOnce) {
            return Decision.GiveUp.obviously("its caller asks again itself");
        }
        return rules.decide(request.repeatable(), trouble, attempts.size() + 1, remaining());
    }

    /** The end by our own side, wherever the call is: canceled, interrupted or out of time. */
    NextAction<R> stopped(@Nullable Throwable cause) {
        gate.giveBack();
        if (Thread.currentThread().isInterrupted()) {
            stop.noteIfNone("its thread was interrupted");
        }
        trace.giveUp();
        String why = stop.why();
        boolean late = why == null || stop.isExpired();
        String trouble = late
                ? NetworkTrouble.of(new InterruptedIOException("timeout"), trace, given)
                        .text()
                : "it was ended before its response was complete: " + why;
        if (!progress.endAnywhere(trouble, waitsForKey ? NO_KEY_YET : null)) {
            return new NextAction.Settled<>();
        }
        boolean sent = everSent || trace.sent();
        SdkException failure = late
                ? failures.deadline(progress.deadline(), sent, attempts, waitsForKey ? "; " + NO_KEY_YET : "", cause)
                : failures.canceled("" + why, sent, attempts, cause);
        progress.finish(failure);
        return new NextAction.Failed<>(failure);
    }

    /** Ends the call unless that was done meanwhile. */
    private NextAction<R> fail(SdkException failure) {
        gate.giveBack();
        if (!progress.end()) {
            return new NextAction.Settled<>();
        }
        progress.finish(failure);
        return new NextAction.Failed<>(failure);
    }

    /** Ends the call wherever it is; the first reason counts. */
    @Override
    public void cancel(String why) {
        if (!progress.isOver()) {
            stop.give(why);
        }
    }

    /** Ends the call because its time is over. */
    void expire() {
        if (!progress.isOver()) {
            stop.expire();
        }
    }

    StopSignal stop() {
        return stop;
    }

    /** Whether starting it waits for nobody else's code, so that any thread may do it. */
    boolean startsAtOnce() {
        return events == ClientListener.NONE && credentials.latest().key() != null && transport.sendsAtOnce();
    }

    /** The clock of its pauses. */
    TimeSource time() {
        return config.time();
    }

    /** Returns the time that is left until the deadline, or null when there is none. */
    @Nullable
    Duration remaining() {
        return progress.remaining();
    }
}
