// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.DateOrTime;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageRequest;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

final class DefaultAnalyticsApi implements AnalyticsApi {
    private final Transport transport;

    DefaultAnalyticsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Overview overview(OverviewRequest request) {
        return prepareOverview(request).execute();
    }

    @Override
    public CompletableFuture<Overview> overviewAsync(OverviewRequest request) {
        return prepareOverview(request).executeAsync();
    }

    @Override
    public Invocation<Overview> prepareOverview(OverviewRequest request) {
        return transport.prepare(SynaptiqOperations.AnalyticsOverviewOperation.OPERATION, request);
    }

    @Override
    public Funnel funnel(FunnelRequest request) {
        return prepareFunnel(request).execute();
    }

    @Override
    public CompletableFuture<Funnel> funnelAsync(FunnelRequest request) {
        return prepareFunnel(request).executeAsync();
    }

    @Override
    public Invocation<Funnel> prepareFunnel(FunnelRequest request) {
        return transport.prepare(SynaptiqOperations.AnalyticsFunnelOperation.OPERATION, request);
    }

    @Override
    public Paged<ActivityEvent> activity(ActivityRequest request) {
        Map<String, String> query = new LinkedHashMap<>(transport
                .prepare(SynaptiqOperations.AnalyticsActivityOperation.OPERATION, request)
                .query());
        query.remove("limit");
        query.remove("page");
        return Paged.of(WalkSpec.page(
                        "synaptiq.analytics.activity",
                        PageSource.of(
                                (at, canceler) -> transport.fetch(
                                        SynaptiqOperations.AnalyticsActivityOperation.OPERATION,
                                        activityAt(request, at),
                                        canceler),
                                at -> transport.fetchAsync(
                                        SynaptiqOperations.AnalyticsActivityOperation.OPERATION,
                                        activityAt(request, at)),
                                at -> transport.fetchAhead(
                                        SynaptiqOperations.AnalyticsActivityOperation.OPERATION,
                                        activityAt(request, at)),
                                (at, exchange) -> SynaptiqOperations.AnalyticsActivityOperation.OPERATION.read(
                                        exchange, it -> activityPage(at, it))))
                .open(transport::check)
                .id(ActivityEvent::id)
                .maxPageSize(100)
                .pageSize(request.limit())
                .startPage(request.page() == null ? null : request.page().longValue())
                .between(
                        request.startDate() == null ? null : request.startDate().toInstant(),
                        request.endDate() == null ? null : request.endDate().latest())
                .inParts(365, row -> UnexpectedValueException.orNull(row::occurredAt))
                .query(query)
                .build());
    }

    @Override
    public CompletableFuture<ActivityPage> activityAsync(ActivityRequest request) {
        return prepareActivity(request).executeAsync();
    }

    @Override
    public Invocation<ActivityPage> prepareActivity(ActivityRequest request) {
        return transport.prepare(SynaptiqOperations.AnalyticsActivityOperation.OPERATION, request.atOnce());
    }

    private static ActivityRequest activityAt(ActivityRequest request, PageRequest at) {
        ActivityRequest.Builder builder = request.toBuilder().limit(at.limit());
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

    private static Page<ActivityEvent> activityPage(PageRequest at, ApiResponse<ActivityPage> exchange) {
        ActivityPage answer = exchange.value();
        Pagination pagination = UnexpectedValueException.orNull(answer::pagination);
        Long total = pagination == null ? null : UnexpectedValueException.orNull(pagination::total);
        Integer limit = pagination == null ? null : UnexpectedValueException.orNull(pagination::limit);
        Integer echo = pagination == null ? null : UnexpectedValueException.orNull(pagination::page);
        return Page.of(at, answer.data(), answer)
                .withUnreadable(answer.unexpected().unreadable(0))
                .withDoubt(answer.unexpected().doubt(0))
                .withServerTime(exchange.serverTime().orElse(null))
                .withTotal(total)
                .withLimit(limit == null ? null : limit.longValue())
                .withOffset(echo == null ? null : (echo - 1L) * at.limit())
                .withHasMore(pagination == null ? null : UnexpectedValueException.orNull(pagination::hasMore));
    }
}
