package io.github.analytics4j.client;

import io.github.analytics4j.retry.RetryDecision;
import io.github.analytics4j.retry.Trouble;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One refresh and one more attempt after a 401: the server has refused before acting, so this is safe for a POST too.
 */
final class KeyRefreshStage implements CallStage {
    private static final int UNAUTHORIZED = 401;

    private final Credentials credentials;

    KeyRefreshStage(Credentials credentials) {
        this.credentials = credentials;
    }

    /** Decides from what the supplier said after that key; the call has waited for it. */
    @Override
    public @Nullable RetryDecision failed(CallFacts call, Trouble trouble) {
        Credentials.Answer refused = call.keyUsed();
        if (refused == null || !is401(trouble.status())) {
            return null;
        }
        if (triedAnother(call)) {
            return new RetryDecision.GiveUp("the new key was refused as well");
        }
        Credentials.Answer next = credentials.latest();
        RuntimeException problem = next.problem();
        if (problem != null) {
            return new RetryDecision.GiveUp("no new key: "
                    + (problem instanceof Credentials.NoKeyException e
                            ? "the supplier " + e.what()
                            : problem.getMessage()));
        }
        return Objects.equals(next.key(), refused.key())
                ? new RetryDecision.GiveUp("there is no other key", true)
                : new RetryDecision.Again(Duration.ZERO, "the key was refused and there is a new one");
    }

    static boolean triedAnother(CallFacts call) {
        return call.attempts().stream().anyMatch(attempt -> is401(attempt.status()));
    }

    static boolean is401(@Nullable Integer status) {
        return status != null && status == UNAUTHORIZED;
    }
}
