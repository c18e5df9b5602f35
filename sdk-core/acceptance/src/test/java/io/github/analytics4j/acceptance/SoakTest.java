package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.retry.RetryPolicy;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Fault;
import io.github.analytics4j.testkit.Sandbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Many calls from 64 threads while one request in twenty goes wrong: nothing leaks, and every call is accounted for.
 *
 * <p>The usual run makes 10,000 calls. The whole one takes some minutes:
 *
 * <pre>{@code
 * ./mvnw -pl sdk-core/acceptance -am test -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Dsoak.requests=200000
 * }</pre>
 */
class SoakTest {
    private static final int CALLS = Integer.getInteger("soak.requests", 10_000);
    private static final int WARM_UP = 2_000;
    private static final int THREADS = 64;
    private static final long HEAP_NOISE = 8L << 20; // what the JIT's and the JDK's own caches may add
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** OkHttp's process-wide helpers and the server's own: idle ones end by themselves after a minute. */
    private static final Set<String> NOT_OURS = Set.of("OkHttp TaskRunner", "Okio Watchdog", "analytics4j-sandbox");

    private final LongAdder attempts = new LongAdder();
    private final LongAdder sentAgain = new LongAdder();
    private final LongAdder finished = new LongAdder();
    private final LongAdder good = new LongAdder();
    private final Map<String, LongAdder> failures = new ConcurrentSkipListMap<>();

    private final ClientListener counting = new ClientListener() {
        @Override
        public void attemptEnded(CallInfo call, Attempt attempt) {
            attempts.increment();
        }

        @Override
        public void sentAgain(CallInfo call, String reason) {
            sentAgain.increment();
        }

        @Override
        public void finished(CallInfo call, List<Attempt> made, Duration took, SdkException failure) {
            finished.increment();
        }
    };

    @Test
    void calls_fromManyThreadsUnderFaults_leakNothingAndAreAllAccountedFor() throws Exception {
        try (Sandbox sandbox =
                Sandbox.builder().calls(200).sttEvents(200).keepRequests(0).start()) {
            faults(sandbox);
            load(sandbox, WARM_UP);
            settle(sandbox);
            reset(sandbox);
            Standing before = Standing.of(sandbox);

            long start = System.nanoTime();
            int openAtTheEnd = load(sandbox, CALLS);
            long took = System.nanoTime() - start;
            settle(sandbox);
            await(() -> Standing.leaked(before.threads).isEmpty());
            Standing after = Standing.of(sandbox);

            print(sandbox, took, openAtTheEnd, before, after);
            accounted(sandbox);
            assertThat(openAtTheEnd).as("connections of two clients").isLessThanOrEqualTo(2 * 2 * THREADS);
            assertThat(after.connections).as("connections").isZero();
            assertThat(Standing.leaked(before.threads))
                    .as("threads that were not there before")
                    .isEmpty();
            assertThat(after.heap - before.heap).as("growth of the heap").isLessThan(HEAP_NOISE);
        }
    }

    private static void faults(Sandbox sandbox) {
        sandbox.faults()
                .onAny()
                .chance(0.05)
                .show(
                        Fault.status(503),
                        Fault.status(429).header("Retry-After", "0"),
                        Fault.resetBeforeHeaders(),
                        Fault.truncatedBody(10, 60),
                        Fault.malformedJson(),
                        Fault.html(502));
    }

