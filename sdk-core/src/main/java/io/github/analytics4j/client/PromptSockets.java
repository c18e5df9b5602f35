package io.github.analytics4j.client;

import java.io.FilterInputStream;
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
final class PromptSockets extends SocketFactory {
    @Override
    public Socket createSocket() throws IOException {
        return new PromptSocket();
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
        Socket socket = new PromptSocket();
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

    private static final class PromptSocket extends Socket {
        private @Nullable InputStream input;

        PromptSocket() throws SocketException {
            setTcpNoDelay(true);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            InputStream system = super.getInputStream(); // refuses when the socket is closed
            if (input == null) {
                input = new WideInput(system);
            }
            return input;
        }
    }

    /** Reads up to 32 KB at once. One thread at a time reads from a connection. */
    private static final class WideInput extends FilterInputStream {
        private static final int SIZE = 32 * 1024;

        private final byte[] buffer = new byte[SIZE];
        private int next;
        private int end;

        WideInput(InputStream system) {
            super(system);
        }

        /** Fills the empty buffer with what is there, or waits for the first bytes; false at the end. */
        private boolean fill() throws IOException {
            int got = in.read(buffer, 0, buffer.length);
            next = 0;
            end = Math.max(0, got);
            return got > 0;
        }

        @Override
        public int read() throws IOException {
            return next < end || fill() ? buffer[next++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (next == end && !fill()) {
                return -1;
            }
            int got = Math.min(length, end - next);
            System.arraycopy(buffer, next, target, from, got);
            next += got;
            return got;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = Math.min(count, end - next);
            next += (int) skipped;
            return skipped < count && skipped == 0 ? in.skip(count) : skipped;
        }

        @Override
        public int available() throws IOException {
            return end - next + in.available();
        }
    }
}
