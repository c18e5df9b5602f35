package io.github.analytics4j.retry;

import java.time.Duration;

/** What to do after a failed attempt, and why. */
public sealed interface RetryDecision {

    /** The one reason, for people. */
    String reason();

    /**
     * Try again after a wait.
     *
     * @param pause how long
     */
    record Again(Duration pause, String reason) implements RetryDecision {}

    /** The failure stands. */
    record GiveUp(String reason) implements RetryDecision {}
}
