package io.github.analytics4j.http;

import io.github.analytics4j.error.ErrorAnswer;
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

    /** A redirect's target by its host alone: the rest of a link may be a secret. */
    static String redirectCause(String location) {
        HttpUrl target = HttpUrl.parse(location);
        String elsewhere = location.contains("//") ? "elsewhere" : "elsewhere on the same host";
        String host = target == null ? elsewhere : "to " + target.host();
        return "the server points " + host + ", and API calls do not follow, so that the key stays with its host; "
                + "check the base URL";
    }

    static String noAnswer(String operation, String host, String what, String effect, String whyNot) {
        return operation + ": no answer from " + host + ": " + what + effect + whyNot;
    }

    /** What the body says is not repeated: it may be private. */
    static String unreadable(String operation, Outcome.Unreadable<?> outcome) {
        return operation + ": " + outcome.why() + references(null, outcome.requestId());
    }

    static String whyNot(int attempts, String reason) {
        return "; not tried again" + (attempts == 1 ? "" : " after " + attempts + " attempts") + ": " + reason;
    }
}
