package io.github.analytics4j.client;

import io.github.analytics4j.error.ErrorAnswer;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.retry.Durations;
import io.github.analytics4j.retry.RetryHints;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The messages of failures: the operation, what happened, a cause to act on, and why it was left at that. */
final class FailureText {
    private FailureText() {}

    /** Names headers that asked for a wait nobody can mean. */
    static String ignored(List<String> headers) {
        return headers.isEmpty()
                ? ""
                : "; its " + String.join(" and ", headers) + " says no time within " + RetryHints.MOST.toDays()
                        + " days and is ignored";
    }

    static String refused(
            String operation,
            Outcome.Refused<?> outcome,
            ErrorAnswer answer,
            String cause,
            String whyNot,
            Instant now) {
        StringBuilder text = new StringBuilder(operation + ": " + answer.status() + ": " + cause);
        String said = said(answer);
        if (!said.isEmpty()) {
            text.append("; the server says: ").append(said);
        }
        text.append(references(answer.code(), answer.requestId()));
        Duration hint = answer.retryAfter();
        if (hint != null) {
            text.append("; come back in ")
                    .append(Durations.text(hint))
                    .append(", at ")
                    .append(now.plus(hint).truncatedTo(ChronoUnit.SECONDS));
        }
        return text.append(ignored(outcome.ignoredHints())).append(whyNot).toString();
    }

    private static String said(ErrorAnswer answer) {
        List<String> parts = new ArrayList<>();
        if (answer.message() != null) {
            parts.add(answer.message());
        }
        answer.details().stream().filter(detail -> !parts.contains(detail)).forEach(parts::add);
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
    static String redirectCause(String location, HttpUrl asked, HttpUrl base) {
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

    static String noAnswer(String operation, String host, String what, String effect, String whyNot) {
        return operation + ": no answer from " + host + ": " + what + effect + whyNot;
    }

    /** What the body says is not repeated: it may be private. */
    static String unreadable(String operation, Outcome.Unreadable<?> outcome) {
        return operation + ": " + outcome.why() + references(null, outcome.requestId());
    }

    /** With the server's own words, if it says why. */
    static String withoutField(String operation, ApiResponse<?> response, UnexpectedValueException missing) {
        String said = "";
        if (response.value() instanceof JsonRecord record) {
            String json = record.unexpected().masked(record.toJson());
            if (ErrorBodies.isError(json, true)) {
                said = said(new ErrorBodies(SecretMask.NONE).parse(response.status(), json, null, null));
            }
        }
        return operation + ": the answer (" + response.status() + ") could not be read: " + missing.getMessage()
                + (said.isEmpty() ? "" : "; the server says: " + said)
                + references(null, response.requestId().orElse(null));
    }

    static String whyNot(int attempts, String reason) {
        return "; not tried again" + (attempts == 1 ? "" : " after " + attempts + " attempts") + ": " + reason;
    }
}
