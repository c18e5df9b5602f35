package io.github.analytics4j.testkit.vendor.callops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Counts of calls. */
class OpsTallyTest {
    @Test
    void opsTally_boundBelongsToTheBucketAbove() {
        OpsTally tally = new OpsTally();
        OpsCall call = new OpsCall().read(1, 10, false, false);
        for (int tenths : new int[] {0, 299, 300, 599, 600, 3_000, 99_999}) {
            call.duration = tenths;
            tally.add(call);
        }

        assertThat(tally.durations).containsExactly(2, 2, 1, 0, 2);
        assertThat(new OpsTally().average(5)).isZero();
    }
}
