package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.download.DownloadedFile;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.voisnap.ReportFormat;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody sets the clock back and forth by an hour, at every look at it. */
@Timeout(120)
class ClockJumpsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void walk_of20000Calls_isWholeAndInTime(int prefetch) {
        JumpingClock time = new JumpingClock();
        try (Sandbox server = Sandbox.builder().seed(7).calls(20_000).start();
                SynthflowClient client = time.drive(SynthflowClient.builder())
                        .baseUrl(server.synthflow().baseUrl())
                        .apiKey(server.synthflow().apiKey())
                        .rateLimit(RateLimiter.builder()
                                .per(Duration.ofMillis(100), "calls", 20)
                                .build())
                        .build()) {
            server.faults().next(Fault.status(429).header("Retry-After", "1"), Fault.status(503));
            Set<String> ids = new HashSet<>();
            try (Walk<Call> calls = client.calls()
                    .list(r -> r.modelId(server.synthflow().modelId()))
                    .prefetch(prefetch)
                    .onProgress(
                            Duration.ofMillis(1),
                            progress -> assertThat(progress.elapsed()).isBetween(Duration.ZERO, Duration.ofMinutes(2)))
                    .iterator()) {
                calls.forEachRemaining(
                        call -> assertThat(ids.add(call.callId())).isTrue());
                assertThat(calls.report().proven()).as("%s", calls.report()).isTrue();
            }
            assertThat(ids).hasSize(20_000);
        }
        assertThat(time.looks()).isPositive();
    }

    @Test
    void report_orderedAwaitedAndSaved_isWholeAndInTime() {
        JumpingClock time = new JumpingClock();
        try (Sandbox server = Sandbox.builder().seed(7).start();
                VoisnapClient client = time.drive(VoisnapClient.builder())
                        .baseUrl(server.voisnap().baseUrl())
                        .apiKey(server.voisnap().apiKey())
                        .rateLimit(RateLimiter.perMinute(100))
                        .build()) {
            server.voisnap().reports().estimatedSeconds(1);
            DownloadedFile file = client.reports()
                    .create(r -> r.type("conversation_summary")
                            .format(ReportFormat.CSV)
                            .dateFrom(LocalDate.parse("2025-06-01"))
                            .dateTo(LocalDate.parse("2025-06-30")))
                    .await(Duration.ofSeconds(50))
                    .saveTo(folder.resolve("june.csv"));

            assertThat(file.bytes()).isPositive();
        }
        assertThat(time.looks()).isPositive();
    }
}
