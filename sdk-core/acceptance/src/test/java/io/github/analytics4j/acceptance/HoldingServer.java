package io.github.analytics4j.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.analytics4j.child.ChildJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A server in a process of its own that answers nobody until so many requests wait at once. The request for agent
 * {@code now} is answered at once; every other is told its own number.
 */
final class HoldingServer implements AutoCloseable {
    private final Process process;
    private final URI url;

    private HoldingServer(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    static HoldingServer start(int held) throws IOException {
        Process process = ChildJvm.program(List.of("-Xmx512m"), HoldingServer.class, Integer.toString(held))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new HoldingServer(process, URI.create(out.readLine()));
    }

    URI url() {
        return url;
    }

    static String answer(String agent) {
        long calls = agent.equals("now") ? -1 : Long.parseLong(agent);
        return "{\"total_calls\":" + calls
                + ",\"total_duration\":1.5,\"avg_duration\":2.5,\"completed_calls\":3,\"failed_calls\":4}";
    }

    @Override
    public void close() {
        process.destroy();
    }

    public static void main(String[] args) throws IOException {
        int held = Integer.parseInt(args[0]);
        List<HttpExchange> waiting = new ArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
        server.createContext(
                "/",
                exchange -> { // on the one thread of the server
                    if (agent(exchange).equals("now")) {
                        send(exchange);
                        return;
                    }
                    waiting.add(exchange);
                    if (waiting.size() == held) {
                        waiting.forEach(HoldingServer::send);
                    }
                });
        server.start();
        System.out.println("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static String agent(HttpExchange exchange) {
        return exchange.getRequestURI().getQuery().replaceFirst(".*=", "");
    }

    private static void send(HttpExchange exchange) {
        byte[] body = answer(agent(exchange)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (OutputStream out = exchange.getResponseBody()) {
            exchange.sendResponseHeaders(200, body.length);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
