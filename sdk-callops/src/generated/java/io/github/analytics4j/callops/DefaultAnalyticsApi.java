// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Unexpected;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageRequest;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class DefaultAnalyticsApi implements AnalyticsApi {
    private final Transport transport;

    DefaultAnalyticsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Invocation<Overview> prepareOverview(OverviewRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsOverview.OPERATION, request);
    }

    @Override
    public Invocation<List<DailyCalls>> prepareCallVolume(CallVolumeRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsCallVolume.OPERATION, request);
    }

    @Override
    public Invocation<Latency> prepareLatency(LatencyRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsLatency.OPERATION, request);
    }

    @Override
    public Invocation<CostOverview> prepareCostOverview(CostOverviewRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsCostOverview.OPERATION, request);
    }

    @Override
    public Invocation<List<DailyCost>> prepareCostTrend(CostTrendRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsCostTrend.OPERATION, request);
    }

    @Override
    public Invocation<List<AgentCost>> prepareCostByAgent(CostByAgentRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsCostByAgent.OPERATION, request);
    }

    @Override
    public Invocation<DurationDistribution> prepareDurationDistribution(DurationDistributionRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsDurationDistribution.OPERATION, request);
    }

    @Override
    public Invocation<LatencyDistribution> prepareLatencyDistribution(LatencyDistributionRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsLatencyDistribution.OPERATION, request);
    }

    @Override
    public Invocation<ConversationTurns> prepareConversationTurns(ConversationTurnsRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsConversationTurns.OPERATION, request);
    }

    @Override
    public Invocation<BargeIn> prepareBargeIn(BargeInRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsBargeIn.OPERATION, request);
    }

    @Override
    public Invocation<List<ProviderErrors>> prepareProviderErrors(ProviderErrorsRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsProviderErrors.OPERATION, request);
    }

    @Override
    public Invocation<List<PeakHour>> preparePeakHours(PeakHoursRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsPeakHours.OPERATION, request);
    }

    @Override
    public Invocation<List<OutcomeCount>> prepareOutcomes(OutcomesRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsOutcomes.OPERATION, request);
    }

    @Override
    public Invocation<List<AgentComparison>> prepareAgentComparison(AgentComparisonRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsAgentComparison.OPERATION, request);
    }

    @Override
    public Paged<SttEvent> sttEvents(SttEventsRequest request) {
        Map<String, String> query = new LinkedHashMap<>(transport
                .prepare(CallOpsOperations.AnalyticsSttEvents.OPERATION, request)
                .query());
        query.remove("limit");
        return Paged.of(WalkSpec.window(
                        "callops.analytics.sttEvents",
                        PageSource.of(
                                (at, canceler) -> transport.fetch(
                                        CallOpsOperations.AnalyticsSttEvents.OPERATION,
                                        sttEventsAt(request, at),
                                        canceler),
                                at -> transport.fetchAsync(
                                        CallOpsOperations.AnalyticsSttEvents.OPERATION, sttEventsAt(request, at)),
                                at -> transport.fetchAhead(
                                        CallOpsOperations.AnalyticsSttEvents.OPERATION, sttEventsAt(request, at)),
                                (at, response) -> CallOpsOperations.AnalyticsSttEvents.OPERATION.read(
                                        response, it -> readSttEventsPage(at, it))),
                        row -> UnexpectedValueException.orNull(row::createdAt))
                .open(transport::check)
                .id(SttEvent::id)
                .maxPageSize(500)
                .pageSize(request.pageSize())
                .between(request.startDate(), request.endDate())
                .pinEnd(request.endDate() == null)
                .takesEnd(true)
                .query(query)
                .build());
    }

    @Override
    public Invocation<List<SttEvent>> prepareSttEventsPage(SttEventsRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsSttEvents.OPERATION, request);
    }

    private static SttEventsRequest sttEventsAt(SttEventsRequest request, PageRequest at) {
        SttEventsRequest.Builder builder = request.toBuilder().pageSize(at.limit());
        Instant from = at.from();
        if (from != null) {
            builder.startDate(from);
        }
        Instant to = at.to();
        if (to != null) {
            builder.endDate(to);
        }
        return builder.build();
    }

    private static Page<SttEvent> readSttEventsPage(PageRequest at, ApiResponse<List<SttEvent>> response) {
        List<SttEvent> value = response.value();
        return Page.of(at, value, value)
                .withUnreadable(Unexpected.of(value).unreadable())
                .withServerTime(response.serverTime().orElse(null));
    }

    @Override
    public Invocation<SttEventsSummary> prepareSttEventsSummary(SttEventsSummaryRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsSttEventsSummary.OPERATION, request);
    }
}
