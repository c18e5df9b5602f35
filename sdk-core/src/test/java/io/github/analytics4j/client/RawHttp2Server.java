package io.github.analytics4j.client;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Speaks HTTP/2 in the clear, frame by frame, so that it can say what no server library lets one say. */
public final class RawHttp2Server implements AutoCloseable {
    private static final int PREFACE = 24;
    private static final int HEADER = 9;
    private static final byte[] STATUS_200 = {(byte) 0x88};
    private static final int HEADERS_IN_A_FRAME = 150;
    private static final int CONTENT_ENCODING = 26;
    private static final int CONTENT_LENGTH = 28;
    private static final int SET_COOKIE = 55;

    private final ServerSocket listener = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "raw-http2-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final Behaviour behaviour;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger pings = new AtomicInteger();
    private final byte[] body;

    /** What to do with a request that has been read; the number counts the requests of all connections, from 1. */
    public interface Behaviour {
        void meet(Connection connection, int stream, int number) throws IOException;
    }

    public RawHttp2Server(String body, Behaviour behaviour) throws IOException {
        this.body = body.getBytes(StandardCharsets.UTF_8);
        this.behaviour = behaviour;
        daemon(this::accept);
    }

    public String url() {
        return "http://127.0.0.1:" + listener.getLocalPort();
    }

    public int port() {
        return listener.getLocalPort();
    }

    public int accepted() {
        return accepted.get();
    }

    public int requests() {
        return requests.get();
    }

    /** How many pings were answered. */
    public int pings() {
        return pings.get();
    }

    /** A client that speaks it. */
    public static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .build();
    }

    /** A header with a name of the static table, from its sixteenth on. */
    private static byte[] literal(int name, String value) {
        ByteBuffer header = ByteBuffer.allocate(3 + value.length());
        header.put((byte) 0x0f).put((byte) (name - 15)).put((byte) value.length());
        return header.put(value.getBytes(StandardCharsets.US_ASCII)).array();
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "raw-http2");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                accepted.incrementAndGet();
                Connection connection = new Connection(socket, socket.getOutputStream());
                daemon(() -> serve(socket, connection));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket, Connection connection) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.skipNBytes(PREFACE);
            connection.frame(4, 0, 0, new byte[0]);
            while (!connection.silent) {
                read(in, connection);
            }
            connection.closed.await();
        } catch (EOFException e) {
            // the client is done
        } catch (IOException | InterruptedException e) {
            // the client went away, or the server did
        } finally {
            open.remove(socket);
        }
    }

    private void read(DataInputStream in, Connection connection) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
            throw new EOFException();
        }
        int length = ((header[0] & 0xff) << 16) | ((header[1] & 0xff) << 8) | (header[2] & 0xff);
        int type = header[3];
        int flags = header[4];
        int stream = ByteBuffer.wrap(header, 5, 4).getInt();
        byte[] payload = in.readNBytes(length);
        if (type == 4 && (flags & 1) == 0) {
            connection.frame(4, 1, 0, new byte[0]);
        } else if (type == 6 && (flags & 1) == 0) {
            pings.incrementAndGet();
            connection.frame(6, 1, 0, payload);
            connection.pinged();
        } else if ((type == 0 || type == 1) && (flags & 1) != 0) {
            behaviour.meet(connection, stream, requests.incrementAndGet());
        }
    }

    /** Writes frames to one client. */
    public final class Connection {
        private final Socket socket;
        private final OutputStream out;
        private final AtomicInteger active = new AtomicInteger();
        private final CountDownLatch closed = new CountDownLatch(1);
        private volatile boolean silent;
        private int waiting; // this and the next belong to the thread that reads
        private int pingsLeft;

        private Connection(Socket socket, OutputStream out) {
            this.socket = socket;
            this.out = out;
        }

        synchronized void frame(int type, int flags, int stream, byte[] payload) throws IOException {
            ByteBuffer frame = ByteBuffer.allocate(HEADER + payload.length);
            frame.put((byte) (payload.length >> 16)).putShort((short) payload.length);
            frame.put((byte) type).put((byte) flags).putInt(stream).put(payload);
            out.write(frame.array());
            out.flush();
        }

        /** Answers when so many pings were answered from now on. */
        public void answerAfterPings(int stream, int count) {
            waiting = stream;
            pingsLeft = count;
        }

        private void pinged() throws IOException {
            if (waiting != 0 && --pingsLeft == 0) {
                answer(waiting);
            }
        }

        /** 200 and the body. */
        public void answer(int stream) throws IOException {
            frame(1, 4, stream, STATUS_200);
            frame(0, 1, stream, body);
        }

        /** 200 with the length of a body, of which only these bytes come before the stream ends in good order. */
        public void answerInPart(int stream, byte[] part, int announced, boolean gzip) throws IOException {
            ByteArrayOutputStream block = new ByteArrayOutputStream();
            block.writeBytes(STATUS_200);
            block.writeBytes(literal(CONTENT_LENGTH, String.valueOf(announced)));
            if (gzip) {
                block.writeBytes(literal(CONTENT_ENCODING, "gzip"));
            }
            frame(1, 4, stream, block.toByteArray());
            frame(0, 1, stream, part);
        }

        /** 200 with so many headers of a hundred bytes, in as many frames as that takes. */
        public void answerWithHeaders(int stream, int count) throws IOException {
            frame(1, 1, stream, STATUS_200);
            for (int left = count; left > 0; left -= HEADERS_IN_A_FRAME) {
                ByteArrayOutputStream block = new ByteArrayOutputStream();
                for (int i = 0; i < Math.min(left, HEADERS_IN_A_FRAME); i++) {
                    block.writeBytes(literal(SET_COOKIE, "v".repeat(90)));
                }
                frame(9, left > HEADERS_IN_A_FRAME ? 0 : 4, stream, block.toByteArray());
            }
        }

        /** 100, 102 or 103: a literal status, not indexed, after the name of the static table's entry for it. */
        public void interim(int stream, int status) throws IOException {
            String digits = String.valueOf(status);
            ByteBuffer block = ByteBuffer.allocate(2 + digits.length());
            block.put((byte) 0x08).put((byte) digits.length()).put(digits.getBytes(StandardCharsets.US_ASCII));
            frame(1, 4, stream, block.array());
        }

        /** The request was not read. */
        public void refuse(int stream) throws IOException {
            reset(stream, 7);
        }

        public void reset(int stream, int code) throws IOException {
            frame(3, 0, stream, ByteBuffer.allocate(4).putInt(code).array());
        }

        /** Streams above the last are not going to be read. */
        public void goAway(int lastStream) throws IOException {
            frame(7, 0, 0, ByteBuffer.allocate(8).putInt(lastStream).putInt(0).array());
        }

        /** At most so many streams at once, as a setting. */
        public void limit(int streams) throws IOException {
            frame(
                    4,
                    0,
                    0,
                    ByteBuffer.allocate(6).putShort((short) 3).putInt(streams).array());
        }

        /** Answers one stream at a time, after a moment, and refuses those that come meanwhile. */
        public void answerAlone(int stream) throws IOException {
            if (active.incrementAndGet() > 1) {
                active.decrementAndGet();
                refuse(stream);
                return;
            }
            var unused = timer.schedule(
                    () -> {
                        active.decrementAndGet();
                        answer(stream);
                        return null;
                    },
                    5,
                    TimeUnit.MILLISECONDS);
        }

        /** Reads nothing more and writes nothing more, as if the cable were cut. */
        public void fallSilent() {
            silent = true;
        }

        public void end() throws IOException {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        timer.shutdownNow();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
