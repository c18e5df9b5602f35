package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.testkit.SandboxExtension;
import io.github.analytics4j.testkit.SandboxRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples about a client and its calls. */
@ExtendWith(SandboxExtension.class)
class ClientExamplesTest {
    private static final String CALLOPS = "/api/v1/analytics/";

    @Test
    void stayUnderARateLimit_isNeverRefused(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(
                StayUnderARateLimit.class, out -> StayUnderARateLimit.run(Accounts.of(sandbox), out));

        assertThat(printed).containsPattern("10 requests, [1-6] of them held back, 0 refused");
        assertThat(sandbox.requests().all())
                .hasSize(10)
                .extracting(SandboxRequest::path)
                .contains(
                        "/api/v1/analytics/overview",
                        "/api/v1/analytics/conversations",
                        "/api/v1/analytics/costs",
                        "/api/v1/analytics/sentiment",
                        "/api/v1/analytics/intents");
    }

    @Test
    void readAnError_explainsEachKind(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(ReadAnError.class, out -> ReadAnError.run(Accounts.of(sandbox), out));

        assertThat(printed)
                .contains(
                        "InvalidRequestException: ",
                        "AuthenticationException: ",
                        "RateLimitException: ",
                        "ServerException: ",
                        "NoResponseException: ",
                        "UnreadableResponseException: ",
                        "no error: ")
                .doesNotContain("a-wrong-key", sandbox.callops().apiKey());
        assertThat(sandbox.requests().all())
                .as("nothing was sent for the first, and the last one was fine")
                .hasSizeBetween(6, 7)
                .allMatch(request -> request.path().equals(CALLOPS + "provider-errors"));
        assertThat(sandbox.requests().all().get(0).header("X-API-Key")).contains("a-wrong-key");
    }

    @Test
    void asyncAndCancel_asksAtOnceAndStopsTheWalk(Sandbox sandbox) throws Exception {
        String printed =
                Shown.asInTheReadme(AsyncAndCancel.class, out -> AsyncAndCancel.run(Accounts.of(sandbox), out));

        assertThat(printed).contains("ms to an answer", "canceled the walk behind");
        assertThat(sandbox.requests().all().subList(0, 4))
                .extracting(SandboxRequest::path)
                .containsExactlyInAnyOrder(
                        CALLOPS + "latency",
                        CALLOPS + "cost-overview",
                        CALLOPS + "barge-in",
                        CALLOPS + "conversation-turns");
        long canceled = sandbox.requests().count("GET", CALLOPS + "stt-events");
        assertThat(canceled).isBetween(1L, wholeWalk(sandbox) - 5);
    }

    private static long wholeWalk(Sandbox sandbox) {
        sandbox.requests().clear();
        sandbox.latency(Duration.ZERO);
        Instant from = Instant.now().minus(Duration.ofDays(60));
        try (CallOpsClient callops = Accounts.of(sandbox).callops().build()) {
            assertThat(callops.analytics().sttEvents(r -> r.startDate(from)).toList())
                    .hasSizeGreaterThan(15_000);
        }
        return sandbox.requests().count();
    }

    @Test
    void logsAndMetrics_hearsOfTheRetry(Sandbox sandbox) throws Exception {
        String printed =
                Shown.asInTheReadme(LogsAndMetrics.class, out -> LogsAndMetrics.run(Accounts.of(sandbox), out));

        assertThat(printed)
                .contains("trace-7 callops.analytics.peakHours: again, since 503")
                .containsPattern("peakHours +attempts 2");
        assertThat(sandbox.requests().all())
                .extracting(SandboxRequest::path)
                .containsExactly(
                        CALLOPS + "latency-distribution",
                        CALLOPS + "duration-distribution",
                        CALLOPS + "peak-hours",
                        CALLOPS + "peak-hours");
    }

    @Test
    void rotateAKey_readsTheNextOneAfterARefusal(Sandbox sandbox, @TempDir Path folder) throws Exception {
        String first = sandbox.synaptiq().apiKey();
        Path file = folder.resolve("synaptiq.key");

        String printed = Shown.asInTheReadme(RotateAKey.class, out -> RotateAKey.run(Accounts.of(sandbox), file, out));

        String next = sandbox.synaptiq().apiKey();
        assertThat(printed).doesNotContain(first, next);
        assertThat(sandbox.requests().all().stream()
                        .map(request -> request.header("Authorization").orElseThrow()))
                .containsExactly("Bearer " + first, "Bearer " + first, "Bearer " + next, "Bearer " + next);
    }

    @Test
    void unknownFields_keepsThemAndStrictRefuses(Sandbox sandbox) throws Exception {
        String printed = Shown.asInTheReadme(UnknownFields.class, out -> UnknownFields.run(Accounts.of(sandbox), out));

        assertThat(printed)
                .contains("unknown: carbon_grams = 1200", "$.avg_cost_per_call holds \"n/a\"", "total spend: 84.20")
                .contains("strict: callops.analytics.costOverview");
        assertThat(sandbox.requests().all())
                .extracting(SandboxRequest::path)
                .containsExactly(CALLOPS + "cost-overview", CALLOPS + "cost-overview");
    }
}
