// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonValue;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.TimeForm;
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the log.
 *
 * @param callId The call's id, as the dashboard's log page shows it.
 * @param modelId The agent's id.
 * @param duration How long the call lasted. Unit: seconds.
 * @param endCallReason Why the call ended.
 * @param judgeResults How the quality of the call was judged.
 * @param leadPhoneNumber The number of the person at the other end.
 * @param agentsUsed The agents that took part.
 * @param executedActions What the agent did during the call.
 * @param recordingUrl Where the recording is.
 * @param typeOfCall Whether the call came in or went out.
 * @param recordingDuration How long the recording is, as text in a form that the vendor does not state.
 * @param transcript What was said, one line a turn, each with its speaker in front.
 * @param errorMessage What went wrong, if the call failed.
 * @param callStatus The call's status.
 * @param startTime When the call started. Unit: milliseconds since the epoch, as text on the wire.
 * @param leadName The name of the person at the other end.
 * @param name The name of the one who was called.
 * @param labels The labels put on the call.
 * @param agentPhoneNumber The agent's number.
 * @param deploymentType How the agent was deployed.
 * @param timezone The time zone the call belongs to.
 * @param telephonyHangup Who hung up.
 * @param telephonyDisconnectReason Why the telephone connection ended.
 * @param telephonyDuration How long the telephone connection lasted. Unit: milliseconds.
 * @param telephonyStart When the telephone connection began. Unit: UTC where no zone is sent.
 * @param telephonyEnd When the telephone connection ended. Unit: UTC where no zone is sent.
 * @param campaignType The kind of campaign that the call was part of.
 * @param phoneNumberFrom The calling number.
 * @param phoneNumberTo The called number.
 * @param collectedVariables What the agents tried to learn, by agent id and then by variable; empty where the vendor
 *     sends null.
 * @param assistantVersion The version of the agent.
 * @param telephonyRingingDuration How long the telephone rang. Unit: milliseconds.
 * @param telephonySipHeaders The SIP headers of the telephone connection.
 * @param unexpected what arrived that the vendor does not document
 */
