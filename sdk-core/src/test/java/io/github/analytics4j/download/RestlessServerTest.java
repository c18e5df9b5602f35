package io.github.analytics4j.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.sockets.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A storage host that closes, forgets and restarts under its downloads; on raw sockets. */
@Timeout(120)
class RestlessServerTest {
    private static final byte[] SMALL = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern RANGE = Pattern.compile("(?i)range: bytes=(\\d+)-");

    private final OkHttpClient client = new OkHttpClient();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile RawServer server = new RawServer(this::serve);
    private volatile byte[] file = SMALL;
    private volatile int bytesBetweenRests = Integer.MAX_VALUE;
    private volatile CountDownLatch together = new CountDownLatch(0);
    private volatile Set<Socket> silent = Set.of();
    private volatile boolean over;

    @TempDir
    Path folder;

    @AfterEach
    void close() throws IOException {
        over = true;
        server.close();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private boolean serve(String head, Socket socket) throws IOException, InterruptedException {
        requests.incrementAndGet();
        if (silent.contains(socket)) {
            socket.getInputStream().read(); // until the client gives up
            return false;
        }
        together.countDown();
        together.await();
        Matcher range = RANGE.matcher(head);
        int from = range.find() ? Integer.parseInt(range.group(1)) : 0;
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 " + (from > 0 ? 206 : 200) + " OK\r\nETag: \"a\"\r\nContent-Length: "
                        + (file.length - from)
                        + (from > 0
                                ? "\r\nContent-Range: bytes " + from + "-" + (file.length - 1) + "/" + file.length
                                : "")
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        for (int at = from, sent = 0; at < file.length; ) {
            int count = Math.min(16 * 1024, file.length - at);
            out.write(file, at, count);
            at += count;
            sent += count;
            if (sent >= bytesBetweenRests) {
                restart();
            }
        }
        return true;
    }

    /** All connections end, nobody listens for a while, and then on the same port somebody does. */
    private synchronized void restart() throws IOException, InterruptedException {
        int port = server.port();
        server.close();
        CountDownLatch away = new CountDownLatch(1);
        assertThat(away.await(300, TimeUnit.MILLISECONDS)).isFalse();
        if (!over) {
            server = new RawServer(RawServer.listen(port), this::serve);
        }
    }

    private Download download(int port) {
        return Download.of(URI.create("http://127.0.0.1:" + port + "/file?sig=x"), client);
    }

    /** So many connections, each used once and kept. */
    private void warm(int port, int connections) throws Exception {
        together = new CountDownLatch(connections);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Thread thread = new Thread(() -> assertThat(download(port).transferTo(new ByteArrayOutputStream()))
                    .isEqualTo(file.length));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(server.accepted()).isEqualTo(connections);
    }

    /** Each download of a user's client makes a pool of its own over that client's connections. */
    @Test
    void transferTo_oneAfterAnother_useTheConnectionsOfTheirClient() throws Exception {
        int port = server.port();
        warm(port, 2);
        for (int i = 0; i < 3; i++) {
            download(port).transferTo(new ByteArrayOutputStream());
        }
        assertThat(requests).hasValue(5);
        assertThat(server.accepted()).isEqualTo(2);
    }

    @Test
    void transferTo_allIdleConnectionsClosed_isOneMoreRequestAndNoWait() throws Exception {
        int port = server.port();
        warm(port, 5);
        server.closeConnections();
        long began = System.nanoTime();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        download(port).with(o -> o.maxFruitlessTries(1)).transferTo(out);
        assertThat(out.toByteArray()).isEqualTo(SMALL);
        assertThat(requests).as("nothing was answered twice").hasValue(6);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void saveTo_connectionsThatFellSilent_areLeftForANewOne() throws Exception {
        int port = server.port();
        warm(port, 3);
        silent = Set.copyOf(server.connections());
        Path saved = folder.resolve("small.bin");
        download(port)
                .with(o -> o.stallTimeout(Duration.ofMillis(300)).maxFruitlessTries(4))
                .saveTo(saved);
        assertThat(saved).hasBinaryContent(SMALL);
    }

    @Test
    void saveTo_serverRestartsAgainAndAgain_isTheWholeFile() throws Exception {
        byte[] large = new byte[6_000_000];
        new Random(5).nextBytes(large);
        file = large;
        bytesBetweenRests = 1_000_000;
        int port = server.port();
        Path saved = folder.resolve("large.bin");
        DownloadedFile done = download(port).saveTo(saved);
        assertThat(saved).hasBinaryContent(large);
        assertThat(done.bytes()).isEqualTo(large.length);
        assertThat(requests.get()).isGreaterThan(5);
    }
}
