package io.github.analytics4j.callops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.analytics4j.client.ClientListener;
import io.github.analytics4j.client.ClientListener.CallInfo;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.Deviation;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.json.UnexpectedContent;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageRequest;
import io.github.analytics4j.page.Walk;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are bare lists, with elements that are no records. */
class BareRowsTest {
    private static final Instant START = Instant.parse("2026-02-01T00:00:00Z");
    private static final int EVENTS = 1_799;
    private static final String EVENT = "{\"id\":\"e-%d\",\"call_sid\":\"c\",\"event_type\":\"stt_circuit_open\","
            + "\"provider_name\":\"p\",\"model\":\"m\",\"created_at\":\"%s\"}";

    /** Every operation that answers with a bare list. */
    private enum BareList {
        CALL_VOLUME(api -> api.prepareCallVolume(r -> {})),
        COST_TREND(api -> api.prepareCostTrend(r -> {})),
        COST_BY_AGENT(api -> api.prepareCostByAgent(r -> {})),
        ERRORS_BY_PROVIDER(api -> api.prepareProviderErrors(r -> {})),
        PEAK_HOURS(api -> api.preparePeakHours(r -> {})),
        OUTCOMES(api -> api.prepareOutcomes(r -> {})),
        AGENT_COMPARISON(api -> api.prepareAgentComparison(r -> r.agentIds(List.of("a-1", "a-2")))),
        STT_EVENTS(api -> api.prepareSttEventsPage(r -> {}));

        private final Function<AnalyticsApi, Invocation<? extends List<?>>> prepare;

        BareList(Function<AnalyticsApi, Invocation<? extends List<?>>> prepare) {
            this.prepare = prepare;
        }
    }

