package io.github.analytics4j.testkit.vendor.voisnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.data.Timeline;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Counts of conversations. */
class VoisnapTallyTest {
    @Test
    void voisnapTally_percentiles_ofKnownDurations() {
        VoisnapTally tally = new VoisnapTally();
        Conversation row = new Conversation(new ConversationLog(new Timeline(Clock.systemUTC(), true), 1)).read(1, 0);
        for (int seconds = 1; seconds <= 100; seconds++) {
            row.seconds = seconds;
            tally.add(row);
        }

        assertThat(List.of(tally.percentile(50), tally.percentile(90), tally.percentile(99)))
                .containsExactly(50L, 90L, 99L);
        assertThat(new VoisnapTally().percentile(50)).isZero();
    }
}
