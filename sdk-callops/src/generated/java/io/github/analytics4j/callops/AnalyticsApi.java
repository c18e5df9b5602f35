// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.Invocation;
import io.github.analytics4j.error.ApiException;
import io.github.analytics4j.error.InvalidRequestException;
import io.github.analytics4j.error.NoResponseException;
import io.github.analytics4j.error.UnreadableResponseException;
import io.github.analytics4j.page.Paged;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The operations on analytics. Safe for use by several threads.
 *
 * <p>Where a request is taken, a lambda over its builder will do, or a request made before. A test double overrides
 * what its code calls; the rest throws {@link UnsupportedOperationException}.
 *
 * <p>A request that breaks a rule is an {@link InvalidRequestException} before anything is sent. One that was sent and
 * has no good response is an {@link ApiException} if the server refused it, a {@link NoResponseException} if no
 * response came, and an {@link UnreadableResponseException} if that could not be read; a future completes with the
 * same.
 */
public interface AnalyticsApi {
    /**
     * How many calls there were, how long they took and how they ended.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default Overview overview(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(request).execute();
    }

    /** {@return what {@link #overview(Consumer)} returns, with nothing but defaults} */
    default Overview overview() {
        return overview(OverviewRequest.builder().build());
    }

    /**
     * As {@link #overview(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<Overview> overviewAsync(Consumer<OverviewRequest.Builder> request) {
        return prepareOverview(request).executeAsync();
    }

    /**
     * Makes the request of {@link #overview(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Overview> prepareOverview(Consumer<OverviewRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareOverview is not overridden");
    }

    /**
     * The number of calls of each day. Whether a day without calls is among them is not documented.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<DailyCalls> callVolume(Consumer<CallVolumeRequest.Builder> request) {
        return prepareCallVolume(request).execute();
    }

    /** {@return what {@link #callVolume(Consumer)} returns, with nothing but defaults} */
    default List<DailyCalls> callVolume() {
        return callVolume(CallVolumeRequest.builder().build());
    }

    /**
     * As {@link #callVolume(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<List<DailyCalls>> callVolumeAsync(Consumer<CallVolumeRequest.Builder> request) {
        return prepareCallVolume(request).executeAsync();
    }

    /**
     * Makes the request of {@link #callVolume(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<List<DailyCalls>> prepareCallVolume(Consumer<CallVolumeRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareCallVolume is not overridden");
    }

    /**
     * Mean latency of speech to text, language model and text to speech, of all three together, and its course by day.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default Latency latency(Consumer<LatencyRequest.Builder> request) {
        return prepareLatency(request).execute();
    }

    /** {@return what {@link #latency(Consumer)} returns, with nothing but defaults} */
    default Latency latency() {
        return latency(LatencyRequest.builder().build());
    }

    /**
     * As {@link #latency(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<Latency> latencyAsync(Consumer<LatencyRequest.Builder> request) {
        return prepareLatency(request).executeAsync();
    }

    /**
     * Makes the request of {@link #latency(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<Latency> prepareLatency(Consumer<LatencyRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareLatency is not overridden");
    }

    /**
     * Total and mean cost. The recorded cost of a call counts where there is one; the others are estimated from their
     * length.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default CostOverview costOverview(Consumer<CostOverviewRequest.Builder> request) {
        return prepareCostOverview(request).execute();
    }

    /** {@return what {@link #costOverview(Consumer)} returns, with nothing but defaults} */
    default CostOverview costOverview() {
        return costOverview(CostOverviewRequest.builder().build());
    }

    /**
     * As {@link #costOverview(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<CostOverview> costOverviewAsync(Consumer<CostOverviewRequest.Builder> request) {
        return prepareCostOverview(request).executeAsync();
    }

    /**
     * Makes the request of {@link #costOverview(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<CostOverview> prepareCostOverview(Consumer<CostOverviewRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareCostOverview is not overridden");
    }

    /**
     * The cost of each day. Whether a day without calls is among them is not documented.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<DailyCost> costTrend(Consumer<CostTrendRequest.Builder> request) {
        return prepareCostTrend(request).execute();
    }

    /** {@return what {@link #costTrend(Consumer)} returns, with nothing but defaults} */
    default List<DailyCost> costTrend() {
        return costTrend(CostTrendRequest.builder().build());
    }

    /**
     * As {@link #costTrend(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<List<DailyCost>> costTrendAsync(Consumer<CostTrendRequest.Builder> request) {
        return prepareCostTrend(request).executeAsync();
    }

    /**
     * Makes the request of {@link #costTrend(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<List<DailyCost>> prepareCostTrend(Consumer<CostTrendRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareCostTrend is not overridden");
    }

    /**
     * The cost of each agent, the costliest first.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<AgentCost> costByAgent(Consumer<CostByAgentRequest.Builder> request) {
        return prepareCostByAgent(request).execute();
    }

    /** {@return what {@link #costByAgent(Consumer)} returns, with nothing but defaults} */
    default List<AgentCost> costByAgent() {
        return costByAgent(CostByAgentRequest.builder().build());
    }

