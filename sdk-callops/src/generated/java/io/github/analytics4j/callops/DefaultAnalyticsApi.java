// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.ApiResponse;
import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.client.Transport;
import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.UnexpectedContent;
import io.github.analytics4j.page.Page;
import io.github.analytics4j.page.PageRequest;
import io.github.analytics4j.page.PageSource;
import io.github.analytics4j.page.Paged;
import io.github.analytics4j.page.WalkSpec;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

final class DefaultAnalyticsApi implements AnalyticsApi {
    private final Transport transport;

    DefaultAnalyticsApi(Transport transport) {
        this.transport = transport;
    }

    @Override
    public Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsOverview.OPERATION, OverviewRequest.of(fill));
    }

    @Override
    public Invocation<List<DailyCalls>> prepareCallVolume(Consumer<CallVolumeRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsCallVolume.OPERATION, CallVolumeRequest.of(fill));
    }

    @Override
    public Invocation<Latency> prepareLatency(Consumer<LatencyRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsLatency.OPERATION, LatencyRequest.of(fill));
    }

    @Override
    public Invocation<CostOverview> prepareCostOverview(Consumer<CostOverviewRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsCostOverview.OPERATION, CostOverviewRequest.of(fill));
    }

    @Override
    public Invocation<List<DailyCost>> prepareCostTrend(Consumer<CostTrendRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsCostTrend.OPERATION, CostTrendRequest.of(fill));
    }

    @Override
    public Invocation<List<AgentCost>> prepareCostByAgent(Consumer<CostByAgentRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsCostByAgent.OPERATION, CostByAgentRequest.of(fill));
    }

    @Override
    public Invocation<DurationDistribution> prepareDurationDistribution(
            Consumer<DurationDistributionRequest.Builder> fill) {
        return transport.prepare(
                CallOpsOperations.AnalyticsDurationDistribution.OPERATION, DurationDistributionRequest.of(fill));
    }

    @Override
    public Invocation<LatencyDistribution> prepareLatencyDistribution(
            Consumer<LatencyDistributionRequest.Builder> fill) {
        return transport.prepare(
                CallOpsOperations.AnalyticsLatencyDistribution.OPERATION, LatencyDistributionRequest.of(fill));
    }

    @Override
    public Invocation<ConversationTurns> prepareConversationTurns(Consumer<ConversationTurnsRequest.Builder> fill) {
        return transport.prepare(
                CallOpsOperations.AnalyticsConversationTurns.OPERATION, ConversationTurnsRequest.of(fill));
    }

    @Override
    public Invocation<BargeIn> prepareBargeIn(Consumer<BargeInRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsBargeIn.OPERATION, BargeInRequest.of(fill));
    }

    @Override
    public Invocation<List<ProviderErrors>> prepareProviderErrors(Consumer<ProviderErrorsRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsProviderErrors.OPERATION, ProviderErrorsRequest.of(fill));
    }

    @Override
    public Invocation<List<PeakHour>> preparePeakHours(Consumer<PeakHoursRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsPeakHours.OPERATION, PeakHoursRequest.of(fill));
    }

    @Override
    public Invocation<List<OutcomeCount>> prepareOutcomes(Consumer<OutcomesRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsOutcomes.OPERATION, OutcomesRequest.of(fill));
    }

    @Override
    public Invocation<List<AgentComparison>> prepareAgentComparison(Consumer<AgentComparisonRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsAgentComparison.OPERATION, AgentComparisonRequest.of(fill));
    }

    @Override
    public Paged<SttEvent> sttEvents(Consumer<SttEventsRequest.Builder> fill) {
        SttEventsRequest request = SttEventsRequest.of(fill);
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
                .walked(rows -> transport.walked(CallOpsOperations.AnalyticsSttEvents.OPERATION, rows))
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
    public Invocation<List<SttEvent>> prepareSttEventsPage(Consumer<SttEventsRequest.Builder> fill) {
        return transport.prepare(CallOpsOperations.AnalyticsSttEvents.OPERATION, SttEventsRequest.of(fill));
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
                .withUnreadable(UnexpectedContent.of(value).unreadable())
                .withServerTime(response.serverTime().orElse(null));
    }

    @Override
    public Invocation<SttEventsSummary> prepareSttEventsSummary(Consumer<SttEventsSummaryRequest.Builder> fill) {
        return transport.prepare(
                CallOpsOperations.AnalyticsSttEventsSummary.OPERATION, SttEventsSummaryRequest.of(fill));
    }
}
