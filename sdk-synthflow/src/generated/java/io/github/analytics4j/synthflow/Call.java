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
import io.github.analytics4j.json.UnexpectedContent;
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
        UnexpectedContent unexpected)
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
     * {@return the record of an object that {@link #toJson} made, or the vendor sent}
     *
     * @param json one JSON object; what the vendor does not document is kept
     */
    public static Call fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Call> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Call");
        static final int CALL_ID = BUILDER.optional("call_id", JsonCodecs.STRING);
        static final int MODEL_ID = BUILDER.optional("model_id", JsonCodecs.INTERNED);
        static final int DURATION = BUILDER.optional("duration", JsonCodecs.LONG);
        static final int END_CALL_REASON = BUILDER.optional("end_call_reason", JsonCodecs.text(EndCallReason.TYPE));
        static final int JUDGE_RESULTS = BUILDER.optional("judge_results", JsonCodecs.VALUE);
        static final int LEAD_PHONE_NUMBER = BUILDER.optional("lead_phone_number", JsonCodecs.STRING);
        static final int AGENTS_USED = BUILDER.optional("agents_used", JsonCodecs.list(JsonCodecs.INTERNED));
        static final int EXECUTED_ACTIONS = BUILDER.optional("executed_actions", JsonCodecs.VALUE);
        static final int RECORDING_URL = BUILDER.optional("recording_url", JsonCodecs.STRING);
        static final int TYPE_OF_CALL = BUILDER.optional("type_of_call", JsonCodecs.text(TypeOfCall.TYPE));
        static final int RECORDING_DURATION = BUILDER.optional("recording_duration", JsonCodecs.STRING);
        static final int TRANSCRIPT = BUILDER.optional("transcript", JsonCodecs.STRING);
        static final int ERROR_MESSAGE = BUILDER.optional("error_message", JsonCodecs.STRING);
        static final int CALL_STATUS = BUILDER.optional("call_status", JsonCodecs.text(CallStatus.TYPE));
        static final int START_TIME =
                BUILDER.optional("start_time", JsonCodecs.instant(JsonCodecs.TimeForm.EPOCH_MILLIS_TEXT));

        static final int LEAD_NAME = BUILDER.optional("lead_name", JsonCodecs.STRING);
        static final int NAME = BUILDER.optional("name", JsonCodecs.STRING);
        static final int LABELS = BUILDER.optional("labels", JsonCodecs.list(JsonCodecs.INTERNED));
        static final int AGENT_PHONE_NUMBER = BUILDER.optional("agent_phone_number", JsonCodecs.INTERNED);
        static final int DEPLOYMENT_TYPE = BUILDER.optional("deployment_type", JsonCodecs.INTERNED);
        static final int TIMEZONE = BUILDER.optional("timezone", JsonCodecs.INTERNED);
        static final int TELEPHONY_HANGUP = BUILDER.optional("telephony_hangup", JsonCodecs.text(TelephonyHangup.TYPE));
        static final int TELEPHONY_DISCONNECT_REASON =
                BUILDER.optional("telephony_disconnect_reason", JsonCodecs.text(TelephonyDisconnectReason.TYPE));

        static final int TELEPHONY_DURATION = BUILDER.optional("telephony_duration", JsonCodecs.LONG);
        static final int TELEPHONY_START =
                BUILDER.optional("telephony_start", JsonCodecs.instant(JsonCodecs.TimeForm.ISO_LOCAL));

        static final int TELEPHONY_END =
                BUILDER.optional("telephony_end", JsonCodecs.instant(JsonCodecs.TimeForm.ISO_LOCAL));

        static final int CAMPAIGN_TYPE = BUILDER.optional("campaign_type", JsonCodecs.INTERNED);
        static final int PHONE_NUMBER_FROM = BUILDER.optional("phone_number_from", JsonCodecs.STRING);
        static final int PHONE_NUMBER_TO = BUILDER.optional("phone_number_to", JsonCodecs.STRING);
        static final int COLLECTED_VARIABLES = BUILDER.optional(
                "collected_variables", JsonCodecs.map(JsonCodecs.map(CollectedVariable.Codec.INSTANCE)));

        static final int ASSISTANT_VERSION = BUILDER.optional("assistant_version", JsonCodecs.INTERNED);
        static final int TELEPHONY_RINGING_DURATION = BUILDER.optional("telephony_ringing_duration", JsonCodecs.LONG);
        static final int TELEPHONY_SIP_HEADERS = BUILDER.optional("telephony_sip_headers", JsonCodecs.VALUE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Call read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Call(
                    v.get(CALL_ID),
                    v.get(MODEL_ID),
                    v.getLongOrNull(DURATION),
                    v.get(END_CALL_REASON),
                    v.get(JUDGE_RESULTS),
                    v.get(LEAD_PHONE_NUMBER),
                    v.getList(AGENTS_USED),
                    v.get(EXECUTED_ACTIONS),
                    v.get(RECORDING_URL),
                    v.get(TYPE_OF_CALL),
                    v.get(RECORDING_DURATION),
                    v.get(TRANSCRIPT),
                    v.get(ERROR_MESSAGE),
                    v.get(CALL_STATUS),
                    v.get(START_TIME),
                    v.get(LEAD_NAME),
                    v.get(NAME),
                    v.getList(LABELS),
                    v.get(AGENT_PHONE_NUMBER),
                    v.get(DEPLOYMENT_TYPE),
                    v.get(TIMEZONE),
                    v.get(TELEPHONY_HANGUP),
                    v.get(TELEPHONY_DISCONNECT_REASON),
                    v.getLongOrNull(TELEPHONY_DURATION),
                    v.get(TELEPHONY_START),
                    v.get(TELEPHONY_END),
                    v.get(CAMPAIGN_TYPE),
                    v.get(PHONE_NUMBER_FROM),
                    v.get(PHONE_NUMBER_TO),
                    v.getMap(COLLECTED_VARIABLES),
                    v.get(ASSISTANT_VERSION),
                    v.getLongOrNull(TELEPHONY_RINGING_DURATION),
                    v.get(TELEPHONY_SIP_HEADERS),
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
