package io.github.analytics4j.testkit.data;

/**
 * The times of a log's original rows, computed: row 0 is the newest, one row in each gap, at a random place within it,
 * so that times fall strictly.
 */
public record RowTimes(long seed, long newestMillis, long gapMillis) {
    long at(long key) {
        long jitter = Math.floorMod(Noise.mix(seed, key), gapMillis);
        return newestMillis - 1 - gapMillis * key - jitter;
    }
}
