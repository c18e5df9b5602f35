package io.github.analytics4j.retry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a failed attempt that decide whether there is another one.
 *
 * @param status the status the server refused with, or null when no complete answer came
 * @param what what happened, for people: {@code 503}, {@code the connection was reset}
 * @param mayHaveReachedServer false when no byte of the request can have arrived
 * @param mayPass false when another attempt cannot end otherwise, as with an expired certificate
 * @param hint the wait the server asks for
 */
public record Trouble(
        @Nullable Integer status,
        String what,
        boolean mayHaveReachedServer,
        boolean mayPass,
        @Nullable Duration hint) {

    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    /** The server refused. */
    public static Trouble refused(int status, String what, @Nullable Duration hint) {
        return new Trouble(status, what, true, true, hint);
    }

    /** A 429 says that the server did not act; a 503 says so where it names a time to come back. */
    public static boolean refusedBeforeActing(int status, @Nullable Duration hint) {
        return status == TOO_MANY || (status == UNAVAILABLE && hint != null);
    }

    /** No complete answer came. */
    public static Trouble broken(String what, boolean mayHaveReachedServer, boolean mayPass) {
        return new Trouble(null, what, mayHaveReachedServer, mayPass, null);
    }
}
