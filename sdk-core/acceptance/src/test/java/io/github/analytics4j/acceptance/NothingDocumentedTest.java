package io.github.analytics4j.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A 200 that has not one of the fields its operation documents is no success with zeros, whichever operation it is. */
class NothingDocumentedTest {
    private final MockWebServer server = new MockWebServer();
    private All all;

    /** The four clients of one server. */
    private record All(SynthflowClient synthflow, SynaptiqClient synaptiq, VoisnapClient voisnap, CallOpsClient callops)
            implements AutoCloseable {
        static All of(String url) {
            return new All(
                    SynthflowClient.builder().apiKey("a-key").baseUrl(url).build(),
                    SynaptiqClient.builder().apiKey("a-key").baseUrl(url).build(),
                    VoisnapClient.builder().apiKey("a-key").baseUrl(url).build(),
                    CallOpsClient.builder().apiKey("a-key").baseUrl(url).build());
        }

        @Override
        public void close() {
            synthflow.close();
            synaptiq.close();
            voisnap.close();
            callops.close();
        }
    }

    private interface Preparing {
        Invocation<?> of(All all);
    }

    /** Every operation that answers a GET with an object. */
    private enum ObjectOperation {
        EXPORT(all -> all.synthflow.analytics().prepareExport(r -> {})),
        CALLS(all -> all.synthflow.calls().prepareListPage(r -> r.modelId("m"))),
        SYNAPTIQ_OVERVIEW(all -> all.synaptiq.analytics().prepareOverview(r -> {})),
        FUNNEL(all -> all.synaptiq.analytics().prepareFunnel(r -> {})),
        ACTIVITY(all -> all.synaptiq.analytics().prepareActivityPage(r -> {})),
        VOISNAP_OVERVIEW(all -> all.voisnap.analytics().prepareOverview(r -> {})),
        CONVERSATIONS(all -> all.voisnap.analytics().prepareConversations(r -> {})),
        COSTS(all -> all.voisnap.analytics().prepareCosts(r -> {})),
        SENTIMENT(all -> all.voisnap.analytics().prepareSentiment(r -> {})),
        INTENTS(all -> all.voisnap.analytics().prepareIntents(r -> {})),
        CALLOPS_OVERVIEW(all -> all.callops.analytics().prepareOverview(r -> {})),
        LATENCY(all -> all.callops.analytics().prepareLatency(r -> {})),
        COST_OVERVIEW(all -> all.callops.analytics().prepareCostOverview(r -> {})),
        DURATIONS(all -> all.callops.analytics().prepareDurationDistribution(r -> {})),
        LATENCIES(all -> all.callops.analytics().prepareLatencyDistribution(r -> {})),
        TURNS(all -> all.callops.analytics().prepareConversationTurns(r -> {})),
        BARGE_IN(all -> all.callops.analytics().prepareBargeIn(r -> {})),
        STT_SUMMARY(all -> all.callops.analytics().prepareSttEventsSummary(r -> {}));

        private final Preparing preparing;

        ObjectOperation(Preparing preparing) {
            this.preparing = preparing;
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
        all = All.of(server.url("/").toString());
    }

    @AfterEach
    void stop() {
        all.close();
        server.close();
    }

    private void always(String body) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder()
                        .addHeader("Content-Type", "application/json")
                        .body(body)
                        .build();
            }
        });
    }

    private static Object joined(Invocation<?> invocation) {
        try {
            return invocation.executeAsync().join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    /** An operation that is added gets a constant. Reports are ordered by another interface, and by POST. */
    @Test
    void everyOperationThatAnswersWithAnObject_isHere() {
        List<String> objects = Stream.of(All.class.getRecordComponents())
                .flatMap(client -> Stream.of(client.getType().getMethods()))
                .filter(group -> group.getReturnType().getSimpleName().endsWith("Api"))
                .flatMap(group -> Stream.of(group.getReturnType().getMethods()))
                .filter(method -> method.getName().startsWith("prepare"))
                .map(method -> ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0])
                .filter(response -> response instanceof Class<?> type && JsonRecord.class.isAssignableFrom(type))
                .map(Type::getTypeName)
                .distinct()
                .toList();

        assertThat(objects)
                .as("responses of operations; ObjectOperation has one for each")
                .hasSize(ObjectOperation.values().length);
    }

    @ParameterizedTest
    @EnumSource
    void object_withoutADocumentedField_isUnreadable(ObjectOperation operation) {
        for (String body : new String[] {
            "{}", " { } ", "{\"error\":null}", "{\"a_note\":\"x\",\"a_version\":2}", "{\"healthy\":{\"totalOf\":0}}"
        }) {
            always(body);
            Invocation<?> invocation = operation.preparing.of(all);

            UnreadableResponseException failure =
                    catchThrowableOfType(UnreadableResponseException.class, invocation::execute);
            UnreadableResponseException later =
                    catchThrowableOfType(UnreadableResponseException.class, () -> joined(invocation));

            assertThat(failure)
                    .as(body)
                    .hasMessageMatching(
                            "[a-z]+\\.[a-zA-Z]+\\.[a-zA-Z]+: the response \\(200, application/json\\) could not be read:"
                                    + " it has none of the documented fields \\([a-zA-Z_, …]+\\); check the base URL");
            assertThat(failure.status()).isEqualTo(200);
            assertThat(failure.path()).contains("$");
            assertThat(failure.rawText().orElse("").replace(" ", "")).isEqualTo(body.replace(" ", ""));
            assertThat(failure.attempts()).hasSize(1);
            assertThat(later).hasMessage(failure.getMessage());
        }
    }

    /** Speech-to-text documents a number of that name, of which a list is a value of the wrong kind. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STT_SUMMARY")
    void object_ofNoErrorsAndNothingElse_isUnreadable(ObjectOperation operation) {
        always("{\"errors\":[]}");

        assertThat(catchThrowableOfType(UnreadableResponseException.class, operation.preparing.of(all)::execute))
                .hasMessageContaining("it has none of the documented fields");
    }

    @ParameterizedTest
    @EnumSource
    void object_ofAnErrorWithoutWords_isARefusal(ObjectOperation operation) {
        for (String body : new String[] {"{\"error\":{}}", "{\"error\":\"\"}", "{\"error\":[]}"}) {
            always(body);

            ApiException failure = catchThrowableOfType(ApiException.class, operation.preparing.of(all)::execute);

            assertThat(failure).as(body).hasMessageEndingWith(": 200: the response holds an error and no data");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"total_calls\":null}", "{\"total_calls\":\"many\"}", "{\"total_calls\":7,\"error\":null}"})
    void object_withOneDocumentedField_keepsAllThatCame(String body) {
        always(body);

        var overview = all.callops.analytics().overview(r -> {});

        assertThat(overview.toJson()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"{\"reportId\":\"rpt_1\"};rpt_1", "{\"id\":\"rpt_2\"};rpt_2"})
    void order_withoutADocumentedField_isLookedAtForItsId(String body, String id) {
        always(body);

        assertThat(all.voisnap
                        .reports()
                        .create(r -> r.type("conversation_summary"))
                        .reportId())
                .isEqualTo(id);
    }
}
