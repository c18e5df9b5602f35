package io.github.analytics4j.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What really went over the wire in one attempt; travels with the request as a tag. */
final class WireTrace {
    private static final int PROXY_AUTHENTICATION = 407;
    private static final int MISDIRECTED = 421;

    private volatile boolean sent;
    private volatile int lastStatus;
    private volatile @Nullable String retryAfter;
    private volatile boolean timedOut;
    private volatile @Nullable Call watched;
    private volatile Runnable callOff = () -> {};

    /** Whether any byte may have reached the server. */
    boolean sent() {
        return sent;
    }

    /** The hint as the server sent it, also where OkHttp must not see it. */
    @Nullable
    String retryAfter() {
        return retryAfter;
    }

    /** For an answer whose body may take its time: the exchange ends unless its headers are here in time. */
    void watch(Call call, Duration timeout) {
        watched = call;
        callOff = TimeSource.SYSTEM.later(timeout, () -> {
            timedOut = true;
            call.cancel();
        });
    }

    /** The exchange that is watched. */
    Call call() {
        return Objects.requireNonNull(watched, "only an exchange that is watched is asked for");
    }

    boolean timedOut() {
        return timedOut;
    }

    /** Lets one request out; a second only when the first was refused on its way and cannot have been acted upon. */
    void sending() throws IOException {
        if (sent && lastStatus != PROXY_AUTHENTICATION && lastStatus != MISDIRECTED) {
            throw new IOException("the HTTP client tried to send a request twice");
        }
        sent = true;
    }

    /**
     * Keeps the hint from OkHttp, which sends again on its own when a 503 comes with {@code Retry-After: 0} and no
     * setting turns that off.
     */
    Response received(Response response) {
        callOff.run();
        lastStatus = response.code();
        retryAfter = response.header("Retry-After");
        return response.code() == 503 && retryAfter != null
                ? response.newBuilder().removeHeader("Retry-After").build()
                : response;
    }
}
