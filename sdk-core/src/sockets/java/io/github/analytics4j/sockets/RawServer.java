package io.github.analytics4j.sockets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP/1.1 server on a bare socket: it reads the heads of the requests, and its handler writes every byte of the responses or
 * breaks the connection. Each connection has a daemon thread.
 */
public final class RawServer implements AutoCloseable {
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");

    private final ServerSocket listener;
    private final Handler handler;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();

    /** The treatment of requests; called by several connections at once. */
    public interface Handler {
        /**
         * Responds to a request; when it throws, the connection is closed.
         *
         * @param head the request line and the headers, with the empty line that ends them
         * @param socket from which nothing behind the head was read
         * @return whether the connection is kept for another request
         */
        boolean handle(String head, Socket socket) throws IOException, InterruptedException;
    }

    /** Listens on loopback, on a port that is free. */
    public RawServer(Handler handler) {
        this(listen(0), handler);
    }

    /** Listens with a socket of the caller, and closes it at its own end. */
    public RawServer(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
        daemon(this::accept);
    }

    /** {@return a socket on loopback; the port may be that of a server which was just closed} */
    public static ServerSocket listen(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 200);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return the body of a request with a {@code Content-Length}; nothing of one without} */
    public static byte[] body(String head, Socket socket) throws IOException {
        Matcher length = LENGTH.matcher(head);
        return socket.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** {@return the open connections, as they are from moment to moment} */
    public Set<Socket> connections() {
        return connections;
    }

    /** {@return how many connections were made} */
    public int accepted() {
        return accepted.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                accepted.incrementAndGet();
                connections.add(socket);
                if (listener.isClosed()) {
                    socket.close(); // the end of all connections may have missed it
                }
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            String head = head(in);
            while (!head.isEmpty() && handler.handle(head, socket)) {
                head = head(in);
            }
        } catch (IOException | InterruptedException e) {
            // the client is gone, or the test has ended the connection
        } finally {
            connections.remove(socket);
        }
    }

    /** Reads byte for byte: what follows a head belongs to the handler. Empty at the end of the stream. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD, head.length() - END_OF_HEAD.length()) < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    public void closeConnections() throws IOException {
        for (Socket socket : connections) {
            socket.close();
        }
        connections.clear();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        closeConnections();
    }
}
