// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.client.Operation;
import io.github.analytics4j.client.RequestParts;
import io.github.analytics4j.json.JsonCodecs;
import java.util.List;

/** The operations as data, each built when it is first used. */
final class CallOpsOperations {
    private CallOpsOperations() {}

    /** {@code GET /analytics/overview} */
    static final class AnalyticsOverview implements RequestParts.Encoder<OverviewRequest> {
        static final Operation<OverviewRequest, Overview> OPERATION = Operation.get(
                        "callops.analytics.overview", "/analytics/overview", new AnalyticsOverview())
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
    static final class AnalyticsCallVolume implements RequestParts.Encoder<CallVolumeRequest> {
        static final Operation<CallVolumeRequest, List<DailyCalls>> OPERATION = Operation.get(
                        "callops.analytics.callVolume", "/analytics/call-volume", new AnalyticsCallVolume())
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
    static final class AnalyticsLatency implements RequestParts.Encoder<LatencyRequest> {
        static final Operation<LatencyRequest, Latency> OPERATION = Operation.get(
                        "callops.analytics.latency", "/analytics/latency", new AnalyticsLatency())
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
    static final class AnalyticsCostOverview implements RequestParts.Encoder<CostOverviewRequest> {
        static final Operation<CostOverviewRequest, CostOverview> OPERATION = Operation.get(
                        "callops.analytics.costOverview", "/analytics/cost-overview", new AnalyticsCostOverview())
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
    static final class AnalyticsCostTrend implements RequestParts.Encoder<CostTrendRequest> {
        static final Operation<CostTrendRequest, List<DailyCost>> OPERATION = Operation.get(
                        "callops.analytics.costTrend", "/analytics/cost-trend", new AnalyticsCostTrend())
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
    static final class AnalyticsCostByAgent implements RequestParts.Encoder<CostByAgentRequest> {
        static final Operation<CostByAgentRequest, List<AgentCost>> OPERATION = Operation.get(
                        "callops.analytics.costByAgent", "/analytics/cost-by-agent", new AnalyticsCostByAgent())
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
    static final class AnalyticsDurationDistribution implements RequestParts.Encoder<DurationDistributionRequest> {
        static final Operation<DurationDistributionRequest, DurationDistribution> OPERATION = Operation.get(
                        "callops.analytics.durationDistribution",
                        "/analytics/duration-distribution",
                        new AnalyticsDurationDistribution())
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
    static final class AnalyticsLatencyDistribution implements RequestParts.Encoder<LatencyDistributionRequest> {
        static final Operation<LatencyDistributionRequest, LatencyDistribution> OPERATION = Operation.get(
                        "callops.analytics.latencyDistribution",
                        "/analytics/latency-distribution",
                        new AnalyticsLatencyDistribution())
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
    static final class AnalyticsConversationTurns implements RequestParts.Encoder<ConversationTurnsRequest> {
        static final Operation<ConversationTurnsRequest, ConversationTurns> OPERATION = Operation.get(
                        "callops.analytics.conversationTurns",
                        "/analytics/conversation-turns",
                        new AnalyticsConversationTurns())
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
    static final class AnalyticsBargeIn implements RequestParts.Encoder<BargeInRequest> {
        static final Operation<BargeInRequest, BargeIn> OPERATION = Operation.get(
                        "callops.analytics.bargeIn", "/analytics/barge-in", new AnalyticsBargeIn())
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
    static final class AnalyticsProviderErrors implements RequestParts.Encoder<ProviderErrorsRequest> {
        static final Operation<ProviderErrorsRequest, List<ProviderErrors>> OPERATION = Operation.get(
                        "callops.analytics.providerErrors", "/analytics/provider-errors", new AnalyticsProviderErrors())
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
    static final class AnalyticsPeakHours implements RequestParts.Encoder<PeakHoursRequest> {
        static final Operation<PeakHoursRequest, List<PeakHour>> OPERATION = Operation.get(
                        "callops.analytics.peakHours", "/analytics/peak-hours", new AnalyticsPeakHours())
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
    static final class AnalyticsOutcomes implements RequestParts.Encoder<OutcomesRequest> {
        static final Operation<OutcomesRequest, List<OutcomeCount>> OPERATION = Operation.get(
                        "callops.analytics.outcomes", "/analytics/outcomes", new AnalyticsOutcomes())
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
    static final class AnalyticsAgentComparison implements RequestParts.Encoder<AgentComparisonRequest> {
        static final Operation<AgentComparisonRequest, List<AgentComparison>> OPERATION = Operation.get(
                        "callops.analytics.agentComparison",
                        "/analytics/agent-comparison",
                        new AnalyticsAgentComparison())
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
    static final class AnalyticsSttEvents implements RequestParts.Encoder<SttEventsRequest> {
        static final Operation<SttEventsRequest, List<SttEvent>> OPERATION = Operation.get(
                        "callops.analytics.sttEvents", "/analytics/stt-events", new AnalyticsSttEvents())
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
    static final class AnalyticsSttEventsSummary implements RequestParts.Encoder<SttEventsSummaryRequest> {
        static final Operation<SttEventsSummaryRequest, SttEventsSummary> OPERATION = Operation.get(
                        "callops.analytics.sttEventsSummary",
                        "/analytics/stt-events/summary",
                        new AnalyticsSttEventsSummary())
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
