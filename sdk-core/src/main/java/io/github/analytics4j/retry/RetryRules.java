package io.github.analytics4j.retry;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.RequestChecks;
import io.github.analytics4j.retry.RetryRules.Decision.Again;
import io.github.analytics4j.retry.RetryRules.Decision.GiveUp;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether there is another attempt: by a list of guards in order, each with its one reason.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class RetryRules {
    private static final int UNAVAILABLE = 503;

    private final RetryPolicy policy;
    private final DoubleSupplier random;
    private final RetryBudget budget;

    /**
     * Rules with a budget shared by all calls of a client.
     *
     * @param random gives numbers of at least 0 and below 1
     */
    public RetryRules(RetryPolicy policy, DoubleSupplier random, RetryBudget budget) {
        this.policy = policy;
        this.random = random;
        this.budget = budget;
    }

    /**
     * Decides.
     *
     * @param repeatable whether carrying the request out twice does no harm
     * @param attempts how many were made
     * @param remaining what is left of the deadline, or null when there is none
     */
    public Decision decide(boolean repeatable, FailedAttempt failed, int attempts, @Nullable Duration remaining) {
        Integer status = failed.status();
        if (status != null && !ApiException.mayPass(status)) {
            return GiveUp.obviously(status + " does not change by asking again");
        }
        if (!failed.mayPass()) {
            return GiveUp.obviously("it does not change by asking again");
        }
        if (!repeatable && failed.mayHaveReachedServer() && !refusedBeforeActing(failed)) {
            return new GiveUp("it may have been carried out, and would be carried out twice");
        }
        if (attempts >= policy.maxAttempts()) {
            return new GiveUp(policy.maxAttempts() + " attempts are the limit");
        }
        Duration hint = failed.hint();
        if (hint != null && hint.compareTo(policy.hintCap()) > 0) {
            return new GiveUp("the server asks to wait " + Durations.text(hint) + ", more than the cap of "
                    + Durations.text(policy.hintCap()));
        }
        Duration wait = hint == null ? policy.waitAfter(attempts, random) : policy.waitAfterHint(hint, random);
        if (remaining != null && wait.compareTo(remaining) >= 0) {
            return new GiveUp("the wait of " + Durations.text(wait) + " would outlast the deadline");
        }
        if (!budget.take()) {
            return new GiveUp("too many calls of this client are failing; the retry budget is used up");
        }
        return new Again(wait, failed.what());
    }

    private boolean refusedBeforeActing(FailedAttempt failed) {
        Integer status = failed.status();
        return status != null
                && (FailedAttempt.refusedBeforeActing(status, failed.hint())
                        || (status == UNAVAILABLE && policy.postsAfterBare503()));
    }

    /** Pays into the budget for a call that went well. */
    public void succeeded() {
        budget.refund();
    }

    /**
     * The facts about a failed attempt that decide whether there is another one.
     *
     * @param status the status the server refused with, or null when no complete response came
     * @param what what happened, for people: {@code 503}, {@code the connection was reset}
     * @param mayHaveReachedServer false when no byte of the request can have arrived
     * @param mayPass false when another attempt cannot end otherwise, as with an expired certificate
     * @param hint the wait the server asks for
     * @hidden
     */
    @GeneratedCodeApi
    public record FailedAttempt(
            @Nullable Integer status,
            String what,
            boolean mayHaveReachedServer,
            boolean mayPass,
            @Nullable Duration hint) {

        private static final int TOO_MANY = 429;

        /** The server refused. */
        public static FailedAttempt refused(int status, String what, @Nullable Duration hint) {
            return new FailedAttempt(status, what, true, true, hint);
        }

        /** A 429 says that the server did not act; a 503 says so where it names a time to come back. */
        public static boolean refusedBeforeActing(int status, @Nullable Duration hint) {
            return status == TOO_MANY || (status == UNAVAILABLE && hint != null);
        }

        /** No complete response came. */
        public static FailedAttempt broken(String what, boolean mayHaveReachedServer, boolean mayPass) {
            return new FailedAttempt(null, what, mayHaveReachedServer, mayPass, null);
        }
    }

    /**
     * Says what to do after a failed attempt, and why.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public sealed interface Decision {

        /** The one reason, for people. */
        String reason();

        /**
         * Try again after a wait.
         *
         * @param pause how long
         * @hidden
         */
        @GeneratedCodeApi
        record Again(Duration pause, String reason) implements Decision {}

        /**
         * The failure stands.
         *
         * @param obvious whether the failure itself says as much, so that a message need not
         * @hidden
         */
        @GeneratedCodeApi
        record GiveUp(String reason, boolean obvious) implements Decision {

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

    /**
     * Keeps retries a small part of the traffic, so that an outage is not multiplied: a retry takes a token, a success
     * pays a part of one back, and time alone fills the bucket too, so that no client gives up for good.
     *
     * <p>Safe for use by several threads; the lock is never held across a wait.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class RetryBudget {
        private static final long TOKEN = TimeUnit.SECONDS.toNanos(1); // so a nanosecond fills in a unit
        private static final long REFUND = TOKEN / 5; // one retry for five successes, in the long run

        private final LongSupplier nanoTime;
        private final long capacity;
        private long tokens;
        private long last;

        /** A full bucket: an outage costs {@code retries} requests more, and one a second after. */
        public RetryBudget(LongSupplier nanoTime, int retries) {
            this.nanoTime = nanoTime;
            this.capacity = retries * TOKEN;
            this.tokens = capacity;
            this.last = nanoTime.getAsLong();
        }

        /** Takes a token if there is one. */
        public synchronized boolean take() {
            long now = nanoTime.getAsLong();
            add(now - last);
            last = now;
            if (tokens < TOKEN) {
                return false;
            }
            tokens -= TOKEN;
            return true;
        }

        /** Pays back for a success. */
        public synchronized void refund() {
            add(REFUND);
        }

        private void add(long more) {
            tokens = Math.min(capacity, tokens + more);
        }
    }

    /**
     * Durations for people: {@code 250 ms}, {@code 2.5 s}, {@code 12 min}, {@code 1 h 5 min}.
     *
     * @hidden
     */
    @GeneratedCodeApi
    public static final class Durations {
        private static final int TEN = 10;
        private static final int HUNDRED = 100;
        private static final int A_SECOND = 1000;
        private static final int TWO_MINUTES = 120;

        private Durations() {}

        /** Refuses a time that is negative or longer than a hundred years, naming both: {@code RetryPolicy: maxDelay}. */
        static Duration checked(String owner, String name, Duration value) {
            if (Objects.requireNonNull(value, name).isNegative()) {
                throw new IllegalArgumentException(owner + ": " + name + " must not be negative, was " + value);
            }
            if (value.compareTo(RequestChecks.LONGEST) > 0) {
                throw new IllegalArgumentException(owner + ": " + name + " must be at most "
                        + RequestChecks.LONGEST.toDays() + " days, was " + value);
            }
            return value;
        }

        /** The same to two digits, for people: a time that was measured and not set. */
        public static Duration about(Duration duration) {
            long millis = duration.toMillis();
            long unit = 1;
            while (millis / unit >= HUNDRED) {
                unit *= TEN;
            }
            return Duration.ofMillis((millis + unit / 2) / unit * unit);
        }

        /** The text, with no more precision than a person needs. */
        public static String text(Duration duration) {
            long seconds = duration.toSeconds(); // milliseconds of the longest duration overflow
            if (seconds < 1 && seconds > -A_SECOND) {
                return duration.toMillis() + " ms";
            }
            if (seconds < TWO_MINUTES) {
                long tenths = duration.toMillisPart() / 100;
                return tenths == 0 ? seconds + " s" : seconds + "." + tenths + " s";
            }
            long hours = duration.toHours();
            String minutes = duration.toMinutesPart() == 0 && hours > 0 ? "" : duration.toMinutesPart() + " min";
            return hours == 0 ? minutes : (hours + " h " + minutes).strip();
        }
    }
}
