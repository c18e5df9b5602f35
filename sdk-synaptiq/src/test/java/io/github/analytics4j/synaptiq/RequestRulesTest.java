package io.github.analytics4j.synaptiq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.InvalidRequestException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vendor's rules refuse before anything is sent, and what they do not. */
final class RequestRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void activity_manyMistakes_areNamedAtOnce() {
        assertThatThrownBy(() -> ActivityRequest.of(
                        r -> r.leadId(" ").page(0).pageSize(101).startDate(DAY).endDate(DAY.minusDays(400))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "ActivityRequest: leadId is blank; page must be at least 1, was 0; pageSize must be 1..100, was 101; "
                                + "startDate must not be after endDate, was 2026-03-01T00:00:00Z against 2025-01-25T23:59:59.999Z");
    }

    @Test
    void activity_typeWithAComma_isRefused() {
        assertThatThrownBy(() -> ActivityRequest.of(r -> r.types(ActivityType.of("a,b"), ActivityType.of(""))))
                .hasMessage("ActivityRequest: types[0] has a comma; give each value by itself; types[1] is blank");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void activity_pageSizeAtItsBounds_isFine(int size) {
        assertThat(ActivityRequest.of(r -> r.pageSize(size)).pageSize()).isEqualTo(size);
    }

    @Test
    void overview_365Days_isFine() {
        assertThat(OverviewRequest.of(r -> r.startDate(DAY).endDate(DAY.plusDays(365)))
                        .endDate())
                .isEqualTo(DAY.plusDays(365));
    }

    @Test
    void overview_366Days_isRefused() {
        assertThatThrownBy(() -> OverviewRequest.of(r -> r.startDate(DAY).endDate(DAY.plusDays(366))))
                .hasMessage("OverviewRequest: startDate to endDate must be at most 365 days, was 366");
    }

    @Test
    void funnel_366Days_isRefused() {
        assertThatThrownBy(() -> FunnelRequest.of(r -> r.startDate(DAY).endDate(DAY.plusDays(366))))
                .hasMessage("FunnelRequest: startDate to endDate must be at most 365 days, was 366");
    }

    @Test
    void activity_timeOnTheLastDay_isNotAfterIt() {
        ActivityRequest request = ActivityRequest.of(
                r -> r.startDate(Instant.parse("2026-03-01T10:00:00Z")).endDate(DAY));

        assertThat(request.endDate()).hasToString("2026-03-01");
    }

    @Test
    void activity_oneEndOnly_isLeftToTheServer() {
        assertThat(ActivityRequest.of(r -> r.startDate(DAY.minusYears(9))).endDate())
                .isNull();
    }
}
