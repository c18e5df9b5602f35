package io.github.analytics4j.download;

import io.github.analytics4j.retry.RetryPolicy;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Counts the failures of one run, and says how long to wait or that it was one too many. Used by one thread. */
final class AttemptLimits {
    /** A storage host is asked again sooner than an API, and waited for longer. */
    private static final RetryPolicy WAITS =
            RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(250)).maxDelay(Duration.ofSeconds(10));

    /** A server's hint is obeyed up to here; beyond it the caller does better to come back. */
    static final Duration LONGEST_HINT = Duration.ofMinutes(1);
    /** A connection that brought this much was worth it: the next may follow at once. */
    private static final long WORTHWHILE = 64 * 1024;

    private final DownloadOptions options;
    private final DoubleSupplier random;
    private int fruitless;
    private int renewals;
    private int freshRefusals;
    private int restarts;

    AttemptLimits(DownloadOptions options, DoubleSupplier random) {
        this.options = options;
        this.random = random;
    }

    /** How long to wait after a try that brought so many new bytes; null if it was one fruitless try too many. */
    @Nullable
    Duration afterBreak(long newBytes) {
        fruitless = newBytes > 0 ? 0 : fruitless + 1;
        if (newBytes > 0) {
            freshRefusals = 0;
        }
        if (fruitless >= options.maxFruitlessTries()) {
            return null;
        }
        return newBytes >= WORTHWHILE ? Duration.ZERO : WAITS.waitAfter(fruitless + 1, random);
    }

    /** Counts a refused link; false if no other may be asked for. A link refused when new will not get better: twice is enough. */
    boolean mayRenew(boolean fresh) {
        freshRefusals = fresh ? freshRefusals + 1 : 0;
        return freshRefusals < 2 && ++renewals <= options.maxRenewals();
    }

    /** Counts a beginning anew; false if it was one too many. */
    boolean mayRestart() {
        return ++restarts <= options.maxRestarts();
    }

    int fruitlessTries() {
        return fruitless;
    }
}
