package io.github.analytics4j.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sockets that send at once what is written, and take from the system all that has come.
 *
 * <p>OkHttp leaves Java's default, by which a small packet waits for the other side to confirm the one before, up to 40 ms or
 * the time of a round trip: the last messages of a TLS handshake, and over HTTP/2 each request behind another one. And it
 * reads 8 KB at a time, TLS a record's five bytes and then the record, each of which is a call of the system.
 */
final class NoDelaySockets extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
        return new NoDelaySocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(from, fromPort));
    }

    private static Socket connected(InetSocketAddress to, @Nullable InetSocketAddress from) throws IOException {
        Socket socket = new NoDelaySocket();
        try {
            if (from != null) {
                socket.bind(from);
            }
            socket.connect(to);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static final class NoDelaySocket extends Socket {
        private static final int AT_ONCE = 32 * 1024;

        private @Nullable InputStream input;

        NoDelaySocket() throws SocketException {
            setTcpNoDelay(true);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream system = super.getInputStream(); // refuses when the socket is closed
            if (input == null) {
                input = new BufferedInputStream(system, AT_ONCE);
            }
            return input;
        }
    }
}
