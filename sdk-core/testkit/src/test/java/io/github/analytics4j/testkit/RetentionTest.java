package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are too old: gone from every list and every count, whether a builder, a test or the admin API said so. */
class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final Sandbox sandbox = Sandbox.builder()
            .clock(new ManualClock(NOW))
            .retention(WEEK)
            .admin()
            .start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<RowLog> logs() {
        return List.of(
                sandbox.synthflow().calls(),
                sandbox.synthflow().agents().get(1).calls(),
                sandbox.synaptiq().activity(),
                sandbox.voisnap().conversations(),
                sandbox.callops().sttEvents());
    }

    @Test
    void builder_everyLogIsOfThatAge_asTimeGoesOn() {
        for (RowLog log : logs()) {
            assertThat(log.time(log.size() - 1)).isBetween(NOW.minus(WEEK), NOW.minus(Duration.ofDays(5)));
        }
        sandbox.advance(Duration.ofDays(2));
        for (RowLog log : logs()) {
            assertThat(log.time(log.size() - 1)).isAfterOrEqualTo(NOW.minus(Duration.ofDays(5)));
        }
        SynthflowAccount other = sandbox.synthflow().addAccount("other");
        CallLog later = other.addAgent("later", 50_000).calls();
        assertThat(later.time(later.size() - 1)).isAfterOrEqualTo(NOW.minus(Duration.ofDays(5)));
    }

    @Test
    void builder_everyEndpointCountsWhatIsLeft() throws Exception {
        String days = "startDate=2026-01-01&endDate=2026-03-31";
        assertThat(TestClient.json(sandbox.synaptiq(), "/analytics/overview?" + days)
                        .get("summary")
                        .get("totalConversations")
                        .number())
                .isEqualTo(TestClient.json(
                                sandbox.synaptiq(), "/analytics/activity?limit=1&type=conversation.started&" + days)
                        .get("pagination")
                        .get("total")
                        .number())
                .isPositive();
        assertThat(TestClient.json(sandbox.voisnap(), "/api/v1/analytics/overview?dateFrom=2020-01-01")
                        .get("totals")
                        .get("conversations")
                        .number())
                .isEqualTo(sandbox.voisnap().conversations().size());
        assertThat(TestClient.json(sandbox.callops(), "/analytics/stt-events/summary")
                        .get("total_events")
                        .number())
                .isEqualTo(sandbox.callops().sttEvents().size());
        assertThat(TestClient.json(sandbox.synthflow(), "/analytics/?from_date=2026-01-01&to_date=2026-04-01")
                        .get("duration_metrics")
                        .get("total_calls")
                        .number())
                .isEqualTo(sandbox.synthflow().agents().stream()
                        .mapToLong(agent -> agent.calls().size())
                        .sum());
    }

    @Test
    void reset_bringsTheBuildersAgeBack() {
        long size = sandbox.callops().sttEvents().size();
        sandbox.callops().sttEvents().retention(Duration.ofHours(1));
        assertThat(sandbox.callops().sttEvents().size()).isLessThan(size);
        sandbox.callops().sttEvents().noRetention();
        assertThat(sandbox.callops().sttEvents().size()).isEqualTo(20_000);

        sandbox.reset();

        assertThat(sandbox.callops().sttEvents().size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synthflow-calls", "synaptiq-activity", "voisnap-conversations", "callops-stt-events"})
    void admin_setsAndTakesItAway(String log) throws Exception {
        String path = "/rows/" + log + "/retention";
        long size = size(admin("PUT", path, "{\"seconds\":7200}"));

        assertThat(size).isEqualTo(size(admin("GET", "/rows/" + log + "?limit=1", "")));
        assertThat(logs().stream().map(RowLog::size)).contains(size);
        assertThat(size(admin("DELETE", path, "")))
                .isGreaterThanOrEqualTo(10_000)
                .isGreaterThan(size);
        assertThat(admin("PUT", path, "{}").body()).contains("body: seconds must be a number");
        assertThat(admin("PUT", path, "{\"seconds\":-1}").body())
                .contains("body: seconds must not be negative, was -1");
    }

    private static long size(HttpResponse<String> answer) throws Exception {
        return Json.of(answer.body()).get("size").number();
    }

    private HttpResponse<String> admin(String method, String path, String body) throws Exception {
        return TestClient.send(
                TestClient.request(sandbox.adminUrl() + path).method(method, BodyPublishers.ofString(body)));
    }

    @Test
    void ages_ofAllTimeAndOfNone_andNegativeOnes() {
        RowLog log = sandbox.synaptiq().activity();

        log.retention(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(log.size()).isEqualTo(70_000);
        log.retention(Duration.ZERO);
        assertThat(log.size()).isZero();
        assertThatThrownBy(() -> log.retention(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention: must not be negative, was PT-0.001S");
        assertThatThrownBy(() -> Sandbox.builder().retention(Duration.ofDays(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("retention: must not be negative, was PT-24H");
    }
}
