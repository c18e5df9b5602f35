package io.github.analytics4j.testkit;

import io.github.analytics4j.testkit.server.DaemonThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A bare socket server for what no HTTP server would send: garbage, refusals, broken handshakes. Thread-safe. */
public final class RawFaultServer implements AutoCloseable {
    /** The treatment of one accepted connection. */
    @FunctionalInterface
    public interface Conversation {
        /**
         * Talks with a client; when it returns the connection is closed.
         *
         * @param socket the connection, just accepted
         * @throws IOException which ends the conversation and nothing else
         */
        void with(Socket socket) throws IOException;
    }

    private final ServerSocket listener;
    private final Conversation conversation;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    private RawFaultServer(ServerSocket listener, Conversation conversation) {
        this.listener = listener;
        this.conversation = conversation;
    }

    /**
     * {@return a server that reads a request's head, then sends these bytes and closes; the same for every connection}
     *
     * @param bytes the response, head included
     */
    public static RawFaultServer answering(byte[] bytes) {
        byte[] answer = bytes.clone();
        return start(socket -> {
            readHead(socket.getInputStream());
            socket.getOutputStream().write(answer);
            socket.getOutputStream().flush();
        });
    }

    /**
     * {@return a server that does this with every connection, each on a thread of its own, and closes it afterwards}
     *
     * @param conversation run once a connection, several at a time
     */
    public static RawFaultServer start(Conversation conversation) {
        RawFaultServer server = new RawFaultServer(listen(), conversation);
        DaemonThreads.thread(server::accept).start();
        return server;
    }

    /** {@return a URL where nobody listens: connections to it are refused} */
    public static URI refusing() {
        try (ServerSocket listener = listen()) {
            return url("http", listener);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads up to and with the empty line that ends a request's head.
     *
     * @param in of a connection
     * @throws IOException if the connection breaks before
     */
    public static void readHead(InputStream in) throws IOException {
        int ends = 0;
        while (ends < 4) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("the client hung up within the head of its request");
            }
            ends = b == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : b == '\r' ? 1 : 0;
        }
    }

    /** {@return where it listens, with {@code http}} */
    public URI url() {
        return url("http", listener);
    }

    /** {@return where it listens, with {@code https}, for clients that are to see a broken TLS handshake} */
    public URI httpsUrl() {
        return url("https", listener);
    }

    /** {@return the number of connections accepted so far} */
    public int accepted() {
        return accepted.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI url(String scheme, ServerSocket listener) {
        return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 512, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                accepted.incrementAndGet();
                open.add(socket);
                DaemonThreads.thread(() -> converse(socket)).start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            conversation.with(socket);
        } catch (IOException clientGone) {
            // the client's end of it is what a test looks at
        } finally {
            open.remove(socket);
        }
    }
}
