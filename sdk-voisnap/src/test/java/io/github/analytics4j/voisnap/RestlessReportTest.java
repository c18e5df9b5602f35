package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.sockets.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** API and storage on one raw socket that closes every connection now and then, and restarts. */
@Timeout(120)
class RestlessReportTest {
    private static final int LENGTH = 4_000_000;
    private static final int BYTES_PER_SECOND = 1_000_000;
    private static final Pattern RANGE = Pattern.compile("(?i)range: bytes=(\\d+)-");

    private final byte[] file = new byte[LENGTH];
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicInteger restarts = new AtomicInteger();
    private final ScheduledExecutorService trouble = Executors.newSingleThreadScheduledExecutor();
    private volatile RawServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() {
        new Random(3).nextBytes(file);
        file[0] = 'i'; // no error page begins so
        server = new RawServer(this::serve);
    }

    @AfterEach
    void stop() throws Exception {
        trouble.shutdownNow();
        assertThat(trouble.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        server.close();
    }

    private boolean serve(String head, Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        if (head.startsWith("POST")) {
            RawServer.body(head, socket);
            String json = "{\"reportId\":\"rpt_1\",\"status\":\"generating\",\"estimatedSeconds\":0.1}";
            write(out, "HTTP/1.1 202 Accepted\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
        } else if (head.contains("/download")) {
            looks.incrementAndGet();
            write(out, "HTTP/1.1 302 Found\r\nLocation: /file.csv?sig=1\r\nContent-Length: 0\r\n\r\n");
        } else {
            fetches.incrementAndGet();
            send(out, head);
        }
        return true;
    }

    private void send(OutputStream out, String head) throws IOException {
        Matcher range = RANGE.matcher(head);
        int from = range.find() ? Integer.parseInt(range.group(1)) : 0;
        String part = from == 0 ? "" : "Content-Range: bytes " + from + "-" + (LENGTH - 1) + "/" + LENGTH + "\r\n";
        write(
                out,
                "HTTP/1.1 " + (from == 0 ? 200 : 206) + " OK\r\nETag: \"a\"\r\n" + part + "Content-Length: "
                        + (LENGTH - from) + "\r\n\r\n");
        for (int at = from; at < LENGTH; ) {
            int count = Math.min(16 * 1024, LENGTH - at);
            out.write(file, at, count);
            at += count;
            LockSupport.parkNanos(count * 1_000_000_000L / BYTES_PER_SECOND);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Everything ends, and nobody listens for a moment. */
    private void restart() {
        try {
            int port = server.port();
            server.close();
            trouble.schedule(() -> again(port), 80, TimeUnit.MILLISECONDS);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void again(int port) {
        server = new RawServer(RawServer.listen(port), this::serve);
        restarts.incrementAndGet();
    }

    @Test
    void chain_serverRestartsUnderIt_isTheWholeFileForOneOrder() throws Exception {
        try (VoisnapClient client = VoisnapClient.builder()
                .baseUrl(server.url())
                .apiKey("vsnp_live_test")
                .build()) {
            Report report = client.reports()
                    .create(r -> r.type("conversation_summary")
                            .format(ReportFormat.CSV)
                            .dateFrom(LocalDate.of(2026, 3, 1))
                            .dateTo(LocalDate.of(2026, 3, 31)));
            server.closeConnections();
            trouble.scheduleAtFixedRate(this::restart, 700, 700, TimeUnit.MILLISECONDS);
            Path saved = folder.resolve("march.csv");
            report.await(Duration.ofSeconds(60)).saveTo(saved);
            assertThat(saved).hasBinaryContent(file);
        }
        assertThat(restarts.get()).isGreaterThan(2);
        assertThat(looks).as("the link outlives the restarts").hasValue(1);
        assertThat(fetches.get()).isGreaterThan(2);
    }
}