    /**
     * As {@link #costByAgent(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<List<AgentCost>> costByAgentAsync(Consumer<CostByAgentRequest.Builder> request) {
        return prepareCostByAgent(request).executeAsync();
    }

    /**
     * Makes the request of {@link #costByAgent(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<List<AgentCost>> prepareCostByAgent(Consumer<CostByAgentRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareCostByAgent is not overridden");
    }

    /**
     * A histogram of the length of calls.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default DurationDistribution durationDistribution(Consumer<DurationDistributionRequest.Builder> request) {
        return prepareDurationDistribution(request).execute();
    }

    /** {@return what {@link #durationDistribution(Consumer)} returns, with nothing but defaults} */
    default DurationDistribution durationDistribution() {
        return durationDistribution(DurationDistributionRequest.builder().build());
    }

    /**
     * As {@link #durationDistribution(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<DurationDistribution> durationDistributionAsync(
            Consumer<DurationDistributionRequest.Builder> request) {
        return prepareDurationDistribution(request).executeAsync();
    }

    /**
     * Makes the request of {@link #durationDistribution(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<DurationDistribution> prepareDurationDistribution(
            Consumer<DurationDistributionRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareDurationDistribution is not overridden");
    }

    /**
     * A histogram of the latency from end to end.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default LatencyDistribution latencyDistribution(Consumer<LatencyDistributionRequest.Builder> request) {
        return prepareLatencyDistribution(request).execute();
    }

    /** {@return what {@link #latencyDistribution(Consumer)} returns, with nothing but defaults} */
    default LatencyDistribution latencyDistribution() {
        return latencyDistribution(LatencyDistributionRequest.builder().build());
    }

    /**
     * As {@link #latencyDistribution(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<LatencyDistribution> latencyDistributionAsync(
            Consumer<LatencyDistributionRequest.Builder> request) {
        return prepareLatencyDistribution(request).executeAsync();
    }

    /**
     * Makes the request of {@link #latencyDistribution(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<LatencyDistribution> prepareLatencyDistribution(
            Consumer<LatencyDistributionRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareLatencyDistribution is not overridden");
    }

    /**
     * How often caller and agent take turns in a call, and its course by day.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default ConversationTurns conversationTurns(Consumer<ConversationTurnsRequest.Builder> request) {
        return prepareConversationTurns(request).execute();
    }

    /** {@return what {@link #conversationTurns(Consumer)} returns, with nothing but defaults} */
    default ConversationTurns conversationTurns() {
        return conversationTurns(ConversationTurnsRequest.builder().build());
    }

    /**
     * As {@link #conversationTurns(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<ConversationTurns> conversationTurnsAsync(
            Consumer<ConversationTurnsRequest.Builder> request) {
        return prepareConversationTurns(request).executeAsync();
    }

    /**
     * Makes the request of {@link #conversationTurns(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<ConversationTurns> prepareConversationTurns(Consumer<ConversationTurnsRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareConversationTurns is not overridden");
    }

    /**
     * The share of calls in which the caller broke in on the agent at least once, and its course by day.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default BargeIn bargeIn(Consumer<BargeInRequest.Builder> request) {
        return prepareBargeIn(request).execute();
    }

    /** {@return what {@link #bargeIn(Consumer)} returns, with nothing but defaults} */
    default BargeIn bargeIn() {
        return bargeIn(BargeInRequest.builder().build());
    }

    /**
     * As {@link #bargeIn(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<BargeIn> bargeInAsync(Consumer<BargeInRequest.Builder> request) {
        return prepareBargeIn(request).executeAsync();
    }

    /**
     * Makes the request of {@link #bargeIn(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<BargeIn> prepareBargeIn(Consumer<BargeInRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareBargeIn is not overridden");
    }

    /**
     * Errors of each provider of speech or language services.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<ProviderErrors> providerErrors(Consumer<ProviderErrorsRequest.Builder> request) {
        return prepareProviderErrors(request).execute();
    }

    /** {@return what {@link #providerErrors(Consumer)} returns, with nothing but defaults} */
    default List<ProviderErrors> providerErrors() {
        return providerErrors(ProviderErrorsRequest.builder().build());
    }

    /**
     * As {@link #providerErrors(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<List<ProviderErrors>> providerErrorsAsync(
            Consumer<ProviderErrorsRequest.Builder> request) {
        return prepareProviderErrors(request).executeAsync();
    }

    /**
     * Makes the request of {@link #providerErrors(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<List<ProviderErrors>> prepareProviderErrors(Consumer<ProviderErrorsRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareProviderErrors is not overridden");
    }

    /**
     * Calls by day of the week and hour of the day. Whether an hour without calls is among them is not documented.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<PeakHour> peakHours(Consumer<PeakHoursRequest.Builder> request) {
        return preparePeakHours(request).execute();
    }

    /** {@return what {@link #peakHours(Consumer)} returns, with nothing but defaults} */
    default List<PeakHour> peakHours() {
        return peakHours(PeakHoursRequest.builder().build());
    }

