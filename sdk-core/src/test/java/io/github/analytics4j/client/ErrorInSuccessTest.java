package io.github.analytics4j.client;

import static io.github.analytics4j.client.ScriptedServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.client.Operation.RequestParts;
import io.github.analytics4j.client.TestApi.Ask;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.JsonCodecs;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A success that holds an error and nothing that is documented is a failure that says what the server said. */
class ErrorInSuccessTest {
    private static final Operation<Ask, List<Long>> BARE = Operation.get(
                    "test.numbers", "/numbers", (Ask ask, RequestParts parts) -> parts.options(ask.options()))
            .json(JsonCodecs.list(JsonCodecs.LONG));

    private ScriptedServer server;
    private ApiClient client;

    @BeforeEach
    void open() throws IOException {
        server = new ScriptedServer();
        client = TestApi.client(server.url()).build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    private <R> R get(Operation<Ask, R> operation) {
        return client.transport().prepare(operation, Ask.NOTHING).execute();
    }

    @Test
    void error_asObject_saysOperationStatusWordsAndRequestId() {
        server.then(
                json(200, "{\"error\":{\"code\":\"quota\",\"message\":\"Quota exceeded\"}}", "X-Request-Id: req_7"));

        ApiException failure = catchThrowableOfType(ApiException.class, () -> get(TestApi.GET));

        assertThat(failure)
                .hasMessage("test.things.list: 200: the response holds an error and no data; the server says: "
                        + "Quota exceeded (code quota, request id req_7)");
        assertThat(failure.status()).isEqualTo(200);
        assertThat(failure.body()).contains("Quota exceeded");
        assertThat(failure.attempts()).hasSize(1);
        assertThat(server.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":\"Quota exceeded now\"}",
                "{\"errors\":[\"Quota exceeded now\"]}",
                "{\"errors\":[{\"message\":\"Quota exceeded now\"}]}",
                "{\"status\":\"error\",\"message\":\"Quota exceeded now\"}",
                "{\"status\":\"FAILED\",\"description\":\"Quota exceeded now\"}",
                "{\"success\":false,\"message\":\"Quota exceeded now\"}",
                "{\"detail\":{\"status\":\"error\",\"description\":\"Quota exceeded now\"}}",
                "{\"detail\":\"Quota exceeded now\"}",
                "{\"message\":\"Quota exceeded now\"}",
                "{\"Error\":\"Quota exceeded now\"}",
                "{\"Error\":{\"Message\":\"no\",\"message\":\"Quota exceeded now\"}}",
                "{\"error_message\":\"Quota exceeded now\"}",
                "{\"errorMessage\":\"Quota exceeded now\"}",
                "{\"data\":{\"error\":\"Quota exceeded now\"}}",
                "{\"data\":{\"error\":{\"message\":\"Quota exceeded now\"}}}",
                "{\"fault\":{\"faultstring\":\"Quota exceeded now\"}}",
                "{\"type\":\"about:blank\",\"title\":\"No\",\"detail\":\"Quota exceeded now\"}"
            })
    void error_inAnyShape_isSaid(String body) {
        server.times(3, json(200, body));

        assertThatThrownBy(() -> get(TestApi.GET))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("test.things.list: 200: ")
                .hasMessageContaining("Quota exceeded now");
        assertThatThrownBy(() -> get(BARE))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("test.numbers: 200: ")
                .hasMessageContaining("Quota exceeded now");
        assertThatThrownBy(() -> client.with(o -> o.strict(true))
                        .transport()
                        .prepare(TestApi.GET, Ask.NOTHING)
                        .executeAsync()
                        .join())
                .hasCauseInstanceOf(ApiException.class)
                .hasMessageContaining("Quota exceeded now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"\"}", "{\"error\":{}}", "{ \"error\" : [ ] }", "{\"Error\":{ }}"})
    void error_withoutWordsAndNothingElse_isNoSuccess(String body) {
        server.times(2, json(200, body));

        assertThatThrownBy(() -> get(TestApi.GET))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("test.things.list: 200: the response holds an error and no data");
        assertThatThrownBy(() -> get(BARE))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("test.numbers: 200: the response holds an error and no data");
        assertThat(server.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"total\":3,\"error\":\"of one row\"}",
                "{\"error\":null}",
                "{\"error\":\"\",\"note\":\"x\"}",
                "{}",
                "{\"data\":{\"id\":\"t-1\",\"error\":\"of one row\"}}",
                "{\"unknown\":{\"error\":1}}"
            })
    void noError_orSomethingDocumentedBeside_goesOn(String body) {
        server.then(json(200, body));
        assertThat(get(TestApi.GET)).isIn(Map.of(), TestApi.VALUE);
    }

    @Test
    void accepted_withNothingToRead_isNoSuccess() {
        server.then(json(202, "{}"), json(202, "[]"), json(202, ""), json(202, "null"), json(202, TestApi.GOOD));

        assertThatThrownBy(() -> get(TestApi.GET))
                .isInstanceOf(ApiException.class)
                .hasMessage("test.things.list: 202: the server accepted the request and has no data yet");
        assertThatThrownBy(() -> get(BARE))
                .isInstanceOf(ApiException.class)
                .hasMessage("test.numbers: 202: the server accepted the request and has no data yet");
        assertThatThrownBy(() -> get(TestApi.GET)).isInstanceOf(UnreadableResponseException.class);
        assertThatThrownBy(() -> get(TestApi.GET)).isInstanceOf(UnreadableResponseException.class);
        assertThat(get(TestApi.GET)).isEqualTo(TestApi.VALUE);
    }
}
