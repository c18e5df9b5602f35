package io.github.analytics4j.benchmarks;

import io.github.analytics4j.benchmarks.decode.Document;
import java.util.List;

/**
 * How much is measured.
 *
 * @param pairs interleaved pairs of each comparison
 * @param longPairs as many again of those that take longer: the farthest server, walks over TLS, the longest log
 * @param decodePairs as many again for decoding alone
 * @param documents which are decoded alone
 * @param peers against whom the walk and the cold start are measured
 * @param calls the length of a full walk
 * @param passes full walks in one process; hot is the median of the last third of them
 * @param slowCalls the length of a walk whose responses take their time
 * @param logs the lengths whose cost a call is compared
 * @param fileBytes the size of the downloaded file
 * @param jmhSeconds the length of a warm-up and of a measurement
 */
record Settings(
        int pairs,
        int longPairs,
        int decodePairs,
        List<Document> documents,
        List<Peer> peers,
        long calls,
        int passes,
        long slowCalls,
        List<Long> logs,
        long fileBytes,
        int jmhSeconds) {
    static final int DELAY_MILLIS = 20;

    private static final long MEGA = 1 << 20;
    private static final List<Document> ALL = List.of(Document.values());

    static Settings full() {
        return new Settings(
                5, 3, 5, ALL, Peer.others(), 100_000, 3, 10_000, List.of(1_000L, 10_000L, 1_000_000L), 200 * MEGA, 1);
    }

    /** Finishes in five minutes; its figures are a hint, not a result. */
    static Settings brief() {
        return new Settings(3, 1, 1, ALL, Peer.others(), 20_000, 3, 2_000, List.of(1_000L, 10_000L), 50 * MEGA, 1);
    }

    /**
     * As many pairs as the issue asks for, against those peers and of those documents and logs that it names; in 35 minutes. Walks go on
     * until nothing is compiled any more.
     */
    static Settings asked() {
        List<Peer> named = List.of(Peer.FLOOR, Peer.JACKSON_BYTES, Peer.MOSHI_ADAPTERS);
        return new Settings(
                7,
                3,
                7,
                List.of(Document.LONG_CALLS),
                named,
                100_000,
                12,
                10_000,
                List.of(1_000L, 3_000_000L),
                200 * MEGA,
                1);
    }
}
