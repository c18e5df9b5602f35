package io.github.analytics4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.analytics4j.callops.SttEvent;
import io.github.analytics4j.callops.SttEventsRequest;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.json.DateOrTime;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.Walk;
import io.github.analytics4j.synaptiq.ActivityEvent;
import io.github.analytics4j.synaptiq.ActivityPage;
import io.github.analytics4j.synaptiq.ActivityRequest;
import io.github.analytics4j.synaptiq.AnalyticsApi;
import io.github.analytics4j.synthflow.Call;
import io.github.analytics4j.synthflow.CallsApi;
import io.github.analytics4j.synthflow.ListCallsRequest;
import io.github.analytics4j.synthflow.ListCallsResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What generated code asks for page by page, and what it reads out of the responses. */
class PagingGlueTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-02-01T00:00:00Z");

    private static ListCallsResponse calls(String pagination, int first, int count) {
        String rows = IntStream.range(first, first + count)
                .mapToObj(i -> "{\"call_id\":\"c%d\"}".formatted(i))
                .collect(Collectors.joining(","));
        return ListCallsResponse.fromJson(
                "{\"status\":\"ok\",\"response\":{%s\"calls\":[%s]}}".formatted(pagination, rows));
    }

    @Test
    void offset_firstPage_asksForTheLargestPage() throws Exception {
        CannedTransport transport = new CannedTransport(
                request -> calls("\"pagination\":{\"total_records\":7,\"offset\":0,\"limit\":100},", 0, 2));

        Page<Call> page = transport
                .api(CallsApi.class)
                .list(r -> r.modelId("m").fromDate(FROM))
                .firstPage();

        assertThat(page.items()).extracting(Call::callId).containsExactly("c0", "c1");
        assertThat(page.total()).hasValue(7);
        assertThat(page.offset()).isZero();
        assertThat(page.hasMore()).isNull();
        assertThat(page.response(ListCallsResponse.class).status()).isEqualTo("ok");
        ListCallsRequest asked = (ListCallsRequest) transport.asked().get(0);
        assertThat(asked.pageSize()).isEqualTo(100);
        assertThat(asked.offset()).isZero();
        assertThat(asked.fromDate()).isEqualTo(FROM);
        assertThat(asked.toDate()).isNull();
        assertThat(transport.asked()).hasSize(1);
    }

    @Test
    void offset_usersOwnPlace_isKept() throws Exception {
        CannedTransport transport = new CannedTransport(request -> calls("", 40, 2));

        transport
                .api(CallsApi.class)
                .list(r -> r.modelId("m").pageSize(5).offset(40).toDate(TO))
                .firstPage();

        ListCallsRequest asked = (ListCallsRequest) transport.asked().get(0);
        assertThat(asked.pageSize()).isEqualTo(5);
        assertThat(asked.offset()).isEqualTo(40);
        assertThat(asked.toDate()).isEqualTo(TO);
    }

    @Test
    void offset_wholeWalk_movesOn() throws Exception {
        CannedTransport transport = new CannedTransport(request -> {
            ListCallsRequest asked = (ListCallsRequest) request;
            int offset = Math.toIntExact(asked.offset());
            String pagination = "\"pagination\":{\"total_records\":7,\"offset\":%d,\"limit\":3},".formatted(offset);
            return calls(pagination, offset, Math.max(0, Math.min(asked.pageSize(), 7 - offset)));
        });

        List<Call> all = transport
                .api(CallsApi.class)
                .list(r -> r.modelId("m").pageSize(3))
                .toList();

        assertThat(all).extracting(Call::callId).containsExactly("c0", "c1", "c2", "c3", "c4", "c5", "c6");
        assertThat(transport.asked())
                .allSatisfy(request ->
                        assertThat(((ListCallsRequest) request).modelId()).isEqualTo("m"));
    }

    @Test
    void offset_answerWithoutItsEnvelope_isNoEmptyPage() throws Exception {
        CannedTransport transport = new CannedTransport(request -> ListCallsResponse.fromJson("{\"status\":\"odd\"}"));

        assertThatThrownBy(() ->
                        transport.api(CallsApi.class).list(r -> r.modelId("m")).toList())
                .isInstanceOf(UnreadableResponseException.class)
                .hasMessage("synthflow.calls.list: the response (200) could not be read:"
                        + " $.response: expected an object, but it is absent");
    }

    @Test
    void offset_noPagination_readsTheRows() throws Exception {
        CannedTransport transport = new CannedTransport(request -> calls("", 0, 1));

        Page<Call> page =
                transport.api(CallsApi.class).list(r -> r.modelId("m")).firstPage();

        assertThat(page.items()).hasSize(1);
        assertThat(page.total()).isEmpty();
    }

    @Test
    void async_onePage_isTheRequestAsItIs() throws Exception {
        CannedTransport transport = new CannedTransport(request -> calls("", 0, 1));
        ListCallsRequest request = ListCallsRequest.of(r -> r.modelId("m").offset(3));

        ListCallsResponse answer =
                transport.api(CallsApi.class).listPageAsync(request).join();

        assertThat(answer.response().calls()).hasSize(1);
        assertThat(transport.asked()).containsExactly(request);
    }

    @Test
    void checkpoint_keepsTheQuery_withoutPageAndSize() throws Exception {
        CannedTransport transport = new CannedTransport(request -> calls("", 0, 2));

        try (Walk<Call> walk =
                transport.api(CallsApi.class).list(r -> r.modelId("m")).iterator()) {
            walk.next();
            assertThat(walk.checkpoint().text())
                    .contains("synthflow.calls.list")
                    .contains("kept")
                    .doesNotContain("query.limit")
                    .doesNotContain("query.offset");
        }
    }

    @Test
    void page_numbersBecomeOffsets() throws Exception {
        CannedTransport transport = new CannedTransport(
                request -> activity("{\"page\":3,\"limit\":20,\"total\":57,\"totalPages\":3,\"hasMore\":false}"));

        Page<ActivityEvent> page = transport
                .api(AnalyticsApi.class)
                .activity(r -> r.page(3).pageSize(20).startDate(LocalDate.of(2026, 1, 1)))
                .firstPage();

        assertThat(page.offset()).isEqualTo(40);
        assertThat(page.total()).hasValue(57);
        assertThat(page.hasMore()).isFalse();
        ActivityRequest asked = (ActivityRequest) transport.asked().get(0);
        assertThat(asked.page()).isEqualTo(3);
        assertThat(asked.pageSize()).isEqualTo(20);
        assertThat(asked.startDate()).isEqualTo(DateOrTime.of(LocalDate.of(2026, 1, 1)));
    }

    @Test
    void page_walk_asksFirstWithTheEndOpen() throws Exception {
        CannedTransport transport =
                new CannedTransport(request -> activity("{\"page\":1,\"total\":1,\"hasMore\":false}"));

        assertThat(transport.api(AnalyticsApi.class).activity().toList()).hasSize(1);

        assertThat(transport.asked())
                .singleElement()
                .extracting(asked -> ((ActivityRequest) asked).endDate())
                .isNull();
    }

    @Test
    void page_numbersOfTheWrongKind_areDoneWithout() throws Exception {
        CannedTransport transport =
                new CannedTransport(request -> activity("{\"page\":\"third\",\"total\":null,\"hasMore\":\"no\"}"));

        Page<ActivityEvent> page = transport.api(AnalyticsApi.class).activity().firstPage();

        assertThat(page.items()).extracting(ActivityEvent::id).containsExactly("e1");
        assertThat(page.total()).isEmpty();
        assertThat(page.hasMore()).isNull();
    }

    private static ActivityPage activity(String pagination) {
        return ActivityPage.fromJson("{\"data\":[{\"id\":\"e1\"}],\"pagination\":%s}".formatted(pagination));
    }

    @Test
    void window_rowsWithoutTimeOrId_doNotFail() throws Exception {
        CannedTransport transport = new CannedTransport(
                request -> List.of(SttEvent.fromJson("{\"id\":7}"), SttEvent.fromJson("{\"created_at\":\"soon\"}")));

        List<SttEvent> rows = transport
                .api(io.github.analytics4j.callops.AnalyticsApi.class)
                .sttEvents(r -> r.startDate(FROM).endDate(TO).pageSize(500))
                .toList();

        assertThat(rows).hasSize(2);
        SttEventsRequest asked = (SttEventsRequest) transport.asked().get(0);
        assertThat(asked.pageSize()).isEqualTo(500);
        assertThat(asked.startDate()).isEqualTo(FROM);
        assertThat(asked.endDate()).isEqualTo(TO);
    }
}
