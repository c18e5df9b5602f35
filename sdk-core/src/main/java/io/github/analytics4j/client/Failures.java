package io.github.analytics4j.client;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.Attempt;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.ErrorAnswer;
import io.github.analytics4j.error.NoAnswerException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.error.UnreadableAnswerException;
import io.github.analytics4j.retry.Durations;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Turns the end of a call into the exception a user sees. No text in it shows the key. */
final class Failures {
    private static final int NOT_MODIFIED = 304;

    /** Of what was in a field's place; the exception underneath has all of it. */
    private static final int LONGEST_QUOTE = 200;

    private final TransportSettings settings;
    private final PreparedRequest request;
    private final String operation;
    private final SecretMask mask;

    Failures(TransportSettings settings, PreparedRequest request) {
        this.settings = settings;
        this.request = request;
        this.operation = request.info().operation();
        this.mask = settings.credentials().mask();
    }

    SdkException refused(Outcome.Refused<?> outcome, List<Attempt> attempts, String whyNot) {
        ErrorAnswer answer = outcome.answer();
        int status = answer.status();
        String cause = status >= 300 && status < 400 && status != NOT_MODIFIED
                ? FailureText.redirectCause(outcome.target(), request.url(), HttpUrl.get(settings.baseUrl()))
                : settings.help().of(status);
        String text = FailureText.refused(
                operation, outcome, answer, cause, whyNot, settings.time().now());
        return ApiException.of(mask.sentence(text), answer, attempts);
    }

    SdkException noAnswer(
            String what,
            boolean mayHaveBeenCarriedOut,
            List<Attempt> attempts,
            String whyNot,
            @Nullable Throwable cause) {
        boolean told = !mayHaveBeenCarriedOut && what.equals(IoTrouble.UNREAD);
        String effect = told ? "" : effect(mayHaveBeenCarriedOut, attempts);
        String text = FailureText.noAnswer(operation, request.url().host(), what, effect, whyNot);
        return new NoAnswerException(
                mask.sentence(text),
                mayHaveBeenCarriedOut,
                attempts,
                WatchedBody.BrokenOff.text(cause),
                Causes.masked(cause, mask));
    }

    private String effect(boolean mayHaveBeenCarriedOut, List<Attempt> attempts) {
        if (request.repeatable()) {
            return "";
        }
        if (mayHaveBeenCarriedOut) {
            return "; it may have been carried out";
        }
        boolean answered = attempts.stream().anyMatch(attempt -> attempt.status() != null);
        return answered ? "; it was not carried out" : "; nothing was sent";
    }

    SdkException unreadable(Outcome.Unreadable<?> outcome, List<Attempt> attempts) {
        return new UnreadableAnswerException(
                mask.sentence(FailureText.unreadable(operation, outcome)),
                outcome.status(),
                outcome.path(),
                outcome.rawText(),
                outcome.requestId(),
                attempts,
                outcome.cause());
    }

    /** A response that was read and lacks a field without which it is of no use. What it says about that is masked already. */
    static UnreadableAnswerException withoutField(
            String operation, ApiResponse<?> response, UnexpectedValueException missing) {
        String id = response.requestId().orElse(null);
        String raw = missing.raw().orElse(null);
        return new UnreadableAnswerException(
                FailureText.withoutField(operation, response, missing),
                response.status(),
                missing.path(),
                raw == null ? null : SecretMask.NONE.cut(raw, LONGEST_QUOTE),
                id,
                response.attempts(),
                missing);
    }

    SdkException deadline(
            Duration deadline,
            boolean mayHaveBeenCarriedOut,
            List<Attempt> attempts,
            String more,
            @Nullable Throwable cause) {
        String made = attempts.size() == 1 ? "1 attempt" : attempts.size() + " attempts";
        String last = attempts.isEmpty()
                ? ""
                : "; the last: " + attempts.get(attempts.size() - 1).failure();
        return new DeadlineExceededException(
                operation + ": no good answer within the deadline of " + Durations.text(deadline) + ", after " + made
                        + last + more + effect(mayHaveBeenCarriedOut, attempts),
                mayHaveBeenCarriedOut,
                attempts,
                WatchedBody.BrokenOff.text(cause),
                Causes.masked(cause, mask));
    }

    SdkException canceled(
            String why, boolean mayHaveBeenCarriedOut, List<Attempt> attempts, @Nullable Throwable cause) {
        return new CanceledException(
                operation + ": canceled: " + why + effect(mayHaveBeenCarriedOut, attempts),
                mayHaveBeenCarriedOut,
                attempts,
                WatchedBody.BrokenOff.text(cause),
                Causes.masked(cause, mask));
    }
}
