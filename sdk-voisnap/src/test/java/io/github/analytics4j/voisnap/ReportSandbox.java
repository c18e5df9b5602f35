package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.ManualClock;
import io.github.analytics4j.testkit.ReportControls;
import io.github.analytics4j.testkit.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox whose clock stands still except while somebody waits for a report. */
abstract class ReportSandbox {
    static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");

    @TempDir
    Path folder;

    final ManualClock clock = new ManualClock(NOW);
    final List<Duration> sleeps = new ArrayList<>();
    final Sandbox sandbox = Sandbox.builder().clock(clock).seed(7).start();
    final VoisnapClient client = VoisnapClient.builder()
            .baseUrl(sandbox.voisnap().baseUrl())
            .apiKey(sandbox.voisnap().apiKey())
            .retry(RetryPolicy.NONE)
            .build();
    final ReportWaiter waiting = new ReportWaiter(new SandboxTime(), told -> () -> {});
    final Reports reports = new DefaultReports(client.reports().api(), waiting);

    @AfterEach
    void close() {
        client.close();
        sandbox.close();
    }

    /** Time goes on when somebody waits, and only then. */
    class SandboxTime implements TimeSource {
        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public long nanos() {
            return ChronoUnit.NANOS.between(NOW, clock.instant());
        }

        @Override
        public boolean sleep(Duration pause, CountDownLatch wake) throws InterruptedException {
            sleeps.add(pause);
            clock.advance(pause);
            return false;
        }

        @Override
        public Runnable later(Duration pause, Runnable task) {
            sleeps.add(pause);
            clock.advance(pause);
            task.run();
            return () -> {};
        }
    }

    ReportControls controls() {
        return sandbox.voisnap().reports();
    }

    static Consumer<CreateReportRequest.Builder> june() {
        return r -> r.type("conversation_summary")
                .dateFrom(LocalDate.of(2025, 6, 1))
                .dateTo(LocalDate.of(2025, 6, 30))
                .format(ReportFormat.CSV);
    }

    Path file() {
        return folder.resolve("june.csv");
    }

    byte[] made() throws IOException {
        try (var in = controls().created().get(0).file().open()) {
            return in.readAllBytes();
        }
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    long creates() {
        return sandbox.requests().count("POST", "/api/v1/reports");
    }

    /** Looks at the download so far. */
    long looks() {
        return sandbox.requests().all().stream()
                .filter(request -> request.path().endsWith("/download"))
                .count();
    }

    /** Runs what must fail so, and holds all it says against the key and the links. */
    <T extends Throwable> T failure(Class<T> type, ThrowingCallable body) {
        T failure = catchThrowableOfType(type, body);
        assertThat(failure).isNotNull();
        StringWriter said = new StringWriter();
        failure.printStackTrace(new PrintWriter(said));
        assertThat(said + " " + failure.getMessage())
                .doesNotContain(sandbox.voisnap().apiKey())
                .doesNotContain("X-Amz-")
                .doesNotContain("Signature");
        return failure;
    }
}