public record Call(
        @Nullable String callId,
        @Nullable String modelId,
        @Nullable Long duration,
        @Nullable EndCallReason endCallReason,
        @Nullable JsonValue judgeResults,
        @Nullable String leadPhoneNumber,
        List<String> agentsUsed,
        @Nullable JsonValue executedActions,
        @Nullable String recordingUrl,
        @Nullable TypeOfCall typeOfCall,
        @Nullable String recordingDuration,
        @Nullable String transcript,
        @Nullable String errorMessage,
        @Nullable CallStatus callStatus,
        @Nullable Instant startTime,
        @Nullable String leadName,
        @Nullable String name,
        List<String> labels,
        @Nullable String agentPhoneNumber,
        @Nullable String deploymentType,
        @Nullable String timezone,
        @Nullable TelephonyHangup telephonyHangup,
        @Nullable TelephonyDisconnectReason telephonyDisconnectReason,
        @Nullable Long telephonyDuration,
        @Nullable Instant telephonyStart,
        @Nullable Instant telephonyEnd,
        @Nullable String campaignType,
        @Nullable String phoneNumberFrom,
        @Nullable String phoneNumberTo,
        Map<String, Map<String, CollectedVariable>> collectedVariables,
        @Nullable String assistantVersion,
        @Nullable Long telephonyRingingDuration,
        @Nullable JsonValue telephonySipHeaders,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Call {
        agentsUsed = List.copyOf(agentsUsed);
        labels = List.copyOf(labels);
        collectedVariables = Json.copyOf(collectedVariables);
    }

    @Override
    public String toJson() {
        return Json.encode(Codec.INSTANCE, this);
    }

    /**
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static Call fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Call> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                "Call",
                "call_id",
                "model_id",
                "duration",
                "end_call_reason",
                "judge_results",
                "lead_phone_number",
                "agents_used",
                "executed_actions",
                "recording_url",
                "type_of_call",
                "recording_duration",
                "transcript",
                "error_message",
                "call_status",
                "start_time",
                "lead_name",
                "name",
                "labels",
                "agent_phone_number",
                "deployment_type",
                "timezone",
                "telephony_hangup",
                "telephony_disconnect_reason",
                "telephony_duration",
                "telephony_start",
                "telephony_end",
                "campaign_type",
                "phone_number_from",
                "phone_number_to",
                "collected_variables",
                "assistant_version",
                "telephony_ringing_duration",
                "telephony_sip_headers");

        private static final JsonCodec<Map<String, CollectedVariable>> COLLECTED_VARIABLES =
                JsonCodecs.map(CollectedVariable.Codec.INSTANCE);

        @Override
        public Call read(JsonReader in) throws IOException {
            String callId = null;
            String modelId = null;
            Long duration = null;
            EndCallReason endCallReason = null;
            JsonValue judgeResults = null;
            String leadPhoneNumber = null;
            List<String> agentsUsed = List.of();
            JsonValue executedActions = null;
            String recordingUrl = null;
            TypeOfCall typeOfCall = null;
            String recordingDuration = null;
            String transcript = null;
            String errorMessage = null;
            CallStatus callStatus = null;
            Instant startTime = null;
            String leadName = null;
            String name = null;
            List<String> labels = List.of();
            String agentPhoneNumber = null;
            String deploymentType = null;
            String timezone = null;
            TelephonyHangup telephonyHangup = null;
            TelephonyDisconnectReason telephonyDisconnectReason = null;
            Long telephonyDuration = null;
            Instant telephonyStart = null;
            Instant telephonyEnd = null;
            String campaignType = null;
            String phoneNumberFrom = null;
            String phoneNumberTo = null;
            Map<String, Map<String, CollectedVariable>> collectedVariables = Map.of();
            String assistantVersion = null;
            Long telephonyRingingDuration = null;
            JsonValue telephonySipHeaders = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> callId = in.readString();
                    case 1 -> modelId = in.readInterned();
                    case 2 -> duration = in.readLongOrNull();
                    case 3 -> endCallReason = in.readText(EndCallReason.TYPE);
                    case 4 -> judgeResults = in.readValue();
                    case 5 -> leadPhoneNumber = in.readString();
                    case 6 -> agentsUsed = in.readList(JsonCodecs.INTERNED);
                    case 7 -> executedActions = in.readValue();
                    case 8 -> recordingUrl = in.readString();
                    case 9 -> typeOfCall = in.readText(TypeOfCall.TYPE);
                    case 10 -> recordingDuration = in.readString();
                    case 11 -> transcript = in.readString();
                    case 12 -> errorMessage = in.readString();
                    case 13 -> callStatus = in.readText(CallStatus.TYPE);
                    case 14 -> startTime = in.readInstant(TimeForm.EPOCH_MILLIS_TEXT);
                    case 15 -> leadName = in.readString();
                    case 16 -> name = in.readString();
                    case 17 -> labels = in.readList(JsonCodecs.INTERNED);
                    case 18 -> agentPhoneNumber = in.readInterned();
                    case 19 -> deploymentType = in.readInterned();
                    case 20 -> timezone = in.readInterned();
                    case 21 -> telephonyHangup = in.readText(TelephonyHangup.TYPE);
                    case 22 -> telephonyDisconnectReason = in.readText(TelephonyDisconnectReason.TYPE);
                    case 23 -> telephonyDuration = in.readLongOrNull();
                    case 24 -> telephonyStart = in.readInstant(TimeForm.ISO_LOCAL);
                    case 25 -> telephonyEnd = in.readInstant(TimeForm.ISO_LOCAL);
                    case 26 -> campaignType = in.readInterned();
                    case 27 -> phoneNumberFrom = in.readString();
                    case 28 -> phoneNumberTo = in.readString();
                    case 29 -> collectedVariables = in.readMap(COLLECTED_VARIABLES);
                    case 30 -> assistantVersion = in.readInterned();
                    case 31 -> telephonyRingingDuration = in.readLongOrNull();
                    case 32 -> telephonySipHeaders = in.readValue();
                    default -> throw new AssertionError(f);
                }
            }
            return new Call(
                    callId,
                    modelId,
                    duration,
                    endCallReason,
                    judgeResults,
                    leadPhoneNumber,
                    agentsUsed,
                    executedActions,
                    recordingUrl,
                    typeOfCall,
                    recordingDuration,
                    transcript,
                    errorMessage,
                    callStatus,
                    startTime,
                    leadName,
                    name,
                    labels,
                    agentPhoneNumber,
                    deploymentType,
                    timezone,
                    telephonyHangup,
                    telephonyDisconnectReason,
                    telephonyDuration,
                    telephonyStart,
                    telephonyEnd,
                    campaignType,
                    phoneNumberFrom,
                    phoneNumberTo,
                    collectedVariables,
                    assistantVersion,
                    telephonyRingingDuration,
                    telephonySipHeaders,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, Call v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.callId);
            }
            if (out.field(1)) {
                out.value(v.modelId);
            }
            if (out.field(2)) {
                out.value(v.duration);
            }
            if (out.field(3)) {
                out.value(v.endCallReason);
            }
            if (out.field(4)) {
                out.value(v.judgeResults);
            }
            if (out.field(5)) {
                out.value(v.leadPhoneNumber);
            }
            if (out.field(6)) {
                out.list(JsonCodecs.INTERNED, v.agentsUsed);
            }
            if (out.field(7)) {
                out.value(v.executedActions);
            }
            if (out.field(8)) {
                out.value(v.recordingUrl);
            }
            if (out.field(9)) {
                out.value(v.typeOfCall);
            }
            if (out.field(10)) {
                out.value(v.recordingDuration);
            }
            if (out.field(11)) {
                out.value(v.transcript);
            }
            if (out.field(12)) {
                out.value(v.errorMessage);
            }
            if (out.field(13)) {
                out.value(v.callStatus);
            }
            if (out.field(14)) {
                out.instant(TimeForm.EPOCH_MILLIS_TEXT, v.startTime);
            }
            if (out.field(15)) {
                out.value(v.leadName);
            }
            if (out.field(16)) {
                out.value(v.name);
            }
            if (out.field(17)) {
                out.list(JsonCodecs.INTERNED, v.labels);
            }
            if (out.field(18)) {
                out.value(v.agentPhoneNumber);
            }
            if (out.field(19)) {
                out.value(v.deploymentType);
            }
            if (out.field(20)) {
                out.value(v.timezone);
            }
            if (out.field(21)) {
                out.value(v.telephonyHangup);
            }
            if (out.field(22)) {
                out.value(v.telephonyDisconnectReason);
            }
            if (out.field(23)) {
                out.value(v.telephonyDuration);
            }
            if (out.field(24)) {
                out.instant(TimeForm.ISO_LOCAL, v.telephonyStart);
            }
            if (out.field(25)) {
                out.instant(TimeForm.ISO_LOCAL, v.telephonyEnd);
            }
            if (out.field(26)) {
                out.value(v.campaignType);
            }
            if (out.field(27)) {
                out.value(v.phoneNumberFrom);
            }
            if (out.field(28)) {
                out.value(v.phoneNumberTo);
            }
            if (out.field(29)) {
                out.map(COLLECTED_VARIABLES, v.collectedVariables);
            }
            if (out.field(30)) {
                out.value(v.assistantVersion);
            }
            if (out.field(31)) {
                out.value(v.telephonyRingingDuration);
            }
            if (out.field(32)) {
                out.value(v.telephonySipHeaders);
            }
            out.end();
        }
    }
}
