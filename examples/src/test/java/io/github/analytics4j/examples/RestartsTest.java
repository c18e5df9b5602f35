package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.HttpPool;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night's work while the servers restart every two seconds and all idle connections are closed every second; ten times
 * as fast here, so that the test is quick.
 */
class RestartsTest {
    private static final long RESTART_MILLIS = 200;
    private static final long DOWN_MILLIS = 10;
    private static final long IDLE_MILLIS = 100;

    @TempDir
    Path folder;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

    /** Before one server, at an address that stays the same while the server behind it comes and goes. */
    private final class Balancer implements AutoCloseable {
        private final int target;
        private final int port;
        private final Map<Socket, AtomicLong> lastUsed = new ConcurrentHashMap<>();
        private final AtomicInteger restarts = new AtomicInteger();
        private final AtomicInteger idleClosed = new AtomicInteger();
        private volatile ServerSocket listener = listen(0);
        private volatile boolean closed;

        Balancer(int target) {
            this.target = target;
            this.port = listener.getLocalPort();
            daemon(this::accept);
        }

        void begin() {
            timer.scheduleAtFixedRate(this::goDown, RESTART_MILLIS, RESTART_MILLIS, TimeUnit.MILLISECONDS);
            timer.scheduleAtFixedRate(this::closeIdle, IDLE_MILLIS, IDLE_MILLIS, TimeUnit.MILLISECONDS);
        }

        URI before(URI address) {
            return URI.create("http://127.0.0.1:" + port + address.getRawPath()
                    + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
        }

        private static ServerSocket listen(int port) {
            try {
                ServerSocket socket = new ServerSocket();
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 200);
                return socket;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void daemon(Runnable task) {
            Thread thread = new Thread(task, "balancer");
            thread.setDaemon(true);
            thread.start();
        }

        private void goDown() {
            end(listener);
            lastUsed.keySet().forEach(Balancer::end);
            restarts.incrementAndGet();
            if (!closed) {
                timer.schedule(this::comeUp, DOWN_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        private void comeUp() {
            listener = listen(port);
            daemon(this::accept);
        }

        private void closeIdle() {
            long before = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(IDLE_MILLIS);
            lastUsed.forEach((socket, used) -> {
                if (used.get() < before) {
                    end(socket);
                    idleClosed.incrementAndGet();
                }
            });
        }

        private static void end(java.io.Closeable socket) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void accept() {
            ServerSocket mine = listener;
            while (!mine.isClosed()) {
                try {
                    Socket client = mine.accept();
                    Socket server = new Socket("127.0.0.1", target);
                    AtomicLong used = new AtomicLong(System.nanoTime());
                    lastUsed.put(client, used);
                    daemon(() -> pass(client, client, server, used));
                    daemon(() -> pass(client, server, client, used));
                } catch (IOException e) {
                    // went down, and comes up with another listener
                }
            }
        }

        private void pass(Socket client, Socket from, Socket to, AtomicLong used) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[64 << 10];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    used.set(System.nanoTime());
                    out.write(buffer, 0, read);
                }
            } catch (IOException e) {
                // one of them is gone
            } finally {
                lastUsed.remove(client);
            }
        }

        @Override
        public void close() {
            closed = true;
            end(listener);
            lastUsed.keySet().forEach(Balancer::end);
        }
    }

    private static final RetryPolicy SCALED =
            RetryPolicy.DEFAULT.maxAttempts(10).baseDelay(Duration.ofMillis(25)).budget(500);

    @Test
    void walkAndDownload_serversThatRestart_areComplete() {
        try (Sandbox sandbox = Sandbox.builder().calls(20_000).start();
                Balancer calls = new Balancer(sandbox.synthflow().baseUrl().getPort());
                Balancer reports = new Balancer(sandbox.voisnap().baseUrl().getPort());
                Balancer storage = new Balancer(sandbox.storage().origin().getPort());
                HttpPool pool = HttpPool.create()) {
            sandbox.latency(Duration.ofMillis(2));
            walk(sandbox, calls, pool);
            download(sandbox, reports, storage, pool);
            System.out.printf(
                    "restarts: %d under the walk, %d under the download; %d idle connections closed%n",
                    calls.restarts.get() - storage.restarts.get(),
                    storage.restarts.get(),
                    calls.idleClosed.get() + reports.idleClosed.get() + storage.idleClosed.get());
        } finally {
            timer.shutdownNow();
        }
    }

    private static void walk(Sandbox sandbox, Balancer balancer, HttpPool pool) {
        balancer.begin();
        try (SynthflowClient client = SynthflowClient.builder()
                        .apiKey(sandbox.synthflow().apiKey())
                        .baseUrl(balancer.before(sandbox.synthflow().baseUrl()))
                        .pool(pool)
                        .retry(SCALED)
                        .build();
                Walk<Call> walk = client.calls()
                        .list(r -> r.modelId(sandbox.synthflow().modelId()))
                        .prefetch(8)
                        .iterator()) {
            List<String> read = new ArrayList<>();
            walk.forEachRemaining(call -> read.add(call.callId()));

            assertThat(read).isEqualTo(sandbox.synthflow().calls().ids().toList());
            assertThat(walk.report().proven()).isTrue();
            assertThat(balancer.restarts).hasValueGreaterThan(2);
        }
    }

    private void download(Sandbox sandbox, Balancer balancer, Balancer storage, HttpPool pool) {
        long bytes = 150L << 20;
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        sandbox.storage().put("report", StorageFile.generated(7, bytes));
        sandbox.voisnap()
                .faults()
                .on(request -> request.path().endsWith("/download"))
                .show(Fault.redirect(302, storage.before(sandbox.storage().link("report"))));
        try (VoisnapClient client = VoisnapClient.builder()
                .apiKey(sandbox.voisnap().apiKey())
                .baseUrl(balancer.before(sandbox.voisnap().baseUrl()))
                .pool(pool)
                .retry(SCALED)
                .build()) {
            var report = client.reports()
                    .create(r -> r.type("conversation_summary")
                            .format(ReportFormat.CSV)
                            .dateFrom(LocalDate.of(2026, 3, 1))
                            .dateTo(LocalDate.of(2026, 3, 31)));

            balancer.begin(); // an order that meets a restart may exist, so it is not sent again
            storage.begin();
            assertThat(report.download().saveTo(folder.resolve("report.csv")).bytes())
                    .isEqualTo(bytes);
            assertThat(storage.restarts).hasPositiveValue();
            assertThat(sandbox.storage().served()).as("it was resumed").hasSizeGreaterThan(1);
        }
    }
}
