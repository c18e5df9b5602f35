package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.Overview;
import io.github.analytics4j.retry.RetryPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A virtual thread for each of 10,000 calls that are all under way at once. Our code is Java 17 and the threads came with
 * 21, so this runs on the JVM that surefire is given:
 *
 * <pre>{@code
 * ./mvnw -pl sdk-core/acceptance -am test -Dtest=VirtualThreadsTest -Dsurefire.failIfNoSpecifiedTests=false -Djvm=<JDK 25>/bin/java
 * }</pre>
 */
class VirtualThreadsTest {
    private static final int CALLS = Integer.getInteger("virtual.calls", 10_000);
    private static final String PINNED = "jdk.VirtualThreadPinned";

    @TempDir
    Path folder;

    @BeforeEach
    void needVirtualThreads() {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with Java 21");
    }

    @Test
    void calls_oneVirtualThreadEach_allAtOnce_sameAnswersAndNothingPinned() throws Exception {
        try (HoldingServer server = HoldingServer.start(CALLS);
                CallOpsClient client = client(server)) {
            Overview now = Overview.fromJson(HoldingServer.answer("now"));
            assertThat(overview(client, "now")).as("on a platform thread").isEqualTo(now);
            try (Threads first =
                    Threads.virtual()) { // also initializes the JDK's classes, for which threads would wait pinned
                assertThat(first.executor.submit(() -> overview(client, "now")).get())
                        .as("on a virtual thread")
                        .isEqualTo(now);
            }

            List<Future<Overview>> answers = new ArrayList<>();
            long start = System.nanoTime();
            List<RecordedEvent> pinned = pinnedDuring(threads -> {
                for (int i = 0; i < CALLS; i++) {
                    String agent = Integer.toString(i);
                    answers.add(threads.submit(() -> overview(client, agent)));
                }
            });
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            System.out.printf(
                    "virtual threads on %s: %d calls at once in %d ms, pinned %d times%n",
                    Runtime.version(), CALLS, millis, pinned.size());

            for (int i = 0; i < CALLS; i++) {
                assertThat(answers.get(i).get()).isEqualTo(Overview.fromJson(HoldingServer.answer("" + i)));
            }
            assertThat(pinned).isEmpty();
        }
    }

    /** Shows that the test above would notice: a class initializer is native to the JVM and holds its carrier. */
    @Test
    void recording_ofAThreadThatIsPinned_reportsIt() throws Exception {
        assertThat(pinnedDuring(threads -> threads.submit(() -> Pin.PULLED))).isNotEmpty();
    }

    private static final class Pin {
        static final boolean PULLED = parked();

        private static boolean parked() {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
            return true;
        }
    }

    private interface Work {
        void on(ExecutorService threads) throws Exception;
    }

    private List<RecordedEvent> pinnedDuring(Work work) throws Exception {
        try (Recording recording = new Recording()) {
            recording.enable(PINNED).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            try (Threads threads = Threads.virtual()) {
                work.on(threads.executor);
            }
            recording.stop();
            Path file = folder.resolve("pinned.jfr");
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(PINNED))
                    .toList();
        }
    }

    /** Closing it waits for what was submitted. */
    private record Threads(ExecutorService executor) implements AutoCloseable {
        static Threads virtual() throws ReflectiveOperationException {
            return new Threads((ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null));
        }

        @Override
        public void close() throws InterruptedException {
            executor.shutdown();
            assertThat(executor.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        }
    }

    private static Overview overview(CallOpsClient client, String agent) {
        return client.analytics().overview(r -> r.agentId(agent));
    }

    /** The server answers when the last has arrived, which takes a slow machine a while. */
    private static CallOpsClient client(HoldingServer server) {
        return CallOpsClient.builder()
                .baseUrl(server.url())
                .apiKey("canary-virtual")
                .attemptTimeout(Duration.ofMinutes(2))
                .deadline(Duration.ofMinutes(2))
                .retry(RetryPolicy.NONE)
                .build();
    }
}
