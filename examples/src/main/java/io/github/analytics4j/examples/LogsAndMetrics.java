package io.github.analytics4j.examples;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.callops.PeakHour;
import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.error.SdkException;
import io.github.analytics4j.error.SdkException.Attempt;
import io.github.analytics4j.testkit.Fault;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How do I see what the client does? A listener hears of every attempt, retry and wait, for metrics and traces of your own; SLF4J gets
 * the same as log lines of {@code io.github.analytics4j}: a call that failed at warn, how calls went at debug. No key is in either.
 */
public final class LogsAndMetrics {
    private LogsAndMetrics() {}

    public static void main(String[] args) {
        try (Accounts accounts = Accounts.open()) {
            run(accounts, System.out);
        }
    }

    static void run(Accounts accounts, PrintStream out) {
        Metrics metrics = new Metrics(out);
        accounts.sandbox()
                .ifPresent(sandbox -> sandbox.callops()
                        .faults()
                        .on("/api/v1/analytics/peak-hours")
                        .times(1)
                        .show(Fault.status(503)));
        try (CallOpsClient callops = accounts.callops().listener(metrics).build()) {
            long slow = callops.analytics().latencyDistribution(r -> {}).buckets().stream()
                    .mapToLong(bucket -> bucket.count())
                    .skip(2)
                    .sum();
            long longCalls = callops.analytics().durationDistribution(r -> {}).buckets().stream()
                    .mapToLong(bucket -> bucket.count())
                    .skip(2)
                    .sum();
            out.printf("%d slow calls, %d long ones%n", slow, longCalls);
            callops
                    .analytics()
                    .peakHours(r -> r.options(o -> o.tag("trace-7"))) // what belongs to your thread travels as a tag
                    .stream()
                    .max(Comparator.comparingLong(PeakHour::count))
                    .ifPresent(peak -> out.printf("most calls on %s at %d h%n", peak.dayOfWeek(), peak.hour()));
        }
        metrics.print();
    }

    /** Counts by operation. Events of several calls may come at once, so what it counts with is guarded. */
    private static final class Metrics implements ClientListener {
        private final Map<String, Integer> attempts = new TreeMap<>();
        private final Map<String, Duration> time = new TreeMap<>();
        private final PrintStream out;

        Metrics(PrintStream out) {
            this.out = out;
        }

        @Override
        public void retrying(CallInfo call, Attempt failed, Duration pause, String reason) {
            out.printf("%s %s: again, since %s%n", call.tag(), call.operation(), failed.failure());
        }

        @Override
        public synchronized void finished(
                CallInfo call, List<Attempt> tried, Duration took, @Nullable SdkException failure) {
            attempts.merge(call.operation(), tried.size(), Integer::sum);
            time.merge(call.operation(), took, Duration::plus);
        }

        synchronized void print() {
            time.forEach((operation, took) ->
                    out.printf("%-40s attempts %d, %d ms%n", operation, attempts.get(operation), took.toMillis()));
        }
    }
}
