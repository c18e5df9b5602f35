package io.github.analytics4j.testkit;

import java.net.URI;

/** A bare socket server for what no HTTP server would send: garbage, refusals, broken handshakes. */
public final class RawFaultServer implements AutoCloseable {
    /** What is done with one accepted connection. */
    @FunctionalInterface
    public interface Conversation {
        void with(java.net.Socket socket) throws java.io.IOException;
    }

    /** Reads a request's head, then sends these bytes and closes; the same for every connection. */
    public static RawFaultServer answering(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /** Does this with every connection, each on a thread of its own, and closes it afterwards. */
    public static RawFaultServer start(Conversation conversation) {
        throw new UnsupportedOperationException();
    }

    /** A URL where nobody listens: connections to it are refused. */
    public static URI refusing() {
        throw new UnsupportedOperationException();
    }

    public URI url() {
        throw new UnsupportedOperationException();
    }

    /** As {@link #url()} with {@code https}, for clients that are to see a broken TLS handshake. */
    public URI httpsUrl() {
        throw new UnsupportedOperationException();
    }

    /** How many connections were accepted so far. */
    public int accepted() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