    /** Makes the calls, and tells how many connections were open just before the clients were closed. */
    private int load(Sandbox sandbox, int calls) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (SynthflowClient synthflow = synthflow(sandbox);
                CallOpsClient callops = callops(sandbox)) {
            for (int t = 0; t < THREADS; t++) {
                threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < calls; i = next.getAndIncrement()) {
                        count(sandbox, synthflow, callops, i);
                    }
                });
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.MINUTES)).isTrue();
            return sandbox.openConnections();
        } finally {
            threads.shutdownNow();
        }
    }

    private void count(Sandbox sandbox, SynthflowClient synthflow, CallOpsClient callops, int i) {
        try {
            call(sandbox, synthflow, callops, i);
            good.increment();
        } catch (SdkException e) {
            failed(e);
        } catch (CompletionException e) {
            failed(e.getCause());
        } catch (Throwable e) {
            failed(e);
        }
    }

    private void failed(Throwable failure) {
        failures.computeIfAbsent(failure.getClass().getSimpleName(), name -> new LongAdder())
                .increment();
    }

    private static Object call(Sandbox sandbox, SynthflowClient synthflow, CallOpsClient callops, int i) {
        String agent = sandbox.synthflow().modelId();
        return switch (i % 4) {
            case 0 ->
                synthflow
                        .calls()
                        .prepareListPage(r -> r.modelId(agent).pageSize(1))
                        .execute();
            case 1 ->
                callops.analytics().prepareSttEventsPage(r -> r.pageSize(1)).execute();
            case 2 -> callops.analytics().sttEventsSummary(r -> {});
            default ->
                synthflow
                        .calls()
                        .prepareListPage(r -> r.modelId(agent).pageSize(2))
                        .executeAsync()
                        .join();
        };
    }

    private SynthflowClient synthflow(Sandbox sandbox) {
        return SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(5)))
                .listener(counting)
                .build();
    }

    private CallOpsClient callops(Sandbox sandbox) {
        return CallOpsClient.builder()
                .baseUrl(sandbox.callops().baseUrl())
                .apiKey(sandbox.callops().apiKey())
                .retry(RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(5)))
                .listener(counting)
                .build();
    }

    private void accounted(Sandbox sandbox) {
        long failed = failures.values().stream().mapToLong(LongAdder::sum).sum();
        assertThat(good.sum() + failed).as("calls that came back").isEqualTo(CALLS);
        assertThat(finished.sum()).as("calls the listener saw end").isEqualTo(CALLS);
        assertThat(attempts.sum() + sentAgain.sum())
                .as("attempts, and requests that went out again on a new connection")
                .isEqualTo(sandbox.requests().count());
        assertThat(failures.keySet())
                .as("typed failures of what may not be repeated, or was in vain")
                .isSubsetOf(
                        "UnreadableResponseException", "ServerException", "RateLimitException", "NoResponseException");
    }

    private void reset(Sandbox sandbox) {
        sandbox.requests().clear();
        attempts.reset();
        sentAgain.reset();
        finished.reset();
        good.reset();
        failures.clear();
    }

    private static void settle(Sandbox sandbox) {
        await(() -> sandbox.openConnections() == 0);
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private void print(Sandbox sandbox, long took, int openAtTheEnd, Standing before, Standing after) {
        System.out.printf(
                "soak: %d calls from %d threads in %d s, %d requests, %d faults shown so far%n",
                CALLS,
                THREADS,
                TimeUnit.NANOSECONDS.toSeconds(took),
                sandbox.requests().count(),
                sandbox.faults().shown());
        System.out.printf(
                "soak: %d good, failures %s, %d attempts%n", good.sum(), new TreeMap<>(failures), attempts.sum());
        System.out.printf("soak: before %s; %d open before close; after %s%n", before, openAtTheEnd, after);
    }

    /** What a leak would make grow. */
    private record Standing(int connections, Map<String, Long> threads, long heap) {
        static Standing of(Sandbox sandbox) {
            return new Standing(sandbox.openConnections(), liveThreads(), usedHeap());
        }

        /** How many threads there are of a name, numbers aside. */
        static Map<String, Long> liveThreads() {
            return Thread.getAllStackTraces().keySet().stream()
                    .map(thread -> thread.getName().replaceAll("[-#:]?[0-9]+$", ""))
                    .filter(name -> !NOT_OURS.contains(name))
                    .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
        }

        static Map<String, Long> leaked(Map<String, Long> before) {
            Map<String, Long> more = new TreeMap<>(liveThreads());
            more.entrySet().removeIf(entry -> entry.getValue() <= before.getOrDefault(entry.getKey(), 0L));
            return more;
        }

        private static long usedHeap() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
