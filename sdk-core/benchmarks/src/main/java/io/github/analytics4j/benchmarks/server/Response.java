package io.github.analytics4j.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A status line, headers and a body in parts; the body may be repeated to make a large file of a small buffer. */
record Response(String status, List<String> headers, List<ByteBuffer> body, long length) {
    private static final String EOL = "\r\n";

    static Response json(String text) {
        return page(List.of(bytes(text)));
    }

    static Response page(List<ByteBuffer> parts) {
        long length = parts.stream().mapToLong(ByteBuffer::remaining).sum();
        return new Response("200 OK", List.of("Content-Type: application/json"), parts, length);
    }

    static Response compressed(ByteBuffer gzip) {
        List<String> headers = List.of("Content-Type: application/json", "Content-Encoding: gzip");
        return new Response("200 OK", headers, List.of(gzip), gzip.remaining());
    }

    static Response redirect(String location) {
        return new Response("302 Found", List.of("Location: " + location), List.of(), 0);
    }

    /** A file of {@code length} bytes, the block over and over. */
    static Response file(ByteBuffer block, long length) {
        List<String> headers = List.of("Content-Type: text/csv", "ETag: \"1\"", "Accept-Ranges: bytes");
        return new Response("200 OK", headers, List.of(block), length);
    }

    static Response notFound() {
        return new Response("404 Not Found", List.of(), List.of(), 0);
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    void writeTo(SocketChannel socket) throws IOException {
        ByteBuffer head = bytes(head());
        long bodyOfFirst = body.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bodyOfFirst == length) {
            write(socket, gathered(head));
            return;
        }
        write(socket, head);
        for (long left = length; left > 0; ) {
            ByteBuffer block = body.get(0).duplicate();
            block.limit((int) Math.min(left, block.limit()));
            left -= block.remaining();
            write(socket, block);
        }
    }

    private ByteBuffer[] gathered(ByteBuffer head) {
        ByteBuffer[] all = new ByteBuffer[body.size() + 1];
        all[0] = head;
        for (int i = 0; i < body.size(); i++) {
            all[i + 1] = body.get(i).duplicate();
        }
        return all;
    }

    private static void write(SocketChannel socket, ByteBuffer... parts) throws IOException {
        while (parts[parts.length - 1].hasRemaining() || parts[0].hasRemaining()) {
            socket.write(parts);
        }
    }

    private String head() {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(EOL);
        headers.forEach(line -> head.append(line).append(EOL));
        return head.append("Content-Length: ")
                .append(length)
                .append(EOL)
                .append(EOL)
                .toString();
    }
}
