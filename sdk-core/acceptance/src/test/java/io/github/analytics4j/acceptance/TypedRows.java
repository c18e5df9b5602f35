package io.github.analytics4j.acceptance;

import io.github.analytics4j.callops.CallOpsClient;
import io.github.analytics4j.synaptiq.SynaptiqClient;
import io.github.analytics4j.synthflow.AnalyticsExport;
import io.github.analytics4j.synthflow.SynthflowClient;
import io.github.analytics4j.testkit.Sandbox;
import io.github.analytics4j.voisnap.VoisnapClient;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The rows of every table as the typed clients give them, by the table's name. */
final class TypedRows implements AutoCloseable {
    private final Map<String, Supplier<Collection<?>>> byTable = new TreeMap<>();
    private final SynthflowClient synthflow;
    private final SynaptiqClient synaptiq;
    private final VoisnapClient voisnap;
    private final CallOpsClient callops;

    TypedRows(Sandbox sandbox) {
        synthflow = SynthflowClient.builder()
                .baseUrl(sandbox.synthflow().baseUrl())
                .apiKey(sandbox.synthflow().apiKey())
                .build();
        synaptiq = SynaptiqClient.builder()
                .baseUrl(sandbox.synaptiq().baseUrl())
                .apiKey(sandbox.synaptiq().apiKey())
                .build();
        voisnap = VoisnapClient.builder()
                .baseUrl(sandbox.voisnap().baseUrl())
                .apiKey(sandbox.voisnap().apiKey())
                .build();
        callops = CallOpsClient.builder()
                .baseUrl(sandbox.callops().baseUrl())
                .apiKey(sandbox.callops().apiKey())
                .build();
        synthflow(sandbox.synthflow().modelId());
        synaptiq();
        voisnap();
        callops();
    }

    private void synthflow(String modelId) {
        put(
                "synthflow_calls",
                () -> synthflow.calls().list(r -> r.modelId(modelId)).toList());
        put("synthflow_export", () -> List.of(export()));
        put(
                "synthflow_export_executed_actions_items",
                () -> export().executedActions().items());
        put(
                "synthflow_export_executed_actions_items_series",
                () -> export().executedActions().items().stream()
                        .flatMap(action -> action.series().stream())
                        .toList());
        put(
                "synthflow_export_assistant_performance_by_minutes_used",
                () -> export().assistantPerformance().byMinutesUsed());
        put(
                "synthflow_export_assistant_performance_by_calls_made",
                () -> export().assistantPerformance().byCallsMade());
        put(
                "synthflow_export_assistant_performance_by_success_rate",
                () -> export().assistantPerformance().bySuccessRate());
        put(
                "synthflow_export_call_status_stat_items",
                () -> export().callStatusStat().items());
        put(
                "synthflow_export_call_status_stat_series",
                () -> export().callStatusStat().series());
        put(
                "synthflow_export_recent_call_history_items",
                () -> export().recentCallHistory().items());
        put(
                "synthflow_export_duration_metrics_series",
                () -> export().durationMetrics().series());
        put(
                "synthflow_export_end_call_reason_stat_items",
                () -> export().endCallReasonStat().items());
        put(
                "synthflow_export_end_call_reason_stat_series",
                () -> export().endCallReasonStat().series());
        put(
                "synthflow_export_sentiment_stat_series",
                () -> export().sentimentStat().series());
    }

    private AnalyticsExport export() {
        return synthflow.analytics().export();
    }

    private void synaptiq() {
        put("synaptiq_overview", () -> List.of(synaptiq.analytics().overview()));
        put(
                "synaptiq_overview_time_series",
                () -> synaptiq.analytics().overview().timeSeries());
        put("synaptiq_funnel", () -> List.of(synaptiq.analytics().funnel()));
        put("synaptiq_funnel_stages", () -> synaptiq.analytics().funnel().stages());
        put("synaptiq_activity", () -> synaptiq.analytics().activity().toList());
    }

    private void voisnap() {
        put("voisnap_overview", () -> List.of(voisnap.analytics().overview()));
        put("voisnap_overview_series", () -> voisnap.analytics().overview().series());
        put("voisnap_conversations", () -> List.of(voisnap.analytics().conversations()));
        put(
                "voisnap_conversations_by_status",
                () -> voisnap.analytics().conversations().byStatus().entrySet());
        put(
                "voisnap_conversations_by_channel",
                () -> voisnap.analytics().conversations().byChannel().entrySet());
        put(
                "voisnap_conversations_by_outcome",
                () -> voisnap.analytics().conversations().byOutcome().entrySet());
        put("voisnap_costs", () -> List.of(voisnap.analytics().costs()));
        put("voisnap_costs_by_agent", () -> voisnap.analytics().costs().byAgent());
        put("voisnap_costs_series", () -> voisnap.analytics().costs().series());
        put("voisnap_sentiment", () -> List.of(voisnap.analytics().sentiment()));
        put("voisnap_sentiment_series", () -> voisnap.analytics().sentiment().series());
        put("voisnap_intents", () -> List.of(voisnap.analytics().intents()));
        put("voisnap_intents_intents", () -> voisnap.analytics().intents().intents());
    }

    private void callops() {
        put("callops_overview", () -> List.of(callops.analytics().overview()));
        put("callops_call_volume", () -> callops.analytics().callVolume());
        put("callops_latency", () -> List.of(callops.analytics().latency()));
        put("callops_latency_daily_trend", () -> callops.analytics().latency().dailyTrend());
        put("callops_cost_overview", () -> List.of(callops.analytics().costOverview()));
        put("callops_cost_trend", () -> callops.analytics().costTrend());
        put("callops_cost_by_agent", () -> callops.analytics().costByAgent());
        put(
                "callops_duration_distribution_buckets",
                () -> callops.analytics().durationDistribution().buckets());
        put(
                "callops_latency_distribution_buckets",
                () -> callops.analytics().latencyDistribution().buckets());
        put("callops_conversation_turns", () -> List.of(callops.analytics().conversationTurns()));
        put(
                "callops_conversation_turns_daily_trend",
                () -> callops.analytics().conversationTurns().dailyTrend());
        put("callops_barge_in", () -> List.of(callops.analytics().bargeIn()));
        put("callops_barge_in_daily_trend", () -> callops.analytics().bargeIn().dailyTrend());
        put("callops_provider_errors", () -> callops.analytics().providerErrors());
        put("callops_peak_hours", () -> callops.analytics().peakHours());
        put("callops_outcomes", () -> callops.analytics().outcomes());
        put("callops_agent_comparison", () -> callops.analytics().agentComparison());
        put("callops_stt_events", () -> callops.analytics().sttEvents().toList());
        put("callops_stt_events_summary", () -> List.of(callops.analytics().sttEventsSummary()));
    }

    private void put(String table, Supplier<Collection<?>> rows) {
        byTable.put(table, rows);
    }

    Map<String, Supplier<Collection<?>>> byTable() {
        return byTable;
    }

    @Override
    public void close() {
        synthflow.close();
        synaptiq.close();
        voisnap.close();
        callops.close();
    }
}
