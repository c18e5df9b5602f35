package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges that begin or end in another age, and clocks that stand in one. The test client waits 20 seconds at most. */
class FarTimesTest {
    private static final Instant NOW = Instant.parse("2026-04-22T16:49:29Z");
    private static final String ANALYTICS = "/api/v1/analytics/";

    private final ManualClock clock = new ManualClock(NOW);
    private final Sandbox sandbox = Sandbox.builder().clock(clock).start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "overview, day",
        "overview, week",
        "overview, month",
        "costs, day",
        "costs, week",
        "sentiment, month",
    })
    void voisnap_endInTheFuture_isAnsweredAsUntilNow(String operation, String groupBy) throws Exception {
        String range = ANALYTICS + operation + "?groupBy=" + groupBy + "&dateFrom=2026-01-07&dateTo=";

        Json far = TestClient.json(sandbox.voisnap(), range + "9999-12-31");
        Json near = TestClient.json(sandbox.voisnap(), range + "2026-04-22");

        assertThat(far.get("series").value()).isEqualTo(near.get("series").value());
        assertThat(far.get("period").get("to").text()).isEqualTo("9999-12-31");
        assertThat(far.get("series").get(0).get("period").text()).isEqualTo("2026-01-07");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week", "month"})
    void voisnap_allTimes_seriesAddsUpToTheTotals(String groupBy) throws Exception {
        Json all = TestClient.json(
                sandbox.voisnap(),
                ANALYTICS + "overview?groupBy=" + groupBy + "&dateFrom=0001-01-01&dateTo=9999-12-31");

        assertThat(all.get("series").sum("conversations"))
                .isEqualTo(all.get("totals").get("conversations").decimal())
                .isEqualTo(sandbox.voisnap().conversations().size());
    }

    @Test
    void voisnap_rangeBeforeTheLog_isEmpty() throws Exception {
        Json response =
                TestClient.json(sandbox.voisnap(), ANALYTICS + "overview?dateFrom=1950-01-01&dateTo=1950-12-31");

        assertThat(response.get("totals").get("conversations").number()).isZero();
        assertThat(response.get("series").all()).isEmpty();
        assertThat(response.get("period").get("from").text()).isEqualTo("1950-01-01");
    }

    @Test
    void voisnap_conversationsBeforeTheOldest_areCounted() throws Exception {
        sandbox.voisnap().conversations().insertAt(Instant.parse("1999-05-05T10:00:00Z"), 3);

        Json response =
                TestClient.json(sandbox.voisnap(), ANALYTICS + "overview?dateFrom=1999-05-01&dateTo=1999-05-31");

        assertThat(response.get("totals").get("conversations").number()).isEqualTo(3);
        assertThat(response.get("series").sum("conversations")).isEqualTo(3);
    }

    @Test
    void voisnap_reportUntilYear9999_isMade() throws Exception {
        HttpResponse<String> response = TestClient.send(Voisnap.create(
                sandbox.voisnap(),
                "{\"type\":\"conversation_summary\",\"dateFrom\":\"2026-04-20\",\"dateTo\":\"9999-12-31\"}"));

        assertThat(response.statusCode()).isBetween(200, 202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807", "-9223372036854775808", "253402300800000"})
    void anyApi_timeOutsideTheCalendar_isRefusedByName(String time) throws Exception {
        assertThat(List.of(
                        status(sandbox.voisnap(), ANALYTICS + "overview?dateTo=" + time),
                        status(sandbox.synaptiq(), "/analytics/overview?endDate=" + time),
                        status(sandbox.synaptiq(), "/analytics/activity?endDate=" + time),
                        status(sandbox.callops(), "/analytics/overview?end_date=" + time),
                        status(sandbox.synthflow(), "/analytics/?to_date=" + time)))
                .containsExactly(400, 400, 400, 422, 422);
        assertThat(sandbox.takeFailures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8999-12-31T00:00:00Z", "2101-01-01T00:00:00Z"})
    void clock_movedFar_everyApiAnswers(String time) throws Exception {
        clock.set(Instant.parse(time));

        everyApiAnswers(sandbox);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8999-12-31T00:00:00Z", "2300-01-01T00:00:00Z", "1970-01-01T00:00:00Z"})
    void clock_startedFar_everyApiAnswers(String time) throws Exception {
        try (Sandbox far =
                Sandbox.builder().clock(new ManualClock(Instant.parse(time))).start()) {
            everyApiAnswers(far);
        }
    }

    private static void everyApiAnswers(Sandbox far) throws Exception {
        assertThat(List.of(
                        status(far.voisnap(), ANALYTICS + "overview?dateFrom=1960-01-01"),
                        status(far.synaptiq(), "/analytics/overview"),
                        status(far.synaptiq(), "/analytics/activity"),
                        status(far.callops(), "/analytics/latency?start_date=2000-01-01"), // all of twenty years
                        status(far.callops(), "/analytics/stt-events/summary"),
                        status(
                                far.synthflow(),
                                "/calls?call_status=busy&model_id="
                                        + far.synthflow().modelId()),
                        status(far.synthflow(), "/analytics/")))
                .containsOnly(200);
        assertThat(far.takeFailures()).isEmpty();
    }

    private static int status(VendorSandbox api, String path) throws Exception {
        return TestClient.get(api, path).statusCode();
    }
}
