package io.github.analytics4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of a call that come of something else are not overwritten: the list would contradict filters and analytics. */
class CallFieldsTest {
    @ParameterizedTest
    @CsvSource({
        "call_id, the sandbox gives it",
        "model_id, it is the agent's",
        "call_status, say status",
        "end_call_reason, say endCallReason",
        "type_of_call, say typeOfCall",
        "lead_phone_number, say leadPhoneNumber",
        "phone_number_to, say leadPhoneNumber",
        "start_time, say startedAt",
        "telephony_start, say startedAt",
        "duration, say durationSeconds or endsAt",
        "telephony_duration, say durationSeconds or endsAt",
        "telephony_end, say durationSeconds or endsAt",
    })
    void fields_thatComeOfSomethingElse_areRefused(String field, String instead) throws Exception {
        try (Sandbox sandbox = Sandbox.builder().calls(20).admin().start()) {
            CallLog log = sandbox.synthflow().calls();
            String first = log.id(0);
            String message = "fields: " + field + " cannot be given a value of its own; " + instead;
            String body = "{\"fields\":{\"mood\":\"good\",\"" + field + "\":\"x\"}}";

            HttpResponse<String> post = TestClient.send(
                    TestClient.request(sandbox.adminUrl() + "/calls").POST(BodyPublishers.ofString(body)));
            HttpResponse<String> patch = TestClient.send(TestClient.request(sandbox.adminUrl() + "/calls/" + first)
                    .method("PATCH", BodyPublishers.ofString(body)));

            assertThat(post.statusCode()).isEqualTo(400);
            assertThat(post.body()).contains(message);
            assertThat(patch.statusCode()).isEqualTo(400);
            assertThat(patch.body()).contains(message);
            assertThatThrownBy(() -> log.change(first, call -> call.field(field, "x")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(message);
            assertThat(log.size()).isEqualTo(20);
            assertThat(TestClient.get(
                                    sandbox.synthflow(),
                                    "/calls?model_id=" + sandbox.synthflow().modelId())
                            .body())
                    .doesNotContain("mood");
        }
    }

    @Test
    void fields_thatNothingElseKnows_areTaken() throws Exception {
        try (Sandbox sandbox = Sandbox.builder().calls(20).start()) {
            CallLog log = sandbox.synthflow().calls();

            log.change(log.id(0), call -> call.field("transcript", 5).field("brand_new", null));

            assertThat(TestClient.get(
                                    sandbox.synthflow(),
                                    "/calls?model_id=" + sandbox.synthflow().modelId())
                            .body())
                    .contains("\"transcript\":5", "\"brand_new\":null");
        }
    }
}
