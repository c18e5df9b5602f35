package io.github.analytics4j.client;

import io.github.analytics4j.retry.RateLimit;
import io.github.analytics4j.retry.RetryDecision;
import io.github.analytics4j.retry.RetryRules;
import io.github.analytics4j.retry.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks the rules, and pays into the retry budget for what went well. */
final class RetryStage implements CallStage {
    private final RetryRules rules;

    RetryStage(RetryRules rules) {
        this.rules = rules;
    }

    @Override
    public RetryDecision failed(CallFacts call, Trouble trouble) {
        if (call.triedOnce()) {
            return new RetryDecision.GiveUp("its caller asks again itself", true);
        }
        return rules.decide(call.repeatable(), trouble, call.attempts().size() + 1, call.remaining());
    }

    @Override
    public void answered(CallFacts call, int status, RateLimit limit, @Nullable Duration hint) {
        if (status < 400) {
            rules.succeeded();
        }
    }
}
