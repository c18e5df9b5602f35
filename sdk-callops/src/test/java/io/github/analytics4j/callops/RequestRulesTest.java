package io.github.analytics4j.callops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.InvalidRequestException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is sent; what the builders do not even offer. */
final class RequestRulesTest {

    private static final Instant TIME = Instant.parse("2026-02-01T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {0, 501})
    void sttEvents_pageSizeOutOfBounds_isRefused(int size) {
        assertThatThrownBy(() -> SttEventsRequest.of(r -> r.pageSize(size)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("SttEventsRequest: pageSize must be 1..500, was " + size);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void sttEvents_pageSizeAtItsBounds_isFine(int size) {
        assertThat(SttEventsRequest.of(r -> r.pageSize(size)).pageSize()).isEqualTo(size);
    }

    @Test
    void overview_blankAgentAndTurnedTimes_areNamedAtOnce() {
        assertThatThrownBy(() ->
                        OverviewRequest.of(r -> r.agentId("").startDate(TIME).endDate(TIME.minusSeconds(1))))
                .hasMessage(
                        "OverviewRequest: agentId is blank; startDate must not be after endDate, was 2026-02-01T00:00:00Z "
                                + "against 2026-01-31T23:59:59Z");
    }

    @Test
    void agentComparison_idsThatAreBlankOrHoldCommas_areAllNamed() {
        assertThatThrownBy(() -> AgentComparisonRequest.of(r -> r.agentIds("a-1", " ", "a-2,a-3", "")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("AgentComparisonRequest: agentIds[2] has a comma; give each value by itself; "
                        + "agentIds[1] is blank; agentIds[3] is blank");
        assertThat(AgentComparisonRequest.of(r -> r.agentIds("a-1", "a 2")).agentIds())
                .containsExactly("a-1", "a 2");
    }

    @Test
    void overview_manyYears_isLeftToTheServer() {
        assertThat(OverviewRequest.of(r -> r.startDate(Instant.EPOCH).endDate(TIME))
                        .startDate())
                .isEqualTo(Instant.EPOCH);
    }

    @Test
    void filtersThatAnOperationDoesNotTake_areNotOffered() {
        assertThat(setters(AgentComparisonRequest.Builder.class))
                .contains("agentIds")
                .doesNotContain("agentId");
        assertThat(setters(SttEventsRequest.Builder.class)).contains("callSid").doesNotContain("agentId");
        assertThat(setters(SttEventsSummaryRequest.Builder.class))
                .contains("startDate", "endDate")
                .doesNotContain("agentId", "limit");
    }

    private static String[] setters(Class<?> builder) {
        return Arrays.stream(builder.getMethods())
                .map(method -> method.getName())
                .toArray(String[]::new);
    }
}
