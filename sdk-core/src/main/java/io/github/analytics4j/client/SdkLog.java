package io.github.analytics4j.client;

import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.CanceledException;
import io.github.analytics4j.error.GeneratedCodeApi;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.retry.RetryRules.Durations;
import java.time.Duration;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Gives out the loggers of the SDK, which the guide lists, and writes how calls went. Where a program has no logging backend they write nothing, and SLF4J
 * is not asked for one: it would print three lines about that to the standard error of each script.
 *
 * @hidden
 */
@GeneratedCodeApi
public final class SdkLog {
    private static final String ROOT = "io.github.analytics4j";
    private static final boolean BACKEND = backend();

    private SdkLog() {}

    /** The logger of a part of the SDK; of its calls where that is empty. */
    public static Logger of(String part) {
        return BACKEND ? LoggerFactory.getLogger(part.isEmpty() ? ROOT : ROOT + "." + part) : NOPLogger.NOP_LOGGER;
    }

    /** Whether SLF4J will find a backend, looked for as it looks itself. */
    private static boolean backend() {
        if (System.getProperty(LoggerFactory.PROVIDER_PROPERTY_KEY) != null) {
            return true;
        }
        try {
            ClassLoader loader = LoggerFactory.class.getClassLoader();
            return ServiceLoader.load(SLF4JServiceProvider.class, loader)
                    .iterator()
                    .hasNext();
        } catch (ServiceConfigurationError | LinkageError e) {
            return true; // one is meant, and SLF4J says what is wrong with it; or SLF4J 1, which has another way
        }
    }

    /**
     * Writes calls to the log {@code io.github.analytics4j}: a call that failed at warn, once, and one that goes on after several
     * failures; how calls and their attempts went at debug; what is sent, and each deviation, at trace. Shows what {@link CallInfo}
     * shows, and of a deviation its place, in which names stand as the server sent them, keys of maps too; neither bodies nor values.
     */
    static final class CallLog implements ClientListener {
        private static final Logger LOG = of("");

        /**
         * Writes what happens within a call, told on the call's own thread; null where nobody would read it, so that it costs nothing.
         * To be asked for each call: levels are switched while programs run.
         */
        static @Nullable ClientListener ifEnabled() {
            return LOG.isDebugEnabled() ? new CallLog() : null;
        }

        /**
         * Writes how a call ended.
         *
         * @param partOfMore whether its failure is none of what the user asked for, which goes on and tells of its own
         */
        static void finished(
                CallInfo call, int attempts, Duration took, @Nullable SdkException failure, boolean partOfMore) {
            boolean failed = failure != null && !partOfMore && !(failure instanceof CanceledException);
            if (failed ? !LOG.isWarnEnabled() : !LOG.isDebugEnabled()) {
                return;
            }
            String made = attempts == 1 ? "1 attempt" : attempts + " attempts";
            String form = "{} {} {}: {} after {} in {}";
            String result = failure == null ? "answered" : failure.getClass().getSimpleName();
            Object[] values = {call.operation(), call.method(), call.url(), result, made, Durations.text(took)};
            if (failed) {
                LOG.warn(form, values);
            } else {
                LOG.debug(form, values);
            }
        }

        /** Writes that a call goes on which has failed for so long that somebody may wonder: an outage, or a wrong address. */
        static void goesOn(CallInfo call, int attempts, Duration took, Duration pause, String reason) {
            LOG.warn(
                    "{} {} {}: no success after {} attempts in {}, tries again in {}: {}",
                    call.operation(),
                    call.method(),
                    call.url(),
                    attempts,
                    Durations.text(took),
                    Durations.text(pause),
                    reason);
        }

        @Override
        public void attemptStarted(CallInfo call, int number) {
            if (LOG.isTraceEnabled()) {
                LOG.trace("{} attempt {}: {} {}", call.operation(), number, call.method(), call.url());
            }
        }

        @Override
        public void attemptEnded(CallInfo call, Attempt attempt) {
            String result = attempt.failure() == null ? "" + attempt.status() : attempt.failure();
            LOG.debug(
                    "{} attempt {}: {} in {}",
                    call.operation(),
                    attempt.number(),
                    result,
                    Durations.text(attempt.took()));
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
        public void unexpected(CallInfo call, List<Deviation> deviations) {
            LOG.debug("{}: {} deviations from the spec", call.operation(), deviations.size());
            for (Deviation deviation : deviations) {
                LOG.trace("{}: {} at {}", call.operation(), deviation.kind(), deviation.path());
            }
        }
    }
}
