// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS = JsonFields.of(
                "EndCallReasonPoint",
                "date",
                "voicemail",
                "human_goodbye",
                "agent_goodbye",
                "human_pick_up_cut_off",
                "max_duration",
                "idle_time_exceeded",
                "goodbye_detected",
                "user_disconnected",
                "voicemail_message_left");

        @Override
        public EndCallReasonPoint read(JsonReader in) throws IOException {
            String date = null;
            Long voicemail = null;
            Long humanGoodbye = null;
            Long agentGoodbye = null;
            Long humanPickUpCutOff = null;
            Long maxDuration = null;
            Long idleTimeExceeded = null;
            Long goodbyeDetected = null;
            Long userDisconnected = null;
            Long voicemailMessageLeft = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> date = in.readString();
                    case 1 -> voicemail = in.readLongOrNull();
                    case 2 -> humanGoodbye = in.readLongOrNull();
                    case 3 -> agentGoodbye = in.readLongOrNull();
                    case 4 -> humanPickUpCutOff = in.readLongOrNull();
                    case 5 -> maxDuration = in.readLongOrNull();
                    case 6 -> idleTimeExceeded = in.readLongOrNull();
                    case 7 -> goodbyeDetected = in.readLongOrNull();
                    case 8 -> userDisconnected = in.readLongOrNull();
                    case 9 -> voicemailMessageLeft = in.readLongOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new EndCallReasonPoint(
                    date,
                    voicemail,
                    humanGoodbye,
                    agentGoodbye,
                    humanPickUpCutOff,
                    maxDuration,
                    idleTimeExceeded,
                    goodbyeDetected,
                    userDisconnected,
                    voicemailMessageLeft,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, EndCallReasonPoint v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.date);
            }
            if (out.field(1)) {
                out.value(v.voicemail);
            }
            if (out.field(2)) {
                out.value(v.humanGoodbye);
            }
            if (out.field(3)) {
                out.value(v.agentGoodbye);
            }
            if (out.field(4)) {
                out.value(v.humanPickUpCutOff);
            }
            if (out.field(5)) {
                out.value(v.maxDuration);
            }
            if (out.field(6)) {
                out.value(v.idleTimeExceeded);
            }
            if (out.field(7)) {
                out.value(v.goodbyeDetected);
            }
            if (out.field(8)) {
                out.value(v.userDisconnected);
            }
            if (out.field(9)) {
                out.value(v.voicemailMessageLeft);
            }
            out.end();
        }
    }
}
