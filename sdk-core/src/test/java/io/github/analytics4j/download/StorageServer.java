package io.github.analytics4j.download;

import io.github.analytics4j.sockets.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A storage host on a raw socket: ranges, and every way to break. Keeps what it received, byte for byte. */
final class StorageServer implements AutoCloseable {
    /** In every link; must never be seen anywhere else. */
    static final String CANARY = "CANARYsignature0123456789";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final RawServer server;
    private final Function<Hit, Reply> script;
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicLong sent = new AtomicLong();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    StorageServer(Function<Hit, Reply> script) {
        this.script = script;
        this.server = new RawServer(this::answer);
    }

    /** One request: its number from 1 on, target, headers with lower-case names, and where its range begins. */
    record Hit(int number, String target, Map<String, String> headers, long from) {
        boolean ranged() {
            return headers.containsKey("range");
        }
    }

    URI link(int number) {
        return URI.create(origin() + "/bucket/CANARYpath/june.csv?X-Amz-Signature=" + CANARY + "&link=" + number);
    }

    String origin() {
        return server.url();
    }

    /** The heads of all requests as they came. */
    List<String> heads() {
        return heads;
    }

    /** The {@code Range} of each request, or "-". */
    List<String> ranges() {
        List<String> ranges = new ArrayList<>();
        for (String head : heads) {
            Matcher matcher = RANGE.matcher(head);
            ranges.add(matcher.find() ? matcher.group() : "-");
        }
        return ranges;
    }

    int hits() {
        return hits.get();
    }

    long bytesSent() {
        return sent.get();
    }

    int openConnections() {
        return server.connections().size();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean answer(String head, Socket socket) throws IOException {
        // What sits in a send buffer when the client dies was never on its way.
        socket.setSendBufferSize(64 * 1024);
        heads.add(head);
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 2));
            }
        }
        Matcher range = RANGE.matcher(headers.getOrDefault("range", ""));
        long from = range.matches() ? Long.parseLong(range.group(1)) : 0;
        Reply reply = script.apply(new Hit(hits.incrementAndGet(), head.split(" ", 3)[1], headers, from));
        return send(socket, reply, headers, from);
    }

    private boolean send(Socket socket, Reply reply, Map<String, String> headers, long from) throws IOException {
        OutputStream out = socket.getOutputStream();
        Content content = reply.content;
        if (content == null) {
            content = Content.of(reply.body.isEmpty() ? new byte[0] : reply.body.getBytes(StandardCharsets.UTF_8));
        }
        String known = headers.get("if-range");
        boolean same = known == null
                || known.equals(reply.headers.get("ETag"))
                || known.equals(reply.headers.get("Last-Modified"));
        boolean ranged = reply.content != null && reply.ranges && headers.containsKey("range") && same;
        if (ranged && from >= content.length()) {
            write(
                    out,
                    "HTTP/1.1 416 No\r\nContent-Range: bytes */" + content.length() + "\r\nContent-Length: 0\r\n\r\n");
            return true;
        }
        long start = ranged ? from : 0;
        long count = content.length() - start;
        StringBuilder head = new StringBuilder("HTTP/1.1 " + (ranged ? 206 : reply.status) + " X\r\n");
        if (ranged && !reply.headers.containsKey("Content-Range")) {
            long total = content.length() + reply.lie;
            head.append("Content-Range: bytes " + start + "-" + (total - 1) + "/" + total + "\r\n");
        }
        if (reply.chunked) {
            head.append("Transfer-Encoding: chunked\r\n");
        } else if (reply.stateLength) {
            head.append("Content-Length: " + (count + reply.lie) + "\r\n");
        }
        reply.headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        write(out, head + "\r\n");
        return body(socket, out, reply, content, start) && (reply.stateLength || reply.chunked) && reply.lie == 0;
    }

    private boolean body(Socket socket, OutputStream out, Reply reply, Content content, long start) throws IOException {
        byte[] piece = new byte[1 << 15];
        long at = start;
        while (at < content.length()) {
            long done = at - start;
            if (done >= reply.breakAfter || done >= reply.stallAfter) {
                return breakOff(socket, done >= reply.stallAfter);
            }
            int count = content.copy(at, piece);
            count = (int) Math.min(count, Math.min(reply.breakAfter, reply.stallAfter) - done);
            if (reply.chunked) {
                write(out, Integer.toHexString(count) + "\r\n");
            }
            out.write(piece, 0, count);
            if (reply.chunked) {
                write(out, "\r\n");
            }
            at += count;
            sent.addAndGet(count);
            pace(reply, count);
        }
        if (reply.breakAfter <= at - start && reply.breakAfter < Long.MAX_VALUE) {
            return breakOff(socket, false);
        }
        if (reply.chunked) {
            write(out, "0\r\n\r\n");
        }
        return true;
    }

    /** Piece by piece, and never faster to catch up: a burst would only fill buffers. */
    private static void pace(Reply reply, int count) {
        if (reply.bytesPerSecond > 0) {
            LockSupport.parkNanos(count * 1_000_000_000L / reply.bytesPerSecond);
        }
    }

    /** Closes; or says nothing more until the client leaves. */
    private static boolean breakOff(Socket socket, boolean stall) throws IOException {
        while (stall && socket.getInputStream().read() >= 0) {
            // swallow
        }
        return false;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
