// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.catalog.RowFinder;
import io.github.analytics4j.catalog.Table;
import java.util.List;

/** The tables for the catalogue. */
final class CallOpsTables {
    private CallOpsTables() {}

    static List<Table.Builder<?>> analyticsOverview() {
        var t = Table.of(
                "callops_overview",
                "All calls in a period. Calls can have other statuses than the two that are counted.",
                RowFinder.<Overview>response());
        t.bigint("total_calls", Overview::totalCalls, "Number of calls.\ncount");
        t.number("total_duration", Overview::totalDuration, "Length of all calls together.\nseconds");
        t.number("avg_duration", Overview::avgDuration, "Mean length of a call.\nseconds");
        t.bigint("completed_calls", Overview::completedCalls, "Calls with the status completed.\ncount");
        t.bigint("failed_calls", Overview::failedCalls, "Calls with the status failed.\ncount");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsCallVolume() {
        var t = Table.of("callops_call_volume", "The calls of one day.", RowFinder.<DailyCalls>elements());
        t.date("date", DailyCalls::date, "The day, in a time zone that the vendor does not state.");
        t.bigint("count", DailyCalls::count, "Number of calls.\ncount");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsLatency() {
        var t1 = Table.of(
                "callops_latency",
                "Mean latencies over a period. The total need not be the sum of the parts.",
                RowFinder.<Latency>response());
        t1.number("avg_stt_latency_ms", Latency::avgSttLatencyMs, "Mean latency of speech to text.\nmilliseconds");
        t1.number("avg_llm_latency_ms", Latency::avgLlmLatencyMs, "Mean latency of the language model.\nmilliseconds");
        t1.number("avg_tts_latency_ms", Latency::avgTtsLatencyMs, "Mean latency of text to speech.\nmilliseconds");
        t1.number("avg_total_latency_ms", Latency::avgTotalLatencyMs, "Mean latency from end to end.\nmilliseconds");
        t1.always();
        var t2 = Table.of(
                "callops_latency_daily_trend",
                "Mean latencies of one day. The same by day; whether a day without calls is among them is not documented.",
                RowFinder.<Latency>response().list(Latency.Codec.DAILY_TREND, Latency::dailyTrend));
        t2.date("date", DailyLatency::date, "The day, in a time zone that the vendor does not state.");
        t2.number("stt_latency_ms", DailyLatency::sttLatencyMs, "Mean latency of speech to text.\nmilliseconds");
        t2.number("llm_latency_ms", DailyLatency::llmLatencyMs, "Mean latency of the language model.\nmilliseconds");
        t2.number("tts_latency_ms", DailyLatency::ttsLatencyMs, "Mean latency of text to speech.\nmilliseconds");
        t2.number("total_latency_ms", DailyLatency::totalLatencyMs, "Mean latency from end to end.\nmilliseconds");
        t2.always();
        return List.of(t1, t2);
    }

    static List<Table.Builder<?>> analyticsCostOverview() {
        var t = Table.of(
                "callops_cost_overview",
                "Cost of all calls in a period. The cost of the parts need not add up to the total.",
                RowFinder.<CostOverview>response());
        t.decimal(
                "total_spend",
                CostOverview::totalSpend,
                "Cost of all calls together; the vendor names no currency.\ncurrency units");
        t.decimal(
                "avg_cost_per_call",
                CostOverview::avgCostPerCall,
                "Mean cost of a call; the vendor names no currency.\ncurrency units");
        t.decimal(
                "stt_cost_total",
                CostOverview::sttCostTotal,
                "Cost of speech to text; the vendor names no currency.\ncurrency units");
        t.decimal(
                "llm_cost_total",
                CostOverview::llmCostTotal,
                "Cost of the language model; the vendor names no currency.\ncurrency units");
        t.decimal(
                "tts_cost_total",
                CostOverview::ttsCostTotal,
                "Cost of text to speech; the vendor names no currency.\ncurrency units");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsCostTrend() {
        var t = Table.of("callops_cost_trend", "The cost of one day.", RowFinder.<DailyCost>elements());
        t.date("date", DailyCost::date, "The day, in a time zone that the vendor does not state.");
        t.decimal(
                "total_cost",
                DailyCost::totalCost,
                "Cost of the calls of the day together; the vendor names no currency.\ncurrency units");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsCostByAgent() {
        var t = Table.of("callops_cost_by_agent", "What one agent cost.", RowFinder.<AgentCost>elements());
        t.text("agent_id", AgentCost::agentId, "The id of the agent.");
        t.text(
                "agent_name",
                AgentCost::agentName,
                "Name of the agent, for people; may be null, such as where the agent is gone.");
        t.decimal(
                "total_cost",
                AgentCost::totalCost,
                "Cost of the agent's calls together; the vendor names no currency.\ncurrency units");
        t.always("agent_id", "total_cost");
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsDurationDistribution() {
        var t = Table.of(
                "callops_duration_distribution_buckets",
                "The calls of about one length. The buckets, shortest first.",
                RowFinder.<DurationDistribution>response()
                        .list(DurationDistribution.Codec.BUCKETS, DurationDistribution::buckets));
        t.text("bucket", DurationBucket::bucket, "The least and the greatest length in the bucket.\nseconds");
        t.bigint("count", DurationBucket::count, "Number of calls.\ncount");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsLatencyDistribution() {
        var t = Table.of(
                "callops_latency_distribution_buckets",
                "The calls of about one latency. The buckets, fastest first.",
                RowFinder.<LatencyDistribution>response()
                        .list(LatencyDistribution.Codec.BUCKETS, LatencyDistribution::buckets));
        t.text("bucket", LatencyBucket::bucket, "The least and the greatest latency in the bucket.\nmilliseconds");
        t.bigint("count", LatencyBucket::count, "Number of calls.\ncount");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsConversationTurns() {
        var t1 = Table.of(
                "callops_conversation_turns",
                "How often caller and agent take turns.",
                RowFinder.<ConversationTurns>response());
        t1.number("avg_turns", ConversationTurns::avgTurns, "Mean number of turns in a call.\nturns per call");
        t1.always();
        var t2 = Table.of(
                "callops_conversation_turns_daily_trend",
                "Turns in the calls of one day. The same by day; whether a day without calls is among them is not documented.",
                RowFinder.<ConversationTurns>response()
                        .list(ConversationTurns.Codec.DAILY_TREND, ConversationTurns::dailyTrend));
        t2.date("date", DailyTurns::date, "The day, in a time zone that the vendor does not state.");
        t2.number("avg_turns", DailyTurns::avgTurns, "Mean number of turns in a call.\nturns per call");
        t2.always();
        return List.of(t1, t2);
    }

    static List<Table.Builder<?>> analyticsBargeIn() {
        var t1 =
                Table.of("callops_barge_in", "How often callers break in on the agent.", RowFinder.<BargeIn>response());
        t1.number("barge_in_rate", BargeIn::bargeInRate, "Share of calls with at least one interruption.\nshare\n0–1");
        t1.always();
        var t2 = Table.of(
                "callops_barge_in_daily_trend",
                "Interruptions in the calls of one day. The same by day; whether a day without calls is among them is not documented.",
                RowFinder.<BargeIn>response().list(BargeIn.Codec.DAILY_TREND, BargeIn::dailyTrend));
        t2.date("date", DailyBargeIn::date, "The day, in a time zone that the vendor does not state.");
        t2.number(
                "barge_in_rate",
                DailyBargeIn::bargeInRate,
                "Share of calls with at least one interruption.\nshare\n0–1");
        t2.always();
        return List.of(t1, t2);
    }

    static List<Table.Builder<?>> analyticsProviderErrors() {
        var t = Table.of("callops_provider_errors", "Errors of one provider.", RowFinder.<ProviderErrors>elements());
        t.text("provider_name", ProviderErrors::providerName, "Name of the provider, such as deepgram.");
        t.bigint("error_count", ProviderErrors::errorCount, "Number of errors.\ncount");
        t.bigint("total_calls", ProviderErrors::totalCalls, "Calls in which the provider took part.\ncount");
        t.number("error_rate", ProviderErrors::errorRate, "Errors over calls.\nshare\n0–1");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsPeakHours() {
        var t = Table.of("callops_peak_hours", "The calls in one hour of the week.", RowFinder.<PeakHour>elements());
        t.bigint(
                "day_of_week",
                PeakHour::dayOfWeek,
                "Day of the week; the vendor counts from 0, though it calls that the ISO way.\nday\n0 is Monday");
        t.bigint("hour", PeakHour::hour, "Hour of the day, in a time zone that the vendor does not state.\nhour\n0–23");
        t.bigint("count", PeakHour::count, "Number of calls.\ncount");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsOutcomes() {
        var t = Table.of("callops_outcomes", "The calls with one outcome.", RowFinder.<OutcomeCount>elements());
        t.choice("outcome", OutcomeCount::outcome, "The outcome or status.", CallOpsChoices.OUTCOME);
        t.bigint("count", OutcomeCount::count, "Number of calls.\ncount");
        t.always();
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsAgentComparison() {
        var t = Table.of(
                "callops_agent_comparison", "The main figures of one agent.", RowFinder.<AgentComparison>elements());
        t.text("agent_id", AgentComparison::agentId, "The id of the agent.");
        t.text(
                "agent_name",
                AgentComparison::agentName,
                "Name of the agent, for people; may be null, such as where the agent is gone.");
        t.bigint("total_calls", AgentComparison::totalCalls, "Calls the agent took.\ncount");
        t.number("avg_duration", AgentComparison::avgDuration, "Mean length of a call.\nseconds");
        t.number("completion_rate", AgentComparison::completionRate, "Completed calls over all calls.\nshare\n0–1");
        t.number(
                "avg_stt_latency_ms",
                AgentComparison::avgSttLatencyMs,
                "Mean latency of speech to text.\nmilliseconds");
        t.number(
                "avg_llm_latency_ms",
                AgentComparison::avgLlmLatencyMs,
                "Mean latency of the language model.\nmilliseconds");
        t.number(
                "avg_tts_latency_ms",
                AgentComparison::avgTtsLatencyMs,
                "Mean latency of text to speech.\nmilliseconds");
        t.number(
                "avg_total_latency_ms",
                AgentComparison::avgTotalLatencyMs,
                "Mean latency from end to end.\nmilliseconds");
        t.decimal(
                "avg_cost",
                AgentComparison::avgCost,
                "Mean cost of a call; the vendor names no currency.\ncurrency units");
        t.number(
                "barge_in_rate",
                AgentComparison::bargeInRate,
                "Share of calls with at least one interruption.\nshare\n0–1");
        t.number("avg_turns", AgentComparison::avgTurns, "Mean number of turns in a call.\nturns per call");
        t.bigint("error_count", AgentComparison::errorCount, "Calls with errors.\ncount");
        t.always(
                "agent_id",
                "total_calls",
                "avg_duration",
                "completion_rate",
                "avg_stt_latency_ms",
                "avg_llm_latency_ms",
                "avg_tts_latency_ms",
                "avg_total_latency_ms",
                "avg_cost",
                "barge_in_rate",
                "avg_turns",
                "error_count");
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsSttEvents() {
        var t = Table.of(
                "callops_stt_events", "An event of a connection to speech to text.", RowFinder.<SttEvent>pages());
        t.text("id", SttEvent::id, "The id of the event.");
        t.text("call_sid", SttEvent::callSid, "The call, by the id its carrier gave it.");
        t.choice("event_type", SttEvent::eventType, "Kind of the event.", CallOpsChoices.STT_EVENT_TYPE);
        t.text("provider_name", SttEvent::providerName, "Name of the provider, such as deepgram.");
        t.text("model", SttEvent::model, "The provider's model, such as nova-2.");
        t.json("detail", SttEvent::detail, "Details, different for each kind of event.");
        t.timestamp("created_at", SttEvent::createdAt, "When it happened.");
        t.always("id", "call_sid", "event_type", "provider_name", "model", "created_at");
        t.id("id");
        t.time("created_at");
        return List.of(t);
    }

    static List<Table.Builder<?>> analyticsSttEventsSummary() {
        var t = Table.of(
                "callops_stt_events_summary",
                "Events of connections to speech to text, counted over a time.",
                RowFinder.<SttEventsSummary>response());
        t.bigint("total_events", SttEventsSummary::totalEvents, "Number of events.\ncount");
        t.bigint("connections_opened", SttEventsSummary::connectionsOpened, "Connections made.\ncount");
        t.bigint("connections_closed", SttEventsSummary::connectionsClosed, "Connections closed in order.\ncount");
        t.bigint(
                "connections_rejected",
                SttEventsSummary::connectionsRejected,
                "Connections that the provider refused.\ncount");
        t.bigint("timeouts", SttEventsSummary::timeouts, "Connections that timed out.\ncount");
        t.bigint("errors", SttEventsSummary::errors, "Connections that failed.\ncount");
        t.bigint(
                "utterance_end_fallbacks",
                SttEventsSummary::utteranceEndFallbacks,
                "Utterances whose end had to be found by the fallback.\ncount");
        t.number(
                "avg_connection_duration_s",
                SttEventsSummary::avgConnectionDurationS,
                "Mean life of a connection; null where there is none.\nseconds");
        t.number(
                "rejection_rate",
                SttEventsSummary::rejectionRate,
                "Refused connections over refused and made ones.\nshare\n0–1");
        t.number("timeout_rate", SttEventsSummary::timeoutRate, "Timed out connections over made ones.\nshare\n0–1");
        t.always(
                "total_events",
                "connections_opened",
                "connections_closed",
                "connections_rejected",
                "timeouts",
                "errors",
                "utterance_end_fallbacks",
                "rejection_rate",
                "timeout_rate");
        return List.of(t);
    }
}
