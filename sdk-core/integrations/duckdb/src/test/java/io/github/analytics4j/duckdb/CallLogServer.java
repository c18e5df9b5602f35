package io.github.analytics4j.duckdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call log of made-up rows behind a bare socket on loopback; connections are kept alive. */
final class CallLogServer implements AutoCloseable {
    static final String KEY = "sk_planted_4471";
    private static final Pattern QUERY = Pattern.compile("[?&](limit|offset)=(\\d+)");

    private final ServerSocket listener;
    private final long calls;
    private final LongFunction<String> row;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private volatile long holdsAt = Long.MAX_VALUE;
    private volatile long total;
    private volatile boolean keeps = true;
    private volatile String refusal = "";

    CallLogServer(long calls, LongFunction<String> row) throws IOException {
        this.calls = calls;
        this.total = calls;
        this.row = row;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    Map<String, String> settings() {
        return Map.of(
                "synthflow.api-key", KEY, "synthflow.base-url", "http://127.0.0.1:" + listener.getLocalPort() + "/v2");
    }

    /** The targets that were asked for, oldest first. */
    List<String> requests() {
        return requests;
    }

    /** Keeps no list of the requests. */
    void forget() {
        keeps = false;
    }

    /** Sends no page from that offset on, until it is closed. */
    void holdAt(long offset) {
        holdsAt = offset;
    }

    void awaitHeld() throws InterruptedException {
        held.await();
    }

    /** Waits until the client ended a request that got no page. */
    void awaitGivenUp() throws InterruptedException {
        givenUp.await();
    }

    /** Answers pages from any offset again. */
    void goOn() {
        holdsAt = Long.MAX_VALUE;
    }

    /** States another total than is there. */
    void state(long rows) {
        total = rows;
    }

    /** Answers with that status line, headers and body; with rows again if it is empty. */
    void refuse(String response) {
        refusal = response;
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "call-log-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                daemon(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            String head = head(socket.getInputStream());
            while (!head.isEmpty()) {
                String target = head.split(" ", 3)[1];
                if (keeps) {
                    requests.add(target);
                }
                byte[] response = response(target);
                if (response.length == 0) {
                    socket.getInputStream().read(); // until the client gives up, or the server is closed
                    givenUp.countDown();
                    return;
                }
                socket.getOutputStream().write(response);
                head = head(socket.getInputStream());
            }
        } catch (IOException e) {
            // the client is gone
        } finally {
            open.remove(socket);
        }
    }

    private byte[] response(String target) {
        long limit = 20;
        long offset = 0;
        Matcher values = QUERY.matcher(target);
        while (values.find()) {
            long value = Long.parseLong(values.group(2));
            limit = values.group(1).equals("limit") ? value : limit;
            offset = values.group(1).equals("offset") ? value : offset;
        }
        if (offset >= holdsAt) {
            held.countDown();
            return new byte[0];
        } else if (!refusal.isEmpty()) {
            return refusal.getBytes(StandardCharsets.UTF_8);
        }
        StringBuilder page = new StringBuilder("{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":")
                .append(total)
                .append(",\"limit\":")
                .append(limit)
                .append(",\"offset\":")
                .append(offset)
                .append("},\"calls\":[");
        for (long index = offset; index < Math.min(calls, offset + limit); index++) {
            page.append(index == offset ? "" : ",").append(row.apply(index));
        }
        byte[] body = page.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(
                ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
            next = in.read();
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket each : open) {
            each.close();
        }
    }
}
