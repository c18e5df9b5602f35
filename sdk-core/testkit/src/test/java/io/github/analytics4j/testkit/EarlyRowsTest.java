package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows from before the oldest row of a log: in the log and counted, or refused. */
class EarlyRowsTest {
    private static final Instant NOW = Instant.parse("2026-04-22T16:49:29Z");

    private final Sandbox sandbox = Sandbox.builder()
            .calls(200)
            .activities(300)
            .sttEvents(300)
            .clock(new ManualClock(NOW))
            .admin()
            .start();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void insertAt_beforeTheOldestCall_isListedAndCounted() throws Exception {
        SynthflowSandbox api = sandbox.synthflow();
        CallLog log = api.calls();
        Instant early = log.time(log.size() - 1).minus(Duration.ofDays(2));
        String range = "from_date=" + early.minusSeconds(60).toEpochMilli() + "&to_date="
                + early.plusSeconds(60).toEpochMilli() + "&model_id=" + api.modelId();

        log.insertAt(early, 3);
        String added = log.add(call -> call.startedAt(early).status("completed").duration(Duration.ofMinutes(1)));

        assertThat(log.size()).isEqualTo(204);
        assertThat(log.ids()).contains(added);
        assertThat(log.time(203)).isEqualTo(early);
        assertThat(TestClient.json(api, "/calls?" + range)
                        .get("response")
                        .get("calls")
                        .all())
                .hasSize(4);
        assertThat(TestClient.json(api, "/analytics/?" + range)
                        .get("duration_metrics")
                        .get("total_calls")
                        .number())
                .isEqualTo(4);
    }

    @Test
    void change_startBeforeTheOldestCall_staysInTheLog() {
        CallLog log = sandbox.synthflow().calls();
        String id = log.id(20);
        Instant early = log.time(199).minusSeconds(60);

        log.change(id, call -> call.startedAt(early));

        assertThat(log.id(199)).isEqualTo(id);
        assertThat(log.time(199)).isEqualTo(early);
        assertThat(log.size()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"synthflow-calls", "synaptiq-activity", "callops-stt-events"})
    void post_rowsBeforeTheOldest_areInTheLogOrRefused(String name) throws Exception {
        RowLog log = log(name);
        long size = log.size();
        Instant early = log.time(size - 1).minus(Duration.ofDays(30));

        HttpResponse<String> answer = post("/rows/" + name, "{\"count\":2,\"time\":\"" + early + "\"}");

        if (answer.statusCode() == 201) {
            assertThat(log.size()).isEqualTo(size + 2);
            assertThat(log.time(size + 1)).isEqualTo(early);
        } else {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("time: the log shows rows from ", "none can be put before it");
            assertThat(log.size()).isEqualTo(size);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"synthflow-calls", "synaptiq-activity", "callops-stt-events"})
    void insert_behindTheOldest_againAndAgain_neverLosesRows(String name) {
        RowLog log = log(name);
        long size = log.size();
        int inserted = 0;
        try {
            for (; inserted < 2_000_000 / size; inserted++) {
                log.insert(log.size(), 1);
            }
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("none can be put before it");
        }

        assertThat(log.size()).isEqualTo(size + inserted);
    }

    @Test
    void post_callBeforeTheOldest_isInTheLog() throws Exception {
        CallLog log = sandbox.synthflow().calls();
        Instant early = log.time(log.size() - 1).minusSeconds(5);

        HttpResponse<String> answer = post("/calls", "{\"startedAt\":\"" + early + "\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(log.ids()).contains(Json.of(answer.body()).get("id").text());
    }

    @Test
    void insertAt_eventsBeforeTheOldest_areCountedAsCalls() throws Exception {
        CallOpsSandbox api = sandbox.callops();
        Instant early = api.sttEvents().time(299).minus(Duration.ofDays(9));
        String range = "?start_date=" + early + "&end_date=" + early;

        api.sttEvents().insertAt(early, 4);

        assertThat(TestClient.json(api, "/analytics/stt-events" + range).all()).hasSize(4);
        assertThat(TestClient.json(api, "/analytics/overview" + range)
                        .get("total_calls")
                        .number())
                .isEqualTo(2);
    }

    @Test
    void callops_beforeTheOldestEvent_hasNoCallsEither() throws Exception {
        CallOpsSandbox api = sandbox.callops();
        Instant oldest = api.sttEvents().time(299);
        String range = "?start_date=" + oldest.minus(Duration.ofDays(90)) + "&end_date=" + oldest.minusMillis(1);

        assertThat(TestClient.json(api, "/analytics/stt-events" + range).all()).isEmpty();
        assertThat(TestClient.json(api, "/analytics/overview" + range)
                        .get("total_calls")
                        .number())
                .isZero();
        String all = "?start_date=2020-01-01";
        assertThat(TestClient.json(api, "/analytics/overview" + all)
                        .get("total_calls")
                        .number())
                .isEqualTo(TestClient.json(api, "/analytics/stt-events/summary" + all)
                        .get("connections_opened")
                        .number());
    }

    private RowLog log(String name) {
        return switch (name) {
            case "synthflow-calls" -> sandbox.synthflow().calls();
            case "synaptiq-activity" -> sandbox.synaptiq().activity();
            default -> sandbox.callops().sttEvents();
        };
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return TestClient.send(TestClient.request(sandbox.adminUrl() + path).POST(BodyPublishers.ofString(body)));
    }
}
