package io.github.analytics4j.client;

import io.github.analytics4j.client.CallExchange.ExchangeOutcome;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.ApiException.ErrorResponse;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.DeadlineExceededException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.retry.RetryHints;
import io.github.analytics4j.retry.RetryRules.Durations;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Turns the end of a call into the exception that a user sees. Its message has the operation, what happened, a cause to act on, and
 * why it was left at that; no text in it shows the key.
 */
final class CallFailures {
    private static final int NOT_MODIFIED = 304;

    /** Of what was in a field's place; the exception underneath has all of it. */
    private static final int LONGEST_QUOTE = 200;

    private final ClientConfig config;
    private final PreparedRequest request;
    private final String operation;
    private final SecretMask mask;

    CallFailures(ClientConfig config, PreparedRequest request) {
        this.config = config;
        this.request = request;
        this.operation = request.info().operation();
        this.mask = config.credentials().mask();
    }

    SdkException refused(ExchangeOutcome.Refused<?> outcome, List<Attempt> attempts, String whyNot) {
        ErrorResponse response = outcome.response();
        int status = response.status();
        String cause = status >= 300 && status < 400 && status != NOT_MODIFIED
                ? redirectCause(outcome.target(), request.url(), HttpUrl.get(config.baseUrl()))
                : config.profile().causeOf(status);
        return ApiException.of(mask.sentence(refusedText(outcome, cause, whyNot)), response, attempts);
    }

    SdkException noAnswer(
            String what,
            boolean mayHaveBeenCarriedOut,
            List<Attempt> attempts,
            String whyNot,
            @Nullable Throwable cause) {
        boolean told = !mayHaveBeenCarriedOut && what.equals(NetworkTrouble.UNREAD);
        String effect = told ? "" : effect(mayHaveBeenCarriedOut, attempts);
        String text = operation + ": no response from " + request.url().host() + ": " + what + effect + whyNot;
        return new NoResponseException(
                mask.sentence(text),
                mayHaveBeenCarriedOut,
                attempts,
                BodyRecorder.BrokenOff.text(cause),
                mask.maskedOrNull(cause));
    }

    SdkException noKey(RuntimeException problem, boolean mayHaveBeenCarriedOut, List<Attempt> attempts) {
        return problem instanceof Credentials.NoKeyException e
                ? noAnswer("there is no key: its supplier " + e.what(), mayHaveBeenCarriedOut, attempts, "", e)
                : new InvalidRequestException(operation, List.of("" + problem.getMessage()));
    }

    private String effect(boolean mayHaveBeenCarriedOut, List<Attempt> attempts) {
        if (request.repeatable()) {
            return "";
        }
        if (mayHaveBeenCarriedOut) {
            return "; it may have been carried out";
        }
        boolean responded = attempts.stream().anyMatch(attempt -> attempt.status() != null);
        return responded ? "; it was not carried out" : "; nothing was sent";
    }

    /** Makes the exception for a response that could not be read. Its message does not repeat the body, which may be private. */
    SdkException unreadable(ExchangeOutcome.Unreadable<?> outcome, List<Attempt> attempts) {
        return new UnreadableResponseException(
                mask.sentence(operation + ": " + outcome.why() + references(null, outcome.requestId())),
                outcome.status(),
                outcome.path(),
                outcome.rawText(),
                outcome.requestId(),
                attempts,
                outcome.cause());
    }

    /** A response that was read and lacks a field without which it is of no use. What it says about that is masked already. */
    static UnreadableResponseException withoutField(
            String operation, ApiResponse<?> response, UnexpectedValueException missing) {
        String id = response.requestId().orElse(null);
        String raw = missing.raw().orElse(null);
        return new UnreadableResponseException(
                withoutFieldText(operation, response, missing),
                response.status(),
                missing.path(),
                raw == null ? null : SecretMask.NONE.cut(raw, LONGEST_QUOTE),
                id,
                response.attempts(),
                missing);
    }

