package io.github.analytics4j.client;

import io.github.analytics4j.error.Attempt;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.retry.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a client does to the log of this package, at debug and below: silent unless somebody asks. Shows nothing
 * but what {@link CallInfo} shows, and neither bodies nor values.
 */
final class LoggingListener implements ClientListener {
    private static final Logger LOG = LoggerFactory.getLogger("io.github.analytics4j");

    /** Null when nobody would read it, so that the behaviour is not there at all. */
    static @Nullable LoggingListener ifEnabled() {
        return LOG.isDebugEnabled() ? new LoggingListener() : null;
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
        LOG.trace("{} attempt {}: {} {}", call.operation(), number, call.method(), call.url());
    }

    @Override
    public void attemptEnded(CallInfo call, Attempt attempt) {
        String result = attempt.failure() == null ? "" + attempt.status() : attempt.failure();
        LOG.trace(
                "{} attempt {}: {} in {}", call.operation(), attempt.number(), result, Durations.text(attempt.took()));
    }

    @Override
    public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
        LOG.debug("{} tries again in {}: {}", call.operation(), Durations.text(pause), reason);
    }

    @Override
    public void sentAgain(CallInfo call, String reason) {
        LOG.debug("{} goes out again: {}", call.operation(), reason);
    }

    @Override
    public void waiting(CallInfo call, Duration pause, String reason) {
        LOG.debug("{} waits {}: {}", call.operation(), Durations.text(pause), reason);
    }

    @Override
    public void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {
        String result = failure == null ? "answered" : failure.getClass().getSimpleName();
        LOG.debug(
                "{} {} {}: {} after {} attempts in {}",
                call.operation(),
                call.method(),
                call.url(),
                result,
                attempts.size(),
                Durations.text(took));
    }

    @Override
    public void unexpected(CallInfo call, List<Deviation> deviations) {
        LOG.debug("{}: {} deviations from the spec", call.operation(), deviations.size());
        for (Deviation deviation : deviations) {
            LOG.trace("{}: {} at {}", call.operation(), deviation.kind(), deviation.path());
        }
    }
}
