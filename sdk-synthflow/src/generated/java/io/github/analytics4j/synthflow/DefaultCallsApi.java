// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageRequest;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

final class DefaultCallsApi implements CallsApi {
    private final Transport transport;

    DefaultCallsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Paged<Call> list(Consumer<ListCallsRequest.Builder> fill) {
        ListCallsRequest request = ListCallsRequest.of(fill);
        Map<String, String> query = new LinkedHashMap<>(transport
                .prepare(SynthflowOperations.CallsList.OPERATION, request)
                .query());
        query.remove("limit");
        query.remove("offset");
        return Paged.of(WalkSpec.offset(
                        "synthflow.calls.list",
                        PageSource.of(
                                (at, canceler) -> transport.fetch(
                                        SynthflowOperations.CallsList.OPERATION, listAt(request, at), canceler),
                                at -> transport.fetchAsync(
                                        SynthflowOperations.CallsList.OPERATION, listAt(request, at)),
                                at -> transport.fetchAhead(
                                        SynthflowOperations.CallsList.OPERATION, listAt(request, at)),
                                (at, response) -> SynthflowOperations.CallsList.OPERATION.read(
                                        response, it -> readListPage(at, it))))
                .open(transport::check)
                .walked(rows -> transport.walked(SynthflowOperations.CallsList.OPERATION, rows))
                .id(row -> FieldValues.ofKind(row.callId(), row.unexpected(), Call.Codec.CALL_ID))
                .maxPageSize(100)
                .pageSize(request.pageSize())
                .startOffset(request.offset())
                .between(request.fromDate(), request.toDate())
                .takesEnd(true)
                .query(query)
                .build());
    }

    @Override
    public Invocation<ListCallsResponse> prepareListPage(Consumer<ListCallsRequest.Builder> fill) {
        return transport.prepare(SynthflowOperations.CallsList.OPERATION, ListCallsRequest.of(fill));
    }

    private static ListCallsRequest listAt(ListCallsRequest request, PageRequest at) {
        ListCallsRequest.Builder builder = request.toBuilder().pageSize(at.limit());
        builder.offset(at.offset());
        Instant from = at.from();
        if (from != null) {
            builder.fromDate(from);
        }
        Instant to = at.to();
        if (to != null) {
            builder.toDate(to);
        }
        return builder.build();
    }

    private static Page<Call> readListPage(PageRequest at, ApiResponse<ListCallsResponse> response) {
        ListCallsResponse value = response.value();
        CallsPage response_ = FieldValues.present(
                value.response(), value.unexpected(), ListCallsResponse.Codec.RESPONSE, "$.response", "an object");
        Pagination pagination = response_.pagination();
        Long total = pagination == null ? null : pagination.totalRecords();
        Long limit = pagination == null ? null : pagination.limit();
        Long echo = pagination == null ? null : pagination.offset();
        return Page.of(
                        at,
                        SynthflowOperations.CallsList.OPERATION.rows(
                                response,
                                FieldValues.present(
                                        response_.calls(),
                                        response_.unexpected(),
                                        CallsPage.Codec.CALLS,
                                        "$.response.calls",
                                        "a list")),
                        value)
                .withUnreadable(FieldValues.unreadable(response_.unexpected(), CallsPage.Codec.CALLS))
                .withDoubt(FieldValues.doubt(value.unexpected(), ListCallsResponse.Codec.RESPONSE))
                .withDoubt(FieldValues.doubt(response_.unexpected(), CallsPage.Codec.CALLS))
                .withServerTime(response.serverTime().orElse(null))
                .withTotal(total)
                .withLimit(limit)
                .withOffset(echo);
    }
}
