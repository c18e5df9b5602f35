package io.github.analytics4j.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.ApiException.NotFoundException;
import io.github.analytics4j.retry.RateLimiter;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Calls by status and outcome, retries, waits and rows, of a client against the sandbox. */
class MicrometerListenerTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void calls_retries_waits_rows_areMeasured() {
        try (Sandbox sandbox = Sandbox.builder().seed(6).calls(250).start();
                SynthflowClient client = SynthflowClient.builder()
                        .baseUrl(sandbox.synthflow().baseUrl())
                        .apiKey(sandbox.synthflow().apiKey())
                        .listener(new MicrometerListener(registry))
                        .rateLimit(RateLimiter.builder()
                                .per(Duration.ofMillis(400), "analytics", 1)
                                .build())
                        .build()) {
            client.analytics().export();
            sandbox.faults().next(Fault.status(503));
            client.analytics().export();
            sandbox.faults().next(Fault.status(404));
            assertThatThrownBy(() -> client.analytics().export()).isInstanceOf(NotFoundException.class);
            client.analytics().export();
            client.analytics().export(); // waits, since the one before took less than the window
            assertThat(client.calls()
                            .list(r -> r.modelId(sandbox.synthflow().modelId()))
                            .limit(120))
                    .hasSize(120);
            assertThat(client.calls()
                            .list(r -> r.modelId(sandbox.synthflow().modelId()))
                            .prefetch(3)
                            .toListAsync()
                            .join())
                    .hasSize(250);
        }
        assertThat(calls("200", "ok")).isEqualTo(4);
        assertThat(calls("404", "NotFoundException")).isEqualTo(1);
        assertThat(registry.get("analytics4j.retries")
                        .tag("operation", "synthflow.analytics.export")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("analytics4j.waits").timer().totalTime(TimeUnit.MILLISECONDS))
                .isGreaterThan(0);
        assertThat(registry.get("analytics4j.rows")
                        .tag("operation", "synthflow.calls.list")
                        .counter()
                        .count())
                .isEqualTo(120 + 250);
    }

    private long calls(String status, String outcome) {
        return registry.get("analytics4j.calls")
                .tag("operation", "synthflow.analytics.export")
                .tag("status", status)
                .tag("outcome", outcome)
                .timer()
                .count();
    }
}
