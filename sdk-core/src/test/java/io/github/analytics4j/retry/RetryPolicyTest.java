package io.github.analytics4j.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.retry.RetryRules.Durations;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    @Test
    void waitAfter_growingAttempts_doublesUpToTheCap() {
        assertThat(IntStream.of(1, 2, 3, 4, 5, 6, 40, 1_000_000)
                        .mapToObj(attempts -> RetryPolicy.DEFAULT.waitAfter(attempts, () -> Math.nextDown(1.0)))
                        .map(Duration::toMillis))
                .containsExactly(499L, 999L, 1999L, 3999L, 7999L, 7999L, 7999L, 7999L);
    }

    @Test
    void waitAfter_noLuck_isNothing() {
        assertThat(RetryPolicy.DEFAULT.waitAfter(3, () -> 0)).isZero();
    }

    @Test
    void waitAfter_manyTimes_isSpreadOverTheWholeRange() {
        Random random = new Random(7);

        double mean = IntStream.range(0, 10_000)
                .mapToLong(i ->
                        RetryPolicy.DEFAULT.waitAfter(3, random::nextDouble).toMillis())
                .average()
                .orElseThrow();

        assertThat(mean).as("seed 7").isBetween(970.0, 1030.0);
    }

    @Test
    void create_nonsense_isRefusedByName() {
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.maxAttempts(0))
                .hasMessage("RetryPolicy: maxAttempts must be at least 1, was 0");
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.baseDelay(Duration.ofMillis(-1)))
                .hasMessage("RetryPolicy: baseDelay must not be negative, was PT-0.001S");
        assertThatThrownBy(() -> RetryPolicy.DEFAULT.hintCap(null)).hasMessage("hintCap");
    }

    @Test
    void text_durations_areForPeople() {
        assertThat(IntStream.of(0, 250, 999, 1000, 2500, 119_999, 120_000, 3_600_000, 3_900_000)
                        .mapToObj(Duration::ofMillis)
                        .map(Durations::text))
                .containsExactly("0 ms", "250 ms", "999 ms", "1 s", "2.5 s", "119.9 s", "2 min", "1 h", "1 h 5 min");
    }
}
