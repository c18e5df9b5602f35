package io.github.analytics4j.http;

import io.github.analytics4j.auth.Credentials;
import io.github.analytics4j.auth.Secret;
import io.github.analytics4j.retry.RetryDecision;
import io.github.analytics4j.retry.Trouble;
import java.time.Duration;
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

    @Override
    public @Nullable RetryDecision failed(CallFacts call, Trouble trouble) {
        Secret refused = call.keyUsed();
        if (refused == null || !is401(trouble.status())) {
            return null;
        }
        if (call.attempts().stream().anyMatch(attempt -> is401(attempt.status()))) {
            return new RetryDecision.GiveUp("the new key was refused as well");
        }
        try {
            return credentials.after(refused) == null
                    ? new RetryDecision.GiveUp("there is no other key", true)
                    : new RetryDecision.Again(Duration.ZERO, "the key was refused and there is a new one");
        } catch (Credentials.NoKeyException e) {
            return new RetryDecision.GiveUp("no new key: the supplier " + e.what());
        } catch (IllegalArgumentException e) {
            return new RetryDecision.GiveUp("no new key: " + e.getMessage());
        }
    }

    private static boolean is401(@Nullable Integer status) {
        return status != null && status == UNAUTHORIZED;
    }
}
