// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.catalog.Column;
import io.github.analytics4j.catalog.RowFinder;
import io.github.analytics4j.catalog.Table;
import java.util.List;

/** The tables for the catalogue. */
final class SynthflowTables {
    private SynthflowTables() {}

    static List<Table.Builder<?>> analyticsExport() {
        var t1 = Table.of(
                "synthflow_export",
                "The analytics of a range of time, one part a subject.",
                RowFinder.<AnalyticsExport>response());
        var t1Part1 = t1.at("duration_metrics", AnalyticsExport::durationMetrics);
        t1Part1.number("total_minutes", DurationMetrics::totalMinutes, "The length of all calls together.\nminutes");
        t1Part1.number(
                "average_duration",
                DurationMetrics::averageDuration,
                "The average length of a call.\nnot stated by the vendor, presumably seconds");
        t1Part1.bigint("total_calls", DurationMetrics::totalCalls, "How many calls there were.\ncalls");
        t1Part1.number(
                "total_minutes_percentage_change",
                DurationMetrics::totalMinutesPercentageChange,
                "The change of the total minutes against the range before.\npercent\n100 means a hundred percent more");
        t1Part1.number(
                "total_duration_percentage_change",
                DurationMetrics::totalDurationPercentageChange,
                "The change of the vendor's \"total duration\" against the range before; which of the durations it follows is not stated.\npercent\n100 means a hundred percent more");
        t1Part1.number(
                "total_calls_percentage_change",
                DurationMetrics::totalCallsPercentageChange,
                "The change of the number of calls against the range before.\npercent\n100 means a hundred percent more");
        var t1Part2 = t1.at("sentiment_stat", AnalyticsExport::sentimentStat);
        t1Part2.number(
                "positive_percentage",
                SentimentStat::positivePercentage,
                "The share of calls with a positive feeling.\npercent\n0-100");
        t1Part2.number(
                "positive_percentage_change",
                SentimentStat::positivePercentageChange,
                "The change of that share against the range before.\npercent\n100 means a hundred percent more");
        var t2 = Table.of(
                "synthflow_export_executed_actions_items",
                "One action of agents, over the whole range and by day. One entry for each action.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::executedActions)
                        .list(ExecutedActions.Codec.ITEMS, ExecutedActions::items));
        t2.text("name", ExecutedAction::name, "The action's name.");
        t2.number(
                "value",
                ExecutedAction::value,
                "The action's figure for the whole range.\nexecutions, unless the vendor counts the action otherwise");
        t2.json("series", ExecutedAction::series, "The same figure over time.");
        t2.number(
                "percentage_change",
                ExecutedAction::percentageChange,
                "The change, presumably against the range of the same length before.\npercent\n100 means a hundred percent more");
        var t3 = Table.of(
                "synthflow_export_executed_actions_items_series",
                "An action's figure on one date. The same figure over time.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::executedActions)
                        .list(ExecutedActions.Codec.ITEMS, ExecutedActions::items)
                        .list(ExecutedAction.Codec.SERIES, ExecutedAction::series));
        var t3Parent = t3.<ExecutedAction>parent("items");
        t3Parent.text("name", ExecutedAction::name, "The action's name.");
        t3.text("date", ExecutedActionPoint::date, "The date, in a form that the vendor does not state.");
        t3.number(
                "value",
                ExecutedActionPoint::value,
                "The figure of that date.\nexecutions, unless the vendor counts the action otherwise");
        var t4 = Table.of(
                "synthflow_export_assistant_performance_by_minutes_used",
                "The minutes of one agent. The agents by the minutes they talked.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::assistantPerformance)
                        .list(AssistantPerformance.Codec.BY_MINUTES_USED, AssistantPerformance::byMinutesUsed));
        t4.text("model_id", AssistantMinutesUsed::modelId, "The agent's id.");
        t4.text("name", AssistantMinutesUsed::name, "The agent's name.");
        t4.number("minutes_used", AssistantMinutesUsed::minutesUsed, "How long the agent talked.\nminutes");
        t4.number(
                "percentage_change",
                AssistantMinutesUsed::percentageChange,
                "The change, presumably against the range of the same length before.\npercent\n100 means a hundred percent more");
        var t5 = Table.of(
                "synthflow_export_assistant_performance_by_calls_made",
                "The calls of one agent. The agents by their number of calls.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::assistantPerformance)
                        .list(AssistantPerformance.Codec.BY_CALLS_MADE, AssistantPerformance::byCallsMade));
        t5.text("model_id", AssistantCallsMade::modelId, "The agent's id.");
        t5.text("name", AssistantCallsMade::name, "The agent's name.");
        t5.bigint("calls_made", AssistantCallsMade::callsMade, "How many calls the agent had.\ncalls");
        t5.number(
                "percent_change",
                AssistantCallsMade::percentageChange,
                "The change, presumably against the range of the same length before.\npercent\n100 means a hundred percent more");
        var t6 = Table.of(
                "synthflow_export_assistant_performance_by_success_rate",
                "The success of one agent. The agents by the share of their calls that succeeded.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::assistantPerformance)
                        .list(AssistantPerformance.Codec.BY_SUCCESS_RATE, AssistantPerformance::bySuccessRate));
        t6.text("model_id", AssistantSuccessRate::modelId, "The agent's id.");
        t6.text("name", AssistantSuccessRate::name, "The agent's name.");
        t6.number(
                "success_rate",
                AssistantSuccessRate::successRate,
                "The share of the agent's calls that succeeded.\npercent\n0-100");
        t6.number(
                "percentage_change",
                AssistantSuccessRate::percentageChange,
                "The change, presumably against the range of the same length before.\npercent\n100 means a hundred percent more");
        var t7 = Table.of(
                "synthflow_export_call_status_stat_items",
                "The calls that ended up in one status. One entry for each status.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::callStatusStat)
                        .list(CallStatusStat.Codec.ITEMS, CallStatusStat::items));
        t7.choice("status", CallStatusShare::status, "The status.", SynthflowChoices.CALL_STATUS);
        t7.bigint("value", CallStatusShare::value, "How many calls ended up in it.\ncalls");
        t7.number("percentage", CallStatusShare::percentage, "Their share of all calls.\npercent\n0-100");
        t7.number(
                "percentage_change",
                CallStatusShare::percentageChange,
                "The change, presumably against the range of the same length before.\npercent\n100 means a hundred percent more");
        var t8 = Table.of(
                "synthflow_export_call_status_stat_series",
                "The calls of one date by status. The calls of each date by status.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::callStatusStat)
                        .list(CallStatusStat.Codec.SERIES, CallStatusStat::series));
        t8.text("date", CallStatusPoint::date, "The date, in a form that the vendor does not state.");
        t8.bigint("completed", CallStatusPoint::completed, "Calls that were completed.\ncalls");
        t8.bigint(
                "hangup_on_voicemail",
                CallStatusPoint::hangupOnVoicemail,
                "Calls that met a voicemail and hung up.\ncalls");
        t8.bigint("busy", CallStatusPoint::busy, "Calls that met a busy line.\ncalls");
        t8.bigint("no-answer", CallStatusPoint::noAnswer, "Calls that nobody took.\ncalls");
        t8.bigint("failed", CallStatusPoint::failed, "Calls that failed.\ncalls");
        t8.bigint("left_voicemail", CallStatusPoint::leftVoicemail, "Calls that left a message on a voicemail.\ncalls");
        t8.bigint("in-progress", CallStatusPoint::inProgress, "Calls still going on.\ncalls");
        t8.bigint("checking", CallStatusPoint::checking, "Calls being checked.\ncalls");
        t8.bigint("paused", CallStatusPoint::paused, "Calls on pause.\ncalls");
        t8.bigint("queue", CallStatusPoint::queue, "Calls waiting for their turn.\ncalls");
        t8.bigint("initiated", CallStatusPoint::initiated, "Calls begun but not yet ringing.\ncalls");
        t8.bigint("ringing", CallStatusPoint::ringing, "Calls that were ringing.\ncalls");
        var t9 = Table.of(
                "synthflow_export_recent_call_history_items",
                "One of the latest calls, in short. One entry for each call.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::recentCallHistory)
                        .list(RecentCallHistory.Codec.ITEMS, RecentCallHistory::items));
        t9.text("call_id", RecentCall::callId, "The call's id.");
        t9.choice("call_status", RecentCall::callStatus, "The call's status.", SynthflowChoices.CALL_STATUS);
        t9.bigint(
                "duration",
                RecentCall::duration,
                "How long the call lasted.\nnot stated by the vendor, presumably seconds");
        t9.text("agent_name", RecentCall::agentName, "The agent's name.");
        t9.text("model_id", RecentCall::modelId, "The agent's id.");
        t9.text("lead_phone_number", RecentCall::leadPhoneNumber, "The number of the person at the other end.");
        t9.text(
                "created_at",
                RecentCall::createdAt,
                "When the call came to be, in a form that the vendor does not state.");
        var t10 = Table.of(
                "synthflow_export_duration_metrics_series",
                "The number and length of the calls of one date. The same figures by date.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::durationMetrics)
                        .list(DurationMetrics.Codec.SERIES, DurationMetrics::series));
        t10.text("date", DurationPoint::date, "The date, in a form that the vendor does not state.");
        t10.number("total_minutes", DurationPoint::totalMinutes, "The length of that date's calls together.\nminutes");
        t10.number(
                "average_duration",
                DurationPoint::averageDuration,
                "The average length of a call on that date.\nnot stated by the vendor, presumably seconds");
        t10.bigint("total_calls", DurationPoint::totalCalls, "How many calls there were on that date.\ncalls");
        var t11 = Table.of(
                "synthflow_export_end_call_reason_stat_items",
                "The calls that ended for one reason. One entry for each reason.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::endCallReasonStat)
                        .list(EndCallReasonStat.Codec.ITEMS, EndCallReasonStat::items));
        t11.choice("reason", EndCallReasonShare::reason, "The reason.", SynthflowChoices.END_CALL_REASON);
        t11.bigint("value", EndCallReasonShare::value, "How many calls ended for it.\ncalls");
        t11.number("percentage", EndCallReasonShare::percentage, "Their share of all calls.\npercent\n0-100");
        var t12 = Table.of(
                "synthflow_export_end_call_reason_stat_series",
                "The calls of one date by the reason they ended. The calls of each date by reason.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::endCallReasonStat)
                        .list(EndCallReasonStat.Codec.SERIES, EndCallReasonStat::series));
        t12.text("date", EndCallReasonPoint::date, "The date, in a form that the vendor does not state.");
        t12.bigint("voicemail", EndCallReasonPoint::voicemail, "Calls that ended at a voicemail.\ncalls");
        t12.bigint("human_goodbye", EndCallReasonPoint::humanGoodbye, "Calls in which the person said goodbye.\ncalls");
        t12.bigint("agent_goodbye", EndCallReasonPoint::agentGoodbye, "Calls in which the agent said goodbye.\ncalls");
        t12.bigint(
                "human_pick_up_cut_off",
                EndCallReasonPoint::humanPickUpCutOff,
                "Calls cut off as a person picked up.\ncalls");
        t12.bigint(
                "max_duration",
                EndCallReasonPoint::maxDuration,
                "Calls that reached the longest duration allowed.\ncalls");
        t12.bigint(
                "idle_time_exceeded",
                EndCallReasonPoint::idleTimeExceeded,
                "Calls in which it was silent for too long.\ncalls");
        t12.bigint(
                "goodbye_detected",
                EndCallReasonPoint::goodbyeDetected,
                "Calls in which a goodbye was noticed.\ncalls");
        t12.bigint(
                "user_disconnected",
                EndCallReasonPoint::userDisconnected,
                "Calls that the user's side dropped.\ncalls");
        t12.bigint(
                "voicemail_message_left",
                EndCallReasonPoint::voicemailMessageLeft,
                "Calls that left a message on a voicemail.\ncalls");
        var t13 = Table.of(
                "synthflow_export_sentiment_stat_series",
                "How callers felt on one date. The positive calls by date.",
                RowFinder.<AnalyticsExport>response()
                        .at(AnalyticsExport::sentimentStat)
                        .list(SentimentStat.Codec.SERIES, SentimentStat::series));
        t13.text("date", SentimentPoint::date, "The date, in a form that the vendor does not state.");
        t13.bigint("positive", SentimentPoint::positive, "Calls with a positive feeling.\ncalls");
        t13.bigint("total", SentimentPoint::total, "All calls of that date.\ncalls");
        return List.of(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13);
    }

