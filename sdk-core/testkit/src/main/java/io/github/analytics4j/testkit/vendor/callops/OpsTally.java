package io.github.analytics4j.testkit.vendor.callops;

/** CallOps calls counted: of everything, of a day or of an agent. */
public final class OpsTally {
    static final int[] DURATION_BOUNDS = {30, 60, 120, 300};
    static final int[] LATENCY_BOUNDS = {500, 1000, 2000, 3000};

    long calls;
    long completed;
    long failed;
    long duration;
    final long[] latencies = new long[3];
    long totalLatency;
    long cents;
    long turns;
    long bargedIn;
    long errors;
    final long[] outcomes = new long[OpsCall.OUTCOMES.length];
    final long[] providerErrors = new long[OpsCall.PROVIDERS.length];
    final long[] durations = new long[DURATION_BOUNDS.length + 1];
    final long[] totalLatencies = new long[LATENCY_BOUNDS.length + 1];

    public void add(OpsCall call) {
        calls++;
        completed += call.completed() ? 1 : 0;
        failed += call.failed() ? 1 : 0;
        duration += call.duration;
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] += call.latencies[i];
        }
        totalLatency += call.totalLatency;
        cents += call.cents;
        turns += call.turns;
        bargedIn += call.bargedIn ? 1 : 0;
        outcomes[call.outcome]++;
        durations[bucket(DURATION_BOUNDS, call.duration)]++;
        totalLatencies[bucket(LATENCY_BOUNDS, call.totalLatency)]++;
        if (call.failedProvider >= 0) {
            errors++;
            providerErrors[call.failedProvider]++;
        }
    }

    /** The bucket of a value in tenths of the bounds' unit; a bound belongs to the bucket above it. */
    private static int bucket(int[] bounds, int tenths) {
        int bucket = 0;
        while (bucket < bounds.length && tenths >= bounds[bucket] * 10) {
            bucket++;
        }
        return bucket;
    }

    double perCall(long sum) {
        return calls == 0 ? 0 : (double) sum / calls;
    }

    /** The average of a sum of tenths. */
    double average(long tenths) {
        return perCall(tenths) / 10;
    }
}
