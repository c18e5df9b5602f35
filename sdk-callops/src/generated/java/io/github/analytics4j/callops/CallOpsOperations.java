// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.Operation;
import io.github.analytics4j.json.JsonCodecs;
import java.util.List;

/** The operations as data, each built when it is first used. */
final class CallOpsOperations {
    private CallOpsOperations() {}

    /** {@code GET /analytics/overview} */
    static final class AnalyticsOverview implements Operation.Encoder<OverviewRequest> {
        static final Operation<OverviewRequest, Overview> OPERATION = Operation.get(
                        "callops.analytics.overview", "/analytics/overview", new AnalyticsOverview())
                .group("analytics")
                .json(Overview.Codec.INSTANCE);

        @Override
        public void encode(OverviewRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/call-volume} */
    static final class AnalyticsCallVolume implements Operation.Encoder<CallVolumeRequest> {
        static final Operation<CallVolumeRequest, List<DailyCalls>> OPERATION = Operation.get(
                        "callops.analytics.callVolume", "/analytics/call-volume", new AnalyticsCallVolume())
                .group("analytics")
                .json(JsonCodecs.list(DailyCalls.Codec.INSTANCE));

        @Override
        public void encode(CallVolumeRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/latency} */
    static final class AnalyticsLatency implements Operation.Encoder<LatencyRequest> {
        static final Operation<LatencyRequest, Latency> OPERATION = Operation.get(
                        "callops.analytics.latency", "/analytics/latency", new AnalyticsLatency())
                .group("analytics")
                .json(Latency.Codec.INSTANCE);

        @Override
        public void encode(LatencyRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/cost-overview} */
    static final class AnalyticsCostOverview implements Operation.Encoder<CostOverviewRequest> {
        static final Operation<CostOverviewRequest, CostOverview> OPERATION = Operation.get(
                        "callops.analytics.costOverview", "/analytics/cost-overview", new AnalyticsCostOverview())
                .group("analytics")
                .json(CostOverview.Codec.INSTANCE);

        @Override
        public void encode(CostOverviewRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/cost-trend} */
    static final class AnalyticsCostTrend implements Operation.Encoder<CostTrendRequest> {
        static final Operation<CostTrendRequest, List<DailyCost>> OPERATION = Operation.get(
                        "callops.analytics.costTrend", "/analytics/cost-trend", new AnalyticsCostTrend())
                .group("analytics")
                .json(JsonCodecs.list(DailyCost.Codec.INSTANCE));

        @Override
        public void encode(CostTrendRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/cost-by-agent} */
    static final class AnalyticsCostByAgent implements Operation.Encoder<CostByAgentRequest> {
        static final Operation<CostByAgentRequest, List<AgentCost>> OPERATION = Operation.get(
                        "callops.analytics.costByAgent", "/analytics/cost-by-agent", new AnalyticsCostByAgent())
                .group("analytics")
                .json(JsonCodecs.list(AgentCost.Codec.INSTANCE));

        @Override
        public void encode(CostByAgentRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/duration-distribution} */
    static final class AnalyticsDurationDistribution implements Operation.Encoder<DurationDistributionRequest> {
        static final Operation<DurationDistributionRequest, DurationDistribution> OPERATION = Operation.get(
                        "callops.analytics.durationDistribution",
                        "/analytics/duration-distribution",
                        new AnalyticsDurationDistribution())
                .group("analytics")
                .json(DurationDistribution.Codec.INSTANCE);

        @Override
        public void encode(DurationDistributionRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/latency-distribution} */
    static final class AnalyticsLatencyDistribution implements Operation.Encoder<LatencyDistributionRequest> {
        static final Operation<LatencyDistributionRequest, LatencyDistribution> OPERATION = Operation.get(
                        "callops.analytics.latencyDistribution",
                        "/analytics/latency-distribution",
                        new AnalyticsLatencyDistribution())
                .group("analytics")
                .json(LatencyDistribution.Codec.INSTANCE);

