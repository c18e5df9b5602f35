package io.github.analytics4j.duckdb;

import io.github.analytics4j.sockets.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A call log of made-up rows behind a bare socket on loopback; connections are kept alive. */
final class CallLogServer implements AutoCloseable {
    static final String KEY = "sk_planted_4471";
    private static final Pattern QUERY = Pattern.compile("[?&](limit|offset)=(\\d+)");

    private final RawServer server;
    private final long calls;
    private final LongFunction<String> row;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Semaphore begun = new Semaphore(0);
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private volatile long holdsAt = Long.MAX_VALUE;
    private volatile long total;
    private volatile boolean keeps = true;
    private volatile String refusal = "";

    CallLogServer(long calls, LongFunction<String> row) {
        this.calls = calls;
        this.total = calls;
        this.row = row;
        this.server = new RawServer(this::serve);
    }

    Map<String, String> settings() {
        return Map.of("synthflow.api-key", KEY, "synthflow.base-url", server.url() + "/v2");
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

    /** Waits until so many queries asked for their first page. */
    void awaitBegun(int queries) throws InterruptedException {
        begun.acquire(queries);
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

    private boolean serve(String head, Socket socket) throws IOException {
        String target = head.split(" ", 3)[1];
        if (keeps) {
            requests.add(target);
        }
        byte[] response = response(target);
        if (response.length == 0) {
            socket.getInputStream().read(); // until the client gives up, or the server is closed
            givenUp.countDown();
            return false;
        }
        socket.getOutputStream().write(response);
        return true;
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
        if (offset == 0) {
            begun.release();
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

    @Override
    public void close() throws IOException {
        server.close();
    }
}
