// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.Operation;
import io.github.analytics4j.client.RequestEncoder;
import io.github.analytics4j.client.RequestParts;
import io.github.analytics4j.json.JsonCodecs;
import java.util.List;

/** The operations as data, each built when it is first used. */
final class CallOpsOperations {
    private CallOpsOperations() {}

    /** {@code GET /analytics/overview} */
    static final class AnalyticsOverviewOperation implements RequestEncoder<OverviewRequest> {
        static final Operation<OverviewRequest, Overview> OPERATION = Operation.get(
                        "callops.analytics.overview", "/analytics/overview", new AnalyticsOverviewOperation())
                .group("analytics")
                .json(Overview.Codec.INSTANCE);

        @Override
        public void encode(OverviewRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/call-volume} */
    static final class AnalyticsCallVolumeOperation implements RequestEncoder<CallVolumeRequest> {
        static final Operation<CallVolumeRequest, List<DailyCalls>> OPERATION = Operation.get(
                        "callops.analytics.callVolume", "/analytics/call-volume", new AnalyticsCallVolumeOperation())
                .group("analytics")
                .json(JsonCodecs.list(DailyCalls.Codec.INSTANCE));

        @Override
        public void encode(CallVolumeRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/latency} */
    static final class AnalyticsLatencyOperation implements RequestEncoder<LatencyRequest> {
        static final Operation<LatencyRequest, Latency> OPERATION = Operation.get(
                        "callops.analytics.latency", "/analytics/latency", new AnalyticsLatencyOperation())
                .group("analytics")
                .json(Latency.Codec.INSTANCE);

        @Override
        public void encode(LatencyRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/cost-overview} */
    static final class AnalyticsCostOverviewOperation implements RequestEncoder<CostOverviewRequest> {
        static final Operation<CostOverviewRequest, CostOverview> OPERATION = Operation.get(
                        "callops.analytics.costOverview",
                        "/analytics/cost-overview",
                        new AnalyticsCostOverviewOperation())
                .group("analytics")
                .json(CostOverview.Codec.INSTANCE);

        @Override
        public void encode(CostOverviewRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/cost-trend} */
    static final class AnalyticsCostTrendOperation implements RequestEncoder<CostTrendRequest> {
        static final Operation<CostTrendRequest, List<DailyCost>> OPERATION = Operation.get(
                        "callops.analytics.costTrend", "/analytics/cost-trend", new AnalyticsCostTrendOperation())
                .group("analytics")
                .json(JsonCodecs.list(DailyCost.Codec.INSTANCE));

        @Override
        public void encode(CostTrendRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/cost-by-agent} */
    static final class AnalyticsCostByAgentOperation implements RequestEncoder<CostByAgentRequest> {
        static final Operation<CostByAgentRequest, List<AgentCost>> OPERATION = Operation.get(
                        "callops.analytics.costByAgent",
                        "/analytics/cost-by-agent",
                        new AnalyticsCostByAgentOperation())
                .group("analytics")
                .json(JsonCodecs.list(AgentCost.Codec.INSTANCE));

        @Override
        public void encode(CostByAgentRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/duration-distribution} */
    static final class AnalyticsDurationDistributionOperation implements RequestEncoder<DurationDistributionRequest> {
        static final Operation<DurationDistributionRequest, DurationDistribution> OPERATION = Operation.get(
                        "callops.analytics.durationDistribution",
                        "/analytics/duration-distribution",
                        new AnalyticsDurationDistributionOperation())
                .group("analytics")
                .json(DurationDistribution.Codec.INSTANCE);

        @Override
        public void encode(DurationDistributionRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/latency-distribution} */
    static final class AnalyticsLatencyDistributionOperation implements RequestEncoder<LatencyDistributionRequest> {
        static final Operation<LatencyDistributionRequest, LatencyDistribution> OPERATION = Operation.get(
                        "callops.analytics.latencyDistribution",
                        "/analytics/latency-distribution",
                        new AnalyticsLatencyDistributionOperation())
                .group("analytics")
                .json(LatencyDistribution.Codec.INSTANCE);

