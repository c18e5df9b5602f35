package io.github.analytics4j.retry;

import io.github.analytics4j.error.GeneratedCodeApi;
import java.time.Duration;

/**
 * Says what to do after a failed attempt, and why.
 *
 * @hidden
 */
@GeneratedCodeApi
public sealed interface RetryDecision {

    /** The one reason, for people. */
    String reason();

    /**
     * Try again after a wait.
     *
     * @param pause how long
     * @hidden
     */
    @GeneratedCodeApi
    record Again(Duration pause, String reason) implements RetryDecision {}

    /**
     * The failure stands.
     *
     * @param obvious whether the failure itself says as much, so that a message need not
     * @hidden
     */
    @GeneratedCodeApi
    record GiveUp(String reason, boolean obvious) implements RetryDecision {

        /** For a reason that nobody could guess. */
        public GiveUp(String reason) {
            this(reason, false);
        }

        /** For a reason that the failure itself says. */
        public static GiveUp obviously(String reason) {
            return new GiveUp(reason, true);
        }
    }
}
