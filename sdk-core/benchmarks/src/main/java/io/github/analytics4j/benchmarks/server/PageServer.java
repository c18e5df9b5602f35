package io.github.analytics4j.benchmarks.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import okhttp3.Protocol;
import okhttp3.tls.HeldCertificate;

/** Serves until it is closed or its process ends; a thread a connection, for there are never more than some dozens. */
public final class PageServer implements AutoCloseable {
    private final ServerSocketChannel listening;
    private final Responses answers = new Responses();

    private PageServer(ServerSocketChannel listening) {
        this.listening = listening;
    }

    /** A server on a free port of the loopback interface. */
    public static PageServer start() throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open();
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        PageServer server = new PageServer(listening);
        daemon(server::accept);
        return server;
    }

    /** {@code http://127.0.0.1:<port>}, without a path. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listening.socket().getLocalPort());
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                SocketChannel accepted = listening.accept();
                daemon(new Connection(accepted, answers));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "page-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The same answers over TLS, by the first of these protocols that a client speaks. */
    SecurePageServer secure(HeldCertificate certificate, List<Protocol> protocols) throws IOException {
        return SecurePageServer.start(answers, certificate, protocols);
    }

    /**
     * Prints where it listens (plain, TLS with HTTP/1.1, TLS with HTTP/2), then serves until its standard input ends: its parent
     * process has gone. The argument is a file for the certificates that clients have to trust.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws IOException {
        HeldCertificate certificate = Certificates.ofLoopback();
        Certificates.writeTrustStore(certificate, Path.of(args[0]));
        try (PageServer server = start();
                SecurePageServer http1 = server.secure(certificate, List.of(Protocol.HTTP_1_1));
                SecurePageServer http2 = server.secure(certificate, List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))) {
            System.out.println(server.uri() + " " + http1.uri() + " " + http2.uri());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
