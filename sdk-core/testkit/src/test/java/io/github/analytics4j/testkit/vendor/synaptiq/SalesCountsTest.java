package io.github.analytics4j.testkit.vendor.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.data.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Counts of days. */
class SalesCountsTest {
    private static final LocalDate MARCH_FIRST = LocalDate.parse("2026-03-01");

    private final Sales sales =
            new Sales(new Timeline(Clock.fixed(Instant.parse("2026-04-05T12:00:00Z"), ZoneOffset.UTC), true), 3, 10);

    @Test
    void salesCounts_daysAddUp() {
        LocalDate end = MARCH_FIRST.plusDays(6);
        SalesCounts week = SalesCounts.of(sales, MARCH_FIRST, end, null, null);
        long conversations = 0;
        long cents = 0;
        for (LocalDate day = MARCH_FIRST; !day.isAfter(end); day = day.plusDays(1)) {
            SalesCounts counts = SalesCounts.of(sales, day, day, null, null);
            conversations += counts.conversations();
            cents += counts.pipelineCents;
        }

        assertThat(conversations).isEqualTo(week.conversations());
        assertThat(cents).isEqualTo(week.pipelineCents);
        assertThat(SalesCounts.of(sales, end, MARCH_FIRST, null, null).conversionRate())
                .isZero();
    }
}
