package io.github.analytics4j.client;

import io.github.analytics4j.error.Attempt;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.json.Deviation;
import java.time.Duration;
import java.util.List;
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

    /** An attempt is about to be sent; the first has number 1. */
    default void attemptStarted(CallInfo call, int number) {}

    /** An attempt ended, well or not. */
    default void attemptEnded(CallInfo call, Attempt attempt) {}

    /** A failed attempt is followed by another one, after this wait. */
    default void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {}

    /**
     * The request of an attempt goes out again without costing another: the server has not read it, or the connection had
     * most likely been closed before.
     */
    default void sentAgain(CallInfo call, String reason) {}

    /** The rate limiter holds the call back. */
    default void waiting(CallInfo call, Duration pause, String reason) {}

    /** The call is over. */
    default void finished(CallInfo call, List<Attempt> attempts, Duration took, @Nullable SdkException failure) {}

    /** A walk over pages hands out rows of a page, on the walk's own thread, which waits; never called without any. */
    default void walked(String operation, int rows) {}

    /** A response had values that its spec did not foresee; never called with an empty list. */
    default void unexpected(CallInfo call, List<Deviation> deviations) {}
}
