package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.RawFaultServer;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.StorageFile;
import io.github.analytics4j.voisnap.CreateReportRequest;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The table in FAULTS.md, each cell against real sockets, on the caller's thread and as a future. */
class FaultMatrixTest {
    private static final Path TABLE = Path.of("..", "sdk-core", "FAULTS.md");
    private static final Duration ATTEMPT = Duration.ofMillis(800);
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    /** A fault that one request meets, or an address where every request meets it. */
    private record Trouble(Fault once, URI always) {
        static Trouble once(Fault fault) {
            return new Trouble(fault, null);
        }

        static Trouble always(URI address) {
            return new Trouble(null, address);
        }
    }

    private interface Doing {
        void run(Sandbox sandbox, Trouble trouble, boolean async) throws Exception;
    }

    private static Map<String, Trouble> troubles(RawFaultServer garbage) {
        Map<String, Trouble> all = new LinkedHashMap<>();
        all.put("connection refused", Trouble.always(RawFaultServer.refusing()));
        all.put("TLS handshake fails", Trouble.always(garbage.httpsUrl()));
        all.put("garbage instead of HTTP", Trouble.always(garbage.url()));
        all.put("reset before headers", Trouble.once(Fault.resetBeforeHeaders()));
        all.put("closed before headers", Trouble.once(Fault.closeBeforeHeaders()));
        all.put("answer lost", Trouble.once(Fault.loseAnswer()));
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
        all.put("HTML with 200", Trouble.once(Fault.html(200)));
        all.put("408", Trouble.once(Fault.status(408)));
        all.put("429", Trouble.once(Fault.status(429)));
        all.put("429, Retry-After: 1", Trouble.once(Fault.status(429).header("Retry-After", "1")));
        all.put(
                "429, X-RateLimit-RetryAfter: 1",
                Trouble.once(Fault.status(429).header("X-RateLimit-RetryAfter", "1")));
        all.put("429, Retry-After: 3600", Trouble.once(Fault.status(429).header("Retry-After", "3600")));
        all.put("500", Trouble.once(Fault.status(500)));
        all.put("502 with HTML", Trouble.once(Fault.html(502)));
        all.put("503, Retry-After: 0", Trouble.once(Fault.status(503).header("Retry-After", "0")));
        all.put("504", Trouble.once(Fault.status(504)));
        all.put("401", Trouble.once(Fault.status(401)));
        all.put("404", Trouble.once(Fault.status(404)));
        all.put("redirect to another origin", Trouble.once(Fault.redirect(302, URI.create("http://127.0.0.1:9/x"))));
        all.put(
                "unusable order",
                Trouble.once(Fault.status(202).body("application/json", "{\"status\":\"generating\"}")));
        return all;
    }

    private final Map<String, Doing> columns = Map.of(
            "GET", FaultMatrixTest::get,
            "POST report", FaultMatrixTest::post,
            "page 50 of a walk", FaultMatrixTest::walk,
            "download", this::download);

    private static SynthflowClient synthflow(Sandbox sandbox, Trouble trouble) {
        return SynthflowClient.builder()
                .apiKey(sandbox.synthflow().apiKey())
                .baseUrl(trouble.always() == null ? sandbox.synthflow().baseUrl() : trouble.always())
                .attemptTimeout(ATTEMPT)
                .deadline(DEADLINE)
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(10)))
                .build();
    }

    private static VoisnapClient voisnap(Sandbox sandbox, URI address) {
        return VoisnapClient.builder()
                .apiKey(sandbox.voisnap().apiKey())
                .baseUrl(address)
                .attemptTimeout(ATTEMPT)
                .deadline(DEADLINE)
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(10)))
                .build();
    }

    private static void get(Sandbox sandbox, Trouble trouble, boolean async) {
        if (trouble.once() != null) {
            sandbox.faults().next(trouble.once());
        }
        try (SynthflowClient client = synthflow(sandbox, trouble)) {
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
        try (SynthflowClient client = synthflow(sandbox, trouble)) {
            var calls = client.calls()
                    .list(r -> r.modelId(sandbox.synthflow().modelId()).limit(2));
            List<?> rows = async
                    ? calls.limit(150).toListAsync().join()
                    : calls.limit(150).toList();
            assertThat(rows).hasSize(150).doesNotHaveDuplicates();
        }
    }

    private static void post(Sandbox sandbox, Trouble trouble, boolean async) {
        if (trouble.once() != null) {
            sandbox.voisnap().faults().on("/api/v1/reports").times(1).show(trouble.once());
        }
        URI address = trouble.always() == null ? sandbox.voisnap().baseUrl() : trouble.always();
        try (VoisnapClient client = voisnap(sandbox, address)) {
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
        } else {
            sandbox.voisnap()
                    .faults()
                    .on(r -> r.path().endsWith("/download"))
                    .show(Fault.redirect(302, trouble.always()));
        }
        try (VoisnapClient client = voisnap(sandbox, sandbox.voisnap().baseUrl())) {
            var report = client.reports()
                    .create(r -> r.type("conversation_summary")
                            .format(ReportFormat.CSV)
                            .dateFrom(LocalDate.of(2026, 3, 1))
                            .dateTo(LocalDate.of(2026, 3, 31)));
            Path target = folder.resolve("report-" + System.nanoTime() + ".csv");
            var download = report.download().with(o -> o.stallTimeout(ATTEMPT).maxFruitlessTries(2));
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
        try (Sandbox sandbox = Sandbox.builder().calls(300).start()) {
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
        Map<String, Trouble> troubles = troubles(garbage);
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
        return tests.stream().onClose(garbage::close);
    }

    @Test
    void table_rowsAndFaults_areTheSame() throws IOException {
        try (RawFaultServer garbage = RawFaultServer.answering(new byte[0])) {
            assertThat(rows().keySet()).isEqualTo(troubles(garbage).keySet());
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
