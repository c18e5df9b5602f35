package io.github.analytics4j.synthflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.error.WalkException;
import io.github.analytics4j.page.Checkpoint;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.Walk;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a walk of the call log ends, against a server that reads {@code to_date} as the end of a call. */
final class EndOfTheCallLogTest {

    private static final Instant SERVER_TIME = Instant.parse("2031-05-06T07:08:09Z");
    private static final String END = Long.toString(SERVER_TIME.plusSeconds(1).toEpochMilli());
    private static final int CALLS = 350;

    private final MockWebServer server = new MockWebServer();
    private SynthflowClient client;

    @BeforeEach
    void start() throws IOException {
        server.start();
        client = SynthflowClient.builder()
                .baseUrl(server.url("/v2").toString())
                .apiKey("a-key")
                .build();
        serve(true);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** Every tenth call is in progress. */
    private static boolean inProgress(long call) {
        return call % 10 == 0;
    }

    private void serve(boolean tellsTime) {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                HttpUrl url = request.getUrl();
                boolean ended = url.queryParameter("to_date") != null;
                List<Long> calls = LongStream.range(0, CALLS)
                        .filter(call -> !ended || !inProgress(call))
                        .boxed()
                        .toList();
                int offset = Integer.parseInt(Objects.requireNonNull(url.queryParameter("offset")));
                int limit = Integer.parseInt(Objects.requireNonNull(url.queryParameter("limit")));
                String rows = IntStream.range(offset, Math.min(calls.size(), offset + limit))
                        .mapToObj(i -> "{\"call_id\":\"c-" + calls.get(i) + "\"}")
                        .collect(Collectors.joining(",", "\"calls\":[", "]"));
                String json = "{\"status\":\"ok\",\"response\":{\"pagination\":{\"total_records\":" + calls.size()
                        + ",\"offset\":" + offset + ",\"limit\":" + limit + "}," + rows + "}}";
                MockResponse.Builder response = new MockResponse.Builder().body(json);
                if (tellsTime) {
                    response.addHeader(
                            "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(SERVER_TIME.atOffset(ZoneOffset.UTC)));
                }
                return response.build();
            }
        });
    }

    private Paged<Call> log(int prefetch) {
        return client.calls().list(r -> r.modelId("m")).prefetch(prefetch);
    }

    private static List<String> ids(Walk<Call> walk) {
        List<String> ids = new ArrayList<>();
        walk.forEachRemaining(call -> ids.add(call.callId()));
        assertThat(walk.report().reasons()).isEmpty();
        assertThat(walk.report().proven()).isTrue();
        return ids;
    }

    private List<String> ends() throws InterruptedException {
        List<String> ends = new ArrayList<>();
        while (server.getRequestCount() > ends.size()) {
            ends.add(String.valueOf(server.takeRequest().getUrl().queryParameter("to_date")));
        }
        return ends;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void list_sendsNoEnd_andHasCallsInProgress(int prefetch) throws InterruptedException {
        try (Walk<Call> walk = log(prefetch).iterator()) {
            assertThat(ids(walk)).hasSize(CALLS).contains("c-0", "c-340");
        }
        assertThat(ends()).containsOnly("null");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void endNow_sendsTheServersTimeFromTheSecondPageOn_andLeavesOutCallsInProgress(int prefetch)
            throws InterruptedException {
        try (Walk<Call> walk = log(prefetch).endNow().iterator()) {
            assertThat(ids(walk))
                    .isEqualTo(LongStream.range(0, CALLS)
                            .filter(call -> call < 100 || !inProgress(call))
                            .mapToObj(call -> "c-" + call)
                            .toList());
        }
        List<String> ends = ends();
        assertThat(ends.get(0)).isEqualTo("null");
        assertThat(ends.subList(1, ends.size())).isNotEmpty().containsOnly(END);
    }

    @Test
    void endNow_everyForm_sendsTheSameEnd() throws InterruptedException {
        Paged<Call> log = log(0).endNow();
        List<Function<Paged<Call>, Integer>> forms = List.of(
                paged -> paged.toList().size(),
                paged -> paged.toListAsync().join().size(),
                paged -> paged.pages().stream()
                        .mapToInt(page -> page.items().size())
                        .sum());
        assertThat(forms).extracting(form -> form.apply(log)).containsOnly(325);
        assertThat(ends().stream().filter(END::equals)).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void endNow_serverThatTellsNoTime_isAskedWithoutAnEnd() throws InterruptedException {
        serve(false);
        try (Walk<Call> walk = log(0).endNow().iterator()) {
            assertThat(ids(walk)).hasSize(CALLS);
        }
        assertThat(ends()).containsOnly("null");
    }

    @Test
    void endNow_requestWithAnEnd_keepsIt() throws InterruptedException {
        Instant own = Instant.parse("2026-01-01T00:00:00Z");
        Paged<Call> log = client.calls().list(r -> r.modelId("m").toDate(own)).endNow();
        assertThat(log.toList()).hasSize(315);
        assertThat(ends()).containsOnly(Long.toString(own.toEpochMilli()));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void endNow_resumed_keepsTheEndItHad(boolean before, boolean after) throws InterruptedException {
        Checkpoint checkpoint;
        List<String> ids = new ArrayList<>();
        try (Walk<Call> walk = (before ? log(0).endNow() : log(0)).iterator()) {
            for (int i = 0; i < 150; i++) {
                ids.add(walk.next().callId());
            }
            checkpoint = Checkpoint.parse(walk.checkpoint().text());
        }
        try (Walk<Call> walk =
                (after ? log(0).endNow() : log(0)).resume(checkpoint).iterator()) {
            ids.addAll(ids(walk));
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(before ? 325 : CALLS);
        List<String> ends = ends();
        assertThat(ends.get(0)).isEqualTo("null");
        assertThat(ends.subList(1, ends.size())).containsOnly(before ? END : "null");
    }

    @Test
    void openEnd_afterEndNow_sendsNoEnd() throws InterruptedException {
        assertThat(log(0).endNow().openEnd().toList()).hasSize(CALLS);
        assertThat(ends()).containsOnly("null");
    }

    @Test
    void firstPage_sendsNoEnd() throws InterruptedException {
        assertThat(log(0).endNow().firstPage().items()).hasSize(100);
        assertThat(ends()).containsExactly("null");
    }

    /** A call that begins before a boundary and ends behind it would be in no part: not before the end, nor after the start. */
    @Test
    void split_isRefusedBeforeSending() {
        Paged<Call> log = client.calls()
                .list(r -> r.modelId("m")
                        .fromDate(SERVER_TIME.minus(Duration.ofDays(30)))
                        .toDate(SERVER_TIME));
        assertThatThrownBy(() -> log.split(Duration.ofDays(7)))
                .isInstanceOf(WalkException.class)
                .hasMessage(
                        "synthflow.calls.list cannot be split: the two ends of its time window are not compared with the"
                                + " same time of a row, so that one that goes on from one part into the next would be in neither;"
                                + " walk the whole");
        assertThat(server.getRequestCount()).isZero();
    }
}
