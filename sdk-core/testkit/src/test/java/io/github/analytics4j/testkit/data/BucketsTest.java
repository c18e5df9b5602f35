package io.github.analytics4j.testkit.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.data.Buckets.Bucket;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A span of days, cut. */
class BucketsTest {
    private static final LocalDate MARCH_FIRST = LocalDate.parse("2026-03-01");

    @ParameterizedTest
    @CsvSource({"day, 31", "week, 4", "month, 1"})
    void buckets_coverEveryDayOnce(String size, int expected) {
        List<Bucket> buckets = Buckets.of(MARCH_FIRST, LocalDate.parse("2026-03-31"), size);

        assertThat(buckets).hasSize(expected);
        LocalDate next = MARCH_FIRST;
        for (Bucket bucket : buckets) {
            assertThat(bucket.first()).isEqualTo(next);
            assertThat(bucket.last()).isAfterOrEqualTo(bucket.first());
            next = bucket.last().plusDays(1);
        }
        assertThat(next).isEqualTo(LocalDate.parse("2026-04-01"));
    }

    @Test
    void buckets_months_areCutAtTheirFirstDays() {
        assertThat(Buckets.of(LocalDate.parse("2026-01-20"), LocalDate.parse("2026-03-10"), "month"))
                .containsExactly(
                        new Bucket(LocalDate.parse("2026-01-20"), LocalDate.parse("2026-01-31")),
                        new Bucket(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28")),
                        new Bucket(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-10")));
    }

    @Test
    void buckets_restOfAWeek_goesToTheLastOne() {
        LocalDate end = MARCH_FIRST.plusDays(9);

        assertThat(Buckets.of(MARCH_FIRST, end, "week")).containsExactly(new Bucket(MARCH_FIRST, end));
        assertThat(Buckets.of(MARCH_FIRST, MARCH_FIRST.plusDays(13), "week")).hasSize(2);
        assertThat(Buckets.of(MARCH_FIRST, MARCH_FIRST, "week")).hasSize(1);
    }
}
