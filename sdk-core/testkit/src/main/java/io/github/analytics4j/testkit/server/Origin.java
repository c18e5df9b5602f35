package io.github.analytics4j.testkit.server;

import io.github.analytics4j.testkit.SandboxRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** One web server: records what arrives, lets faults have their way, asks its API for the rest. */
public final class Origin extends Dispatcher {
    private static final String NO_LEAVE =
            "The sandbox gives no leave over HTTP/2: send the body without Expect: 100-continue.";
    private static final String NO_PATH = "The target of a request is a path, such as /v2/calls.";
    private static final Pattern AUTHORITY = Pattern.compile("(?i)^https?://[^/?]*/?");

    private final Env env;
    private final String name;
    private final Function<SandboxRequest, Reply> api;
    private final MockWebServer server = new MockWebServer();
    private final Connections connections = new Connections();
    private final IntFunction<Reply> errors;
    private final Consumer<SandboxRequest> records;
    private final List<Spoiler> faults;

    /** Spoils a response, or returns null to let it be. */
    public interface Spoiler {
        @Nullable
        Reply spoil(Exchange exchange, Supplier<Reply> api);
    }

    /** Tells the records of each request that arrives, and asks the faults in this order. */
    public Origin(
            Env env,
            String name,
            Function<SandboxRequest, Reply> api,
            IntFunction<Reply> errors,
            Consumer<SandboxRequest> records,
            List<Spoiler> faults) {
        this.env = env;
        this.name = name;
        this.api = api;
        this.errors = errors;
        this.records = records;
        this.faults = List.copyOf(faults);
    }

    public void start(int port) {
        DaemonThreads.use(server, this::threadFailed);
        server.setServerSocketFactory(connections);
        server.setDispatcher(this);
        Certificate certificate = env.address.certificate();
        if (certificate != null) {
            server.useHttps(TlsSocket.factory(certificate.server().getSocketFactory()));
        }
        try {
            server.start(env.address.bind(), port);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the sandbox cannot listen on port " + port + ": " + e.getMessage() + ", at "
                            + env.address.bind().getHostAddress(),
                    e);
        }
    }

    /** Without this the connection would stay open, and its client wait for ever. */
    private void threadFailed(Thread thread, Throwable failure) {
        env.failed(failure);
        connections.closeOf(thread);
    }

    public URI url() {
        return env.address.url(server.getPort());
    }

    public String received() {
        return connections.received.text();
    }

    /** Forgets the bytes that arrived so far. */
    public void forget() {
        connections.received.clear();
    }

    public int openConnections() {
        return connections.count();
    }

    public int requestsInFlight() {
        return connections.busy();
    }

    public void stop() {
        server.close();
    }

    @Override
    public MockResponse dispatch(RecordedRequest recorded) throws InterruptedException {
        server.takeRequest(0, TimeUnit.MILLISECONDS); // else the server keeps every request for ever
        Connection connection = connections.get(recorded.getConnectionIndex());
        if (connection == null) {
            return new MockResponse.Builder().build(); // closed meanwhile: nobody is there to read it
        }
        connection.busy(true);
        try {
            Exchange exchange = new Exchange(record(recorded), connection, env.closing, errors);
            Reply reply = waitsForLeave(recorded) ? Reply.of(417, "text/plain", NO_LEAVE) : answered(exchange);
            env.log(exchange.request() + " -> " + reply.status());
            return Wire.response(reply, exchange, env, recorded.getVersion());
        } catch (RuntimeException | Error e) {
            env.failed(e);
            connection.closeQuietly();
            return new MockResponse.Builder().build();
        }
    }

    /** With HTTP/2 the web server gives no leave to send a body, and so has not read one. */
    private static boolean waitsForLeave(RecordedRequest recorded) {
        return recorded.getVersion().equals("HTTP/2")
                && "100-continue".equalsIgnoreCase(recorded.getHeaders().get("expect"));
    }

    /** A mistake of the sandbox or of a test's hook is answered as such; a dropped connection would hide it. */
    private Reply answered(Exchange exchange) {
        SandboxRequest request = exchange.request();
        try {
            if (!request.target().startsWith("/")) { // it is of a proxy, or of the server as a whole
                return Reply.of(400, "text/plain", NO_PATH);
            }
            Reply reply = Cors.isPreflight(request) ? Cors.preflight(request) : answer(exchange);
            return Cors.readable(request, reply);
        } catch (RuntimeException e) {
            env.failed(e);
            return Reply.of(500, "text/plain", "the sandbox itself failed: " + e);
        }
    }

    private Reply answer(Exchange exchange) {
        Supplier<Reply> normal = () -> {
            if (!env.latency.isZero()) {
                exchange.pause(env.latency);
            }
            return api.apply(exchange.request());
        };
        for (Spoiler spoiler : faults) {
            Reply spoiled = spoiler.spoil(exchange, normal);
            if (spoiled != null) {
                return spoiled;
            }
        }
        return normal.get();
    }

    /** HTTP/2 has the host, and what a request line has, in headers that begin with a colon. */
    private static String headerName(String name) {
        return name.equals(":authority") ? "Host" : name;
    }

    private SandboxRequest record(RecordedRequest recorded) {
        Headers headers = recorded.getHeaders();
        List<String> lines = new ArrayList<>(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            String line = headerName(headers.name(i)) + ": " + headers.value(i);
            if (line.charAt(0) != ':') {
                lines.add(line);
            }
        }
        String body = recorded.getBody() == null ? "" : recorded.getBody().utf8();
        SandboxRequest request = new SandboxRequest(
                env.numbers.incrementAndGet(),
                name,
                recorded.getMethod(),
                AUTHORITY.matcher(recorded.getTarget()).replaceFirst("/"), // a client may send the whole address
                List.copyOf(lines),
                body);
        records.accept(request);
        return request;
    }
}
