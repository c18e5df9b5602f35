package io.github.analytics4j.client;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Says when a request goes out again without costing an attempt or the retry budget, and whether the next exchange needs a
 * connection of its own. Of one call; for one thread at a time.
 *
 * <p>Two kinds of failure say nothing about the request. A server that refuses an HTTP/2 stream, or began to shut down before
 * it, has not read the request. And a connection that was open from before and ends before the response begins had most likely
 * been closed by the server already; then, only what may be repeated is.
 */
final class FreeResends {
    private static final int REQUEST_TIMEOUT = 408;

    /** With the pauses, seven seconds: a server that refuses streams for longer is in trouble. */
    private static final int MOST_REFUSALS = 20;

    private static final int AT_ONCE = 2;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    /** One goes on a connection opened for it, or over HTTP/2 on one that others opened just now and may lose just as well. */
    private static final int MOST_BROKEN = 3;

    private int refusals;
    private int broken;
    private boolean onNewConnection;

    /** Whether the next exchange must not share or reuse a connection. */
    boolean onNewConnection() {
        return onNewConnection;
    }

    /**
     * Whether a refusal was of the idle connection and not of the request, which goes out again then: some servers write a 408
     * before they close one, and it is read as the response to the next request.
     */
    boolean afterRefusal(int status, WireTrace trace, boolean repeatable) {
        onNewConnection = status == REQUEST_TIMEOUT && trace.reused() && repeatable && ++broken <= MOST_BROKEN;
        return onNewConnection;
    }

    /** How long to wait before the request goes out again, or null if the failure counts. */
    @Nullable
    Duration after(IOException e, WireTrace trace, boolean repeatable) {
        if (trace.unread()) {
            refusals++;
            // the first refusal is often for streams that began before the server's settings were here
            onNewConnection = refusals > 1;
            return refusals <= MOST_REFUSALS ? pause() : null;
        }
        boolean died = trace.brokeWhenReused() && !NetworkTrouble.isTimeout(e);
        onNewConnection = !trace.multiplexed() || (died && broken > 0);
        return died && repeatable && ++broken <= MOST_BROKEN ? Duration.ZERO : null;
    }

    private Duration pause() {
        if (refusals <= AT_ONCE) {
            return Duration.ZERO;
        }
        Duration doubled = PAUSE.multipliedBy(1L << (refusals - AT_ONCE - 1));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
