// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.catalog.ApiOperation;
import io.github.analytics4j.catalog.Table;
import java.util.List;

/** The operations for the catalogue. */
final class CallOpsContents {
    private static final String PAGE = "https://docs-stage.usevocals.com/developer/api-reference/analytics";

    private CallOpsContents() {}

    static List<ApiOperation> operations() {
        return List.of(
                analyticsOverview(),
                analyticsCallVolume(),
                analyticsLatency(),
                analyticsCostOverview(),
                analyticsCostTrend(),
                analyticsCostByAgent(),
                analyticsDurationDistribution(),
                analyticsLatencyDistribution(),
                analyticsConversationTurns(),
                analyticsBargeIn(),
                analyticsProviderErrors(),
                analyticsPeakHours(),
                analyticsOutcomes(),
                analyticsAgentComparison(),
                analyticsSttEvents(),
                analyticsSttEventsSummary());
    }

    private static ApiOperation analyticsOverview() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsOverview.OPERATION,
                OverviewRequest::builder,
                OverviewRequest.Builder::build);
        made.doc("How many calls there were, how long they took and how they ended.", PAGE);
        made.timestamp(
                "start_date", OverviewRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", OverviewRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", OverviewRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareOverview(request));
        made.tables(CallOpsTables::analyticsOverview);
        return made.build();
    }

    private static ApiOperation analyticsCallVolume() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsCallVolume.OPERATION,
                CallVolumeRequest::builder,
                CallVolumeRequest.Builder::build);
        made.doc("The number of calls of each day. Whether a day without calls is among them is not documented.", PAGE);
        made.timestamp(
                "start_date", CallVolumeRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", CallVolumeRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", CallVolumeRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareCallVolume(request));
        made.tables(CallOpsTables::analyticsCallVolume);
        return made.build();
    }

    private static ApiOperation analyticsLatency() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsLatency.OPERATION, LatencyRequest::builder, LatencyRequest.Builder::build);
        made.doc(
                "Mean latency of speech to text, language model and text to speech, of all three together, and its course by day.",
                PAGE);
        made.timestamp("start_date", LatencyRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", LatencyRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", LatencyRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareLatency(request));
        made.tables(CallOpsTables::analyticsLatency);
        return made.build();
    }

    private static ApiOperation analyticsCostOverview() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsCostOverview.OPERATION,
                CostOverviewRequest::builder,
                CostOverviewRequest.Builder::build);
        made.doc(
                "Total and mean cost. The recorded cost of a call counts where there is one; the others are estimated from their length.",
                PAGE);
        made.timestamp(
                "start_date", CostOverviewRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", CostOverviewRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", CostOverviewRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareCostOverview(request));
        made.tables(CallOpsTables::analyticsCostOverview);
        return made.build();
    }

    private static ApiOperation analyticsCostTrend() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsCostTrend.OPERATION,
                CostTrendRequest::builder,
                CostTrendRequest.Builder::build);
        made.doc("The cost of each day. Whether a day without calls is among them is not documented.", PAGE);
        made.timestamp(
                "start_date", CostTrendRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", CostTrendRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", CostTrendRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareCostTrend(request));
        made.tables(CallOpsTables::analyticsCostTrend);
        return made.build();
    }

    private static ApiOperation analyticsCostByAgent() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsCostByAgent.OPERATION,
                CostByAgentRequest::builder,
                CostByAgentRequest.Builder::build);
        made.doc("The cost of each agent, the costliest first.", PAGE);
        made.timestamp(
                "start_date", CostByAgentRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", CostByAgentRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", CostByAgentRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareCostByAgent(request));
        made.tables(CallOpsTables::analyticsCostByAgent);
        return made.build();
    }

    private static ApiOperation analyticsDurationDistribution() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsDurationDistribution.OPERATION,
                DurationDistributionRequest::builder,
                DurationDistributionRequest.Builder::build);
        made.doc("A histogram of the length of calls.", PAGE);
        made.timestamp(
                "start_date",
                DurationDistributionRequest.Builder::startDate,
                "Count only calls from this point in time on.");
        made.timestamp(
                "end_date", DurationDistributionRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", DurationDistributionRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareDurationDistribution(request));
        made.tables(CallOpsTables::analyticsDurationDistribution);
        return made.build();
    }

    private static ApiOperation analyticsLatencyDistribution() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsLatencyDistribution.OPERATION,
                LatencyDistributionRequest::builder,
                LatencyDistributionRequest.Builder::build);
        made.doc("A histogram of the latency from end to end.", PAGE);
        made.timestamp(
                "start_date",
                LatencyDistributionRequest.Builder::startDate,
                "Count only calls from this point in time on.");
        made.timestamp(
                "end_date", LatencyDistributionRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", LatencyDistributionRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareLatencyDistribution(request));
        made.tables(CallOpsTables::analyticsLatencyDistribution);
        return made.build();
    }

    private static ApiOperation analyticsConversationTurns() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsConversationTurns.OPERATION,
                ConversationTurnsRequest::builder,
                ConversationTurnsRequest.Builder::build);
        made.doc("How often caller and agent take turns in a call, and its course by day.", PAGE);
        made.timestamp(
                "start_date",
                ConversationTurnsRequest.Builder::startDate,
                "Count only calls from this point in time on.");
        made.timestamp(
                "end_date", ConversationTurnsRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", ConversationTurnsRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareConversationTurns(request));
        made.tables(CallOpsTables::analyticsConversationTurns);
        return made.build();
    }

    private static ApiOperation analyticsBargeIn() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsBargeIn.OPERATION, BargeInRequest::builder, BargeInRequest.Builder::build);
        made.doc(
                "The share of calls in which the caller broke in on the agent at least once, and its course by day.",
                PAGE);
        made.timestamp("start_date", BargeInRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", BargeInRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", BargeInRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareBargeIn(request));
        made.tables(CallOpsTables::analyticsBargeIn);
        return made.build();
    }

    private static ApiOperation analyticsProviderErrors() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsProviderErrors.OPERATION,
                ProviderErrorsRequest::builder,
                ProviderErrorsRequest.Builder::build);
        made.doc("Errors of each provider of speech or language services.", PAGE);
        made.timestamp(
                "start_date", ProviderErrorsRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp(
                "end_date", ProviderErrorsRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", ProviderErrorsRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareProviderErrors(request));
        made.tables(CallOpsTables::analyticsProviderErrors);
        return made.build();
    }

    private static ApiOperation analyticsPeakHours() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsPeakHours.OPERATION,
                PeakHoursRequest::builder,
                PeakHoursRequest.Builder::build);
        made.doc(
                "Calls by day of the week and hour of the day. Whether an hour without calls is among them is not documented.",
                PAGE);
        made.timestamp(
                "start_date", PeakHoursRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", PeakHoursRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", PeakHoursRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).preparePeakHours(request));
        made.tables(CallOpsTables::analyticsPeakHours);
        return made.build();
    }

    private static ApiOperation analyticsOutcomes() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsOutcomes.OPERATION,
                OutcomesRequest::builder,
                OutcomesRequest.Builder::build);
        made.doc(
                "Calls by outcome. A call without an outcome of its own is counted under its status, so the two are mixed.",
                PAGE);
        made.timestamp(
                "start_date", OutcomesRequest.Builder::startDate, "Count only calls from this point in time on.");
        made.timestamp("end_date", OutcomesRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.id("agent_id", OutcomesRequest.Builder::agentId, "Count only calls of this agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareOutcomes(request));
        made.tables(CallOpsTables::analyticsOutcomes);
        return made.build();
    }

    private static ApiOperation analyticsAgentComparison() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsAgentComparison.OPERATION,
                AgentComparisonRequest::builder,
                AgentComparisonRequest.Builder::build);
        made.doc("The main figures of several agents, to compare how they are set up.", PAGE);
        made.timestamp(
                "start_date",
                AgentComparisonRequest.Builder::startDate,
                "Count only calls from this point in time on.");
        made.timestamp(
                "end_date", AgentComparisonRequest.Builder::endDate, "Count only calls up to this point in time.");
        made.ids(
                "agent_ids",
                AgentComparisonRequest.Builder::agentIds,
                "The agents to compare; it stands in for the usual filter by one agent.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareAgentComparison(request));
        made.tables(CallOpsTables::analyticsAgentComparison);
        return made.build();
    }

    private static ApiOperation analyticsSttEvents() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsSttEvents.OPERATION,
                SttEventsRequest::builder,
                SttEventsRequest.Builder::build);
        made.doc(
                "Each opening, closing, refusal and failure of a connection to a provider of speech to text. The server answers at most 500 events, in an order that is not documented, and has no second page: a walk over more divides the time between start and end.",
                PAGE);
        made.id(
                "call_sid",
                SttEventsRequest.Builder::callSid,
                "Answer only events of this call, by the id its carrier gave it.");
        made.choice(
                "event_type",
                SttEventsRequest.Builder::eventType,
                "Answer only events of this kind.",
                CallOpsChoices.STT_EVENT_TYPE);
        made.timestamp(
                "start_date", SttEventsRequest.Builder::startDate, "Count only events from this point in time on.");
        made.timestamp("end_date", SttEventsRequest.Builder::endDate, "Count only events up to this point in time.");
        made.small("limit", SttEventsRequest.Builder::pageSize, "Most events to answer.")
                .named("pageSize")
                .byDefault("100")
                .bounds(1L, 500L);
        made.paged("limit", null);
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareSttEventsPage(request));
        made.pages(
                Table.Paging.WINDOW,
                100,
                500,
                (transport, request) -> new DefaultAnalyticsApi(transport).sttEvents(request));
        made.tables(CallOpsTables::analyticsSttEvents);
        return made.build();
    }

    private static ApiOperation analyticsSttEventsSummary() {
        var made = ApiOperation.of(
                CallOpsOperations.AnalyticsSttEventsSummary.OPERATION,
                SttEventsSummaryRequest::builder,
                SttEventsSummaryRequest.Builder::build);
        made.doc(
                "Events of connections to speech to text, counted. The counters of the sample do not add up to its total.",
                PAGE);
        made.timestamp(
                "start_date",
                SttEventsSummaryRequest.Builder::startDate,
                "Count only events from this point in time on.");
        made.timestamp(
                "end_date", SttEventsSummaryRequest.Builder::endDate, "Count only events up to this point in time.");
        made.window("start_date", "end_date");
        made.ordered("start_date", "end_date");
        made.prepare((transport, request) -> new DefaultAnalyticsApi(transport).prepareSttEventsSummary(request));
        made.tables(CallOpsTables::analyticsSttEventsSummary);
        return made.build();
    }
}
