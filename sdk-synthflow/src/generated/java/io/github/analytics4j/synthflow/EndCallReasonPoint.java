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
import io.github.analytics4j.json.Unexpected;
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
        Unexpected unexpected)
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
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static EndCallReasonPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<EndCallReasonPoint> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("EndCallReasonPoint")
                .field("date", JsonCodecs.STRING)
                .field("voicemail", JsonCodecs.LONG)
                .field("human_goodbye", JsonCodecs.LONG)
                .field("agent_goodbye", JsonCodecs.LONG)
                .field("human_pick_up_cut_off", JsonCodecs.LONG)
                .field("max_duration", JsonCodecs.LONG)
                .field("idle_time_exceeded", JsonCodecs.LONG)
                .field("goodbye_detected", JsonCodecs.LONG)
                .field("user_disconnected", JsonCodecs.LONG)
                .field("voicemail_message_left", JsonCodecs.LONG)
                .build();

        @Override
        public EndCallReasonPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new EndCallReasonPoint(
                    v.get(0),
                    v.getLongOrNull(1),
                    v.getLongOrNull(2),
                    v.getLongOrNull(3),
                    v.getLongOrNull(4),
                    v.getLongOrNull(5),
                    v.getLongOrNull(6),
                    v.getLongOrNull(7),
                    v.getLongOrNull(8),
                    v.getLongOrNull(9),
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
