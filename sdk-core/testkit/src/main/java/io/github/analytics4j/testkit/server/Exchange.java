package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** A request with the connection it came on: what a fault needs to do its work. */
public record Exchange(
        SandboxRequest request, Connection connection, CountDownLatch closing, IntFunction<Reply> errors) {
    /** The error of this status as the vendor words it. */
    public Reply vendorError(int status) {
        return errors.apply(status);
    }

    /** Waits, but not beyond the sandbox's end. */
    public void pause(Duration duration) {
        try {
            if (closing.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Resets the connection; the response that follows finds it closed. */
    public void reset() {
        try {
            connection.reset();
        } catch (IOException alreadyClosed) {
            // closed is what was wanted
        }
    }

    public void close() {
        connection.closeQuietly();
    }

    public void stall() {
        connection.awaitPeerGone();
        close();
    }
}
