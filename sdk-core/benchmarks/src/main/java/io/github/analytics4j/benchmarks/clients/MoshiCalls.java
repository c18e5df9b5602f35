package io.github.analytics4j.benchmarks.clients;

import com.squareup.moshi.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records one would write for Moshi: times stay text, which spares Moshi what the SDK does. */
public final class MoshiCalls {
    private MoshiCalls() {}

    /** The response. */
    public record Page(String status, Listing response) {}

    /** Calls and where they stand. */
    public record Listing(Pagination pagination, List<Call> calls) {}

    /** Where a page stands. */
    public record Pagination(@Json(name = "total_records") long totalRecords, int limit, long offset) {}

    /** A call. */
    public record Call(
            @Json(name = "call_id") String callId,
            @Json(name = "model_id") String modelId,
            @Nullable Long duration,
            @Json(name = "end_call_reason") @Nullable String endCallReason,
            @Json(name = "judge_results") @Nullable Object judgeResults,
            @Json(name = "lead_phone_number") @Nullable String leadPhoneNumber,
            @Json(name = "agents_used") @Nullable List<String> agentsUsed,
            @Json(name = "executed_actions") @Nullable Object executedActions,
            @Json(name = "recording_url") @Nullable String recordingUrl,
            @Json(name = "type_of_call") @Nullable String typeOfCall,
            @Json(name = "recording_duration") @Nullable String recordingDuration,
            @Nullable String transcript,
            @Json(name = "error_message") @Nullable String errorMessage,
            @Json(name = "call_status") @Nullable String callStatus,
            @Json(name = "start_time") @Nullable String startTime,
            @Json(name = "lead_name") @Nullable String leadName,
            @Nullable String name,
            @Nullable List<String> labels,
            @Json(name = "agent_phone_number") @Nullable String agentPhoneNumber,
            @Json(name = "deployment_type") @Nullable String deploymentType,
            @Nullable String timezone,
            @Json(name = "telephony_hangup") @Nullable String telephonyHangup,

            @Json(name = "telephony_disconnect_reason") @Nullable
            String telephonyDisconnectReason,

            @Json(name = "telephony_duration") @Nullable Long telephonyDuration,
            @Json(name = "telephony_start") @Nullable String telephonyStart,
            @Json(name = "telephony_end") @Nullable String telephonyEnd,
            @Json(name = "campaign_type") @Nullable String campaignType,
            @Json(name = "phone_number_from") @Nullable String phoneNumberFrom,
            @Json(name = "phone_number_to") @Nullable String phoneNumberTo,
            @Json(name = "collected_variables") @Nullable Map<String, Map<String, Collected>> collectedVariables) {}

    /** A variable collected in a call. */
    public record Collected(@Nullable Object value, boolean collected) {}
}
