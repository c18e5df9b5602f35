package io.github.analytics4j.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestChecksTest {
    private static final Instant NOON = Instant.parse("2026-02-01T12:00:00Z");

    @Test
    void done_severalMistakes_namesThemAllAtOnce() {
        RequestChecks checks = RequestChecks.of("ListCallsRequest")
                .required("modelId", null)
                .range("limit", 500, 1, 100)
                .ordered("fromDate", NOON, "toDate", NOON.minusSeconds(1))
                .ordered("durationMin", 9L, "durationMax", 3L);

        InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class, checks::done);

        assertThat(refused)
                .hasMessage("ListCallsRequest: modelId is missing; limit must be 1..100, was 500; "
                        + "fromDate must not be after toDate, was 2026-02-01T12:00:00Z against 2026-02-01T11:59:59Z; "
                        + "durationMin must not be greater than durationMax, was 9 against 3");
        assertThat(refused.mistakes()).hasSize(4).startsWith("modelId is missing");
    }

    @Test
    void checks_unsetValues_passAll() {
        assertThatCode(() -> RequestChecks.of("R")
                        .notBlank("a", null)
                        .range("b", null, 1, 2)
                        .min("c", null, 1)
                        .ordered("d", (Instant) null, "e", NOON)
                        .ordered("d", NOON, "e", null)
                        .maxDays("d", null, "e", NOON, 1)
                        .maxDays("d", NOON, "e", null, 1)
                        .check(true, "never")
                        .done())
                .doesNotThrowAnyException();
    }

    @Test
    void required_blankTextOrEmptyList_isRefused() {
        assertThatThrownBy(() -> RequestChecks.of("R")
                        .required("id", " \t")
                        .required("ids", List.of())
                        .required("ok", "x")
                        .required("number", 0)
                        .done())
                .hasMessage("R: id is blank; ids is empty");
    }

    @Test
    void range_bothBounds_areAllowed() {
        assertThatThrownBy(() -> RequestChecks.of("R")
                        .range("a", 1, 1, 100)
                        .range("b", 100L, 1, 100)
                        .range("c", 0, 1, 100)
                        .range("d", 101L, 1, 100)
                        .min("e", -1, 0)
                        .min("f", 0, 0)
                        .done())
                .hasMessage("R: c must be 1..100, was 0; d must be 1..100, was 101; e must be at least 0, was -1");
    }

    @Test
    void maxDays_exactlyAsMany_isAllowed() {
        assertThatCode(() -> RequestChecks.of("R")
                        .maxDays("from", NOON, "to", NOON.plusSeconds(120L * 86_400), 120)
                        .maxDays("from", LocalDate.of(2025, 1, 1), "to", LocalDate.of(2026, 1, 1), 365)
                        .done())
                .doesNotThrowAnyException();
    }

    @Test
    void maxDays_more_saysHowMuchMore() {
        assertThatThrownBy(() -> RequestChecks.of("R")
                        .maxDays("from", NOON, "to", NOON.plusSeconds(120L * 86_400 + 1), 120)
                        .maxDays("startDate", LocalDate.of(2025, 1, 1), "endDate", LocalDate.of(2026, 1, 3), 365)
                        .done())
                .hasMessage("R: from to to must be at most 120 days, was more than 120; "
                        + "startDate to endDate must be at most 365 days, was 367");
    }

    @Test
    void check_aRuleOfItsOwn_keepsItsWording() {
        assertThatThrownBy(() -> RequestChecks.of("R")
                        .check(false, "a and b exclude one another")
                        .done())
                .isInstanceOf(SdkException.class)
                .hasMessage("R: a and b exclude one another");
    }
}
