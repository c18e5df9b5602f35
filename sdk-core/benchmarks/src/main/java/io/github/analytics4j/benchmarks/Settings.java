package io.github.analytics4j.benchmarks;

import java.util.List;

/**
 * How much is measured.
 *
 * @param pairs interleaved pairs of each comparison
 * @param longPairs as many again of those that take longer: decoding alone, the farthest server, the longest log
 * @param peers against whom the walk and the cold start are measured
 * @param calls the length of a full walk
 * @param slowCalls the length of a walk whose answers take their time
 * @param logs the lengths whose cost a call is compared
 * @param fileBytes the size of the downloaded file
 * @param jmhSeconds the length of a warm-up and of a measurement
 */
record Settings(
        int pairs,
        int longPairs,
        List<Peer> peers,
        long calls,
        long slowCalls,
        List<Long> logs,
        long fileBytes,
        int jmhSeconds) {
    static final int DELAY_MILLIS = 20;

    private static final long MEGA = 1 << 20;

    static Settings full() {
        return new Settings(5, 5, Peer.others(), 100_000, 10_000, List.of(1_000L, 10_000L, 1_000_000L), 200 * MEGA, 1);
    }

    /** Finishes in five minutes; its figures are a hint, not a result. */
    static Settings brief() {
        return new Settings(3, 1, Peer.others(), 20_000, 2_000, List.of(1_000L, 10_000L), 50 * MEGA, 1);
    }

    /** As many pairs as the issue asks for, against those and of those logs that it names. */
    static Settings asked() {
        List<Peer> named = List.of(Peer.FLOOR, Peer.JACKSON_BYTES, Peer.MOSHI_ADAPTERS);
        return new Settings(7, 3, named, 100_000, 10_000, List.of(1_000L, 3_000_000L), 200 * MEGA, 1);
    }
}