    static List<Table.Builder<?>> callsList() {
        var t = Table.of("synthflow_calls", "One call of the log.", RowFinder.<Call>pages());
        t.text("call_id", Call::callId, "The call's id, as the dashboard's log page shows it.");
        t.text("model_id", Call::modelId, "The agent's id.");
        t.bigint("duration", Call::duration, "How long the call lasted.\nseconds");
        t.choice("end_call_reason", Call::endCallReason, "Why the call ended.", SynthflowChoices.END_CALL_REASON);
        t.json("judge_results", Call::judgeResults, "How the quality of the call was judged.");
        t.text("lead_phone_number", Call::leadPhoneNumber, "The number of the person at the other end.");
        t.list(Column.Type.Kind.TEXT, "agents_used", Call::agentsUsed, "The agents that took part.");
        t.json("executed_actions", Call::executedActions, "What the agent did during the call.");
        t.text("recording_url", Call::recordingUrl, "Where the recording is.");
        t.choice(
                "type_of_call",
                Call::typeOfCall,
                "Whether the call came in or went out.",
                SynthflowChoices.TYPE_OF_CALL);
        t.text(
                "recording_duration",
                Call::recordingDuration,
                "How long the recording is, as text in a form that the vendor does not state.");
        t.text("transcript", Call::transcript, "What was said, one line a turn, each with its speaker in front.");
        t.text("error_message", Call::errorMessage, "What went wrong, if the call failed.");
        t.choice("call_status", Call::callStatus, "The call's status.", SynthflowChoices.CALL_STATUS);
        t.timestamp(
                "start_time",
                Call::startTime,
                "When the call started.\nmilliseconds since the epoch, as text on the wire");
        t.text("lead_name", Call::leadName, "The name of the person at the other end.");
        t.text("name", Call::name, "The name of the one who was called.");
        t.list(Column.Type.Kind.TEXT, "labels", Call::labels, "The labels put on the call.");
        t.text("agent_phone_number", Call::agentPhoneNumber, "The agent's number.");
        t.text("deployment_type", Call::deploymentType, "How the agent was deployed.");
        t.text("timezone", Call::timezone, "The time zone the call belongs to.");
        t.choice("telephony_hangup", Call::telephonyHangup, "Who hung up.", SynthflowChoices.TELEPHONY_HANGUP);
        t.choice(
                "telephony_disconnect_reason",
                Call::telephonyDisconnectReason,
                "Why the telephone connection ended.",
                SynthflowChoices.TELEPHONY_DISCONNECT_REASON);
        t.bigint(
                "telephony_duration",
                Call::telephonyDuration,
                "How long the telephone connection lasted.\nmilliseconds");
        t.timestamp(
                "telephony_start",
                Call::telephonyStart,
                "When the telephone connection began.\nUTC where no zone is sent");
        t.timestamp(
                "telephony_end", Call::telephonyEnd, "When the telephone connection ended.\nUTC where no zone is sent");
        t.text("campaign_type", Call::campaignType, "The kind of campaign that the call was part of.");
        t.text("phone_number_from", Call::phoneNumberFrom, "The calling number.");
        t.text("phone_number_to", Call::phoneNumberTo, "The called number.");
        t.json(
                "collected_variables",
                Call::collectedVariables,
                "What the agents tried to learn, by agent id and then by variable; empty where the vendor sends null.");
        t.text("assistant_version", Call::assistantVersion, "The version of the agent.");
        t.bigint(
                "telephony_ringing_duration",
                Call::telephonyRingingDuration,
                "How long the telephone rang.\nmilliseconds");
        t.json("telephony_sip_headers", Call::telephonySipHeaders, "The SIP headers of the telephone connection.");
        t.id("call_id");
        t.time("start_time");
        return List.of(t);
    }
}
