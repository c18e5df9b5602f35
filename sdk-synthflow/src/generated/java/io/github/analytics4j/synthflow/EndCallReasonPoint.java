// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonCodecs;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one date by the reason they ended.
 *
 * @param date The date, in a form that the vendor does not state.
 * @param voicemail Calls that ended at a voicemail. Unit: calls.
 * @param humanGoodbye Calls in which the person said goodbye. Unit: calls.
 * @param agentGoodbye Calls in which the agent said goodbye. Unit: calls.
 * @param humanPickUpCutOff Calls cut off as a person picked up. Unit: calls.
 * @param maxDuration Calls that reached the longest duration allowed. Unit: calls.
 * @param idleTimeExceeded Calls in which it was silent for too long. Unit: calls.
 * @param goodbyeDetected Calls in which a goodbye was noticed. Unit: calls.
 * @param userDisconnected Calls that the user's side dropped. Unit: calls.
 * @param voicemailMessageLeft Calls that left a message on a voicemail. Unit: calls.
 * @param unexpected what arrived that the vendor does not document
 */
public record EndCallReasonPoint(
        @Nullable String date,
        @Nullable Long voicemail,
        @Nullable Long humanGoodbye,
        @Nullable Long agentGoodbye,
        @Nullable Long humanPickUpCutOff,
        @Nullable Long maxDuration,
        @Nullable Long idleTimeExceeded,
        @Nullable Long goodbyeDetected,
        @Nullable Long userDisconnected,
        @Nullable Long voicemailMessageLeft,
        UnexpectedContent unexpected)
        implements JsonRecord {
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
    public static EndCallReasonPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<EndCallReasonPoint> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("EndCallReasonPoint");
        static final int DATE = BUILDER.optional("date", JsonCodecs.STRING);
        static final int VOICEMAIL = BUILDER.optional("voicemail", JsonCodecs.LONG);
        static final int HUMAN_GOODBYE = BUILDER.optional("human_goodbye", JsonCodecs.LONG);
        static final int AGENT_GOODBYE = BUILDER.optional("agent_goodbye", JsonCodecs.LONG);
        static final int HUMAN_PICK_UP_CUT_OFF = BUILDER.optional("human_pick_up_cut_off", JsonCodecs.LONG);
        static final int MAX_DURATION = BUILDER.optional("max_duration", JsonCodecs.LONG);
        static final int IDLE_TIME_EXCEEDED = BUILDER.optional("idle_time_exceeded", JsonCodecs.LONG);
        static final int GOODBYE_DETECTED = BUILDER.optional("goodbye_detected", JsonCodecs.LONG);
        static final int USER_DISCONNECTED = BUILDER.optional("user_disconnected", JsonCodecs.LONG);
        static final int VOICEMAIL_MESSAGE_LEFT = BUILDER.optional("voicemail_message_left", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public EndCallReasonPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new EndCallReasonPoint(
                    v.get(DATE),
                    v.getLongOrNull(VOICEMAIL),
                    v.getLongOrNull(HUMAN_GOODBYE),
                    v.getLongOrNull(AGENT_GOODBYE),
                    v.getLongOrNull(HUMAN_PICK_UP_CUT_OFF),
                    v.getLongOrNull(MAX_DURATION),
                    v.getLongOrNull(IDLE_TIME_EXCEEDED),
                    v.getLongOrNull(GOODBYE_DETECTED),
                    v.getLongOrNull(USER_DISCONNECTED),
                    v.getLongOrNull(VOICEMAIL_MESSAGE_LEFT),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, EndCallReasonPoint v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.date,
                    v.voicemail,
                    v.humanGoodbye,
                    v.agentGoodbye,
                    v.humanPickUpCutOff,
                    v.maxDuration,
                    v.idleTimeExceeded,
                    v.goodbyeDetected,
                    v.userDisconnected,
                    v.voicemailMessageLeft);
        }
    }
}