        @Override
        public void encode(LatencyDistributionRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/conversation-turns} */
    static final class AnalyticsConversationTurnsOperation implements RequestEncoder<ConversationTurnsRequest> {
        static final Operation<ConversationTurnsRequest, ConversationTurns> OPERATION = Operation.get(
                        "callops.analytics.conversationTurns",
                        "/analytics/conversation-turns",
                        new AnalyticsConversationTurnsOperation())
                .group("analytics")
                .json(ConversationTurns.Codec.INSTANCE);

        @Override
        public void encode(ConversationTurnsRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/barge-in} */
    static final class AnalyticsBargeInOperation implements RequestEncoder<BargeInRequest> {
        static final Operation<BargeInRequest, BargeIn> OPERATION = Operation.get(
                        "callops.analytics.bargeIn", "/analytics/barge-in", new AnalyticsBargeInOperation())
                .group("analytics")
                .json(BargeIn.Codec.INSTANCE);

        @Override
        public void encode(BargeInRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/provider-errors} */
    static final class AnalyticsProviderErrorsOperation implements RequestEncoder<ProviderErrorsRequest> {
        static final Operation<ProviderErrorsRequest, List<ProviderErrors>> OPERATION = Operation.get(
                        "callops.analytics.providerErrors",
                        "/analytics/provider-errors",
                        new AnalyticsProviderErrorsOperation())
                .group("analytics")
                .json(JsonCodecs.list(ProviderErrors.Codec.INSTANCE));

        @Override
        public void encode(ProviderErrorsRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/peak-hours} */
    static final class AnalyticsPeakHoursOperation implements RequestEncoder<PeakHoursRequest> {
        static final Operation<PeakHoursRequest, List<PeakHour>> OPERATION = Operation.get(
                        "callops.analytics.peakHours", "/analytics/peak-hours", new AnalyticsPeakHoursOperation())
                .group("analytics")
                .json(JsonCodecs.list(PeakHour.Codec.INSTANCE));

        @Override
        public void encode(PeakHoursRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/outcomes} */
    static final class AnalyticsOutcomesOperation implements RequestEncoder<OutcomesRequest> {
        static final Operation<OutcomesRequest, List<OutcomeCount>> OPERATION = Operation.get(
                        "callops.analytics.outcomes", "/analytics/outcomes", new AnalyticsOutcomesOperation())
                .group("analytics")
                .json(JsonCodecs.list(OutcomeCount.Codec.INSTANCE));

        @Override
        public void encode(OutcomesRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/agent-comparison} */
    static final class AnalyticsAgentComparisonOperation implements RequestEncoder<AgentComparisonRequest> {
        static final Operation<AgentComparisonRequest, List<AgentComparison>> OPERATION = Operation.get(
                        "callops.analytics.agentComparison",
                        "/analytics/agent-comparison",
                        new AnalyticsAgentComparisonOperation())
                .group("analytics")
                .json(JsonCodecs.list(AgentComparison.Codec.INSTANCE));

        @Override
        public void encode(AgentComparisonRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.queryCsv("agent_ids", request.agentIds());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/stt-events} */
    static final class AnalyticsSttEventsOperation implements RequestEncoder<SttEventsRequest> {
        static final Operation<SttEventsRequest, List<SttEvent>> OPERATION = Operation.get(
                        "callops.analytics.sttEvents", "/analytics/stt-events", new AnalyticsSttEventsOperation())
                .group("analytics")
                .json(JsonCodecs.list(SttEvent.Codec.INSTANCE));

        @Override
        public void encode(SttEventsRequest request, RequestParts parts) {
            parts.query("call_sid", request.callSid());
            parts.query("event_type", request.eventType());
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("limit", request.pageSize());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/stt-events/summary} */
    static final class AnalyticsSttEventsSummaryOperation implements RequestEncoder<SttEventsSummaryRequest> {
        static final Operation<SttEventsSummaryRequest, SttEventsSummary> OPERATION = Operation.get(
                        "callops.analytics.sttEventsSummary",
                        "/analytics/stt-events/summary",
                        new AnalyticsSttEventsSummaryOperation())
                .group("analytics")
                .json(SttEventsSummary.Codec.INSTANCE);

        @Override
        public void encode(SttEventsSummaryRequest request, RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.options(request.options());
        }
    }
}
