// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.DateOrTime;
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

final class DefaultAnalyticsApi implements AnalyticsApi {
    private final Transport transport;

    DefaultAnalyticsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> fill) {
        return transport.prepare(SynaptiqOperations.AnalyticsOverview.OPERATION, OverviewRequest.of(fill));
    }

    @Override
    public Invocation<Funnel> prepareFunnel(Consumer<FunnelRequest.Builder> fill) {
        return transport.prepare(SynaptiqOperations.AnalyticsFunnel.OPERATION, FunnelRequest.of(fill));
    }

    @Override
    public Paged<ActivityEvent> activity(Consumer<ActivityRequest.Builder> fill) {
        ActivityRequest request = ActivityRequest.of(fill);
        Map<String, String> query = new LinkedHashMap<>(transport
                .prepare(SynaptiqOperations.AnalyticsActivity.OPERATION, request)
                .query());
        query.remove("limit");
        query.remove("page");
        return Paged.of(WalkSpec.page(
                        "synaptiq.analytics.activity",
                        PageSource.of(
                                (at, canceler) -> transport.fetch(
                                        SynaptiqOperations.AnalyticsActivity.OPERATION,
                                        activityAt(request, at),
                                        canceler),
                                at -> transport.fetchAsync(
                                        SynaptiqOperations.AnalyticsActivity.OPERATION, activityAt(request, at)),
                                at -> transport.fetchAhead(
                                        SynaptiqOperations.AnalyticsActivity.OPERATION, activityAt(request, at)),
                                (at, response) -> SynaptiqOperations.AnalyticsActivity.OPERATION.read(
                                        response, it -> readActivityPage(at, it))))
                .open(transport::check)
                .walked(rows -> transport.walked(SynaptiqOperations.AnalyticsActivity.OPERATION, rows))
                .id(ActivityEvent::id)
                .maxPageSize(100)
                .pageSize(request.pageSize())
                .startPage(request.page() == null ? null : request.page().longValue())
                .between(
                        request.startDate() == null ? null : request.startDate().toInstant(),
                        request.endDate() == null ? null : request.endDate().latest())
                .inParts(365, row -> UnexpectedValueException.orNull(row::occurredAt))
                .query(query)
                .build());
    }

    @Override
    public Invocation<ActivityPage> prepareActivityPage(Consumer<ActivityRequest.Builder> fill) {
        return transport.prepare(
                SynaptiqOperations.AnalyticsActivity.OPERATION,
                ActivityRequest.of(fill).atOnce());
    }

    private static ActivityRequest activityAt(ActivityRequest request, PageRequest at) {
        ActivityRequest.Builder builder = request.toBuilder().pageSize(at.limit());
        builder.page(Math.toIntExact(at.pageNumber()));
        Instant from = at.from();
        if (from != null
                && !from.equals(
                        request.startDate() == null ? null : request.startDate().toInstant())) {
            builder.startDate(DateOrTime.startingAt(from));
        }
        Instant to = at.to();
        if (to != null
                && !to.equals(
                        request.endDate() == null ? null : request.endDate().latest())) {
            builder.endDate(DateOrTime.endingAt(to));
        }
        return builder.build().atOnce();
    }

    private static Page<ActivityEvent> readActivityPage(PageRequest at, ApiResponse<ActivityPage> response) {
        ActivityPage value = response.value();
        Pagination pagination = UnexpectedValueException.orNull(value::pagination);
        Long total = pagination == null ? null : UnexpectedValueException.orNull(pagination::total);
        Integer limit = pagination == null ? null : UnexpectedValueException.orNull(pagination::limit);
        Integer echo = pagination == null ? null : UnexpectedValueException.orNull(pagination::page);
        return Page.of(at, SynaptiqOperations.AnalyticsActivity.OPERATION.rows(response, value.data()), value)
                .withUnreadable(FieldValues.unreadable(value.unexpected(), ActivityPage.Codec.DATA))
                .withDoubt(FieldValues.doubt(value.unexpected(), ActivityPage.Codec.DATA))
                .withServerTime(response.serverTime().orElse(null))
                .withTotal(total)
                .withLimit(limit == null ? null : limit.longValue())
                .withOffset(echo == null ? null : (echo - 1L) * at.limit())
                .withHasMore(pagination == null ? null : UnexpectedValueException.orNull(pagination::hasMore));
    }
}
