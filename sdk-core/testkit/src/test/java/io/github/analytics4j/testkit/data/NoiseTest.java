package io.github.analytics4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoiseTest {
    @Test
    void mix_sameInput_sameBits_otherInput_others() {
        Set<Long> seen = new HashSet<>();
        for (long key = -500; key < 500; key++) {
            assertThat(Noise.mix(7, key)).isEqualTo(Noise.mix(7, key));
            seen.add(Noise.mix(7, key));
            seen.add(Noise.mix(8, key));
            seen.add(Noise.mix(7, key, 1));
        }
        assertThat(seen).hasSize(3_000);
    }

    @Test
    void below_andUnit_stayInTheirBoundsAndFillThem() {
        int[] counts = new int[10];
        double sum = 0;
        for (long key = 0; key < 10_000; key++) {
            counts[Noise.below(Noise.mix(1, key), 10)]++;
            double unit = Noise.unit(Noise.mix(2, key));
            assertThat(unit).isBetween(0.0, 1.0);
            sum += unit;
        }
        assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(850);
        assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(1_150);
        assertThat(sum / 10_000).isBetween(0.48, 0.52);
    }

    @Test
    void pick_followsTheWeights() {
        int[] counts = new int[3];
        for (long key = 0; key < 10_000; key++) {
            counts[Noise.pick(Noise.mix(3, key), 70, 0, 30)]++;
        }

        assertThat(counts[0]).isBetween(6_700, 7_300);
        assertThat(counts[1]).isZero();
        assertThat(counts[2]).isBetween(2_700, 3_300);
    }

    @Test
    void slots_haveOneEventEach_whateverTheWindow() {
        Slots slots = new Slots(5, 60_000);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        List<Long> whole = new ArrayList<>();
        slots.between(start, start.plusSeconds(3600), (millis, bits) -> whole.add(millis));
        List<Long> parts = new ArrayList<>();
        for (int i = 0; i < 3600; i += 77) {
            slots.between(
                    start.plusSeconds(i),
                    start.plusSeconds(Math.min(3600, i + 77)),
                    (millis, bits) -> parts.add(millis));
        }

        assertThat(whole).hasSize(60).isSorted();
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void rowTimes_fallStrictly_andLieBeforeTheNewest() {
        RowTimes times = new RowTimes(9, 1_000_000_000, 90_000);
        long later = 1_000_000_000;
        for (long key = 0; key < 20_000; key++) {
            assertThat(times.at(key)).isLessThan(later);
            later = times.at(key);
        }
    }
}
