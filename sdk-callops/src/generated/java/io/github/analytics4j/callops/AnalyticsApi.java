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
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    Overview overview(OverviewRequest request);

    /**
     * As {@link #overview(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Overview overview(Consumer<OverviewRequest.Builder> request) {
        return overview(OverviewRequest.of(request));
    }

    /** As {@link #overview(OverviewRequest)}, with nothing but defaults. */
    default Overview overview() {
        return overview(OverviewRequest.builder().build());
    }

    /**
     * As {@link #overview(OverviewRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Overview> overviewAsync(OverviewRequest request);

    /**
     * As {@link #overviewAsync(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Overview> overviewAsync(Consumer<OverviewRequest.Builder> request) {
        return overviewAsync(OverviewRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Overview> prepareOverview(OverviewRequest request);

    /**
     * As {@link #prepareOverview(OverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(OverviewRequest.of(request));
    }

    /**
     * The number of calls of each day.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    List<DailyCalls> callVolume(CallVolumeRequest request);

    /**
     * As {@link #callVolume(CallVolumeRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default List<DailyCalls> callVolume(Consumer<CallVolumeRequest.Builder> request) {
        return callVolume(CallVolumeRequest.of(request));
    }

    /** As {@link #callVolume(CallVolumeRequest)}, with nothing but defaults. */
    default List<DailyCalls> callVolume() {
        return callVolume(CallVolumeRequest.builder().build());
    }

    /**
     * As {@link #callVolume(CallVolumeRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<List<DailyCalls>> callVolumeAsync(CallVolumeRequest request);

    /**
     * As {@link #callVolumeAsync(CallVolumeRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<List<DailyCalls>> callVolumeAsync(Consumer<CallVolumeRequest.Builder> request) {
        return callVolumeAsync(CallVolumeRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<List<DailyCalls>> prepareCallVolume(CallVolumeRequest request);

    /**
     * As {@link #prepareCallVolume(CallVolumeRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<List<DailyCalls>> prepareCallVolume(Consumer<CallVolumeRequest.Builder> request) {
        return prepareCallVolume(CallVolumeRequest.of(request));
    }

    /**
     * Mean latency of speech to text, language model and text to speech, of all three together, and its course by day.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    Latency latency(LatencyRequest request);

    /**
     * As {@link #latency(LatencyRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Latency latency(Consumer<LatencyRequest.Builder> request) {
        return latency(LatencyRequest.of(request));
    }

    /** As {@link #latency(LatencyRequest)}, with nothing but defaults. */
    default Latency latency() {
        return latency(LatencyRequest.builder().build());
    }

    /**
     * As {@link #latency(LatencyRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<Latency> latencyAsync(LatencyRequest request);

    /**
     * As {@link #latencyAsync(LatencyRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<Latency> latencyAsync(Consumer<LatencyRequest.Builder> request) {
        return latencyAsync(LatencyRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<Latency> prepareLatency(LatencyRequest request);

    /**
     * As {@link #prepareLatency(LatencyRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<Latency> prepareLatency(Consumer<LatencyRequest.Builder> request) {
        return prepareLatency(LatencyRequest.of(request));
    }

    /**
     * Total and mean cost. The recorded cost of a call counts where there is one; the others are estimated from their
     * length.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    CostOverview costOverview(CostOverviewRequest request);

    /**
     * As {@link #costOverview(CostOverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CostOverview costOverview(Consumer<CostOverviewRequest.Builder> request) {
        return costOverview(CostOverviewRequest.of(request));
    }

    /** As {@link #costOverview(CostOverviewRequest)}, with nothing but defaults. */
    default CostOverview costOverview() {
        return costOverview(CostOverviewRequest.builder().build());
    }

    /**
     * As {@link #costOverview(CostOverviewRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<CostOverview> costOverviewAsync(CostOverviewRequest request);

    /**
     * As {@link #costOverviewAsync(CostOverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<CostOverview> costOverviewAsync(Consumer<CostOverviewRequest.Builder> request) {
        return costOverviewAsync(CostOverviewRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<CostOverview> prepareCostOverview(CostOverviewRequest request);

    /**
     * As {@link #prepareCostOverview(CostOverviewRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<CostOverview> prepareCostOverview(Consumer<CostOverviewRequest.Builder> request) {
        return prepareCostOverview(CostOverviewRequest.of(request));
    }

    /**
     * The cost of each day.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    List<DailyCost> costTrend(CostTrendRequest request);

    /**
     * As {@link #costTrend(CostTrendRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default List<DailyCost> costTrend(Consumer<CostTrendRequest.Builder> request) {
        return costTrend(CostTrendRequest.of(request));
    }

    /** As {@link #costTrend(CostTrendRequest)}, with nothing but defaults. */
    default List<DailyCost> costTrend() {
        return costTrend(CostTrendRequest.builder().build());
    }

    /**
     * As {@link #costTrend(CostTrendRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<List<DailyCost>> costTrendAsync(CostTrendRequest request);

    /**
     * As {@link #costTrendAsync(CostTrendRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<List<DailyCost>> costTrendAsync(Consumer<CostTrendRequest.Builder> request) {
        return costTrendAsync(CostTrendRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<List<DailyCost>> prepareCostTrend(CostTrendRequest request);

    /**
     * As {@link #prepareCostTrend(CostTrendRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<List<DailyCost>> prepareCostTrend(Consumer<CostTrendRequest.Builder> request) {
        return prepareCostTrend(CostTrendRequest.of(request));
    }

    /**
     * The cost of each agent, the costliest first.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    List<AgentCost> costByAgent(CostByAgentRequest request);

    /**
     * As {@link #costByAgent(CostByAgentRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default List<AgentCost> costByAgent(Consumer<CostByAgentRequest.Builder> request) {
        return costByAgent(CostByAgentRequest.of(request));
    }

    /** As {@link #costByAgent(CostByAgentRequest)}, with nothing but defaults. */
    default List<AgentCost> costByAgent() {
        return costByAgent(CostByAgentRequest.builder().build());
    }

    /**
     * As {@link #costByAgent(CostByAgentRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<List<AgentCost>> costByAgentAsync(CostByAgentRequest request);

    /**
     * As {@link #costByAgentAsync(CostByAgentRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<List<AgentCost>> costByAgentAsync(Consumer<CostByAgentRequest.Builder> request) {
        return costByAgentAsync(CostByAgentRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<List<AgentCost>> prepareCostByAgent(CostByAgentRequest request);

    /**
     * As {@link #prepareCostByAgent(CostByAgentRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<List<AgentCost>> prepareCostByAgent(Consumer<CostByAgentRequest.Builder> request) {
        return prepareCostByAgent(CostByAgentRequest.of(request));
    }

    /**
     * A histogram of the length of calls.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    DurationDistribution durationDistribution(DurationDistributionRequest request);

    /**
     * As {@link #durationDistribution(DurationDistributionRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default DurationDistribution durationDistribution(Consumer<DurationDistributionRequest.Builder> request) {
        return durationDistribution(DurationDistributionRequest.of(request));
    }

    /** As {@link #durationDistribution(DurationDistributionRequest)}, with nothing but defaults. */
    default DurationDistribution durationDistribution() {
        return durationDistribution(DurationDistributionRequest.builder().build());
    }

    /**
     * As {@link #durationDistribution(DurationDistributionRequest)}, without blocking; canceling the future cancels the
     * request.
     *
     * @param request what to ask for
     */
    CompletableFuture<DurationDistribution> durationDistributionAsync(DurationDistributionRequest request);

    /**
     * As {@link #durationDistributionAsync(DurationDistributionRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<DurationDistribution> durationDistributionAsync(
            Consumer<DurationDistributionRequest.Builder> request) {
        return durationDistributionAsync(DurationDistributionRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<DurationDistribution> prepareDurationDistribution(DurationDistributionRequest request);

    /**
     * As {@link #prepareDurationDistribution(DurationDistributionRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<DurationDistribution> prepareDurationDistribution(
            Consumer<DurationDistributionRequest.Builder> request) {
        return prepareDurationDistribution(DurationDistributionRequest.of(request));
    }

    /**
     * A histogram of the latency from end to end.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    LatencyDistribution latencyDistribution(LatencyDistributionRequest request);

    /**
     * As {@link #latencyDistribution(LatencyDistributionRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default LatencyDistribution latencyDistribution(Consumer<LatencyDistributionRequest.Builder> request) {
        return latencyDistribution(LatencyDistributionRequest.of(request));
    }

    /** As {@link #latencyDistribution(LatencyDistributionRequest)}, with nothing but defaults. */
    default LatencyDistribution latencyDistribution() {
        return latencyDistribution(LatencyDistributionRequest.builder().build());
    }

    /**
     * As {@link #latencyDistribution(LatencyDistributionRequest)}, without blocking; canceling the future cancels the
     * request.
     *
     * @param request what to ask for
     */
    CompletableFuture<LatencyDistribution> latencyDistributionAsync(LatencyDistributionRequest request);

    /**
     * As {@link #latencyDistributionAsync(LatencyDistributionRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<LatencyDistribution> latencyDistributionAsync(
            Consumer<LatencyDistributionRequest.Builder> request) {
        return latencyDistributionAsync(LatencyDistributionRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<LatencyDistribution> prepareLatencyDistribution(LatencyDistributionRequest request);

    /**
     * As {@link #prepareLatencyDistribution(LatencyDistributionRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<LatencyDistribution> prepareLatencyDistribution(
            Consumer<LatencyDistributionRequest.Builder> request) {
        return prepareLatencyDistribution(LatencyDistributionRequest.of(request));
    }

    /**
     * How often caller and agent take turns in a call, and its course by day.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    ConversationTurns conversationTurns(ConversationTurnsRequest request);

    /**
     * As {@link #conversationTurns(ConversationTurnsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default ConversationTurns conversationTurns(Consumer<ConversationTurnsRequest.Builder> request) {
        return conversationTurns(ConversationTurnsRequest.of(request));
    }

    /** As {@link #conversationTurns(ConversationTurnsRequest)}, with nothing but defaults. */
    default ConversationTurns conversationTurns() {
        return conversationTurns(ConversationTurnsRequest.builder().build());
    }

    /**
     * As {@link #conversationTurns(ConversationTurnsRequest)}, without blocking; canceling the future cancels the
     * request.
     *
     * @param request what to ask for
     */
    CompletableFuture<ConversationTurns> conversationTurnsAsync(ConversationTurnsRequest request);

    /**
     * As {@link #conversationTurnsAsync(ConversationTurnsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<ConversationTurns> conversationTurnsAsync(
            Consumer<ConversationTurnsRequest.Builder> request) {
        return conversationTurnsAsync(ConversationTurnsRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<ConversationTurns> prepareConversationTurns(ConversationTurnsRequest request);

    /**
     * As {@link #prepareConversationTurns(ConversationTurnsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<ConversationTurns> prepareConversationTurns(Consumer<ConversationTurnsRequest.Builder> request) {
        return prepareConversationTurns(ConversationTurnsRequest.of(request));
    }

    /**
     * The share of calls in which the caller broke in on the agent at least once, and its course by day.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    BargeIn bargeIn(BargeInRequest request);

    /**
     * As {@link #bargeIn(BargeInRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default BargeIn bargeIn(Consumer<BargeInRequest.Builder> request) {
        return bargeIn(BargeInRequest.of(request));
    }

    /** As {@link #bargeIn(BargeInRequest)}, with nothing but defaults. */
    default BargeIn bargeIn() {
        return bargeIn(BargeInRequest.builder().build());
    }

    /**
     * As {@link #bargeIn(BargeInRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<BargeIn> bargeInAsync(BargeInRequest request);

    /**
     * As {@link #bargeInAsync(BargeInRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<BargeIn> bargeInAsync(Consumer<BargeInRequest.Builder> request) {
        return bargeInAsync(BargeInRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<BargeIn> prepareBargeIn(BargeInRequest request);

    /**
     * As {@link #prepareBargeIn(BargeInRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<BargeIn> prepareBargeIn(Consumer<BargeInRequest.Builder> request) {
        return prepareBargeIn(BargeInRequest.of(request));
    }

    /**
     * Errors of each provider of speech or language services.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    List<ProviderErrors> providerErrors(ProviderErrorsRequest request);

    /**
     * As {@link #providerErrors(ProviderErrorsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default List<ProviderErrors> providerErrors(Consumer<ProviderErrorsRequest.Builder> request) {
        return providerErrors(ProviderErrorsRequest.of(request));
    }

    /** As {@link #providerErrors(ProviderErrorsRequest)}, with nothing but defaults. */
    default List<ProviderErrors> providerErrors() {
        return providerErrors(ProviderErrorsRequest.builder().build());
    }

    /**
     * As {@link #providerErrors(ProviderErrorsRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<List<ProviderErrors>> providerErrorsAsync(ProviderErrorsRequest request);

    /**
     * As {@link #providerErrorsAsync(ProviderErrorsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<List<ProviderErrors>> providerErrorsAsync(
            Consumer<ProviderErrorsRequest.Builder> request) {
        return providerErrorsAsync(ProviderErrorsRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<List<ProviderErrors>> prepareProviderErrors(ProviderErrorsRequest request);

    /**
     * As {@link #prepareProviderErrors(ProviderErrorsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<List<ProviderErrors>> prepareProviderErrors(Consumer<ProviderErrorsRequest.Builder> request) {
        return prepareProviderErrors(ProviderErrorsRequest.of(request));
    }

    /**
     * Calls by day of the week and hour of the day.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    List<PeakHour> peakHours(PeakHoursRequest request);

    /**
     * As {@link #peakHours(PeakHoursRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default List<PeakHour> peakHours(Consumer<PeakHoursRequest.Builder> request) {
        return peakHours(PeakHoursRequest.of(request));
    }

    /** As {@link #peakHours(PeakHoursRequest)}, with nothing but defaults. */
    default List<PeakHour> peakHours() {
        return peakHours(PeakHoursRequest.builder().build());
    }

    /**
     * As {@link #peakHours(PeakHoursRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<List<PeakHour>> peakHoursAsync(PeakHoursRequest request);

    /**
     * As {@link #peakHoursAsync(PeakHoursRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<List<PeakHour>> peakHoursAsync(Consumer<PeakHoursRequest.Builder> request) {
        return peakHoursAsync(PeakHoursRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<List<PeakHour>> preparePeakHours(PeakHoursRequest request);

    /**
     * As {@link #preparePeakHours(PeakHoursRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<List<PeakHour>> preparePeakHours(Consumer<PeakHoursRequest.Builder> request) {
        return preparePeakHours(PeakHoursRequest.of(request));
    }

    /**
     * Calls by outcome. A call without an outcome of its own is counted under its status, so the two are mixed.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    List<OutcomeCount> outcomes(OutcomesRequest request);

    /**
     * As {@link #outcomes(OutcomesRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default List<OutcomeCount> outcomes(Consumer<OutcomesRequest.Builder> request) {
        return outcomes(OutcomesRequest.of(request));
    }

    /** As {@link #outcomes(OutcomesRequest)}, with nothing but defaults. */
    default List<OutcomeCount> outcomes() {
        return outcomes(OutcomesRequest.builder().build());
    }

    /**
     * As {@link #outcomes(OutcomesRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<List<OutcomeCount>> outcomesAsync(OutcomesRequest request);

    /**
     * As {@link #outcomesAsync(OutcomesRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<List<OutcomeCount>> outcomesAsync(Consumer<OutcomesRequest.Builder> request) {
        return outcomesAsync(OutcomesRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<List<OutcomeCount>> prepareOutcomes(OutcomesRequest request);

    /**
     * As {@link #prepareOutcomes(OutcomesRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<List<OutcomeCount>> prepareOutcomes(Consumer<OutcomesRequest.Builder> request) {
        return prepareOutcomes(OutcomesRequest.of(request));
    }

    /**
     * The main figures of several agents, to compare how they are set up.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    List<AgentComparison> agentComparison(AgentComparisonRequest request);

    /**
     * As {@link #agentComparison(AgentComparisonRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default List<AgentComparison> agentComparison(Consumer<AgentComparisonRequest.Builder> request) {
        return agentComparison(AgentComparisonRequest.of(request));
    }

    /** As {@link #agentComparison(AgentComparisonRequest)}, with nothing but defaults. */
    default List<AgentComparison> agentComparison() {
        return agentComparison(AgentComparisonRequest.builder().build());
    }

    /**
     * As {@link #agentComparison(AgentComparisonRequest)}, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<List<AgentComparison>> agentComparisonAsync(AgentComparisonRequest request);

    /**
     * As {@link #agentComparisonAsync(AgentComparisonRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<List<AgentComparison>> agentComparisonAsync(
            Consumer<AgentComparisonRequest.Builder> request) {
        return agentComparisonAsync(AgentComparisonRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<List<AgentComparison>> prepareAgentComparison(AgentComparisonRequest request);

    /**
     * As {@link #prepareAgentComparison(AgentComparisonRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
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
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    Paged<SttEvent> sttEvents(SttEventsRequest request);

    /**
     * As {@link #sttEvents(SttEventsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Paged<SttEvent> sttEvents(Consumer<SttEventsRequest.Builder> request) {
        return sttEvents(SttEventsRequest.of(request));
    }

    /** As {@link #sttEvents(SttEventsRequest)}, with nothing but defaults. */
    default Paged<SttEvent> sttEvents() {
        return sttEvents(SttEventsRequest.builder().build());
    }

    /**
     * Asks for one page alone, as the request has it, without blocking; canceling the future cancels the request.
     *
     * @param request what to ask for
     */
    CompletableFuture<List<SttEvent>> sttEventsAsync(SttEventsRequest request);

    /**
     * As {@link #sttEventsAsync(SttEventsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<List<SttEvent>> sttEventsAsync(Consumer<SttEventsRequest.Builder> request) {
        return sttEventsAsync(SttEventsRequest.of(request));
    }

    /**
     * Makes the request for one page without sending it: to look at, to send later, or for the whole answer and not its
     * value alone.
     *
     * @param request what to ask for
     */
    Invocation<List<SttEvent>> prepareSttEvents(SttEventsRequest request);

    /**
     * As {@link #prepareSttEvents(SttEventsRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<List<SttEvent>> prepareSttEvents(Consumer<SttEventsRequest.Builder> request) {
        return prepareSttEvents(SttEventsRequest.of(request));
    }

    /**
     * Events of connections to speech to text, counted. The counters of the sample do not add up to its total.
     *
     * @param request what to ask for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    SttEventsSummary sttEventsSummary(SttEventsSummaryRequest request);

    /**
     * As {@link #sttEventsSummary(SttEventsSummaryRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default SttEventsSummary sttEventsSummary(Consumer<SttEventsSummaryRequest.Builder> request) {
        return sttEventsSummary(SttEventsSummaryRequest.of(request));
    }

    /** As {@link #sttEventsSummary(SttEventsSummaryRequest)}, with nothing but defaults. */
    default SttEventsSummary sttEventsSummary() {
        return sttEventsSummary(SttEventsSummaryRequest.builder().build());
    }

    /**
     * As {@link #sttEventsSummary(SttEventsSummaryRequest)}, without blocking; canceling the future cancels the
     * request.
     *
     * @param request what to ask for
     */
    CompletableFuture<SttEventsSummary> sttEventsSummaryAsync(SttEventsSummaryRequest request);

    /**
     * As {@link #sttEventsSummaryAsync(SttEventsSummaryRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default CompletableFuture<SttEventsSummary> sttEventsSummaryAsync(
            Consumer<SttEventsSummaryRequest.Builder> request) {
        return sttEventsSummaryAsync(SttEventsSummaryRequest.of(request));
    }

    /**
     * Makes the request without sending it: to look at, to send later, or for the whole answer and not its value alone.
     *
     * @param request what to ask for
     */
    Invocation<SttEventsSummary> prepareSttEventsSummary(SttEventsSummaryRequest request);

    /**
     * As {@link #prepareSttEventsSummary(SttEventsSummaryRequest)}, the request filled in by a lambda.
     *
     * @param request sets what is wanted
     */
    default Invocation<SttEventsSummary> prepareSttEventsSummary(Consumer<SttEventsSummaryRequest.Builder> request) {
        return prepareSttEventsSummary(SttEventsSummaryRequest.of(request));
    }
}