        @Override
        public void encode(LatencyDistributionRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/conversation-turns} */
    static final class AnalyticsConversationTurns implements Operation.Encoder<ConversationTurnsRequest> {
        static final Operation<ConversationTurnsRequest, ConversationTurns> OPERATION = Operation.get(
                        "callops.analytics.conversationTurns",
                        "/analytics/conversation-turns",
                        new AnalyticsConversationTurns())
                .group("analytics")
                .json(ConversationTurns.Codec.INSTANCE);

        @Override
        public void encode(ConversationTurnsRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/barge-in} */
    static final class AnalyticsBargeIn implements Operation.Encoder<BargeInRequest> {
        static final Operation<BargeInRequest, BargeIn> OPERATION = Operation.get(
                        "callops.analytics.bargeIn", "/analytics/barge-in", new AnalyticsBargeIn())
                .group("analytics")
                .json(BargeIn.Codec.INSTANCE);

        @Override
        public void encode(BargeInRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/provider-errors} */
    static final class AnalyticsProviderErrors implements Operation.Encoder<ProviderErrorsRequest> {
        static final Operation<ProviderErrorsRequest, List<ProviderErrors>> OPERATION = Operation.get(
                        "callops.analytics.providerErrors", "/analytics/provider-errors", new AnalyticsProviderErrors())
                .group("analytics")
                .json(JsonCodecs.list(ProviderErrors.Codec.INSTANCE));

        @Override
        public void encode(ProviderErrorsRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/peak-hours} */
    static final class AnalyticsPeakHours implements Operation.Encoder<PeakHoursRequest> {
        static final Operation<PeakHoursRequest, List<PeakHour>> OPERATION = Operation.get(
                        "callops.analytics.peakHours", "/analytics/peak-hours", new AnalyticsPeakHours())
                .group("analytics")
                .json(JsonCodecs.list(PeakHour.Codec.INSTANCE));

        @Override
        public void encode(PeakHoursRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/outcomes} */
    static final class AnalyticsOutcomes implements Operation.Encoder<OutcomesRequest> {
        static final Operation<OutcomesRequest, List<OutcomeCount>> OPERATION = Operation.get(
                        "callops.analytics.outcomes", "/analytics/outcomes", new AnalyticsOutcomes())
                .group("analytics")
                .json(JsonCodecs.list(OutcomeCount.Codec.INSTANCE));

        @Override
        public void encode(OutcomesRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("agent_id", request.agentId());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/agent-comparison} */
    static final class AnalyticsAgentComparison implements Operation.Encoder<AgentComparisonRequest> {
        static final Operation<AgentComparisonRequest, List<AgentComparison>> OPERATION = Operation.get(
                        "callops.analytics.agentComparison",
                        "/analytics/agent-comparison",
                        new AnalyticsAgentComparison())
                .group("analytics")
                .json(JsonCodecs.list(AgentComparison.Codec.INSTANCE));

        @Override
        public void encode(AgentComparisonRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.queryCsv("agent_ids", request.agentIds());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/stt-events} */
    static final class AnalyticsSttEvents implements Operation.Encoder<SttEventsRequest> {
        static final Operation<SttEventsRequest, List<SttEvent>> OPERATION = Operation.get(
                        "callops.analytics.sttEvents", "/analytics/stt-events", new AnalyticsSttEvents())
                .group("analytics")
                .json(JsonCodecs.list(SttEvent.Codec.INSTANCE));

        @Override
        public void encode(SttEventsRequest request, Operation.RequestParts parts) {
            parts.query("call_sid", request.callSid());
            parts.query("event_type", request.eventType());
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.query("limit", request.pageSize());
            parts.options(request.options());
        }
    }

    /** {@code GET /analytics/stt-events/summary} */
    static final class AnalyticsSttEventsSummary implements Operation.Encoder<SttEventsSummaryRequest> {
        static final Operation<SttEventsSummaryRequest, SttEventsSummary> OPERATION = Operation.get(
                        "callops.analytics.sttEventsSummary",
                        "/analytics/stt-events/summary",
                        new AnalyticsSttEventsSummary())
                .group("analytics")
                .json(SttEventsSummary.Codec.INSTANCE);

        @Override
        public void encode(SttEventsSummaryRequest request, Operation.RequestParts parts) {
            parts.queryInstant("start_date", request.startDate());
            parts.queryInstant("end_date", request.endDate());
            parts.options(request.options());
        }
    }
}
