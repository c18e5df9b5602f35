package io.github.analytics4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
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

    /** Rows are numbered in the order of time now, the newest last: what fell towards the past rises towards the present. */
    @Test
    void rowTimes_riseStrictly_andAreFoundByTime() {
        for (double perDay : new double[] {0.5, 24, 960, 2_000_000}) {
            RowTimes times = RowTimes.of(9, new Rhythm(9, perDay));
            long first = times.firstFrom(Instant.parse("2025-12-20T00:00:00Z").toEpochMilli());
            long earlier = times.at(first - 1);
            for (long key = first; key < first + 20_000; key++) {
                long time = times.at(key);
                assertThat(time).as("%s a day, row %s", perDay, key).isGreaterThan(earlier);
                assertThat(times.firstFrom(time)).isEqualTo(key);
                assertThat(times.firstFrom(time + 1)).isEqualTo(key + 1);
                earlier = time;
            }
        }
    }

    @Test
    void rowTimes_ofAnyMoment_areFound() {
        RowTimes times = RowTimes.of(3, new Rhythm(3, 1_000));
        for (String moment : List.of("1850-01-01", "1969-12-31", "1970-01-01", "2099-12-31", "2250-06-01")) {
            long millis = Instant.parse(moment + "T00:00:00Z").toEpochMilli();
            long key = times.firstFrom(millis);

            assertThat(times.at(key)).as(moment).isGreaterThanOrEqualTo(millis);
            assertThat(times.at(key - 1)).as(moment).isLessThan(millis);
        }
        assertThat(times.firstFrom(Long.MAX_VALUE)).isEqualTo(times.firstFrom(RowTimes.LATEST));
        assertThat(times.firstFrom(Long.MIN_VALUE)).isEqualTo(times.firstFrom(RowTimes.EARLIEST));
    }

    @Test
    void rhythm_nightsWeekendsAndHolidaysAreQuiet_yearsGrow() {
        Rhythm rhythm = new Rhythm(11, 1_000);

        assertThat(between(rhythm, "2026-03-10T00:00:00Z", "2026-03-10T05:00:00Z"))
                .isLessThan(0.2 * between(rhythm, "2026-03-10T09:00:00Z", "2026-03-10T14:00:00Z"));
        assertThat(between(rhythm, "2026-03-14T00:00:00Z", "2026-03-16T00:00:00Z"))
                .isLessThan(0.5 * between(rhythm, "2026-03-11T00:00:00Z", "2026-03-13T00:00:00Z"));
        assertThat(between(rhythm, "2025-12-24T00:00:00Z", "2025-12-31T00:00:00Z"))
                .isLessThan(0.8 * between(rhythm, "2025-12-10T00:00:00Z", "2025-12-17T00:00:00Z"));
        assertThat(between(rhythm, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"))
                .isCloseTo(1.06 * between(rhythm, "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z"), within(5_000.0));
        assertThat(between(rhythm, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"))
                .isBetween(340_000.0, 390_000.0);
    }

    private static double between(Rhythm rhythm, String from, String to) {
        return rhythm.until(Instant.parse(to).toEpochMilli())
                - rhythm.until(Instant.parse(from).toEpochMilli());
    }
}
