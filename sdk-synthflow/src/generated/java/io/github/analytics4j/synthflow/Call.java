// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.FieldValues;
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
    public String toString() {
        return Json.shown(Codec.INSTANCE, this);
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

        private static final JsonFields FIELDS = JsonFields.of("Call")
                .field("call_id", JsonCodecs.STRING)
                .field("model_id", JsonCodecs.INTERNED)
                .field("duration", JsonCodecs.LONG)
                .field("end_call_reason", JsonCodecs.text(EndCallReason.TYPE))
                .field("judge_results", JsonCodecs.VALUE)
                .field("lead_phone_number", JsonCodecs.STRING)
                .field("agents_used", JsonCodecs.list(JsonCodecs.INTERNED))
                .field("executed_actions", JsonCodecs.VALUE)
                .field("recording_url", JsonCodecs.STRING)
                .field("type_of_call", JsonCodecs.text(TypeOfCall.TYPE))
                .field("recording_duration", JsonCodecs.STRING)
                .field("transcript", JsonCodecs.STRING)
                .field("error_message", JsonCodecs.STRING)
                .field("call_status", JsonCodecs.text(CallStatus.TYPE))
                .field("start_time", JsonCodecs.instant(TimeForm.EPOCH_MILLIS_TEXT))
                .field("lead_name", JsonCodecs.STRING)
                .field("name", JsonCodecs.STRING)
                .field("labels", JsonCodecs.list(JsonCodecs.INTERNED))
                .field("agent_phone_number", JsonCodecs.INTERNED)
                .field("deployment_type", JsonCodecs.INTERNED)
                .field("timezone", JsonCodecs.INTERNED)
                .field("telephony_hangup", JsonCodecs.text(TelephonyHangup.TYPE))
                .field("telephony_disconnect_reason", JsonCodecs.text(TelephonyDisconnectReason.TYPE))
                .field("telephony_duration", JsonCodecs.LONG)
                .field("telephony_start", JsonCodecs.instant(TimeForm.ISO_LOCAL))
                .field("telephony_end", JsonCodecs.instant(TimeForm.ISO_LOCAL))
                .field("campaign_type", JsonCodecs.INTERNED)
                .field("phone_number_from", JsonCodecs.STRING)
                .field("phone_number_to", JsonCodecs.STRING)
                .field("collected_variables", JsonCodecs.map(JsonCodecs.map(CollectedVariable.Codec.INSTANCE)))
                .field("assistant_version", JsonCodecs.INTERNED)
                .field("telephony_ringing_duration", JsonCodecs.LONG)
                .field("telephony_sip_headers", JsonCodecs.VALUE)
                .build();

        @Override
        public Call read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Call(
                    v.get(0),
                    v.get(1),
                    v.getLongOrNull(2),
                    v.get(3),
                    v.get(4),
                    v.get(5),
                    v.getList(6),
                    v.get(7),
                    v.get(8),
                    v.get(9),
                    v.get(10),
                    v.get(11),
                    v.get(12),
                    v.get(13),
                    v.get(14),
                    v.get(15),
                    v.get(16),
                    v.getList(17),
                    v.get(18),
                    v.get(19),
                    v.get(20),
                    v.get(21),
                    v.get(22),
                    v.getLongOrNull(23),
                    v.get(24),
                    v.get(25),
                    v.get(26),
                    v.get(27),
                    v.get(28),
                    v.getMap(29),
                    v.get(30),
                    v.getLongOrNull(31),
                    v.get(32),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Call v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.callId,
                    v.modelId,
                    v.duration,
                    v.endCallReason,
                    v.judgeResults,
                    v.leadPhoneNumber,
                    v.agentsUsed,
                    v.executedActions,
                    v.recordingUrl,
                    v.typeOfCall,
                    v.recordingDuration,
                    v.transcript,
                    v.errorMessage,
                    v.callStatus,
                    v.startTime,
                    v.leadName,
                    v.name,
                    v.labels,
                    v.agentPhoneNumber,
                    v.deploymentType,
                    v.timezone,
                    v.telephonyHangup,
                    v.telephonyDisconnectReason,
                    v.telephonyDuration,
                    v.telephonyStart,
                    v.telephonyEnd,
                    v.campaignType,
                    v.phoneNumberFrom,
                    v.phoneNumberTo,
                    v.collectedVariables,
                    v.assistantVersion,
                    v.telephonyRingingDuration,
                    v.telephonySipHeaders);
        }
    }
}
