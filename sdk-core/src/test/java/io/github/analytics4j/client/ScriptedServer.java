package io.github.analytics4j.client;

import io.github.analytics4j.sockets.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server on a raw socket that answers each request with the next line of its script, faults included. */
public final class ScriptedServer implements AutoCloseable {
    private final RawServer server;
    private final Queue<Response> script = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** What arrived: the request line, the headers as they were written, the body. */
    public record Received(String line, List<String> headers, String body) {
        public String header(String name) {
            return headers.stream()
                    .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What to do with a request; false when the connection is over. */
    public interface Response {
        boolean give(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    public ScriptedServer() {
        server = new RawServer(this::serve);
    }

    public ScriptedServer(ServerSocket listener) {
        server = new RawServer(listener, this::serve);
    }

    public String url() {
        return server.url();
    }

    public int port() {
        return server.port();
    }

    public ScriptedServer then(Response... answers) {
        script.addAll(List.of(answers));
        return this;
    }

    public ScriptedServer times(int count, Response answer) {
        for (int i = 0; i < count; i++) {
            script.add(answer);
        }
        return this;
    }

    public Received take() throws InterruptedException {
        Received next = received.poll(5, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no request arrived");
        }
        return next;
    }

    /** How many requests arrived that nobody took. */
    public int count() {
        return received.size();
    }

    public int openConnections() {
        return server.connections().size();
    }

    /** How many connections were made. */
    public int accepted() {
        return server.accepted();
    }

    /** Ends the connections there are, with a reset or in good order. */
    public void endConnections(boolean reset) throws IOException {
        for (Socket socket : server.connections()) {
            try {
                socket.setSoLinger(reset, 0);
            } catch (SocketException e) {
                // its own end came first
            }
        }
        server.closeConnections();
    }

    private boolean serve(String head, Socket socket) throws IOException, InterruptedException {
        List<String> lines = head.lines().filter(line -> !line.isEmpty()).toList();
        String body = new String(RawServer.body(head, socket), StandardCharsets.UTF_8);
        received.add(new Received(lines.get(0), lines.subList(1, lines.size()), body));
        Response answer = script.poll();
        return (answer == null ? json(599, "{\"detail\":\"not in the script\"}") : answer)
                .give(socket, socket.getOutputStream());
    }

    /** A whole JSON response; headers as {@code "Name: value"}. */
    public static Response json(int status, String body, String... headers) {
        return whole(status, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** A whole response of any kind. */
    public static Response whole(int status, String type, byte[] body, String... headers) {
        return (socket, out) -> {
            out.write(head(status, type, body.length, headers));
            out.write(body);
            out.flush();
            return true;
        };
    }

    /** Headers that promise more than comes, then the orderly end of the connection. */
    public static Response truncated(String body, int promised) {
        return (socket, out) -> {
            out.write(head(200, "application/json", promised));
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return false;
        };
    }

    /** These bytes and no more. */
    public static Response raw(String text) {
        return (socket, out) -> {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return false;
        };
    }

    /** The connection breaks before anything was said. */
    public static Response reset() {
        return (socket, out) -> {
            socket.setSoLinger(true, 0);
            return false;
        };
    }

    /** The connection breaks in the middle of the body. */
    public static Response resetInBody(String begun) {
        return (socket, out) -> {
            out.write(head(200, "application/json", 1000));
            out.write(begun.getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(30); // lets the bytes arrive before the reset overtakes them
            socket.setSoLinger(true, 0);
            return false;
        };
    }

    /** Nothing comes, ever. */
    public Response stall() {
        return (socket, out) -> {
            closing.await();
            return false;
        };
    }

    /** Headers come, and then nothing. */
    public Response stallInBody(String begun) {
        return (socket, out) -> {
            out.write(head(200, "application/json", 1000));
            out.write(begun.getBytes(StandardCharsets.UTF_8));
            out.flush();
            closing.await();
            return false;
        };
    }

    /** One byte now and then, so that no read ever waits long. */
    public Response drip() {
        return (socket, out) -> {
            out.write(head(200, "application/json", 1_000_000));
            while (!closing.await(10, TimeUnit.MILLISECONDS)) {
                out.write(' ');
                out.flush();
            }
            return false;
        };
    }

    public static byte[] head(int status, String type, long length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        head.append("Content-Type: ")
                .append(type)
                .append("\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        server.close();
    }
}
