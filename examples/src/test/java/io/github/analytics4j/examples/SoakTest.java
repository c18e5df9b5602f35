package io.github.analytics4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Many calls at once while one answer in twenty goes wrong: nothing is left open and every call is accounted for. Three
 * thousand calls unless {@code -Dsoak.calls=200000} asks for the long run.
 */
class SoakTest {
    private static final int CALLS = Integer.getInteger("soak.calls", 3_000);
    private static final int THREADS = 64;

    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    @Test
    void calls_manyAtOnceWithFaults_leaveNothingBehind() throws InterruptedException {
        Set<String> before = ourThreads();
        try (Sandbox sandbox = Sandbox.builder().calls(1_000).keepRequests(10).start()) {
            sandbox.faults()
                    .onAny()
                    .chance(0.05)
                    .show(
                            Fault.status(500),
                            Fault.status(503),
                            Fault.status(429),
                            Fault.resetBeforeHeaders(),
                            Fault.resetInBody(50),
                            Fault.truncatedBody(50),
                            Fault.loseAnswer(),
                            Fault.malformedJson(),
                            Fault.html(502));
            try (SynthflowClient client = SynthflowClient.builder()
                    .apiKey(sandbox.synthflow().apiKey())
                    .baseUrl(sandbox.synthflow().baseUrl())
                    .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(5)))
                    .build()) {
                everyThreadCalls(sandbox, client);
                assertThat(sandbox.openConnections()).isLessThanOrEqualTo(2 * THREADS);
            }

            assertThat(answered.get() + failed.get()).isEqualTo(CALLS);
            assertThat(failed.get()).as("calls that failed for good").isLessThan(CALLS / 20);
            assertThat(sandbox.faults().shown()).isGreaterThan(CALLS / 40);
            eventually(() -> sandbox.openConnections() == 0, "no connection is left open");
        }
        eventually(() -> before.containsAll(ourThreads()), "no thread is left behind");
    }

    private void everyThreadCalls(Sandbox sandbox, SynthflowClient client) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < CALLS; i++) {
            boolean async = i % 2 == 0;
            threads.execute(() -> call(sandbox, client, async));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.HOURS)).isTrue();
    }

    private void call(Sandbox sandbox, SynthflowClient client, boolean async) {
        var call = client.calls()
                .prepareList(r -> r.modelId(sandbox.synthflow().modelId()).limit(3));
        try {
            assertThat((async ? call.executeAsync().join() : call.execute()).response())
                    .isNotNull();
            answered.incrementAndGet();
        } catch (SdkException | CompletionException e) {
            failed.incrementAndGet();
        }
    }

    private static Set<String> ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("analytics4j-http"))
                .collect(Collectors.toSet());
    }

    private interface Condition {
        boolean holds();
    }

    private static void eventually(Condition condition, String what) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds() && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(10); // sockets close and threads end in their own time
        }
        assertThat(condition.holds()).as(what).isTrue();
    }
}
