package io.github.analytics4j.testkit.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;

/** The open connections of one origin, by the order of their arrival, which is how the web server numbers them. */
public final class Connections extends ServerSocketFactory {
    private static final long PAUSE_NANOS = 10_000_000;

    private final ConcurrentHashMap<Integer, Connection> open = new ConcurrentHashMap<>();

    final RawLog received = new RawLog();

    int count() {
        return open.size();
    }

    int busy() {
        return open.values().stream().mapToInt(Connection::busy).sum();
    }

    /** Closes what this thread served. */
    void closeOf(Thread thread) {
        open.values().stream().filter(connection -> connection.isReadBy(thread)).forEach(Connection::closeQuietly);
    }

    @Nullable
    Connection get(int index) {
        return open.get(index);
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new Listener();
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return createServerSocket(port, 0, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        ServerSocket listener = new Listener();
        listener.bind(new InetSocketAddress(address, port), backlog);
        return listener;
    }

    private final class Listener extends ServerSocket {
        private int accepted; // by the one thread that accepts

        Listener() throws IOException {}

        @Override
        public void bind(SocketAddress address, int backlog) throws IOException {
            super.bind(address, Math.max(backlog, 512));
        }

        /** One that cannot be taken is not the end of the others: its client has gone, or no file is free until another one goes. */
        @Override
        public Socket accept() throws IOException {
            while (true) {
                try {
                    return next();
                } catch (IOException e) {
                    if (isClosed()) {
                        throw e;
                    }
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
        }

        private Socket next() throws IOException {
            Connection connection = new Connection(open, accepted, received);
            boolean taken = false;
            try {
                implAccept(connection);
                connection.setTcpNoDelay(true);
                accepted++;
                connection.accepted();
                taken = true;
                return connection;
            } finally {
                if (!taken) {
                    connection.close();
                }
            }
        }
    }
}
