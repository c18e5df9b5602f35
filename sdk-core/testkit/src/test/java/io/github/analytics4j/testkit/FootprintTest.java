package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the sandbox costs. Prints what it measured: a busy machine is no reason to fail, unless it is far off. */
@Timeout(120)
class FootprintTest {
    @Test
    void fiveMillionCalls_startAtOnce_andTakeNoMemory() throws Exception {
        Sandbox.builder().calls(5_000_000).start().close(); // loads the classes
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            long begin = System.nanoTime();
            Sandbox sandbox = Sandbox.builder().calls(5_000_000).start();
            micros.add((System.nanoTime() - begin) / 1_000);
            sandbox.close();
        }
        long before = used();
        List<Sandbox> sandboxes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sandboxes.add(Sandbox.builder().calls(5_000_000).start());
        }
        long bytes = (used() - before) / 10;
        sandboxes.forEach(Sandbox::close);
        micros.sort(null);
        System.out.println(
                "start of 5,000,000 calls: " + micros.get(5) + " us (middle of ten), " + bytes + " bytes each");

        assertThat(micros.get(5)).isLessThan(50_000);
        assertThat(bytes).isLessThan(1 << 20);
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.onSpinWait();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void fiftyAtOnce_leaveNoThreadAndNoPort() throws Exception {
        List<Sandbox> sandboxes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            sandboxes.add(Sandbox.builder().calls(1_000).admin().start());
        }
        Set<Thread> threads = ours();
        for (Sandbox sandbox : sandboxes) {
            for (VendorSandbox api : sandbox.vendors()) {
                assertThat(TestClient.get(api, "/nowhere").statusCode()).isEqualTo(404);
            }
        }
        threads.addAll(ours());
        assertThat(threads).hasSizeGreaterThanOrEqualTo(300);
        List<Integer> ports = new ArrayList<>();
        for (Sandbox sandbox : sandboxes) {
            sandbox.vendors().forEach(api -> ports.add(api.origin().getPort()));
            ports.add(sandbox.storage().origin().getPort());
            ports.add(sandbox.adminUrl().getPort());
        }

        sandboxes.forEach(Sandbox::close);

        for (Thread thread : threads) {
            thread.join(20_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
        assertThat(ports).hasSize(300).doesNotHaveDuplicates();
        List<Integer> taken = new ArrayList<>();
        for (int port : ports) {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                taken.add(socket.getPort());
            } catch (IOException refused) {
                // what was to be shown
            }
        }
        // other processes may get one that was let go; what a sandbox forgot to close would be one in six at least
        assertThat(taken).hasSizeLessThan(ports.size() / 6);
    }

    private static Set<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("analytics4j-sandbox")
                        || thread.getName().startsWith("MockWebServer")) // its name while it works
                .collect(Collectors.toSet());
    }

    /** Over raw sockets, so that what is measured is the sandbox and not its client. */
    @Test
    void pagesOfAHundredRows_aSecond() throws Exception {
        try (Sandbox sandbox =
                Sandbox.builder().calls(1_000_000).keepRequests(0).start()) {
            pages(sandbox, 3_000);
            long best = 0;
            for (int i = 0; i < 3; i++) {
                long begin = System.nanoTime();
                pages(sandbox, 6_000);
                best = Math.max(best, 6_000L * 1_000_000_000 / (System.nanoTime() - begin));
            }
            System.out.println("pages of 100 rows a second: " + best + " (best of three, "
                    + Runtime.getRuntime().availableProcessors() + " processors, client included)");
            assertThat(best).isGreaterThan(300); // ten times slower than it is to be: something is wrong
        }
    }

    private static void pages(Sandbox sandbox, int pages) throws Exception {
        int clients = 2;
        CountDownLatch done = new CountDownLatch(clients);
        AtomicLong bytes = new AtomicLong();
        for (int client = 0; client < clients; client++) {
            int first = client;
            new Thread(() -> {
                        try {
                            bytes.addAndGet(read(sandbox.synthflow(), first, clients, pages));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        done.await();
        assertThat(bytes.get()).isGreaterThan(pages * 20_000L);
    }

    private static long read(SynthflowSandbox api, int first, int step, int pages) throws IOException {
        long bytes = 0;
        byte[] buffer = new byte[1 << 18];
        try (Socket socket = new Socket("127.0.0.1", api.origin().getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            for (int page = first; page < pages; page += step) {
                socket.getOutputStream()
                        .write(("GET /v2/calls?limit=100&offset=" + page * 100 + "&model_id=" + api.modelId()
                                        + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + api.apiKey() + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                bytes += response(in, buffer);
            }
        }
        return bytes;
    }

    private static long response(InputStream in, byte[] buffer) throws IOException {
        int length = 0;
        int head = -1;
        while (head < 0) {
            length += some(in, buffer, length, buffer.length - length);
            head = new String(buffer, 0, length, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n");
        }
        String headers = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
        assertThat(headers).startsWith("HTTP/1.1 200");
        long body = Long.parseLong(headers.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        long left = head + 4 + body - length;
        while (left > 0) {
            left -= some(in, buffer, 0, (int) Math.min(buffer.length, left));
        }
        return body;
    }

    private static int some(InputStream in, byte[] buffer, int from, int most) throws IOException {
        int read = in.read(buffer, from, most);
        if (read < 0) {
            throw new EOFException("the sandbox closed the connection within a response");
        }
        return read;
    }
}
