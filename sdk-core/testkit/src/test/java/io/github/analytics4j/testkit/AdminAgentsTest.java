package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.analytics4j.testkit.TestClient.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The admin API steers every agent of every account, not the main one alone. */
@Timeout(60)
class AdminAgentsTest {
    private final Sandbox sandbox = Sandbox.builder()
            .clock(new ManualClock(Instant.parse("2026-03-01T12:00:00Z")))
            .calls(300)
            .admin()
            .start();
    private final SynthflowSandbox api = sandbox.synthflow();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return TestClient.send(
                TestClient.request(sandbox.adminUrl() + path).method(method, BodyPublishers.ofString(body)));
    }

    private Json done(int status, String method, String path, String body) throws Exception {
        HttpResponse<String> answer = send(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? new Json(null) : Json.of(answer.body());
    }

    @Test
    void secondAgent_rowsCallsAndEdits() throws Exception {
        SynthflowAgent second = api.agents().get(1);
        String of = "modelId=" + second.modelId();
        long main = api.calls().size();
        long size = second.calls().size();

        assertThat(done(201, "POST", "/rows/synthflow-calls?" + of, "{\"count\":3}")
                        .get("size")
                        .number())
                .isEqualTo(size + 3);
        done(200, "DELETE", "/rows/synthflow-calls?count=3&" + of, "");
        Json listed = done(200, "GET", "/rows/synthflow-calls?limit=2&" + of, "");
        assertThat(listed.get("ids").value())
                .isEqualTo(second.calls().ids().limit(2).toList());
        String id = done(201, "POST", "/calls?" + of, "{\"status\":\"failed\"}")
                .get("id")
                .text();
        assertThat(second.calls().id(0)).isEqualTo(id);
        done(204, "PATCH", "/calls/" + id, "{\"fields\":{\"mood\":\"fine\"}}");
        Json call = TestClient.json(api, "/calls?limit=1&model_id=" + second.modelId())
                .get("response")
                .get("calls")
                .get(0);
        assertThat(call.get("call_status").text()).isEqualTo("failed");
        assertThat(call.get("mood").text()).isEqualTo("fine");
        done(204, "DELETE", "/calls/" + id, "");
        assertThat(second.calls().contains(id)).isFalse();
        done(200, "PUT", "/rows/synthflow-calls/retention?" + of, "{\"seconds\":0}");
        assertThat(second.calls().size()).isZero();
        assertThat(api.calls().size()).isEqualTo(main);
    }

    @Test
    void accountOfItsOwn_isAddedAndSteered() throws Exception {
        Json account = done(201, "POST", "/accounts", "{\"name\":\"second\",\"region\":\"eu\"}");
        Json agent = done(201, "POST", "/agents", "{\"account\":\"second\",\"name\":\"Night\",\"calls\":40}");
        String model = agent.get("modelId").text();
        String list = account.get("baseUrl").text() + "/calls?limit=1&model_id=" + model;

        Json row = done(201, "POST", "/calls?modelId=" + model, "{\"leadPhoneNumber\":\"+4930\"}");
        done(204, "PATCH", "/calls/" + row.get("id").text(), "{\"status\":\"busy\"}");

        HttpResponse<String> answer = TestClient.send(TestClient.request(list)
                .header("Authorization", "Bearer " + account.get("apiKey").text()));
        Json response = Json.of(answer.body()).get("response");
        assertThat(response.get("pagination").get("total_records").number()).isEqualTo(41);
        assertThat(response.get("calls").get(0).get("call_status").text()).isEqualTo("busy");
        assertThat(response.get("calls").get(0).get("lead_phone_number").text()).isEqualTo("+4930");
        done(204, "PUT", "/keys/synthflow", "{\"apiKey\":\"new\",\"account\":\"second\"}");
        assertThat(TestClient.send(TestClient.request(list).header("Authorization", "Bearer new"))
                        .statusCode())
                .isEqualTo(200);
        Json accounts = done(200, "GET", "/accounts", "");
        assertThat(accounts.all().stream().map(each -> each.get("name").text())).containsExactly("main", "second");
        assertThat(accounts.get(1).get("apiKey").text()).isEqualTo("new");
        assertThat(accounts.get(1).get("agents").get(0).get("calls").number()).isEqualTo(41);
        assertThat(accounts.get(0).get("agents").all().stream()
                        .map(each -> each.get("modelId").text())
                        .toList())
                .isEqualTo(api.modelIds());
        done(204, "DELETE", "/agents/" + model, "");
        assertThat(api.accounts().get(1).agents()).isEmpty();
        done(204, "POST", "/reset", "");
        assertThat(api.accounts()).hasSize(1);
    }

    @Test
    void agentWithAPace_isThatOfJava() throws Exception {
        done(201, "POST", "/agents", "{\"name\":\"Rare\",\"calls\":70,\"callsPerDay\":7}");
        try (Sandbox other = Sandbox.builder()
                .clock(new ManualClock(Instant.parse("2026-03-01T12:00:00Z")))
                .calls(300)
                .start()) {
            SynthflowAgent same = other.synthflow().account().addAgent("Rare", 70, 7);

            CallLog log = api.agent(same.modelId()).calls();
            assertThat(log.ids()).containsExactlyElementsOf(same.calls().ids().toList());
            assertThat(log.time(69)).isEqualTo(same.calls().time(69)).isBefore("2026-02-24T00:00:00Z");
        }
    }

    @Test
    void voisnapConversations_areRowsToo() throws Exception {
        RowLog log = sandbox.voisnap().conversations();
        long size = log.size();

        done(201, "POST", "/rows/voisnap-conversations", "{\"count\":5}");

        assertThat(log.size()).isEqualTo(size + 5);
        assertThat(done(200, "GET", "/rows/voisnap-conversations?limit=5", "")
                        .get("ids")
                        .value())
                .isEqualTo(log.ids().limit(5).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | /rows/synthflow-calls?modelId=none | | 404 | There is no agent none.",
                "POST | /rows/synthflow-calls?modelId=none | {} | 404 | There is no agent none.",
                "POST | /calls?modelId=none | {} | 404 | There is no agent none.",
                "PUT | /rows/synthflow-calls/retention?modelId=none | {\"seconds\":1} | 404 | There is no agent none.",
                "POST | /rows/synaptiq-activity?modelId=none | {} | 400 | modelId: only synthflow-calls are an agent's",
                "PATCH | /calls/none | {} | 404 | There is no such call.",
                "POST | /accounts | {} | 400 | body: name must be a text",
                "POST | /accounts | {\"name\":\"main\"} | 400 | body: name must be new; there is an account main already",
                "POST | /accounts | {\"name\":\"x\",\"region\":\"E 1\"} | 400 | addAccount: a region is a word such as eu, was E 1",
                "POST | /agents | {\"name\":\"x\"} | 400 | body: calls must be a whole number",
                "POST | /agents | {\"name\":\"x\",\"calls\":1,\"account\":\"y\"} | 404 | There is no account y.",
                "POST | /agents | {\"name\":\"x\",\"calls\":1,\"callsPerDay\":0} | 400 | callsPerDay: must be more than 0, was 0.0",
                "POST | /agents | {\"name\":\"x\",\"calls\":200000000} | 400 | calls: must be at most 100000000, was 200000000",
                "DELETE | /agents/none | | 404 | There is no agent none.",
                "PUT | /keys/callops | {\"apiKey\":\"x\",\"account\":\"main\"} | 400 | body: account is for synthflow; callops has one account",
                "PUT | /keys/synthflow | {\"apiKey\":\"x\",\"account\":\"y\"} | 404 | There is no account y.",
            })
    void mistakes_areToldInOneSentence(String method, String path, String body, int status, String error)
            throws Exception {
        List<String> before = api.modelIds();
        HttpResponse<String> answer = send(method, path, body == null ? "" : body);

        assertThat(Json.of(answer.body()).get("error").text()).isEqualTo(error);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(api.modelIds()).isEqualTo(before);
        assertThat(api.accounts()).hasSize(1);
        assertThat(sandbox.takeFailures()).isEmpty();
    }
}
