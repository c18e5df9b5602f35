package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.RawFaultServer;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.voisnap.CreateReportRequest;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The table in FAULTS.md, each cell against real sockets, on the caller's thread and as a future. */
class FaultMatrixTest {
    private static final Path TABLE = Path.of("..", "FAULTS.md");
    private static final Duration ATTEMPT = Duration.ofMillis(800);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    /** The web server tells of each connection that a fault ended, with its stack. Kept here, since loggers are held weakly. */
    private static final Logger SERVER = Logger.getLogger("okhttp3.OkHttpClient");

    private final Level level = SERVER.getLevel();

    @TempDir
    Path folder;

    @BeforeEach
    void silenceTheServer() {
        SERVER.setLevel(Level.WARNING);
    }

    @AfterEach
    void letTheServerTellAgain() {
        SERVER.setLevel(level);
    }

    /** A fault that one request meets, or an address where every request meets it. */
    private record Trouble(Fault once, URI always, Surroundings.Maker around, Duration behind) {
        static Trouble once(Fault fault) {
            return new Trouble(fault, null, sandbox -> Surroundings.none(), Duration.ZERO);
        }

        static Trouble always(URI address) {
            return new Trouble(null, address, sandbox -> Surroundings.none(), Duration.ZERO);
        }

        static Trouble around(Surroundings.Maker maker) {
            return new Trouble(null, null, maker, Duration.ZERO);
        }

        /** This machine's clock is so much behind the servers'. */
        static Trouble behind(Duration time) {
            return new Trouble(null, null, sandbox -> Surroundings.none(), time);
        }
    }

    private interface Doing {
        void run(Sandbox sandbox, Trouble trouble, boolean async) throws Exception;
    }

    private static Map<String, Trouble> troubles(RawFaultServer garbage, URI selfSigned) {
        Map<String, Trouble> all = new LinkedHashMap<>();
        all.put("connection refused", Trouble.always(RawFaultServer.refusing()));
        all.put("TLS handshake fails", Trouble.always(garbage.httpsUrl()));
        all.put("self-signed certificate", Trouble.always(selfSigned));
        all.put("garbage instead of HTTP", Trouble.always(garbage.url()));
        all.put("reset before headers", Trouble.once(Fault.resetBeforeHeaders()));
        all.put("closed before headers", Trouble.once(Fault.closeBeforeHeaders()));
        all.put("answer lost", Trouble.once(Fault.loseResponse()));
        all.put("reset in the body", Trouble.once(Fault.resetInBody(20)));
        all.put("truncated body", Trouble.once(Fault.truncatedBody(20)));
        all.put("length too long", Trouble.once(Fault.wrongLength(7)));
        all.put("stalls before headers", Trouble.once(Fault.stall()));
        all.put("stalls in the body", Trouble.once(Fault.stallInBody(20)));
        all.put("slow but in time", Trouble.once(Fault.delay(ATTEMPT.dividedBy(4))));
        all.put("malformed JSON", Trouble.once(Fault.malformedJson()));
        all.put("half of the JSON", Trouble.once(Fault.halfJson()));
        all.put(
                "200 with an error",
                Trouble.once(
                        Fault.status(200).body("application/json", "{\"error\":{\"message\":\"quota exceeded\"}}")));
        all.put(
                "200 with nothing documented",
                Trouble.once(Fault.status(200).body("application/json", "{\"note\":\"moved\",\"error\":null}")));
        all.put("HTML with 200", Trouble.once(Fault.html(200)));
        all.put("408", Trouble.once(Fault.status(408)));
        all.put("429", Trouble.once(Fault.status(429)));
        all.put("429, Retry-After: 1", Trouble.once(Fault.status(429).header("Retry-After", "1")));
        all.put(
                "429, X-RateLimit-RetryAfter: 1",
                Trouble.once(Fault.status(429).header("X-RateLimit-RetryAfter", "1")));
        all.put("429, Retry-After: 3600", Trouble.once(Fault.status(429).header("Retry-After", "3600")));
        all.put("425", Trouble.once(Fault.status(425)));
        all.put("500", Trouble.once(Fault.status(500)));
        all.put("502 with HTML", Trouble.once(Fault.html(502)));
        all.put("503, Retry-After: 0", Trouble.once(Fault.status(503).header("Retry-After", "0")));
        all.put("503", Trouble.once(Fault.status(503)));
        all.put("522", Trouble.once(Fault.status(522)));
        all.put("529", Trouble.once(Fault.status(529)));
        all.put("504", Trouble.once(Fault.status(504)));
        all.put("401", Trouble.once(Fault.status(401)));
        all.put("404", Trouble.once(Fault.status(404)));
        all.put("redirect to another origin", Trouble.once(Fault.redirect(302, URI.create("http://127.0.0.1:9/x"))));
        all.put(
                "unusable order",
                Trouble.once(Fault.status(202).body("application/json", "{\"status\":\"generating\"}")));
        byte[] noBrotli = {1, 2, 3};
        all.put(
                "content coding nobody asked for",
                Trouble.once(Fault.status(200)
                        .header("Content-Encoding", "br")
                        .body("text/csv", new String(noBrotli, StandardCharsets.US_ASCII))));
        all.put("an idle connection gone stale", Trouble.around(sandbox -> Surroundings.stale(1)));
        all.put("five idle connections gone stale", Trouble.around(sandbox -> Surroundings.stale(5)));
        all.put("silent HTTP/2 connection", Trouble.around(sandbox -> Surroundings.silentHttp2()));
        all.put("one HTTP/2 stream at a time", Trouble.around(sandbox -> Surroundings.oneStreamAtATime()));
        all.put("GOAWAY after each response", Trouble.around(sandbox -> Surroundings.goAway()));
        all.put("proxy answers 407", Trouble.around(sandbox -> Surroundings.proxyLogin()));
        all.put("clock a day behind", Trouble.behind(Duration.ofDays(1)));
        all.put("outage of ten minutes", Trouble.around(sandbox -> Surroundings.outage(sandbox, RetryPolicy.DEFAULT)));
        all.put(
                "outage of ten minutes, patient policy",
                Trouble.around(sandbox -> Surroundings.outage(
                        sandbox, RetryPolicy.DEFAULT.maxAttempts(1000).maxDelay(Duration.ofSeconds(30)))));
        return all;
    }

