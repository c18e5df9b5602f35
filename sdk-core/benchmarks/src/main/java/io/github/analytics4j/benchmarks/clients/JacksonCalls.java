package io.github.analytics4j.benchmarks.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records one would write for Jackson: times stay text, which spares Jackson what the SDK does. */
public final class JacksonCalls {
    private JacksonCalls() {}

    /** The response. */
    public record Page(String status, Listing response) {}

    /** Calls and where they stand. */
    public record Listing(Pagination pagination, List<Call> calls) {}

    /** Where a page stands. */
    public record Pagination(@JsonProperty("total_records") long totalRecords, int limit, long offset) {}

    /** A call. */
    public record Call(
            @JsonProperty("call_id") String callId,
            @JsonProperty("model_id") String modelId,
            @Nullable Long duration,
            @JsonProperty("end_call_reason") @Nullable String endCallReason,
            @JsonProperty("judge_results") @Nullable JsonNode judgeResults,
            @JsonProperty("lead_phone_number") @Nullable String leadPhoneNumber,
            @JsonProperty("agents_used") @Nullable List<String> agentsUsed,
            @JsonProperty("executed_actions") @Nullable JsonNode executedActions,
            @JsonProperty("recording_url") @Nullable String recordingUrl,
            @JsonProperty("type_of_call") @Nullable String typeOfCall,
            @JsonProperty("recording_duration") @Nullable String recordingDuration,
            @Nullable String transcript,
            @JsonProperty("error_message") @Nullable String errorMessage,
            @JsonProperty("call_status") @Nullable String callStatus,
            @JsonProperty("start_time") @Nullable String startTime,
            @JsonProperty("lead_name") @Nullable String leadName,
            @Nullable String name,
            @Nullable List<String> labels,
            @JsonProperty("agent_phone_number") @Nullable String agentPhoneNumber,
            @JsonProperty("deployment_type") @Nullable String deploymentType,
            @Nullable String timezone,
            @JsonProperty("telephony_hangup") @Nullable String telephonyHangup,

            @JsonProperty("telephony_disconnect_reason") @Nullable
            String telephonyDisconnectReason,

            @JsonProperty("telephony_duration") @Nullable Long telephonyDuration,
            @JsonProperty("telephony_start") @Nullable String telephonyStart,
            @JsonProperty("telephony_end") @Nullable String telephonyEnd,
            @JsonProperty("campaign_type") @Nullable String campaignType,
            @JsonProperty("phone_number_from") @Nullable String phoneNumberFrom,
            @JsonProperty("phone_number_to") @Nullable String phoneNumberTo,
            @JsonProperty("collected_variables") @Nullable Map<String, Map<String, Collected>> collectedVariables) {}

    /** A variable collected in a call. */
    public record Collected(@Nullable JsonNode value, boolean collected) {}
}
