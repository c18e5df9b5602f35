package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.client.TimeSource;
import io.github.analytics4j.error.ApiException.ServerException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten minutes in which the server does not work, in the middle of a walk; minutes pass only where somebody waits. */
class OutageTest {
    private static final Duration OUTAGE = Duration.ofMinutes(10);

    private final SimulatedTime time = new SimulatedTime();
    private final Sandbox sandbox = Sandbox.builder().calls(20_000).start();
    private Duration from = OUTAGE.negated();

    /** Every wait is over at once, and the clock says that it took its time. */
    private static final class SimulatedTime implements TimeSource {
        private final AtomicLong nanos = new AtomicLong();

        Duration passed() {
            return Duration.ofNanos(nanos.get());
        }

        void wait(Duration pause) {
            nanos.addAndGet(pause.toNanos());
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-11-21T04:00:00Z").plus(passed());
        }

        @Override
        public long nanos() {
            return nanos.get();
        }

        @Override
        public boolean sleep(Duration pause, CountDownLatch wake) {
            wait(pause);
            return false;
        }

        @Override
        public Runnable later(Duration pause, Runnable task) {
            wait(pause);
            task.run();
            return () -> {};
        }
    }

    @BeforeEach
    void breakDown() {
        sandbox.synthflow()
                .faults()
                .on(request ->
                        time.passed().compareTo(from) >= 0 && time.passed().compareTo(from.plus(OUTAGE)) < 0)
                .show(Fault.status(503));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private SynthflowClient client(RetryPolicy policy) {
        return time.drive(SynthflowClient.builder())
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .options(o -> o.retry(policy).noDeadline())
                .build();
    }

    private Walk<Call> walk(SynthflowClient client, int prefetch) {
        return client.calls()
                .list(r -> r.modelId(sandbox.synthflow().modelId()))
                .prefetch(prefetch)
                .iterator();
    }

    private List<String> all() {
        return sandbox.synthflow().calls().ids().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 64})
    void walk_patientPolicy_survivesTheOutage(int prefetch) {
        try (SynthflowClient client =
                        client(RetryPolicy.DEFAULT.maxAttempts(1000).maxDelay(Duration.ofSeconds(30)));
                Walk<Call> walk = walk(client, prefetch)) {
            List<String> read = new ArrayList<>();
            while (read.size() < 5_000) {
                read.add(walk.next().callId());
            }
            from = time.passed();
            walk.forEachRemaining(call -> read.add(call.callId()));

            assertThat(read).isEqualTo(all());
            assertThat(walk.report().proven()).isTrue();
            assertThat(time.passed()).isGreaterThan(from.plus(OUTAGE));
        }
        long asked = sandbox.requests().count();
        assertThat(asked)
                .as("the pages, what was ahead, and the one page that was tried again")
                .isLessThan(201 + 64 + 64 + 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 64})
    void walk_catchWaitAskAgain_survivesTheOutage(int prefetch) {
        int caught = 0;
        try (SynthflowClient client = client(RetryPolicy.DEFAULT);
                Walk<Call> walk = walk(client, prefetch)) {
            List<String> read = new ArrayList<>();
            while (read.size() < 5_000) {
                read.add(walk.next().callId());
            }
            from = time.passed();
            boolean more = true;
            while (more) {
                try {
                    walk.forEachRemaining(call -> read.add(call.callId()));
                    more = false;
                } catch (ServerException | NoResponseException e) {
                    caught++;
                    time.wait(Duration.ofMinutes(1));
                }
            }

            assertThat(read).isEqualTo(all());
            assertThat(walk.report().proven()).isTrue();
        }
        assertThat(caught).isBetween(8, 11);
        assertThat(sandbox.requests().count())
                .as("the pages, what was ahead, and four attempts a minute")
                .isLessThan(201 + 64 + 64 + 11 * 4);
    }

    @Test
    void walk_inTrouble_onlyTheWantedPageIsTriedAgain() {
        try (SynthflowClient client = client(RetryPolicy.DEFAULT);
                Walk<Call> walk = walk(client, 64)) {
            for (int i = 0; i < 2_000; i++) {
                walk.next();
            }
            from = time.passed();
            sandbox.requests().clear();
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> walk.forEachRemaining(call -> {}))
                        .isInstanceOfSatisfying(
                                ServerException.class,
                                failure -> assertThat(failure.attempts()).hasSize(4));
            }
        }
        Map<String, Long> askedByOffset = sandbox.requests().all().stream()
                .collect(
                        Collectors.groupingBy(request -> request.query("offset").orElse("0"), Collectors.counting()));
        List<Long> counts = askedByOffset.values().stream().sorted().toList();
        assertThat(counts.get(counts.size() - 1)).isBetween(12L, 13L); // one time ahead of need, perhaps
        assertThat(counts.subList(0, counts.size() - 1)).allMatch(count -> count == 1);
    }
}