    /** A page without rows that holds an error beside them. Its JSON is masked already. */
    static ApiException withoutRows(String operation, ApiResponse<?> response, String json) {
        ErrorResponse error = new ErrorBodyReader(SecretMask.NONE)
                .parse(response.status(), json, response.requestId().orElse(null), null);
        return ApiException.of(
                operation + ": " + response.status() + ": the response holds an error and no rows"
                        + quoted(said(error))
                        + references(error.code(), error.requestId()),
                error,
                response.attempts());
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
                operation + ": no good response within the deadline of " + Durations.text(deadline) + ", after " + made
                        + last + more + effect(mayHaveBeenCarriedOut, attempts),
                mayHaveBeenCarriedOut,
                attempts,
                BodyRecorder.BrokenOff.text(cause),
                mask.maskedOrNull(cause));
    }

    SdkException canceled(
            String why, boolean mayHaveBeenCarriedOut, List<Attempt> attempts, @Nullable Throwable cause) {
        return new CanceledException(
                operation + ": canceled: " + why + effect(mayHaveBeenCarriedOut, attempts),
                mayHaveBeenCarriedOut,
                attempts,
                BodyRecorder.BrokenOff.text(cause),
                mask.maskedOrNull(cause));
    }

    /** Names headers that asked for a wait nobody can mean. */
    static String ignored(List<String> headers) {
        return headers.isEmpty()
                ? ""
                : "; its " + String.join(" and ", headers) + " says no time within " + RetryHints.MOST.toDays()
                        + " days and is ignored";
    }

    private String refusedText(ExchangeOutcome.Refused<?> outcome, String cause, String whyNot) {
        ErrorResponse response = outcome.response();
        StringBuilder text = new StringBuilder(operation + ": " + response.status() + ": " + cause);
        text.append(quoted(said(response))).append(references(response.code(), response.requestId()));
        Duration hint = response.retryAfter();
        if (hint != null) {
            text.append("; come back in ")
                    .append(Durations.text(hint))
                    .append(", at ")
                    .append(config.time().now().plus(hint).truncatedTo(ChronoUnit.SECONDS));
        }
        return text.append(ignored(outcome.ignoredHints())).append(whyNot).toString();
    }

    private static String said(ErrorResponse response) {
        List<String> parts = new ArrayList<>();
        if (response.message() != null) {
            parts.add(response.message());
        }
        response.details().stream().filter(detail -> !parts.contains(detail)).forEach(parts::add);
        return String.join("; ", parts);
    }

    private static String references(@Nullable String code, @Nullable String requestId) {
        List<String> parts = new ArrayList<>();
        if (code != null) {
            parts.add("code " + code);
        }
        if (requestId != null) {
            parts.add("request id " + requestId);
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    /**
     * Says where a redirect leads, and how the base URL would have to be for it not to come. Of a foreign address only the host
     * is named: the rest of a link may be a secret.
     */
    private static String redirectCause(String location, HttpUrl asked, HttpUrl base) {
        HttpUrl target = location.isEmpty() ? null : asked.resolve(location);
        if (location.isEmpty()) {
            return "the server points elsewhere without saying where; check the base URL";
        }
        if (target != null && target.host().equals(asked.host())) {
            String better = betterBase(target, asked, base);
            if (better != null) {
                return better;
            }
        }
        HttpUrl whole = HttpUrl.parse(location);
        String elsewhere = location.contains("//") ? "elsewhere" : "elsewhere on the same host";
        String host = whole == null ? elsewhere : "to " + whole.host();
        return "the server points " + host + ", and API calls do not follow, so that the key stays with its host; "
                + "check the base URL";
    }

    private static @Nullable String betterBase(HttpUrl target, HttpUrl asked, HttpUrl base) {
        String prefix = withoutSlash(base.encodedPath());
        String path = asked.encodedPath().substring(prefix.length());
        String there = target.encodedPath();
        boolean slashed = !there.endsWith(path) && withoutSlash(there).equals(withoutSlash(asked.encodedPath()));
        if (!slashed && !there.endsWith(path)) {
            return null;
        }
        boolean wantsTls = target.isHttps() && !asked.isHttps();
        String its = slashed ? prefix : there.substring(0, there.length() - path.length());
        String better = withoutSlash(target.newBuilder()
                .encodedUsername("")
                .encodedPassword("")
                .encodedPath(its.isEmpty() ? "/" : its)
                .query(null)
                .fragment(null)
                .build()
                .toString());
        if (!better.equals(withoutSlash(base.toString()))) {
            return (wantsTls ? "the server wants https" : "the API is at another address")
                    + ", and API calls follow no redirect; set the base URL to " + better;
        }
        return slashed
                ? "the server points elsewhere on the same host, and API calls do not follow: to the same address "
                        + (there.endsWith("/") ? "with" : "without")
                        + " a slash at its end, which the API does not ask "
                        + "for; set the base URL to the API instead of to what stands before it at " + better
                : null;
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** With the server's own words, if it says why. */
    private static String withoutFieldText(
            String operation, ApiResponse<?> response, UnexpectedValueException missing) {
        String said = "";
        if (response.value() instanceof JsonRecord record) {
            String json = record.unexpected().masked(record.toJson());
            if (ErrorBodyReader.isError(json)) {
                said = said(new ErrorBodyReader(SecretMask.NONE).parse(response.status(), json, null, null));
            }
        }
        return operation + ": the response (" + response.status() + ") could not be read: " + missing.getMessage()
                + quoted(said)
                + references(null, response.requestId().orElse(null));
    }

    /** Makes what the server said stand behind a sentence; empty where it said nothing. */
    private static String quoted(String said) {
        return said.isEmpty() ? "" : "; the server says: " + said;
    }

    /** Why no other attempt followed. */
    static String whyNot(int attempts, String reason) {
        return "; not tried again" + (attempts == 1 ? "" : " after " + attempts + " attempts") + ": " + reason;
    }
}
