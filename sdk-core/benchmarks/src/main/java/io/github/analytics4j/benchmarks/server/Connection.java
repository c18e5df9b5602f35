package io.github.analytics4j.benchmarks.server;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection: reads a request's head, skips its body, writes the response, and again. */
final class Connection implements Runnable {
    private static final int MAX_HEAD = 16 * 1024;

    private final SocketChannel socket;
    private final Responses answers;
    private final ByteBuffer received = ByteBuffer.allocate(MAX_HEAD);

    Connection(SocketChannel socket, Responses answers) {
        this.socket = socket;
        this.answers = answers;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            while (true) {
                Request request = Request.parse(readHead());
                skip(request.contentLength());
                answers.answer(request).writeTo(socket);
            }
        } catch (IOException | InterruptedException clientWentAway) {
            // The usual end of a connection.
        }
    }

    /** The text up to the blank line; what follows it stays in the buffer. */
    private String readHead() throws IOException {
        for (int scanned = 0; ; ) {
            int end = endOfHead(scanned);
            if (end >= 0) {
                String head = new String(received.array(), 0, end, StandardCharsets.ISO_8859_1);
                received.flip().position(end);
                received.compact();
                return head;
            }
            scanned = Math.max(0, received.position() - 3);
            fill();
        }
    }

    private void fill() throws IOException {
        if (!received.hasRemaining() || socket.read(received) < 0) {
            throw new EOFException();
        }
    }

    private int endOfHead(int from) {
        byte[] bytes = received.array();
        for (int i = from; i + 3 < received.position(); i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                return i + 4;
            }
        }
        return -1;
    }

    private void skip(long body) throws IOException {
        for (long left = body; left > 0; ) {
            if (received.position() == 0) {
                fill();
            }
            int taken = (int) Math.min(left, received.position());
            received.flip().position(taken);
            received.compact();
            left -= taken;
        }
    }
}
