package io.github.analytics4j.client;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.json.Deviation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hears what the calls of a client do, for metrics, traces and progress.
 *
 * <p>Called on a thread of the SDK, or on the caller's where the call has no deadline; the events of one call come one
 * after the other, and those of several calls at once. A call waits for its listeners, its deadline at most. What a
 * listener throws, an {@code Error} too, is logged and breaks no call. What belongs to the caller's thread travels as
 * {@link CallInfo#tag}.
 */
public interface ClientListener {

    /** Hears nothing. */
    ClientListener NONE = new ClientListener() {};

    /**
     * An attempt is about to be sent.
     *
     * @param call of which it is one
     * @param number 1 for the first
     */
    default void attemptStarted(CallInfo call, int number) {}

    /**
     * An attempt ended, well or not.
     *
     * @param call of which it was one
     * @param attempt how it went
     */
    default void attemptEnded(CallInfo call, Attempt attempt) {}

    /**
     * A failed attempt is followed by another one.
     *
     * @param call of which they are
     * @param failed the attempt before
     * @param pause the wait between the two
     * @param reason why, in words, for a log
     */
    default void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {}

    /**
     * The request of an attempt goes out again without costing another: the server has not read it, or the connection had
     * most likely been closed before.
     *
     * @param call whose request it is
     * @param reason why, in words, for a log
     */
    default void sentAgain(CallInfo call, String reason) {}

    /**
     * The rate limiter holds the call back.
     *
     * @param call that waits
     * @param pause how long
     * @param reason why, in words, for a log
     */
    default void waiting(CallInfo call, Duration pause, String reason) {}

    /**
     * The call is over.
     *
     * @param call that ended
     * @param attempts all of them, in order; none if it ended before the first
     * @param took from its start, waits included
     * @param failure what the caller gets, or null where it is a response
     */
    default void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {}

    /**
     * A walk over pages hands out rows of a page, on the walk's own thread, which waits; never called without any.
     *
     * @param operation its id, such as {@code synthflow.calls.list}
     * @param rows at least 1
     */
    default void walked(String operation, int rows) {}

    /**
     * A response had values that its spec did not foresee; never called with an empty list.
     *
     * @param call whose response it is
     * @param deviations at least one
     */
    default void unexpected(CallInfo call, List<Deviation> deviations) {}

    /** Names the call that an event is about; fit for logs. Immutable. */
    final class CallInfo {
        private final String operation;
        private final String group;
        private final String method;
        private final Supplier<String> url;
        private final @Nullable Object tag;

        CallInfo(String operation, String group, String method, Supplier<String> url, @Nullable Object tag) {
            this.operation = operation;
            this.group = group;
            this.method = method;
            this.url = url;
            this.tag = tag;
        }

        /**
         * Makes what a listener would be told; for tests of listeners.
         *
         * @param operation the operation's id, such as {@code synthflow.calls.list}
         * @param group the operations it shares a rate limit with
         * @param method of HTTP
         * @param url as it is to be shown
         */
        public CallInfo(String operation, String group, String method, String url) {
            this(operation, group, method, () -> url, null);
        }

        /** {@return the operation's id, such as {@code synthflow.calls.list}} */
        public String operation() {
            return operation;
        }

        /** {@return the name of the operations it shares a rate limit with} */
        public String group() {
            return group;
        }

        /** {@return the HTTP method} */
        public String method() {
            return method;
        }

        /** {@return the URL, with the values of all but harmless query parameters masked} Put together when asked for. */
        public String url() {
            return url.get();
        }

        /** {@return the object that the user gave the call with {@link RequestOptions.Builder#tag}, or null} */
        public @Nullable Object tag() {
            return tag;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CallInfo that
                    && operation.equals(that.operation)
                    && group.equals(that.group)
                    && method.equals(that.method)
                    && url().equals(that.url())
                    && Objects.equals(tag, that.tag);
        }

        @Override
        public int hashCode() {
            return Objects.hash(operation, group, method, url());
        }

        @Override
        public String toString() {
            return "CallInfo[" + operation + ", " + group + ", " + method + " " + url() + "]";
        }
    }
}
