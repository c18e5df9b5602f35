package io.github.analytics4j.testkit.data;

import java.time.Instant;

/** Events without a beginning or an end: one in each gap of time, at a random place within it. */
public record Slots(long seed, long gapMillis) {
    public interface Each {
        void accept(long millis, long bits);
    }

    /** Those of a time range, oldest first; the end is not part of it. */
    public void between(Instant from, Instant to, Each each) {
        long first = from.toEpochMilli();
        long end = to.toEpochMilli();
        for (long slot = Math.floorDiv(first, gapMillis); slot * gapMillis < end; slot++) {
            long bits = Noise.mix(seed, slot);
            long millis = slot * gapMillis + Math.floorMod(bits, gapMillis);
            if (millis >= first && millis < end) {
                each.accept(millis, bits);
            }
        }
    }
}
