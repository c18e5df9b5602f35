package io.github.analytics4j.retry;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.retry.RetryDecision.Again;
import io.github.analytics4j.retry.RetryDecision.GiveUp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether to try again: a list of guards in order, each with its one reason. */
public final class RetryRules {
    private static final int UNAVAILABLE = 503;

    private final RetryPolicy policy;
    private final Backoff backoff;
    private final RetryBudget budget;

    /** Rules with their own waits and a budget shared by all calls of a client. */
    public RetryRules(RetryPolicy policy, Backoff backoff, RetryBudget budget) {
        this.policy = policy;
        this.backoff = backoff;
        this.budget = budget;
    }

    /**
     * Decides.
     *
     * @param repeatable whether carrying the request out twice does no harm
     * @param attempts how many were made
     * @param remaining what is left of the deadline, or null when there is none
     */
    public RetryDecision decide(boolean repeatable, Trouble trouble, int attempts, @Nullable Duration remaining) {
        Integer status = trouble.status();
        if (status != null && !ApiException.mayPass(status)) {
            return new GiveUp(status + " does not change by asking again", true);
        }
        if (!trouble.mayPass()) {
            return new GiveUp("it does not change by asking again", true);
        }
        if (!repeatable && trouble.mayHaveReachedServer() && !refusedBeforeActing(trouble)) {
            return new GiveUp("it may have been carried out, and would be carried out twice");
        }
        if (attempts >= policy.maxAttempts()) {
            return new GiveUp(policy.maxAttempts() + " attempts are the limit");
        }
        Duration hint = trouble.hint();
        if (hint != null && hint.compareTo(policy.hintCap()) > 0) {
            return new GiveUp("the server asks to wait " + Durations.text(hint) + ", more than the cap of "
                    + Durations.text(policy.hintCap()));
        }
        Duration wait = hint == null ? backoff.after(attempts) : backoff.afterHint(hint);
        if (remaining != null && wait.compareTo(remaining) >= 0) {
            return new GiveUp("the wait of " + Durations.text(wait) + " would outlast the deadline");
        }
        if (!budget.take()) {
            return new GiveUp("too many calls of this client are failing; the retry budget is used up");
        }
        return new Again(wait, trouble.what());
    }

    private boolean refusedBeforeActing(Trouble trouble) {
        Integer status = trouble.status();
        return status != null
                && (Trouble.refusedBeforeActing(status, trouble.hint())
                        || (status == UNAVAILABLE && policy.postsAfterBare503()));
    }

    /** Pays into the budget for a call that went well. */
    public void succeeded() {
        budget.refund();
    }
}
