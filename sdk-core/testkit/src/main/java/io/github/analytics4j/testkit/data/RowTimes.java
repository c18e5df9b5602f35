package io.github.analytics4j.testkit.data;

/**
 * The times of a log's original rows, computed from their number; a larger number is a later row. Numbers count from
 * 1970, so that they do not depend on when the log is read.
 */
public interface RowTimes {
    /** Years 1843 and 2286: no row lies outside, and times beyond them would lose their milliseconds. */
    long EARLIEST = -4_000_000_000_000L;

    long LATEST = 10_000_000_000_000L;

    /** The time of a row; never earlier than the one of the number before it. */
    long at(long key);

    /** The first number whose row is not older than this. */
    long firstFrom(long millis);

    /** The same times for numbers that are smaller by so many. */
    default RowTimes shifted(long by) {
        RowTimes times = this;
        return new RowTimes() {
            @Override
            public long at(long key) {
                return times.at(key + by);
            }

            @Override
            public long firstFrom(long millis) {
                return times.firstFrom(millis) - by;
            }
        };
    }

    /** One row in each equal part of a rhythm, at a random place within it, so that times rise strictly. */
    static RowTimes of(long seed, Rhythm rhythm) {
        return new RowTimes() {
            @Override
            public long at(long key) {
                // never at the very edges of its part: two rows never share a time
                return rhythm.timeOf(key + 0.02 + 0.96 * Noise.unit(Noise.mix(seed, key)));
            }

            @Override
            public long firstFrom(long millis) {
                long within = Math.max(EARLIEST, Math.min(LATEST, millis));
                long key = (long) Math.floor(rhythm.until(within));
                while (at(key) < within) {
                    key++;
                }
                while (at(key - 1) >= within) {
                    key--;
                }
                return key;
            }
        };
    }
}
