package io.github.analytics4j.testkit.vendor.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Counts of days. */
class SalesCountsTest {
    private static final LocalDate MARCH_FIRST = LocalDate.parse("2026-03-01");

    @Test
    void salesCounts_daysAddUp() {
        LocalDate end = MARCH_FIRST.plusDays(6);
        SalesCounts week = SalesCounts.of(3, MARCH_FIRST, end, null, null);
        long conversations = 0;
        long cents = 0;
        for (LocalDate day = MARCH_FIRST; !day.isAfter(end); day = day.plusDays(1)) {
            SalesCounts counts = SalesCounts.of(3, day, day, null, null);
            conversations += counts.conversations();
            cents += counts.pipelineCents;
        }

        assertThat(conversations).isEqualTo(week.conversations());
        assertThat(cents).isEqualTo(week.pipelineCents);
        assertThat(SalesCounts.of(3, end, MARCH_FIRST, null, null).conversionRate())
                .isZero();
    }
}