    private final Map<String, Doing> columns = Map.of(
            "GET", FaultMatrixTest::get,
            "POST report", FaultMatrixTest::post,
            "page 50 of a walk", FaultMatrixTest::walk,
            "download", this::download);

    private static SynthflowClient synthflow(Sandbox sandbox, Trouble trouble, Surroundings around) {
        SynthflowClient.Builder builder = SynthflowClient.builder()
                .apiKey(sandbox.synthflow().apiKey())
                .baseUrl(
                        trouble.always() == null
                                ? around.through(sandbox.synthflow().baseUrl())
                                : trouble.always())
                .attemptTimeout(ATTEMPT)
                .deadline(DEADLINE)
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(10)));
        around.configure(builder);
        return builder.build();
    }

    private static VoisnapClient voisnap(Sandbox sandbox, URI address, Surroundings around) {
        VoisnapClient.Builder builder = VoisnapClient.builder()
                .apiKey(sandbox.voisnap().apiKey())
                .baseUrl(around.through(address))
                .attemptTimeout(ATTEMPT)
                .deadline(DEADLINE)
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(10)));
        around.configure(builder);
        return builder.build();
    }

    private static void get(Sandbox sandbox, Trouble trouble, boolean async) {
        if (trouble.once() != null) {
            sandbox.faults().next(trouble.once());
        }
        try (Surroundings around = trouble.around().of(sandbox);
                SynthflowClient client = synthflow(sandbox, trouble, around)) {
            around.warmUp(() -> client.analytics().export(r -> {}));
            around.strike();
            if (async) {
                client.analytics().exportAsync(r -> {}).join();
            } else {
                client.analytics().export(r -> {});
            }
        }
    }

    private static void walk(Sandbox sandbox, Trouble trouble, boolean async) {
        if (trouble.once() != null) {
            sandbox.synthflow().faults().on("/v2/calls").skip(49).times(1).show(trouble.once());
        }
        try (Surroundings around = trouble.around().of(sandbox);
                SynthflowClient client = synthflow(sandbox, trouble, around)) {
            around.warmUp(() -> client.analytics().export(r -> {}));
            AtomicInteger told = new AtomicInteger();
            var calls = client.calls()
                    .list(r -> r.modelId(sandbox.synthflow().modelId()).pageSize(2))
                    .prefetch(around.prefetch())
                    .limit(150);
            List<Call> rows = new ArrayList<>();
            Consumer<Call> read = call -> {
                rows.add(call);
                if (told.incrementAndGet() == 98) {
                    around.strike();
                }
            };
            if (async) {
                calls.forEachAsync(read).join();
            } else {
                calls.forEach(read);
            }
            assertThat(rows).hasSize(150).doesNotHaveDuplicates();
        }
    }

    private static void post(Sandbox sandbox, Trouble trouble, boolean async) {
        if (trouble.once() != null) {
            sandbox.voisnap().faults().on("/api/v1/reports").times(1).show(trouble.once());
        }
        URI address = trouble.always() == null ? sandbox.voisnap().baseUrl() : trouble.always();
        try (Surroundings around = trouble.around().of(sandbox);
                VoisnapClient client = voisnap(sandbox, address, around)) {
            around.warmUp(() -> client.analytics().overview(r -> {}));
            around.strike();
            CreateReportRequest request = CreateReportRequest.of(r -> r.type("conversation_summary")
                    .format(ReportFormat.CSV)
                    .dateFrom(LocalDate.of(2026, 3, 1))
                    .dateTo(LocalDate.of(2026, 3, 31)));
            if (async) {
                client.reports().createAsync(request).join();
            } else {
                client.reports().create(request);
            }
        } finally {
            assertThat(sandbox.voisnap().reports().created()).hasSizeLessThanOrEqualTo(1);
        }
    }

    private void download(Sandbox sandbox, Trouble trouble, boolean async) throws IOException {
        byte[] file = "id,cost\nc-1,0.25\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        sandbox.voisnap().reports().content(StorageFile.of("text/csv", file));
        if (trouble.once() != null) {
            sandbox.storage().faults().next(trouble.once());
        }
        try (Surroundings around = trouble.around().of(sandbox);
                VoisnapClient client = voisnap(sandbox, sandbox.voisnap().baseUrl(), around)) {
            if (trouble.once() == null) {
                sandbox.storage().put("report", StorageFile.of("text/csv", file));
                URI link = around.through(sandbox.storage().link("report"));
                sandbox.voisnap()
                        .faults()
                        .on(r -> r.path().endsWith("/download"))
                        .show(Fault.redirect(302, trouble.always() == null ? link : trouble.always()));
            }
            var report = client.reports()
                    .create(r -> r.type("conversation_summary")
                            .format(ReportFormat.CSV)
                            .dateFrom(LocalDate.of(2026, 3, 1))
                            .dateTo(LocalDate.of(2026, 3, 31)));
            Path target = folder.resolve("report-" + System.nanoTime() + ".csv");
            var download = report.download().with(o -> o.stallTimeout(ATTEMPT).maxFruitlessTries(2));
            around.warmUp(() -> download.transferTo(OutputStream.nullOutputStream()));
            around.strike();
            try {
                if (async) {
                    download.saveToAsync(target).join();
                } else {
                    download.saveTo(target);
                }
                assertThat(target).hasBinaryContent(file);
            } catch (SdkException | CompletionException e) {
                assertThat(target).doesNotExist();
                throw e;
            }
        }
    }

    private static String outcome(Doing doing, Trouble trouble, boolean async) {
        try (Sandbox sandbox = Sandbox.builder()
                .calls(300)
                .clock(Clock.offset(Clock.systemUTC(), trouble.behind()))
                .start()) {
            sandbox.voisnap().reports().readyAfter(Duration.ZERO);
            long start = System.nanoTime();
            try {
                doing.run(sandbox, trouble, async);
                return "goes on";
            } catch (SdkException e) {
                return e.getClass().getSimpleName();
            } catch (CompletionException e) {
                return e.getCause().getClass().getSimpleName();
            } catch (Exception e) {
                throw new AssertionError(e);
            } finally {
                assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                        .as("no cell outlasts the deadlines of its one or two calls")
                        .isLessThan(DEADLINE.multipliedBy(2).toMillis());
            }
        }
    }

    /** Most cells wait for a time-out, so they wait together. */
    @TestFactory
    Stream<DynamicTest> cells() throws IOException {
        RawFaultServer garbage =
                RawFaultServer.answering("SSH-2.0-OpenSSH_9.9\r\n".getBytes(StandardCharsets.US_ASCII));
        ExecutorService together = Executors.newFixedThreadPool(8);
        MockWebServer selfSigned = selfSigned();
        Map<String, Trouble> troubles = troubles(garbage, selfSigned.url("/").uri());
        List<DynamicTest> tests = new ArrayList<>();
        rows().forEach((name, outcomes) -> outcomes.forEach((column, expected) -> {
            for (boolean async : new boolean[] {false, true}) {
                if (expected.equals("n/a")) {
                    continue;
                }
                Future<String> seen = together.submit(() -> outcome(columns.get(column), troubles.get(name), async));
                tests.add(DynamicTest.dynamicTest(
                        name + " / " + column + (async ? " / async" : " / sync"),
                        () -> assertThat(seen.get()).isEqualTo(expected)));
            }
        }));
        together.shutdown();
        return tests.stream().onClose(garbage::close).onClose(selfSigned::close);
    }

    private static MockWebServer selfSigned() throws IOException {
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        MockWebServer server = new MockWebServer();
        server.useHttps(new HandshakeCertificates.Builder()
                .heldCertificate(held)
                .build()
                .sslSocketFactory());
        server.start(InetAddress.getByName("127.0.0.1"), 0);
        return server;
    }

    @Test
    void table_rowsAndFaults_areTheSame() throws IOException {
        try (RawFaultServer garbage = RawFaultServer.answering(new byte[0])) {
            assertThat(rows().keySet())
                    .isEqualTo(troubles(garbage, garbage.url()).keySet());
        }
        assertThatCode(() -> rows().values().forEach(row -> assertThat(row).hasSize(columns.size())))
                .doesNotThrowAnyException();
    }

    /** The rows of the table: what is there, by fault and column. */
    private static Map<String, Map<String, String>> rows() throws IOException {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        List<String> header = List.of();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("|") || line.startsWith("|---")) {
                continue;
            }
            List<String> cells =
                    Stream.of(line.substring(1).split("\\|")).map(String::strip).toList();
            if (header.isEmpty()) {
                header = cells;
                continue;
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 1; i < cells.size(); i++) {
                row.put(header.get(i), cells.get(i).replace("`", ""));
            }
            rows.put(cells.get(0), row);
        }
        return rows;
    }
}
