package io.github.analytics4j.benchmarks.decode;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The records one would write by hand for the responses other than calls. Their components are named as on the wire, so that one
 * set serves Jackson and Moshi without an annotation.
 */
public final class Wire {
    private Wire() {}

    /** Synthflow's export. */
    public record Export(
            Actions executed_actions,
            Performance assistant_performance,
            Statuses call_status_stat,
            History recent_call_history,
            Durations duration_metrics,
            Reasons end_call_reason_stat,
            Sentiment sentiment_stat) {}

    public record Actions(List<Action> items) {}

    public record Action(
            String name,
            long value,
            List<ActionPoint> series,
            @Nullable Double percentage_change) {}

    public record ActionPoint(String date, long value) {}

    public record Performance(
            List<Minutes> by_minutes_used, List<CallsMade> by_calls_made, List<SuccessRate> by_success_rate) {}

    public record Minutes(String model_id, String name, double minutes_used, double percentage_change) {}

    public record CallsMade(String model_id, String name, long calls_made, double percent_change) {}

    public record SuccessRate(String model_id, String name, double success_rate, double percentage_change) {}

    public record Statuses(List<StatusShare> items, List<Map<String, Object>> series) {}

    public record StatusShare(String status, long value, double percentage, double percentage_change) {}

    public record History(List<RecentCall> items) {}

    public record RecentCall(
            String call_id,
            String call_status,
            long duration,
            String agent_name,
            String model_id,
            String lead_phone_number,
            String created_at) {}

    public record Durations(
            double total_minutes,
            double average_duration,
            long total_calls,
            List<DurationPoint> series,
            double total_minutes_percentage_change,
            double total_duration_percentage_change,
            double total_calls_percentage_change) {}

    public record DurationPoint(String date, double total_minutes, double average_duration, long total_calls) {}

    public record Reasons(List<ReasonShare> items, List<Map<String, Object>> series) {}

    public record ReasonShare(String reason, long value, double percentage) {}

    public record Sentiment(
            double positive_percentage, List<SentimentPoint> series, double positive_percentage_change) {}

    public record SentimentPoint(String date, long positive, long total) {}

    /** Synaptiq's overview. */
    public record SynaptiqOverview(
            SynaptiqPeriod period,
            Summary summary,
            @Nullable Object comparison,
            List<SynaptiqPoint> timeSeries) {}

    public record SynaptiqPeriod(String startDate, String endDate) {}

    public record Summary(
            long totalConversations,
            long totalLeads,
            long qualifiedLeads,
            double conversionRate,
            double avgLeadScore,
            double avgResponseTime,
            double avgMessagesPerConversation,
            double handoffRate,
            double totalRevenuePipeline) {}

    public record SynaptiqPoint(
            String period, long conversations, long leads, long qualifiedLeads, double conversionRate) {}

    /** Voisnap's overview. */
    public record VoisnapOverview(
            VoisnapPeriod period, String groupBy, VoisnapFigures totals, List<VoisnapFigures> series) {}

    public record VoisnapPeriod(String from, String to) {}

    public record VoisnapFigures(
            @Nullable String period,
            long conversations,
            long totalDurationSeconds,
            double avgDurationSeconds,
            double totalCostUsd,
            @Nullable Double avgCostUsdPerConversation,
            @Nullable Double transferRate,
            @Nullable Double abandonmentRate,
            @Nullable Double resolutionRate) {}

    /** CallOps's agents side by side. */
    public record AgentRow(
            String agent_id,
            String agent_name,
            long total_calls,
            double avg_duration,
            double completion_rate,
            double avg_stt_latency_ms,
            double avg_llm_latency_ms,
            double avg_tts_latency_ms,
            double avg_total_latency_ms,
            double avg_cost,
            double barge_in_rate,
            double avg_turns,
            long error_count) {}
}
