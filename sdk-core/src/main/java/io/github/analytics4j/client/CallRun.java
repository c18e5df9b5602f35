package io.github.analytics4j.client;

import io.github.analytics4j.error.Attempt;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.retry.Durations;
import io.github.analytics4j.retry.RetryDecision;
import io.github.analytics4j.retry.Trouble;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call from its first attempt to its end: what comes next, and why. Driven by one thread at a time; {@link #cancel}
 * comes from any.
 */
final class CallRun<R> implements InFlight {
    private static final String NO_ANSWER = "the supplier of the API key has not answered";

    private final OkHttpTransport transport;
    private final TransportSettings settings;
    private final PreparedRequest request;
    private final AnswerReader<R> reader;
    private final Failures failures;
    private final CallProgress progress;
    private final List<Attempt> attempts;
    private final ClientListener events;
    private final long begun = System.nanoTime();
    private volatile boolean waitsForKey;
    private final StopSignal stop;
    private boolean placeTaken;
    private volatile boolean everSent;
    private Duration given = Duration.ZERO;
    private final FreeRepeats repeats = new FreeRepeats();
    private volatile WireTrace trace = new WireTrace(false, Duration.ZERO);

    CallRun(OkHttpTransport transport, PreparedRequest request, AnswerReader<R> reader) {
        this.transport = transport;
        this.settings = transport.settings();
        this.request = request;
        this.reader = reader;
        this.failures = new Failures(settings, request);
        this.progress = new CallProgress(transport, request);
        this.stop = new StopSignal(transport.engine()::cancel);
        this.attempts = progress.attempts();
        this.events = progress.events();
    }

    /** Makes the first failure the last, a refused key aside. */
    CallRun<R> tryOnce() {
        progress.tryOnce();
        return this;
    }

    /** Takes a place at the rate limiter, waits for it if it must, and sends. */
    Step<R> start() {
        if (!resumable()) {
            return stopped(null);
        }
        Duration left = remaining();
        Duration pause = Duration.ZERO;
        for (CallStage stage : settings.stages()) {
            Duration wanted = stage.before(progress);
            pause = wanted.compareTo(pause) > 0 ? wanted : pause;
        }
        if (pause.isZero()) {
            return send();
        }
        if (left != null && pause.compareTo(left) >= 0) {
            return fail(failures.deadline(
                    progress.deadline(),
                    everSent,
                    attempts,
                    "; the rate limit allows the next request only in " + Durations.text(pause),
                    null));
        }
        events.waiting(request.info(), pause, "the rate limit");
        progress.pausing(pause);
        placeTaken = true;
        return new Step.Pause<>(pause);
    }

    /** Goes on after a pause. */
    Step<R> resume() {
        if (!placeTaken) {
            return start();
        }
        placeTaken = false;
        return resumable() ? send() : stopped(null);
    }

    /** A supplier may take its time, so it is waited for like anything else. */
    private Step<R> send() {
        Credentials credentials = settings.credentials();
        Credentials.Answer known = credentials.latest();
        if (known.key() == null) {
            return credentials.sharesLatest(begun)
                    ? firstKey(known.number() - 1)
                    : waitForKey(known.number(), () -> firstKey(known.number()));
        }
        progress.use(known);
        return new Step.Send<>();
    }

    private Step<R> waitForKey(long number, Supplier<Step<R>> then) {
        waitsForKey = true;
        return new Step.Await<>(there -> settings.credentials().askAfter(number, there), then);
    }

    private Step<R> firstKey(long asked) {
        Credentials.Answer answer = settings.credentials().latest();
        if (stop.isGiven() || answer.number() == asked) {
            return stopped(null);
        }
        waitsForKey = false;
        if (answer.key() != null) {
            return resumable() ? send() : stopped(null);
        }
        if (answer.problem() instanceof Credentials.NoKeyException e) {
            return fail(failures.noAnswer("there is no key: its supplier " + e.what(), everSent, attempts, "", e));
        }
        String broken = "" + Objects.requireNonNull(answer.problem()).getMessage();
        return fail(new InvalidRequestException(request.info().operation(), List.of(broken)));
    }

    private boolean resumable() {
        return !stop.isGiven() && progress.hasTime();
    }

    /** Begins the attempt that is due, or goes on with it; its exchange is not open yet. */
    CallExchange<R> begin() {
        Duration left = remaining();
        given = left != null && left.compareTo(request.attemptTimeout()) < 0
                ? Durations.about(left)
                : request.attemptTimeout();
        CallExchange<R> next = new CallExchange<>(transport, request, reader, stop, repeats, progress);
        trace = next.trace();
        progress.attemptStarted();
        return next;
    }

    /** Decides after an attempt. */
    Step<R> ended(Outcome<R> outcome) {
        progress.attemptEnded();
        everSent |= trace.sent();
        if (outcome instanceof Outcome.Good<R> good) {
            return done(good);
        }
        if (outcome instanceof Outcome.Unreadable<R> unreadable) {
            Attempt last = progress.record(unreadable.status(), unreadable.why(), null);
            return last == null ? new Step.Settled<>() : fail(failures.unreadable(unreadable, attempts));
        }
        return outcome instanceof Outcome.Refused<R> refused
                ? refused(refused)
                : brokenOff((Outcome.Broken<R>) outcome);
    }

    private Step<R> done(Outcome.Good<R> good) {
        settings.stages().forEach(stage -> stage.answered(progress, good.status(), good.steadyLimit(), null));
        if (!progress.endWell(good.status())) {
            Answers.drop(good);
            return new Step.Settled<>();
        }
        if (!good.deviations().isEmpty() && events != ClientListener.NONE) {
            events.unexpected(
                    request.info(),
                    Deviations.masked(good.deviations(), settings.credentials().mask()));
        }
        progress.finish(null);
        return new Step.Done<>(Answers.of(good, attempts, reader.keepsBody()));
    }

    private Step<R> refused(Outcome.Refused<R> refused) {
        int status = refused.answer().status();
        if (repeats.afterRefusal(status, trace, request.repeatable()) && resumable()) {
            return sendAgain(Duration.ZERO, "the server had given up the connection (408)");
        }
        settings.stages().forEach(stage -> stage.answered(progress, status, refused.steadyLimit(), refused.hint()));
        String what = status + ": " + settings.profile().causeOf(status) + Failures.ignored(refused.ignoredHints());
        Trouble trouble = Trouble.refused(status, what, refused.hint());
        Failing failing = whyNot -> failures.refused(refused, attempts, whyNot);
        Credentials credentials = settings.credentials();
        Credentials.Answer refusedKey = progress.keyUsed();
        if (refusedKey == null
                || !credentials.refreshable()
                || !KeyRefreshStage.is401(status)
                || KeyRefreshStage.triedAnother(progress)) {
            return next(trouble, failing);
        }
        if (credentials.latest().number() == refusedKey.number() && credentials.sharesLatest(begun)) {
            progress.use(new Credentials.Answer(refusedKey.number() - 1, refusedKey.key(), null));
            return next(trouble, failing);
        }
        progress.hear(status, what);
        return waitForKey(refusedKey.number(), () -> afterWait(trouble, failing, refusedKey.number()));
    }

    private Step<R> afterWait(Trouble trouble, Failing failing, long asked) {
        if (settings.credentials().latest().number() == asked) {
            return stopped(null);
        }
        waitsForKey = false;
        return next(trouble, failing);
    }

    private Step<R> brokenOff(Outcome.Broken<R> broken) {
        IOException cause = broken.cause();
        IoTrouble trouble = IoTrouble.of(cause, trace, given);
        Duration pause = repeats.after(cause, trace, request.repeatable());
        boolean interrupted = Thread.currentThread().isInterrupted();
        if (!stop.isGiven() && !interrupted) {
            progress.hear(null, trouble.text());
        }
        if (!resumable() || interrupted) {
            return stopped(cause);
        }
        if (pause != null) {
            return sendAgain(pause, trouble.text());
        }
        if (cause instanceof UsersCodeGuard.Thrown thrown) {
            return endedByUsersCode(thrown.getCause(), trouble.text());
        }
        return next(
                Trouble.broken(trouble.text(), broken.mayHaveReachedServer(), trouble.mayPass()),
                whyNot -> failures.noAnswer(trouble.text(), everSent, attempts, whyNot, cause));
    }

    /** The same attempt goes on, on the place at the rate limiter that it has. */
    private Step<R> sendAgain(Duration pause, String why) {
        progress.hear(null, why);
        events.sentAgain(request.info(), why);
        placeTaken = !pause.isZero();
        return pause.isZero() ? send() : new Step.Pause<>(pause);
    }

    /** An exception that a user's code may throw to its caller goes there as it is; one that it may not is a cause. */
    private Step<R> endedByUsersCode(Throwable thrown, String what) {
        Attempt last = progress.record(null, what, null);
        if (last == null) {
            return new Step.Settled<>();
        }
        SdkException failure = failures.noAnswer(what, everSent, attempts, "", thrown);
        Step<R> end = fail(failure);
        return thrown instanceof IOException || end instanceof Step.Settled ? end : new Step.Failed<>(thrown);
    }

    private interface Failing {
        SdkException with(String whyNot);
    }

    private Step<R> next(Trouble trouble, Failing failing) {
        RetryDecision decision = decide(trouble);
        Attempt failed = progress.record(trouble.status(), trouble.what(), decision.reason());
        if (failed == null) {
            return new Step.Settled<>();
        }
        if (stop.isGiven()) {
            return stopped(null);
        }
        if (decision instanceof RetryDecision.Again again) {
            events.retrying(request.info(), failed, again.pause(), again.reason());
            progress.pausing(again.pause());
            return again.pause().isZero() ? start() : new Step.Pause<>(again.pause());
        }
        boolean obvious = decision instanceof RetryDecision.GiveUp end && end.obvious();
        return fail(failing.with(obvious ? "" : Failures.whyNot(attempts.size(), decision.reason())));
    }

    private RetryDecision decide(Trouble trouble) {
        for (CallStage stage : settings.stages()) {
            RetryDecision decision = stage.failed(progress, trouble);
            if (decision != null) {
                return decision;
            }
        }
        return new RetryDecision.GiveUp("retries are off", true);
    }

    /** The end by our own side, wherever the call is: canceled, interrupted or out of time. */
    Step<R> stopped(@Nullable Throwable cause) {
        if (Thread.currentThread().isInterrupted()) {
            stop.noteIfNone("its thread was interrupted");
        }
        trace.giveUp();
        String why = stop.why();
        boolean late = why == null || stop.isExpired();
        String trouble = late
                ? IoTrouble.of(new InterruptedIOException("timeout"), trace, given)
                        .text()
                : "it was ended before its answer was complete: " + why;
        if (!progress.endAnywhere(trouble, waitsForKey ? NO_ANSWER : null)) {
            return new Step.Settled<>();
        }
        boolean sent = everSent || trace.sent();
        SdkException failure = late
                ? failures.deadline(progress.deadline(), sent, attempts, waitsForKey ? "; " + NO_ANSWER : "", cause)
                : failures.canceled("" + why, sent, attempts, cause);
        progress.finish(failure);
        return new Step.Failed<>(failure);
    }

    /** Ends the call unless that was done meanwhile. */
    private Step<R> fail(SdkException failure) {
        if (!progress.end()) {
            return new Step.Settled<>();
        }
        progress.finish(failure);
        return new Step.Failed<>(failure);
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
        return events == ClientListener.NONE
                && settings.credentials().latest().key() != null
                && transport.sendsAtOnce();
    }

    /** What is left of the deadline, or null when there is none. */
    @Nullable
    Duration remaining() {
        return progress.remaining();
    }
}