    /**
     * As {@link #peakHours(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<List<PeakHour>> peakHoursAsync(Consumer<PeakHoursRequest.Builder> request) {
        return preparePeakHours(request).executeAsync();
    }

    /**
     * Makes the request of {@link #peakHours(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<List<PeakHour>> preparePeakHours(Consumer<PeakHoursRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.preparePeakHours is not overridden");
    }

    /**
     * Calls by outcome. A call without an outcome of its own is counted under its status, so the two are mixed.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<OutcomeCount> outcomes(Consumer<OutcomesRequest.Builder> request) {
        return prepareOutcomes(request).execute();
    }

    /** {@return what {@link #outcomes(Consumer)} returns, with nothing but defaults} */
    default List<OutcomeCount> outcomes() {
        return outcomes(OutcomesRequest.builder().build());
    }

    /**
     * As {@link #outcomes(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<List<OutcomeCount>> outcomesAsync(Consumer<OutcomesRequest.Builder> request) {
        return prepareOutcomes(request).executeAsync();
    }

    /**
     * Makes the request of {@link #outcomes(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<List<OutcomeCount>> prepareOutcomes(Consumer<OutcomesRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareOutcomes is not overridden");
    }

    /**
     * The main figures of several agents, to compare how they are set up.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default List<AgentComparison> agentComparison(Consumer<AgentComparisonRequest.Builder> request) {
        return prepareAgentComparison(request).execute();
    }

    /** {@return what {@link #agentComparison(Consumer)} returns, with nothing but defaults} */
    default List<AgentComparison> agentComparison() {
        return agentComparison(AgentComparisonRequest.builder().build());
    }

    /**
     * As {@link #agentComparison(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<List<AgentComparison>> agentComparisonAsync(
            Consumer<AgentComparisonRequest.Builder> request) {
        return prepareAgentComparison(request).executeAsync();
    }

    /**
     * Makes the request of {@link #agentComparison(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<List<AgentComparison>> prepareAgentComparison(Consumer<AgentComparisonRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareAgentComparison is not overridden");
    }

    /**
     * Each opening, closing, refusal and failure of a connection to a provider of speech to text. The server answers at
     * most 500 events, in an order that is not documented, and has no second page: a walk over more divides the time
     * between start and end.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the rows of all pages, walked lazily; nothing is sent before rows are asked for
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default Paged<SttEvent> sttEvents(Consumer<SttEventsRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.sttEvents is not overridden");
    }

    /** {@return what {@link #sttEvents(Consumer)} returns, with nothing but defaults} */
    default Paged<SttEvent> sttEvents() {
        return sttEvents(SttEventsRequest.builder().build());
    }

    /**
     * Fetches one page alone, the one that the request names.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the page with all that came along with its rows
     */
    default List<SttEvent> sttEventsPage(Consumer<SttEventsRequest.Builder> request) {
        return prepareSttEventsPage(request).execute();
    }

    /**
     * As {@link #sttEventsPage(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<List<SttEvent>> sttEventsPageAsync(Consumer<SttEventsRequest.Builder> request) {
        return prepareSttEventsPage(request).executeAsync();
    }

    /**
     * Makes the request of {@link #sttEventsPage(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<List<SttEvent>> prepareSttEventsPage(Consumer<SttEventsRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareSttEventsPage is not overridden");
    }

    /**
     * Events of connections to speech to text, counted. The counters of the sample do not add up to its total.
     *
     * @param request a lambda that sets parameters on the builder, or a request made before
     * @return the response, decoded
     * @see <a href="https://docs-stage.usevocals.com/developer/api-reference/analytics">the vendor's page</a>
     */
    default SttEventsSummary sttEventsSummary(Consumer<SttEventsSummaryRequest.Builder> request) {
        return prepareSttEventsSummary(request).execute();
    }

    /** {@return what {@link #sttEventsSummary(Consumer)} returns, with nothing but defaults} */
    default SttEventsSummary sttEventsSummary() {
        return sttEventsSummary(SttEventsSummaryRequest.builder().build());
    }

    /**
     * As {@link #sttEventsSummary(Consumer)}, without blocking.
     *
     * @param request as there
     * @return the response to come; canceling it cancels the request
     */
    default CompletableFuture<SttEventsSummary> sttEventsSummaryAsync(
            Consumer<SttEventsSummaryRequest.Builder> request) {
        return prepareSttEventsSummary(request).executeAsync();
    }

    /**
     * Makes the request of {@link #sttEventsSummary(Consumer)} without sending it.
     *
     * @param request as there
     * @return the request, to be shown or sent
     */
    default Invocation<SttEventsSummary> prepareSttEventsSummary(Consumer<SttEventsSummaryRequest.Builder> request) {
        throw new UnsupportedOperationException("AnalyticsApi.prepareSttEventsSummary is not overridden");
    }
}
