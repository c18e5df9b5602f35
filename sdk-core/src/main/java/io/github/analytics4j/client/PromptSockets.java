package io.github.analytics4j.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import javax.net.SocketFactory;

/**
 * Sockets that send at once what is written. OkHttp leaves Java's default, by which a small packet waits for the other side to
 * confirm the one before, up to 40 ms or the time of a round trip: the last messages of a TLS handshake, and over HTTP/2 each
 * request behind another one.
 */
final class PromptSockets extends SocketFactory {
    private static final SocketFactory SOCKETS = SocketFactory.getDefault();

    private static Socket prompt(Socket socket) throws SocketException {
        socket.setTcpNoDelay(true);
        return socket;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(SOCKETS.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(SOCKETS.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(SOCKETS.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(SOCKETS.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return prompt(SOCKETS.createSocket(host, port, from, fromPort));
    }
}