    private final MockWebServer server = new MockWebServer();
    private final List<Deviation> heard = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private CallOpsClient client(boolean strict) {
        return CallOpsClient.builder()
                .baseUrl(server.url("/api/v1").toString())
                .apiKey("a-key")
                .strict(strict)
                .listener(new ClientListener() {
                    @Override
                    public void unexpected(CallInfo call, List<Deviation> deviations) {
                        heard.addAll(deviations);
                    }
                })
                .build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static final String ROWS = "[null,{\"id\":\"kept\"},7,\"text\",[{}],true,{\"id\":\"too\"}]";

    @ParameterizedTest
    @EnumSource
    void bareList_elementsThatAreNoRecords_areKeptAsDeviations(BareList operation) {
        server.enqueue(json(ROWS));
        server.enqueue(json(ROWS));
        try (CallOpsClient client = client(false)) {
            Invocation<? extends List<?>> call = operation.prepare.apply(client.analytics());
            var response = call.response();

            List<?> rows = call.execute();

            assertThat(rows).hasSize(2);
            assertThat(UnexpectedContent.of(rows).deviations())
                    .extracting(Deviation::path, Deviation::rawJson, Deviation::kind)
                    .containsExactly(
                            tuple("$[0]", "null", Deviation.Kind.NULL),
                            tuple("$[2]", "7", Deviation.Kind.WRONG_TYPE),
                            tuple("$[3]", "\"text\"", Deviation.Kind.WRONG_TYPE),
                            tuple("$[4]", "[{}]", Deviation.Kind.WRONG_TYPE),
                            tuple("$[5]", "true", Deviation.Kind.WRONG_TYPE));
            assertThat(UnexpectedContent.of(rows).unreadable()).containsExactly(0, 2, 3, 4, 5);
            assertThat(response.deviations())
                    .containsAll(UnexpectedContent.of(rows).deviations());
            assertThat(heard).containsAll(UnexpectedContent.of(rows).deviations());
            assertThat(server.getRequestCount()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void bareList_oneElementThatIsNoRecord_isRefusedByStrictMode(BareList operation) {
        server.enqueue(json("[null]"));
        try (CallOpsClient client = client(true)) {
            assertThatThrownBy(() -> operation.prepare.apply(client.analytics()).execute())
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageContaining("$[0] is null, expected an object (strict mode)");
        }
    }

    @Test
    void bareList_isWrittenBackWithWhatWasNoRecord() {
        List<SttEvent> rows = Json.decode(JsonCodecs.list(SttEvent.Codec.INSTANCE), ROWS);

        assertThat(rows).hasSize(2).isEqualTo(List.copyOf(rows)).hasSameHashCodeAs(List.copyOf(rows));
        assertThat(JsonValue.parse(Json.encode(JsonCodecs.list(SttEvent.Codec.INSTANCE), rows)))
                .isEqualTo(JsonValue.parse(ROWS));
        assertThat(UnexpectedContent.of(List.copyOf(rows))).isSameAs(UnexpectedContent.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "7", "{\"data\":[]}", "\"none\""})
    void bareList_noList_isAnError(String body) {
        server.enqueue(json(body));
        try (CallOpsClient client = client(false)) {
            assertThatThrownBy(() -> client.analytics().sttEvents(r -> {}).toList())
                    .isInstanceOf(UnreadableResponseException.class)
                    .hasMessageContaining("expected a list");
        }
    }

    /** Answers with the events of the window asked for, the first 500; some rows are no records. */
    private static final class Events extends Dispatcher {
        private final long lost;
        private final String inPlace;

        Events(long lost, String inPlace) {
            this.lost = lost;
            this.inPlace = inPlace;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String from = request.getUrl().queryParameter("start_date");
            String to = request.getUrl().queryParameter("end_date");
            long limit = Long.parseLong(request.getUrl().queryParameter("limit"));
            return json(LongStream.range(0, EVENTS)
                    .filter(i -> from == null || !at(i).isBefore(Instant.parse(from)))
                    .filter(i -> to == null || !at(i).isAfter(Instant.parse(to)))
                    .limit(limit)
                    .mapToObj(i -> i == lost ? inPlace : EVENT.formatted(i, at(i)))
                    .collect(Collectors.joining(",", "[", "]")));
        }

        private static Instant at(long i) {
            return START.plusSeconds(i * 60);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"0;null", "3;7", "499;null", "250;\"x\"", "700;[]", "1798;null", "499;{}", "499;{\"id\":null}"})
    void walk_oneRowIsNoRecord_deliversAllOthersAndIsNotProven(long lost, String inPlace) {
        server.setDispatcher(new Events(lost, inPlace));
        for (int prefetch : new int[] {0, 8}) {
            try (CallOpsClient client = client(false)) {
                Walk<SttEvent> walk = client.analytics()
                        .sttEvents(r -> r.startDate(START).endDate(START.plusSeconds(EVENTS * 60L)))
                        .prefetch(prefetch)
                        .iterator();
                List<String> ids = new ArrayList<>();
                walk.forEachRemaining(row -> {
                    String id = UnexpectedValueException.orNull(row::id);
                    if (id != null) {
                        ids.add(id);
                    }
                });

                assertThat(ids).hasSize(EVENTS - 1);
                assertThat(new HashSet<>(ids)).hasSize(EVENTS - 1).doesNotContain("e-" + lost);
                assertThat(walk.report().finished()).isTrue();
                assertThat(walk.report().proven()).isFalse();
                if (!inPlace.startsWith("{")) {
                    assertThat(walk.report().reasons())
                            .anySatisfy(reason -> assertThat(reason)
                                    .startsWith("1 rows of the window from 2026-02-0")
                                    .endsWith("no records and could not be delivered; the page's response has them"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"error\":\"Quota exceeded now\"}]",
                "[{\"message\":\"Quota exceeded now\",\"errorCode\":\"QUOTA\"}]",
                "[{\"msg\":\"Quota exceeded now\",\"loc\":[\"query\"]},{\"msg\":\"Too wide\"}]"
            })
    void bareList_ofErrorsAlone_isNoSuccess(String body) {
        server.enqueue(json(body));
        try (CallOpsClient client = client(false)) {
            assertThatThrownBy(() -> client.analytics().outcomes())
                    .isInstanceOf(ApiException.class)
                    .hasMessageStartingWith("callops.analytics.outcomes: 200: the response holds an error and no data; "
                            + "the server says: Quota exceeded now");
        }
    }

    @Test
    void bareList_withARowBesideAnError_goesOn() {
        server.enqueue(json("[{\"error\":\"of one row\"},{\"outcome\":\"failed\",\"count\":2}]"));
        server.enqueue(json("[{\"strange\":1}]"));
        try (CallOpsClient client = client(false)) {
            assertThat(client.analytics().outcomes()).hasSize(2);
            assertThat(client.analytics().outcomes()).hasSize(1);
        }
    }

    @Test
    void page_countsWhatTheServerSent() {
        server.enqueue(json(ROWS));
        try (CallOpsClient client = client(false)) {
            Page<SttEvent> page = client.analytics().sttEvents(r -> {}).firstPage();

            assertThat(page.items()).extracting(SttEvent::id).containsExactly("kept", "too");
            assertThat(page.unreadable()).isEqualTo(5);
            assertThat(UnexpectedContent.of(page.response(List.class)).unreadable())
                    .hasSize(5);
            assertThat(page.request())
                    .isEqualTo(new PageRequest(0, 500, null, page.request().to()));
        }
    }
}
