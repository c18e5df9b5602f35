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
        return transport.prepare(CallOpsOperations.AnalyticsOverviewOperation.OPERATION, request);
    }

    @Override
    public List<DailyCalls> callVolume(CallVolumeRequest request) {
        return prepareCallVolume(request).execute();
    }

    @Override
    public CompletableFuture<List<DailyCalls>> callVolumeAsync(CallVolumeRequest request) {
        return prepareCallVolume(request).executeAsync();
    }

    @Override
    public Invocation<List<DailyCalls>> prepareCallVolume(CallVolumeRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsCallVolumeOperation.OPERATION, request);
    }

    @Override
    public Latency latency(LatencyRequest request) {
        return prepareLatency(request).execute();
    }

    @Override
    public CompletableFuture<Latency> latencyAsync(LatencyRequest request) {
        return prepareLatency(request).executeAsync();
    }

    @Override
    public Invocation<Latency> prepareLatency(LatencyRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsLatencyOperation.OPERATION, request);
    }

    @Override
    public CostOverview costOverview(CostOverviewRequest request) {
        return prepareCostOverview(request).execute();
    }

    @Override
    public CompletableFuture<CostOverview> costOverviewAsync(CostOverviewRequest request) {
        return prepareCostOverview(request).executeAsync();
    }

    @Override
    public Invocation<CostOverview> prepareCostOverview(CostOverviewRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsCostOverviewOperation.OPERATION, request);
    }

    @Override
    public List<DailyCost> costTrend(CostTrendRequest request) {
        return prepareCostTrend(request).execute();
    }

    @Override
    public CompletableFuture<List<DailyCost>> costTrendAsync(CostTrendRequest request) {
        return prepareCostTrend(request).executeAsync();
    }

    @Override
    public Invocation<List<DailyCost>> prepareCostTrend(CostTrendRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsCostTrendOperation.OPERATION, request);
    }

    @Override
    public List<AgentCost> costByAgent(CostByAgentRequest request) {
        return prepareCostByAgent(request).execute();
    }

    @Override
    public CompletableFuture<List<AgentCost>> costByAgentAsync(CostByAgentRequest request) {
        return prepareCostByAgent(request).executeAsync();
    }

    @Override
    public Invocation<List<AgentCost>> prepareCostByAgent(CostByAgentRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsCostByAgentOperation.OPERATION, request);
    }

    @Override
    public DurationDistribution durationDistribution(DurationDistributionRequest request) {
        return prepareDurationDistribution(request).execute();
    }

    @Override
    public CompletableFuture<DurationDistribution> durationDistributionAsync(DurationDistributionRequest request) {
        return prepareDurationDistribution(request).executeAsync();
    }

    @Override
    public Invocation<DurationDistribution> prepareDurationDistribution(DurationDistributionRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsDurationDistributionOperation.OPERATION, request);
    }

    @Override
    public LatencyDistribution latencyDistribution(LatencyDistributionRequest request) {
        return prepareLatencyDistribution(request).execute();
    }

    @Override
    public CompletableFuture<LatencyDistribution> latencyDistributionAsync(LatencyDistributionRequest request) {
        return prepareLatencyDistribution(request).executeAsync();
    }

    @Override
    public Invocation<LatencyDistribution> prepareLatencyDistribution(LatencyDistributionRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsLatencyDistributionOperation.OPERATION, request);
    }

    @Override
    public ConversationTurns conversationTurns(ConversationTurnsRequest request) {
        return prepareConversationTurns(request).execute();
    }

    @Override
    public CompletableFuture<ConversationTurns> conversationTurnsAsync(ConversationTurnsRequest request) {
        return prepareConversationTurns(request).executeAsync();
    }

    @Override
    public Invocation<ConversationTurns> prepareConversationTurns(ConversationTurnsRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsConversationTurnsOperation.OPERATION, request);
    }

    @Override
    public BargeIn bargeIn(BargeInRequest request) {
        return prepareBargeIn(request).execute();
    }

    @Override
    public CompletableFuture<BargeIn> bargeInAsync(BargeInRequest request) {
        return prepareBargeIn(request).executeAsync();
    }

    @Override
    public Invocation<BargeIn> prepareBargeIn(BargeInRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsBargeInOperation.OPERATION, request);
    }

    @Override
    public List<ProviderErrors> providerErrors(ProviderErrorsRequest request) {
        return prepareProviderErrors(request).execute();
    }

    @Override
    public CompletableFuture<List<ProviderErrors>> providerErrorsAsync(ProviderErrorsRequest request) {
        return prepareProviderErrors(request).executeAsync();
    }

    @Override
    public Invocation<List<ProviderErrors>> prepareProviderErrors(ProviderErrorsRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsProviderErrorsOperation.OPERATION, request);
    }

    @Override
    public List<PeakHour> peakHours(PeakHoursRequest request) {
        return preparePeakHours(request).execute();
    }

    @Override
    public CompletableFuture<List<PeakHour>> peakHoursAsync(PeakHoursRequest request) {
        return preparePeakHours(request).executeAsync();
    }

    @Override
    public Invocation<List<PeakHour>> preparePeakHours(PeakHoursRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsPeakHoursOperation.OPERATION, request);
    }

    @Override
    public List<OutcomeCount> outcomes(OutcomesRequest request) {
        return prepareOutcomes(request).execute();
    }

    @Override
    public CompletableFuture<List<OutcomeCount>> outcomesAsync(OutcomesRequest request) {
        return prepareOutcomes(request).executeAsync();
    }

    @Override
    public Invocation<List<OutcomeCount>> prepareOutcomes(OutcomesRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsOutcomesOperation.OPERATION, request);
    }

    @Override
    public List<AgentComparison> agentComparison(AgentComparisonRequest request) {
        return prepareAgentComparison(request).execute();
    }

    @Override
    public CompletableFuture<List<AgentComparison>> agentComparisonAsync(AgentComparisonRequest request) {
        return prepareAgentComparison(request).executeAsync();
    }

    @Override
    public Invocation<List<AgentComparison>> prepareAgentComparison(AgentComparisonRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsAgentComparisonOperation.OPERATION, request);
    }

    @Override
    public Paged<SttEvent> sttEvents(SttEventsRequest request) {
        Map<String, String> query = new LinkedHashMap<>(transport
                .prepare(CallOpsOperations.AnalyticsSttEventsOperation.OPERATION, request)
                .query());
        query.remove("limit");
        return Paged.of(WalkSpec.window(
                        "callops.analytics.sttEvents",
                        PageSource.of(
                                (at, canceler) -> transport.fetch(
                                        CallOpsOperations.AnalyticsSttEventsOperation.OPERATION,
                                        sttEventsAt(request, at),
                                        canceler),
                                at -> transport.fetchAsync(
                                        CallOpsOperations.AnalyticsSttEventsOperation.OPERATION,
                                        sttEventsAt(request, at)),
                                at -> transport.fetchAhead(
                                        CallOpsOperations.AnalyticsSttEventsOperation.OPERATION,
                                        sttEventsAt(request, at)),
                                (at, exchange) -> CallOpsOperations.AnalyticsSttEventsOperation.OPERATION.read(
                                        exchange, it -> sttEventsPage(at, it))),
                        row -> UnexpectedValueException.orNull(row::createdAt))
                .open(transport::check)
                .id(SttEvent::id)
                .maxPageSize(500)
                .pageSize(request.limit())
                .between(request.startDate(), request.endDate())
                .pinEnd(request.endDate() == null)
                .takesEnd(true)
                .query(query)
                .build());
    }

    @Override
    public CompletableFuture<List<SttEvent>> sttEventsAsync(SttEventsRequest request) {
        return prepareSttEvents(request).executeAsync();
    }

    @Override
    public Invocation<List<SttEvent>> prepareSttEvents(SttEventsRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsSttEventsOperation.OPERATION, request);
    }

    private static SttEventsRequest sttEventsAt(SttEventsRequest request, PageRequest at) {
        SttEventsRequest.Builder builder = request.toBuilder().limit(at.limit());
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

    private static Page<SttEvent> sttEventsPage(PageRequest at, ApiResponse<List<SttEvent>> exchange) {
        List<SttEvent> answer = exchange.value();
        return Page.of(at, answer, answer)
                .withUnreadable(Unexpected.of(answer).unreadable())
                .withServerTime(exchange.serverTime().orElse(null));
    }

    @Override
    public SttEventsSummary sttEventsSummary(SttEventsSummaryRequest request) {
        return prepareSttEventsSummary(request).execute();
    }

    @Override
    public CompletableFuture<SttEventsSummary> sttEventsSummaryAsync(SttEventsSummaryRequest request) {
        return prepareSttEventsSummary(request).executeAsync();
    }

    @Override
    public Invocation<SttEventsSummary> prepareSttEventsSummary(SttEventsSummaryRequest request) {
        return transport.prepare(CallOpsOperations.AnalyticsSttEventsSummaryOperation.OPERATION, request);
    }
}
