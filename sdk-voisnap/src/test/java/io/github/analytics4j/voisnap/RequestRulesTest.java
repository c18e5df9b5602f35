package io.github.analytics4j.voisnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.InvalidRequestException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is refused before anything is sent, and what is left to the server. */
final class RequestRulesTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);

    @Test
    void create_nothingSet_needsAType() {
        assertThatThrownBy(() -> CreateReportRequest.builder().build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("CreateReportRequest: type is missing");
    }

    @Test
    void create_blankTypeAndTurnedDays_areNamedAtOnce() {
        assertThatThrownBy(() ->
                        CreateReportRequest.of(r -> r.type(" ").dateFrom(DAY).dateTo(DAY.minusDays(1))))
                .hasMessage(
                        "CreateReportRequest: type is blank; dateFrom must not be after dateTo, was 2025-06-01 against 2025-05-31");
    }

    @Test
    void download_blankId_isRefused() {
        assertThatThrownBy(() -> DownloadReportRequest.of(r -> r.reportId("")))
                .hasMessage("DownloadReportRequest: reportId is blank");
    }

    @Test
    void overview_manyYears_isLeftToTheServer() {
        assertThat(OverviewRequest.of(r -> r.dateFrom(DAY.minusYears(9)).dateTo(DAY))
                        .dateTo())
                .isEqualTo(DAY);
    }

    @Test
    void intents_anyLimit_isLeftToTheServer() {
        assertThat(IntentsRequest.of(r -> r.limit(100_000)).limit()).isEqualTo(100_000);
        assertThat(IntentsRequest.of(r -> r.limit(1)).limit()).isEqualTo(1);
    }

    @Test
    void intents_limitThatLeavesNone_isRefused() {
        assertThatThrownBy(() -> IntentsRequest.of(r -> r.limit(0)))
                .hasMessage("IntentsRequest: limit must be at least 1, was 0");
        assertThatThrownBy(() -> IntentsRequest.of(r -> r.limit(-1)))
                .hasMessage("IntentsRequest: limit must be at least 1, was -1");
    }

    @Test
    void create_listsWithBlankIdsOrCommas_areRefused() {
        assertThatThrownBy(() -> CreateReportRequest.of(
                        r -> r.type("t").agentIds("a,b", "").includeFields("x", " ")))
                .hasMessage("CreateReportRequest: agentIds[0] has a comma; give each value by itself; "
                        + "agentIds[1] is blank; includeFields[1] is blank");
    }

    @Test
    void toString_create_showsIdsAndSizes() {
        CreateReportRequest request = CreateReportRequest.of(r -> r.type("all about Jane Roe")
                .agentIds("a-1", "a-2")
                .dateFrom(DAY)
                .extraQuery("phone", "+15550100"));
        assertThat(request)
                .hasToString(
                        "CreateReportRequest[body=CreateReportRequest[type=18 characters, dateFrom=2025-06-01, "
                                + "agentIds=2 elements], RequestOptions[query=[phone], headers=[], deadline=null, attemptTimeout=null]]");
    }

    @Test
    void ids_withHalfOfACharacter_areRefusedBeforeAnythingIsSent() {
        String half = "r-\ud800";
        try (VoisnapClient client = VoisnapClient.builder()
                .baseUrl("http://127.0.0.1:9")
                .apiKey("a-key")
                .build()) {
            ReportsApi reports = client.reports().api();
            assertThatThrownBy(() -> reports.prepareDownload(r -> r.reportId(half)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageEndingWith("reportId has half of a character, a surrogate without its other half");
            assertThatThrownBy(() -> reports.prepareCreate(r -> r.type("calls").agentIds("a\ud83d\ude00", half)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageEndingWith("the body has half of a character, a surrogate without its other half");
            assertThatThrownBy(() -> reports.prepareCreate(r -> r.type("calls").extraQuery("x", half)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("x has half of a character");
            assertThat(reports.prepareCreate(r -> r.type("calls").agentIds("\ud83d\ude00", "\\ud800", "\\\\ud800"))
                            .body())
                    .contains("\ud83d\ude00");
        }
    }
}
