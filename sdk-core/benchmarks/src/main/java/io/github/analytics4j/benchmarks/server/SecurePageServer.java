package io.github.analytics4j.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;

/** The responses over TLS. It is a heavier server than the plain one, for both readers of a pair alike. */
final class SecurePageServer extends Dispatcher implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Responses answers;

    private SecurePageServer(Responses answers) {
        this.answers = answers;
    }

    /** A server on a free port of the loopback interface, which speaks the first of these protocols that its client does too. */
    static SecurePageServer start(Responses answers, HeldCertificate certificate, List<Protocol> protocols)
            throws IOException {
        SecurePageServer secure = new SecurePageServer(answers);
        secure.server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslSocketFactory());
        secure.server.setServerSocketFactory(new PromptServerSockets());
        secure.server.setProtocols(protocols);
        secure.server.setDispatcher(secure);
        secure.server.start(InetAddress.getLoopbackAddress(), 0);
        return secure;
    }

    /** Sockets that send at once: MockWebServer's wait up to 40 ms for their client before they send the second part of a response. */
    private static final class PromptServerSockets extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket socket = super.accept();
                    socket.setTcpNoDelay(true);
                    return socket;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            throw new IOException("MockWebServer binds its socket itself");
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return createServerSocket(port);
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            return createServerSocket(port);
        }
    }

    /** {@code https://127.0.0.1:<port>}, without a path. */
    URI uri() {
        return URI.create("https://127.0.0.1:" + server.getPort());
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        server.takeRequest(0, TimeUnit.NANOSECONDS); // else it keeps them all
        Response answer = answers.answer(request(recorded.getMethod(), recorded.getUrl()));
        MockResponse.Builder response = new MockResponse.Builder().status("HTTP/1.1 " + answer.status());
        answer.headers().forEach(response::addHeader);
        return response.body(body(answer)).build();
    }

    private static Buffer body(Response answer) {
        Buffer body = new Buffer();
        try {
            for (ByteBuffer part : answer.body()) {
                body.write(part.duplicate());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it writes into memory
        }
        return body;
    }

    private static Request request(String method, HttpUrl url) {
        Map<String, String> query = new LinkedHashMap<>();
        url.queryParameterNames().forEach(name -> query.put(name, Objects.requireNonNull(url.queryParameter(name))));
        return new Request(method, url.pathSegments(), query, 0, url.host() + ":" + url.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
