package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SandboxSoakTest {
    private static final int THREADS = 16;
    private static final int REQUESTS = 250;

    @Test
    void mixedFaultsFromManyThreads_everyRequestIsCounted_nothingIsLeftOpen() throws Exception {
        AtomicLong good = new AtomicLong();
        AtomicLong bad = new AtomicLong();
        try (Sandbox sandbox = Sandbox.builder().seed(13).calls(5_000).start()) {
            SynthflowSandbox api = sandbox.synthflow();
            api.faults()
                    .onAny()
                    .chance(0.1)
                    .show(
                            Fault.status(503),
                            Fault.resetBeforeHeaders(),
                            Fault.truncatedBody(100),
                            Fault.html(502),
                            Fault.wrongLength(10),
                            Fault.slowBody(4_096, Duration.ofMillis(1)));
            CountDownLatch done = new CountDownLatch(THREADS);
            ExecutorService pool = Executors.newFixedThreadPool(THREADS);
            for (int thread = 0; thread < THREADS; thread++) {
                pool.execute(() -> {
                    run(api, good, bad);
                    done.countDown();
                });
            }
            assertThat(done.await(100, TimeUnit.SECONDS)).isTrue();
            pool.shutdown();

            assertThat(good.get() + bad.get()).isEqualTo(THREADS * REQUESTS);
            // The JDK's client may send a GET once more when a connection breaks before the headers.
            assertThat(sandbox.requests().count()).isBetween((long) THREADS * REQUESTS, THREADS * REQUESTS * 11L / 10);
            assertThat(api.faults().shown()).isBetween(200L, 650L);
            assertThat(bad.get()).isGreaterThan(100);
            Await.until(() -> sandbox.requestsInFlight() == 0);
        }
    }

    private static void run(SynthflowSandbox api, AtomicLong good, AtomicLong bad) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < REQUESTS; i++) {
            HttpRequest request = TestClient.request(
                            api.baseUrl() + "/calls?limit=3&offset=" + i * 10 + "&model_id=" + api.modelId())
                    .header("Authorization", "Bearer " + api.apiKey())
                    .build();
            try {
                boolean ok = client.send(request, BodyHandlers.ofString()).statusCode() == 200;
                (ok ? good : bad).incrementAndGet();
            } catch (IOException broken) {
                bad.incrementAndGet();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
