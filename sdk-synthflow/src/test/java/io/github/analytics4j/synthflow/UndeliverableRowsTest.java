package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.page.Walk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of calls with rows that are no records, and pages without a list of calls. */
class UndeliverableRowsTest {
    private static final int CALLS = 250;

    private final MockWebServer server = new MockWebServer();
    private SynthflowClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = SynthflowClient.builder()
                .baseUrl(server.url("/v2").toString())
                .apiKey("a-key")
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** Answers with a page of the log, after a change to its rows, one by one, and to the whole document. */
    private void serve(long lost, String inPlace, UnaryOperator<String> change) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                long offset = Long.parseLong(request.getUrl().queryParameter("offset"));
                long limit = Long.parseLong(request.getUrl().queryParameter("limit"));
                String calls = LongStream.range(offset, Math.min(CALLS, offset + limit))
                        .mapToObj(i -> i == lost ? inPlace : "{\"call_id\":\"c-" + i + "\"}")
                        .collect(Collectors.joining(",", "\"calls\":[", "]"));
                String json = "{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":" + CALLS
                        + ",\"offset\":" + offset + ",\"limit\":" + limit + "}," + calls + "}}";
                return new MockResponse.Builder().body(change.apply(json)).build();
            }
        });
    }

    private Walk<Call> walk(int prefetch) {
        return client.calls().list(r -> r.modelId("m")).prefetch(prefetch).iterator();
    }

    private static List<String> ids(Walk<Call> walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.callId()));
        return ids;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;null", "1;7", "98;null", "99;null", "100;\"x\"", "130;[]", "198;null", "199;true", "249;null"})
    void list_oneRowIsNoRecord_deliversAllOthersAndSaysSo(long lost, String inPlace) {
        serve(lost, inPlace, UnaryOperator.identity());
        List<String> others = LongStream.range(0, CALLS)
                .filter(i -> i != lost)
                .mapToObj(i -> "c-" + i)
                .toList();
        for (int prefetch : new int[] {0, 4}) {
            int before = server.getRequestCount();
            Walk<Call> walk = walk(prefetch);

            assertThat(ids(walk)).isEqualTo(others);

            assertThat(walk.report().finished()).isTrue();
            assertThat(walk.report().proven()).isFalse();
            assertThat(walk.report().reasons())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason)
                            .matches("1 rows of the page at offset \\d+ were no records and could not be delivered;"
                                    + " the page's response has them"));
            assertThat(server.getRequestCount() - before).isLessThanOrEqualTo(9);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"error\",\"message\":\"Quota exceeded\",\"response\":{\"calls\":[]}}",
                "{\"status\":\"ok\",\"error\":\"Quota exceeded\",\"response\":{\"pagination\":{\"total_records\":0},\"calls\":[]}}"
            })
    void list_errorWithAnEmptyList_isNoEndOfTheLog(String refusal) {
        for (int place : new int[] {0, 2}) {
            int before = server.getRequestCount();
            serve(-1, "", json -> server.getRequestCount() - before == place + 1 ? refusal : json);
            Walk<Call> walk = walk(0);
            List<String> ids = new ArrayList<>();

            assertThatThrownBy(() -> walk.forEachRemaining(call -> ids.add(call.callId())))
                    .isInstanceOf(ApiException.class)
                    .hasMessageStartingWith("synthflow.calls.list: 200: the response holds an error and no rows; "
                            + "the server says: Quota exceeded");
            assertThat(server.getRequestCount() - before).isEqualTo(place + 1);

            ids.addAll(ids(walk)); // it stands where it stood
            assertThat(ids).hasSize(CALLS).doesNotHaveDuplicates();
            assertThat(walk.report().proven()).isTrue();
        }
    }

    @Test
    void list_onlyRowsThatAreNoRecords_endsUnproven() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .body("{\"response\":{\"pagination\":{\"total_records\":2},\"calls\":[null,7]}}")
                        .build();
            }
        });
        Walk<Call> walk = walk(0);

        assertThat(ids(walk)).isEmpty();
        assertThat(walk.report().proven()).isFalse();
        assertThat(walk.report().reasons())
                .anySatisfy(reason -> assertThat(reason).startsWith("2 rows of the page"));
        assertThat(server.getRequestCount()).isLessThan(10);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,250", "4,0", "4,250"})
    void list_callsIsNull_isNoEmptyLogThatIsProven(int prefetch, int total) {
        serve(
                -1,
                "",
                json -> "{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":" + total
                        + "},\"calls\":null}}");
        Walk<Call> walk = walk(prefetch);

        assertThat(ids(walk)).isEmpty();
        assertThat(walk.report().proven()).isFalse();
        assertThat(walk.report().reasons())
                .anySatisfy(reason ->
                        assertThat(reason).contains("in the response to the page at offset 0 \"calls\" came as null"));
        assertThat(server.getRequestCount()).isLessThan(10);
    }

    @Test
    void list_callsTwice_saysThatTheFirstAreLost() {
        serve(-1, "", json -> json.replace("\"calls\":", "\"calls\":[{\"call_id\":\"lost\"}],\"calls\":"));
        Walk<Call> walk = walk(0);

        assertThat(ids(walk)).hasSize(CALLS);
        assertThat(walk.report().proven()).isFalse();
        assertThat(walk.report().reasons())
                .anySatisfy(reason -> assertThat(reason)
                        .contains("\"calls\" came more than once, and only the last one could be read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":0}}}",
                "{\"status\":\"ok\",\"response\":{\"calls\":{}}}",
                "{\"status\":\"ok\",\"response\":{\"calls\":\"none\"}}",
                "{\"status\":\"ok\",\"response\":{\"calls\":0}}",
                "{\"status\":\"ok\",\"response\":{\"calls\":false}}",
                "{\"status\":\"ok\",\"response\":[]}",
                "{\"status\":\"ok\",\"response\":null}",
                "{\"status\":\"ok\"}",
                "{}",
                "[]",
                "null"
            })
    void list_noListOfCalls_isAnErrorAndNoEmptyLog(String body) {
        serve(-1, "", json -> body);
        for (int prefetch : new int[] {0, 4}) {
            assertThatThrownBy(() -> ids(walk(prefetch)))
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageStartingWith("synthflow.calls.list: the response (200")
                    .satisfies(failure -> assertThat(((UnreadableResponseException) failure).attempts())
                            .hasSize(1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"response\":{\"calls\":{}}};$.response.calls: expected a list, got an object (2 characters)",
                "{\"response\":{\"calls\":7}};$.response.calls: expected a list, got a number (1 characters)",
                "{\"response\":[],\"status\":\"ok\"};$.response: expected an object, got a list (2 characters)",
                "{\"response\":null,\"status\":\"ok\"};$.response: expected an object, got null",
                "{\"status\":\"ok\"};$.response: expected an object, but it is absent",
                "{\"response\":{\"pagination\":{\"total_records\":7}}};$.response.calls: expected a list, but it is absent"
            })
    void list_anotherKindThanAList_isNamedAsWhatItIs(String body, String message) {
        serve(-1, "", json -> body);

        assertThatThrownBy(() -> ids(walk(0)))
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("synthflow.calls.list: the response (200) could not be read: " + message);
        assertThatThrownBy(() -> client.calls()
                        .list(r -> r.modelId("m"))
                        .firstPageAsync()
                        .join())
                .hasCauseInstanceOf(UnreadableResponseException.class)
                .hasMessageContaining(message);
    }

    @Test
    void page_keepsItsUndeliverableRowsAsDeviations() {
        serve(1, "\"x\"", UnaryOperator.identity());

        var response = client.calls()
                .prepareListPage(r -> r.modelId("m").pageSize(5).offset(0L))
                .response();

        assertThat(response.deviations())
                .extracting(Deviation::path, Deviation::rawJson)
                .containsExactly(tuple("$.response.calls[1]", "\"x\""));
        assertThat(client.calls().list(r -> r.modelId("m")).firstPage().unreadable())
                .isEqualTo(1);
    }
}
