// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.page.Paged;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The operations on analytics. Safe for use by several threads. */
public interface AnalyticsApi {
    /**
     * How many calls there were, how long they took and how they ended.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default Overview overview(OverviewRequest request) {
        return prepareOverview(request).execute();
    }

    /** As {@link #overview(OverviewRequest)}, the request made by a lambda. */
    default Overview overview(Consumer<OverviewRequest.Builder> request) {
        return overview(OverviewRequest.of(request));
    }

    /** As {@link #overview(OverviewRequest)}, with nothing but defaults. */
    default Overview overview() {
        return overview(OverviewRequest.builder().build());
    }

    /** As {@link #overview(OverviewRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Overview> overviewAsync(OverviewRequest request) {
        return prepareOverview(request).executeAsync();
    }

    /** As {@link #overviewAsync(OverviewRequest)}, the request made by a lambda. */
    default CompletableFuture<Overview> overviewAsync(Consumer<OverviewRequest.Builder> request) {
        return overviewAsync(OverviewRequest.of(request));
    }

    /** Makes the request of {@link #overview(OverviewRequest)} without sending it. */
    Invocation<Overview> prepareOverview(OverviewRequest request);

    /** As {@link #prepareOverview(OverviewRequest)}, the request made by a lambda. */
    default Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(OverviewRequest.of(request));
    }

    /**
     * The number of calls of each day. Whether a day without calls is among them is not documented.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<DailyCalls> callVolume(CallVolumeRequest request) {
        return prepareCallVolume(request).execute();
    }

    /** As {@link #callVolume(CallVolumeRequest)}, the request made by a lambda. */
    default List<DailyCalls> callVolume(Consumer<CallVolumeRequest.Builder> request) {
        return callVolume(CallVolumeRequest.of(request));
    }

    /** As {@link #callVolume(CallVolumeRequest)}, with nothing but defaults. */
    default List<DailyCalls> callVolume() {
        return callVolume(CallVolumeRequest.builder().build());
    }

    /** As {@link #callVolume(CallVolumeRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<List<DailyCalls>> callVolumeAsync(CallVolumeRequest request) {
        return prepareCallVolume(request).executeAsync();
    }

    /** As {@link #callVolumeAsync(CallVolumeRequest)}, the request made by a lambda. */
    default CompletableFuture<List<DailyCalls>> callVolumeAsync(Consumer<CallVolumeRequest.Builder> request) {
        return callVolumeAsync(CallVolumeRequest.of(request));
    }

    /** Makes the request of {@link #callVolume(CallVolumeRequest)} without sending it. */
    Invocation<List<DailyCalls>> prepareCallVolume(CallVolumeRequest request);

    /** As {@link #prepareCallVolume(CallVolumeRequest)}, the request made by a lambda. */
    default Invocation<List<DailyCalls>> prepareCallVolume(Consumer<CallVolumeRequest.Builder> request) {
        return prepareCallVolume(CallVolumeRequest.of(request));
    }

    /**
     * Mean latency of speech to text, language model and text to speech, of all three together, and its course by day.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default Latency latency(LatencyRequest request) {
        return prepareLatency(request).execute();
    }

    /** As {@link #latency(LatencyRequest)}, the request made by a lambda. */
    default Latency latency(Consumer<LatencyRequest.Builder> request) {
        return latency(LatencyRequest.of(request));
    }

    /** As {@link #latency(LatencyRequest)}, with nothing but defaults. */
    default Latency latency() {
        return latency(LatencyRequest.builder().build());
    }

    /** As {@link #latency(LatencyRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<Latency> latencyAsync(LatencyRequest request) {
        return prepareLatency(request).executeAsync();
    }

    /** As {@link #latencyAsync(LatencyRequest)}, the request made by a lambda. */
    default CompletableFuture<Latency> latencyAsync(Consumer<LatencyRequest.Builder> request) {
        return latencyAsync(LatencyRequest.of(request));
    }

    /** Makes the request of {@link #latency(LatencyRequest)} without sending it. */
    Invocation<Latency> prepareLatency(LatencyRequest request);

    /** As {@link #prepareLatency(LatencyRequest)}, the request made by a lambda. */
    default Invocation<Latency> prepareLatency(Consumer<LatencyRequest.Builder> request) {
        return prepareLatency(LatencyRequest.of(request));
    }

    /**
     * Total and mean cost. The recorded cost of a call counts where there is one; the others are estimated from their
     * length.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default CostOverview costOverview(CostOverviewRequest request) {
        return prepareCostOverview(request).execute();
    }

    /** As {@link #costOverview(CostOverviewRequest)}, the request made by a lambda. */
    default CostOverview costOverview(Consumer<CostOverviewRequest.Builder> request) {
        return costOverview(CostOverviewRequest.of(request));
    }

    /** As {@link #costOverview(CostOverviewRequest)}, with nothing but defaults. */
    default CostOverview costOverview() {
        return costOverview(CostOverviewRequest.builder().build());
    }

    /** As {@link #costOverview(CostOverviewRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<CostOverview> costOverviewAsync(CostOverviewRequest request) {
        return prepareCostOverview(request).executeAsync();
    }

    /** As {@link #costOverviewAsync(CostOverviewRequest)}, the request made by a lambda. */
    default CompletableFuture<CostOverview> costOverviewAsync(Consumer<CostOverviewRequest.Builder> request) {
        return costOverviewAsync(CostOverviewRequest.of(request));
    }

    /** Makes the request of {@link #costOverview(CostOverviewRequest)} without sending it. */
    Invocation<CostOverview> prepareCostOverview(CostOverviewRequest request);

    /** As {@link #prepareCostOverview(CostOverviewRequest)}, the request made by a lambda. */
    default Invocation<CostOverview> prepareCostOverview(Consumer<CostOverviewRequest.Builder> request) {
        return prepareCostOverview(CostOverviewRequest.of(request));
    }

    /**
     * The cost of each day. Whether a day without calls is among them is not documented.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<DailyCost> costTrend(CostTrendRequest request) {
        return prepareCostTrend(request).execute();
    }

    /** As {@link #costTrend(CostTrendRequest)}, the request made by a lambda. */
    default List<DailyCost> costTrend(Consumer<CostTrendRequest.Builder> request) {
        return costTrend(CostTrendRequest.of(request));
    }

    /** As {@link #costTrend(CostTrendRequest)}, with nothing but defaults. */
    default List<DailyCost> costTrend() {
        return costTrend(CostTrendRequest.builder().build());
    }

    /** As {@link #costTrend(CostTrendRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<List<DailyCost>> costTrendAsync(CostTrendRequest request) {
        return prepareCostTrend(request).executeAsync();
    }

    /** As {@link #costTrendAsync(CostTrendRequest)}, the request made by a lambda. */
    default CompletableFuture<List<DailyCost>> costTrendAsync(Consumer<CostTrendRequest.Builder> request) {
        return costTrendAsync(CostTrendRequest.of(request));
    }

    /** Makes the request of {@link #costTrend(CostTrendRequest)} without sending it. */
    Invocation<List<DailyCost>> prepareCostTrend(CostTrendRequest request);

    /** As {@link #prepareCostTrend(CostTrendRequest)}, the request made by a lambda. */
    default Invocation<List<DailyCost>> prepareCostTrend(Consumer<CostTrendRequest.Builder> request) {
        return prepareCostTrend(CostTrendRequest.of(request));
    }

    /**
     * The cost of each agent, the costliest first.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<AgentCost> costByAgent(CostByAgentRequest request) {
        return prepareCostByAgent(request).execute();
    }

    /** As {@link #costByAgent(CostByAgentRequest)}, the request made by a lambda. */
    default List<AgentCost> costByAgent(Consumer<CostByAgentRequest.Builder> request) {
        return costByAgent(CostByAgentRequest.of(request));
    }

    /** As {@link #costByAgent(CostByAgentRequest)}, with nothing but defaults. */
    default List<AgentCost> costByAgent() {
        return costByAgent(CostByAgentRequest.builder().build());
    }

    /** As {@link #costByAgent(CostByAgentRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<List<AgentCost>> costByAgentAsync(CostByAgentRequest request) {
        return prepareCostByAgent(request).executeAsync();
    }

    /** As {@link #costByAgentAsync(CostByAgentRequest)}, the request made by a lambda. */
    default CompletableFuture<List<AgentCost>> costByAgentAsync(Consumer<CostByAgentRequest.Builder> request) {
        return costByAgentAsync(CostByAgentRequest.of(request));
    }

    /** Makes the request of {@link #costByAgent(CostByAgentRequest)} without sending it. */
    Invocation<List<AgentCost>> prepareCostByAgent(CostByAgentRequest request);

    /** As {@link #prepareCostByAgent(CostByAgentRequest)}, the request made by a lambda. */
    default Invocation<List<AgentCost>> prepareCostByAgent(Consumer<CostByAgentRequest.Builder> request) {
        return prepareCostByAgent(CostByAgentRequest.of(request));
    }

    /**
     * A histogram of the length of calls.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default DurationDistribution durationDistribution(DurationDistributionRequest request) {
        return prepareDurationDistribution(request).execute();
    }

    /** As {@link #durationDistribution(DurationDistributionRequest)}, the request made by a lambda. */
    default DurationDistribution durationDistribution(Consumer<DurationDistributionRequest.Builder> request) {
        return durationDistribution(DurationDistributionRequest.of(request));
    }

    /** As {@link #durationDistribution(DurationDistributionRequest)}, with nothing but defaults. */
    default DurationDistribution durationDistribution() {
        return durationDistribution(DurationDistributionRequest.builder().build());
    }

    /**
     * As {@link #durationDistribution(DurationDistributionRequest)}, without blocking; canceling it cancels the
     * request.
     */
    default CompletableFuture<DurationDistribution> durationDistributionAsync(DurationDistributionRequest request) {
        return prepareDurationDistribution(request).executeAsync();
    }

    /** As {@link #durationDistributionAsync(DurationDistributionRequest)}, the request made by a lambda. */
    default CompletableFuture<DurationDistribution> durationDistributionAsync(
            Consumer<DurationDistributionRequest.Builder> request) {
        return durationDistributionAsync(DurationDistributionRequest.of(request));
    }

    /** Makes the request of {@link #durationDistribution(DurationDistributionRequest)} without sending it. */
    Invocation<DurationDistribution> prepareDurationDistribution(DurationDistributionRequest request);

    /** As {@link #prepareDurationDistribution(DurationDistributionRequest)}, the request made by a lambda. */
    default Invocation<DurationDistribution> prepareDurationDistribution(
            Consumer<DurationDistributionRequest.Builder> request) {
        return prepareDurationDistribution(DurationDistributionRequest.of(request));
    }

    /**
     * A histogram of the latency from end to end.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default LatencyDistribution latencyDistribution(LatencyDistributionRequest request) {
        return prepareLatencyDistribution(request).execute();
    }

    /** As {@link #latencyDistribution(LatencyDistributionRequest)}, the request made by a lambda. */
    default LatencyDistribution latencyDistribution(Consumer<LatencyDistributionRequest.Builder> request) {
        return latencyDistribution(LatencyDistributionRequest.of(request));
    }

    /** As {@link #latencyDistribution(LatencyDistributionRequest)}, with nothing but defaults. */
    default LatencyDistribution latencyDistribution() {
        return latencyDistribution(LatencyDistributionRequest.builder().build());
    }

    /**
     * As {@link #latencyDistribution(LatencyDistributionRequest)}, without blocking; canceling it cancels the request.
     */
    default CompletableFuture<LatencyDistribution> latencyDistributionAsync(LatencyDistributionRequest request) {
        return prepareLatencyDistribution(request).executeAsync();
    }

    /** As {@link #latencyDistributionAsync(LatencyDistributionRequest)}, the request made by a lambda. */
    default CompletableFuture<LatencyDistribution> latencyDistributionAsync(
            Consumer<LatencyDistributionRequest.Builder> request) {
        return latencyDistributionAsync(LatencyDistributionRequest.of(request));
    }

    /** Makes the request of {@link #latencyDistribution(LatencyDistributionRequest)} without sending it. */
    Invocation<LatencyDistribution> prepareLatencyDistribution(LatencyDistributionRequest request);

    /** As {@link #prepareLatencyDistribution(LatencyDistributionRequest)}, the request made by a lambda. */
    default Invocation<LatencyDistribution> prepareLatencyDistribution(
            Consumer<LatencyDistributionRequest.Builder> request) {
        return prepareLatencyDistribution(LatencyDistributionRequest.of(request));
    }

    /**
     * How often caller and agent take turns in a call, and its course by day.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default ConversationTurns conversationTurns(ConversationTurnsRequest request) {
        return prepareConversationTurns(request).execute();
    }

    /** As {@link #conversationTurns(ConversationTurnsRequest)}, the request made by a lambda. */
    default ConversationTurns conversationTurns(Consumer<ConversationTurnsRequest.Builder> request) {
        return conversationTurns(ConversationTurnsRequest.of(request));
    }

    /** As {@link #conversationTurns(ConversationTurnsRequest)}, with nothing but defaults. */
    default ConversationTurns conversationTurns() {
        return conversationTurns(ConversationTurnsRequest.builder().build());
    }

    /** As {@link #conversationTurns(ConversationTurnsRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<ConversationTurns> conversationTurnsAsync(ConversationTurnsRequest request) {
        return prepareConversationTurns(request).executeAsync();
    }

    /** As {@link #conversationTurnsAsync(ConversationTurnsRequest)}, the request made by a lambda. */
    default CompletableFuture<ConversationTurns> conversationTurnsAsync(
            Consumer<ConversationTurnsRequest.Builder> request) {
        return conversationTurnsAsync(ConversationTurnsRequest.of(request));
    }

    /** Makes the request of {@link #conversationTurns(ConversationTurnsRequest)} without sending it. */
    Invocation<ConversationTurns> prepareConversationTurns(ConversationTurnsRequest request);

    /** As {@link #prepareConversationTurns(ConversationTurnsRequest)}, the request made by a lambda. */
    default Invocation<ConversationTurns> prepareConversationTurns(Consumer<ConversationTurnsRequest.Builder> request) {
        return prepareConversationTurns(ConversationTurnsRequest.of(request));
    }

    /**
     * The share of calls in which the caller broke in on the agent at least once, and its course by day.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default BargeIn bargeIn(BargeInRequest request) {
        return prepareBargeIn(request).execute();
    }

    /** As {@link #bargeIn(BargeInRequest)}, the request made by a lambda. */
    default BargeIn bargeIn(Consumer<BargeInRequest.Builder> request) {
        return bargeIn(BargeInRequest.of(request));
    }

    /** As {@link #bargeIn(BargeInRequest)}, with nothing but defaults. */
    default BargeIn bargeIn() {
        return bargeIn(BargeInRequest.builder().build());
    }

    /** As {@link #bargeIn(BargeInRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<BargeIn> bargeInAsync(BargeInRequest request) {
        return prepareBargeIn(request).executeAsync();
    }

    /** As {@link #bargeInAsync(BargeInRequest)}, the request made by a lambda. */
    default CompletableFuture<BargeIn> bargeInAsync(Consumer<BargeInRequest.Builder> request) {
        return bargeInAsync(BargeInRequest.of(request));
    }

    /** Makes the request of {@link #bargeIn(BargeInRequest)} without sending it. */
    Invocation<BargeIn> prepareBargeIn(BargeInRequest request);

    /** As {@link #prepareBargeIn(BargeInRequest)}, the request made by a lambda. */
    default Invocation<BargeIn> prepareBargeIn(Consumer<BargeInRequest.Builder> request) {
        return prepareBargeIn(BargeInRequest.of(request));
    }

    /**
     * Errors of each provider of speech or language services.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<ProviderErrors> providerErrors(ProviderErrorsRequest request) {
        return prepareProviderErrors(request).execute();
    }

    /** As {@link #providerErrors(ProviderErrorsRequest)}, the request made by a lambda. */
    default List<ProviderErrors> providerErrors(Consumer<ProviderErrorsRequest.Builder> request) {
        return providerErrors(ProviderErrorsRequest.of(request));
    }

    /** As {@link #providerErrors(ProviderErrorsRequest)}, with nothing but defaults. */
    default List<ProviderErrors> providerErrors() {
        return providerErrors(ProviderErrorsRequest.builder().build());
    }

    /** As {@link #providerErrors(ProviderErrorsRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<List<ProviderErrors>> providerErrorsAsync(ProviderErrorsRequest request) {
        return prepareProviderErrors(request).executeAsync();
    }

    /** As {@link #providerErrorsAsync(ProviderErrorsRequest)}, the request made by a lambda. */
    default CompletableFuture<List<ProviderErrors>> providerErrorsAsync(
            Consumer<ProviderErrorsRequest.Builder> request) {
        return providerErrorsAsync(ProviderErrorsRequest.of(request));
    }

    /** Makes the request of {@link #providerErrors(ProviderErrorsRequest)} without sending it. */
    Invocation<List<ProviderErrors>> prepareProviderErrors(ProviderErrorsRequest request);

    /** As {@link #prepareProviderErrors(ProviderErrorsRequest)}, the request made by a lambda. */
    default Invocation<List<ProviderErrors>> prepareProviderErrors(Consumer<ProviderErrorsRequest.Builder> request) {
        return prepareProviderErrors(ProviderErrorsRequest.of(request));
    }

    /**
     * Calls by day of the week and hour of the day. Whether an hour without calls is among them is not documented.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<PeakHour> peakHours(PeakHoursRequest request) {
        return preparePeakHours(request).execute();
    }

    /** As {@link #peakHours(PeakHoursRequest)}, the request made by a lambda. */
    default List<PeakHour> peakHours(Consumer<PeakHoursRequest.Builder> request) {
        return peakHours(PeakHoursRequest.of(request));
    }

    /** As {@link #peakHours(PeakHoursRequest)}, with nothing but defaults. */
    default List<PeakHour> peakHours() {
        return peakHours(PeakHoursRequest.builder().build());
    }

    /** As {@link #peakHours(PeakHoursRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<List<PeakHour>> peakHoursAsync(PeakHoursRequest request) {
        return preparePeakHours(request).executeAsync();
    }

    /** As {@link #peakHoursAsync(PeakHoursRequest)}, the request made by a lambda. */
    default CompletableFuture<List<PeakHour>> peakHoursAsync(Consumer<PeakHoursRequest.Builder> request) {
        return peakHoursAsync(PeakHoursRequest.of(request));
    }

    /** Makes the request of {@link #peakHours(PeakHoursRequest)} without sending it. */
    Invocation<List<PeakHour>> preparePeakHours(PeakHoursRequest request);

    /** As {@link #preparePeakHours(PeakHoursRequest)}, the request made by a lambda. */
    default Invocation<List<PeakHour>> preparePeakHours(Consumer<PeakHoursRequest.Builder> request) {
        return preparePeakHours(PeakHoursRequest.of(request));
    }

    /**
     * Calls by outcome. A call without an outcome of its own is counted under its status, so the two are mixed.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<OutcomeCount> outcomes(OutcomesRequest request) {
        return prepareOutcomes(request).execute();
    }

    /** As {@link #outcomes(OutcomesRequest)}, the request made by a lambda. */
    default List<OutcomeCount> outcomes(Consumer<OutcomesRequest.Builder> request) {
        return outcomes(OutcomesRequest.of(request));
    }

    /** As {@link #outcomes(OutcomesRequest)}, with nothing but defaults. */
    default List<OutcomeCount> outcomes() {
        return outcomes(OutcomesRequest.builder().build());
    }

    /** As {@link #outcomes(OutcomesRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<List<OutcomeCount>> outcomesAsync(OutcomesRequest request) {
        return prepareOutcomes(request).executeAsync();
    }

    /** As {@link #outcomesAsync(OutcomesRequest)}, the request made by a lambda. */
    default CompletableFuture<List<OutcomeCount>> outcomesAsync(Consumer<OutcomesRequest.Builder> request) {
        return outcomesAsync(OutcomesRequest.of(request));
    }

    /** Makes the request of {@link #outcomes(OutcomesRequest)} without sending it. */
    Invocation<List<OutcomeCount>> prepareOutcomes(OutcomesRequest request);

    /** As {@link #prepareOutcomes(OutcomesRequest)}, the request made by a lambda. */
    default Invocation<List<OutcomeCount>> prepareOutcomes(Consumer<OutcomesRequest.Builder> request) {
        return prepareOutcomes(OutcomesRequest.of(request));
    }

    /**
     * The main figures of several agents, to compare how they are set up.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<AgentComparison> agentComparison(AgentComparisonRequest request) {
        return prepareAgentComparison(request).execute();
    }

    /** As {@link #agentComparison(AgentComparisonRequest)}, the request made by a lambda. */
    default List<AgentComparison> agentComparison(Consumer<AgentComparisonRequest.Builder> request) {
        return agentComparison(AgentComparisonRequest.of(request));
    }

    /** As {@link #agentComparison(AgentComparisonRequest)}, with nothing but defaults. */
    default List<AgentComparison> agentComparison() {
        return agentComparison(AgentComparisonRequest.builder().build());
    }

    /** As {@link #agentComparison(AgentComparisonRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<List<AgentComparison>> agentComparisonAsync(AgentComparisonRequest request) {
        return prepareAgentComparison(request).executeAsync();
    }

    /** As {@link #agentComparisonAsync(AgentComparisonRequest)}, the request made by a lambda. */
    default CompletableFuture<List<AgentComparison>> agentComparisonAsync(
            Consumer<AgentComparisonRequest.Builder> request) {
        return agentComparisonAsync(AgentComparisonRequest.of(request));
    }

    /** Makes the request of {@link #agentComparison(AgentComparisonRequest)} without sending it. */
    Invocation<List<AgentComparison>> prepareAgentComparison(AgentComparisonRequest request);

    /** As {@link #prepareAgentComparison(AgentComparisonRequest)}, the request made by a lambda. */
    default Invocation<List<AgentComparison>> prepareAgentComparison(Consumer<AgentComparisonRequest.Builder> request) {
        return prepareAgentComparison(AgentComparisonRequest.of(request));
    }

    /**
     * Each opening, closing, refusal and failure of a connection to a provider of speech to text. The server answers at
     * most 500 events, in an order that is not documented, and has no second page: a walk over more divides the time
     * between start and end.
     *
     * <p>Nothing is sent before rows are asked for; all pages are walked, lazily.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    Paged<SttEvent> sttEvents(SttEventsRequest request);

    /** As {@link #sttEvents(SttEventsRequest)}, the request made by a lambda. */
    default Paged<SttEvent> sttEvents(Consumer<SttEventsRequest.Builder> request) {
        return sttEvents(SttEventsRequest.of(request));
    }

    /** As {@link #sttEvents(SttEventsRequest)}, with nothing but defaults. */
    default Paged<SttEvent> sttEvents() {
        return sttEvents(SttEventsRequest.builder().build());
    }

    /** Fetches one page alone, the one that the request names. */
    default List<SttEvent> sttEventsPage(SttEventsRequest request) {
        return prepareSttEventsPage(request).execute();
    }

    /** As {@link #sttEventsPage(SttEventsRequest)}, the request made by a lambda. */
    default List<SttEvent> sttEventsPage(Consumer<SttEventsRequest.Builder> request) {
        return sttEventsPage(SttEventsRequest.of(request));
    }

    /** As {@link #sttEventsPage(SttEventsRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<List<SttEvent>> sttEventsPageAsync(SttEventsRequest request) {
        return prepareSttEventsPage(request).executeAsync();
    }

    /** As {@link #sttEventsPageAsync(SttEventsRequest)}, the request made by a lambda. */
    default CompletableFuture<List<SttEvent>> sttEventsPageAsync(Consumer<SttEventsRequest.Builder> request) {
        return sttEventsPageAsync(SttEventsRequest.of(request));
    }

    /** Makes the request of {@link #sttEventsPage(SttEventsRequest)} without sending it. */
    Invocation<List<SttEvent>> prepareSttEventsPage(SttEventsRequest request);

    /** As {@link #prepareSttEventsPage(SttEventsRequest)}, the request made by a lambda. */
    default Invocation<List<SttEvent>> prepareSttEventsPage(Consumer<SttEventsRequest.Builder> request) {
        return prepareSttEventsPage(SttEventsRequest.of(request));
    }

    /**
     * Events of connections to speech to text, counted. The counters of the sample do not add up to its total.
     *
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default SttEventsSummary sttEventsSummary(SttEventsSummaryRequest request) {
        return prepareSttEventsSummary(request).execute();
    }

    /** As {@link #sttEventsSummary(SttEventsSummaryRequest)}, the request made by a lambda. */
    default SttEventsSummary sttEventsSummary(Consumer<SttEventsSummaryRequest.Builder> request) {
        return sttEventsSummary(SttEventsSummaryRequest.of(request));
    }

    /** As {@link #sttEventsSummary(SttEventsSummaryRequest)}, with nothing but defaults. */
    default SttEventsSummary sttEventsSummary() {
        return sttEventsSummary(SttEventsSummaryRequest.builder().build());
    }

    /** As {@link #sttEventsSummary(SttEventsSummaryRequest)}, without blocking; canceling it cancels the request. */
    default CompletableFuture<SttEventsSummary> sttEventsSummaryAsync(SttEventsSummaryRequest request) {
        return prepareSttEventsSummary(request).executeAsync();
    }

    /** As {@link #sttEventsSummaryAsync(SttEventsSummaryRequest)}, the request made by a lambda. */
    default CompletableFuture<SttEventsSummary> sttEventsSummaryAsync(
            Consumer<SttEventsSummaryRequest.Builder> request) {
        return sttEventsSummaryAsync(SttEventsSummaryRequest.of(request));
    }

    /** Makes the request of {@link #sttEventsSummary(SttEventsSummaryRequest)} without sending it. */
    Invocation<SttEventsSummary> prepareSttEventsSummary(SttEventsSummaryRequest request);

    /** As {@link #prepareSttEventsSummary(SttEventsSummaryRequest)}, the request made by a lambda. */
    default Invocation<SttEventsSummary> prepareSttEventsSummary(Consumer<SttEventsSummaryRequest.Builder> request) {
        return prepareSttEventsSummary(SttEventsSummaryRequest.of(request));
    }
}
