package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.client.HttpPool;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.sockets.RawServer;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night's work while the servers restart every two seconds, all idle connections are closed every second and somebody sets
 * the clock back and forth by an hour; and the same ten times as fast, so that one of the two is quick.
 */
@Timeout(90)
class RestartsTest {

    /**
     * How fast all goes, in milliseconds.
     *
     * @param restart from one restart to the next
     * @param down how long nobody listens meanwhile
     * @param idle from one end of all idle connections to the next
     * @param latency of the API
     * @param bytesPerMilli of the storage host
     */
    private record Scale(
            long restart, long down, long idle, long latency, int bytesPerMilli, long bytes, RetryPolicy policy) {}

    private static final Scale STATED = new Scale(2000, 200, 1000, 30, 16_000, 90L << 20, RetryPolicy.DEFAULT);

    private static final Scale QUICK = new Scale(
            200,
            10,
            100,
            2,
            1_000_000,
            150L << 20,
            RetryPolicy.DEFAULT.maxAttempts(10).baseDelay(Duration.ofMillis(25)).budget(500));

    /** What exchanges anything so seldom is idle. */
    private static final long IDLE_FOR_MILLIS = 15;

    private final JumpingClock clock = new JumpingClock();

    @TempDir
    Path folder;

    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);

    /** Before one server, at an address that stays the same while the server behind it comes and goes. */
    private final class Balancer implements AutoCloseable {
        private final int target;
        private final Scale scale;
        private final int port;
        private final Map<Socket, AtomicLong> lastUsed = new ConcurrentHashMap<>();
        private final AtomicInteger restarts = new AtomicInteger();
        private final AtomicInteger idleClosed = new AtomicInteger();
        private volatile ServerSocket listener = RawServer.listen(0);
        private volatile boolean closed;

        Balancer(int target, Scale scale) {
            this.target = target;
            this.scale = scale;
            this.port = listener.getLocalPort();
            daemon(this::accept);
        }

        void begin() {
            timer.scheduleAtFixedRate(this::goDown, scale.restart(), scale.restart(), TimeUnit.MILLISECONDS);
            timer.scheduleAtFixedRate(this::closeIdle, scale.idle(), scale.idle(), TimeUnit.MILLISECONDS);
        }

        URI before(URI address) {
            return URI.create("http://127.0.0.1:" + port + address.getRawPath()
                    + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
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
                timer.schedule(this::comeUp, scale.down(), TimeUnit.MILLISECONDS);
            }
        }

        private void comeUp() {
            listener = RawServer.listen(port);
            daemon(this::accept);
        }

        private void closeIdle() {
            long before = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(IDLE_FOR_MILLIS);
            lastUsed.forEach((socket, used) -> {
                if (used.get() < before) {
                    end(socket);
                    idleClosed.incrementAndGet();
                }
            });
        }

        private static void end(Closeable socket) {
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
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1) * read / scale.bytesPerMilli());
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

    @Test
    void walkAndDownload_serversThatRestart_areComplete() {
        survives(QUICK, 2);
    }

    @Test
    @Tag("slow")
    void walkAndDownload_serversThatRestartEveryTwoSeconds_areComplete() {
        survives(STATED, 2);
    }

    private void survives(Scale scale, int restarts) {
        try (Sandbox sandbox = Sandbox.builder().calls(20_000).start();
                Balancer calls = new Balancer(sandbox.synthflow().baseUrl().getPort(), scale);
                Balancer reports = new Balancer(sandbox.voisnap().baseUrl().getPort(), scale);
                Balancer storage = new Balancer(sandbox.storage().origin().getPort(), scale);
                HttpPool pool = HttpPool.create()) {
            sandbox.latency(Duration.ofMillis(scale.latency()));
            walk(sandbox, calls, pool, restarts);
            int underTheWalk = calls.restarts.get();
            sandbox.latency(Duration.ofMillis(2));
            download(sandbox, reports, storage, pool);
            System.out.printf(
                    "restarts: %d under the walk, %d under the download; %d idle connections closed; clock set %d times%n",
                    underTheWalk,
                    storage.restarts.get(),
                    calls.idleClosed.get() + reports.idleClosed.get() + storage.idleClosed.get(),
                    clock.looks());
            assertThat(clock.looks()).isGreaterThan(2);
        } finally {
            timer.shutdownNow();
        }
    }

    private void walk(Sandbox sandbox, Balancer balancer, HttpPool pool, int restarts) {
        balancer.begin();
        try (SynthflowClient client = clock.drive(SynthflowClient.builder())
                        .apiKey(sandbox.synthflow().apiKey())
                        .baseUrl(balancer.before(sandbox.synthflow().baseUrl()))
                        .pool(pool)
                        .retry(balancer.scale.policy())
                        .build();
                Walk<Call> walk = client.calls()
                        .list(r -> r.modelId(sandbox.synthflow().modelId()))
                        .prefetch(balancer.scale.equals(QUICK) ? 8 : 2)
                        .iterator()) {
            List<String> read = new ArrayList<>();
            walk.forEachRemaining(call -> read.add(call.callId()));

            assertThat(read).isEqualTo(sandbox.synthflow().calls().ids().toList());
            assertThat(walk.report().proven()).isTrue();
            assertThat(balancer.restarts).hasValueGreaterThan(restarts);
        }
    }

    private void download(Sandbox sandbox, Balancer balancer, Balancer storage, HttpPool pool) {
        long bytes = storage.scale.bytes();
        sandbox.voisnap().reports().readyAfter(Duration.ZERO);
        sandbox.storage().put("report", StorageFile.generated(7, bytes));
        sandbox.voisnap()
                .faults()
                .on(request -> request.path().endsWith("/download"))
                .show(Fault.redirect(302, storage.before(sandbox.storage().link("report"))));
        try (VoisnapClient client = clock.drive(VoisnapClient.builder())
                .apiKey(sandbox.voisnap().apiKey())
                .baseUrl(balancer.before(sandbox.voisnap().baseUrl()))
                .pool(pool)
                .retry(balancer.scale.policy())
                .build()) {
            var report = client.reports()
                    .create(r -> r.type("conversation_summary")
                            .format(ReportFormat.CSV)
                            .dateFrom(LocalDate.of(2026, 3, 1))
                            .dateTo(LocalDate.of(2026, 3, 31)));

            balancer.begin(); // an order that meets a restart may exist, so it is not sent again
            storage.begin();
            assertThat(report.await(Duration.ofMinutes(1))
                            .saveTo(folder.resolve("report.csv"))
                            .bytes())
                    .isEqualTo(bytes);
            assertThat(storage.restarts).hasPositiveValue();
            assertThat(sandbox.storage().served()).as("it was resumed").hasSizeGreaterThan(1);
        }
    }
}
