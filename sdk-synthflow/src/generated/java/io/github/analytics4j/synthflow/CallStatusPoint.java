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
 * The calls of one date by status.
 *
 * @param date The date, in a form that the vendor does not state.
 * @param completed Calls that were completed. Unit: calls.
 * @param hangupOnVoicemail Calls that met a voicemail and hung up. Unit: calls.
 * @param busy Calls that met a busy line. Unit: calls.
 * @param noAnswer Calls that nobody took. Unit: calls.
 * @param failed Calls that failed. Unit: calls.
 * @param leftVoicemail Calls that left a message on a voicemail. Unit: calls.
 * @param inProgress Calls still going on. Unit: calls.
 * @param checking Calls being checked. Unit: calls.
 * @param paused Calls on pause. Unit: calls.
 * @param queue Calls waiting for their turn. Unit: calls.
 * @param initiated Calls begun but not yet ringing. Unit: calls.
 * @param ringing Calls that were ringing. Unit: calls.
 * @param unexpected what arrived that the vendor does not document
 */
public record CallStatusPoint(
        @Nullable String date,
        @Nullable Long completed,
        @Nullable Long hangupOnVoicemail,
        @Nullable Long busy,
        @Nullable Long noAnswer,
        @Nullable Long failed,
        @Nullable Long leftVoicemail,
        @Nullable Long inProgress,
        @Nullable Long checking,
        @Nullable Long paused,
        @Nullable Long queue,
        @Nullable Long initiated,
        @Nullable Long ringing,
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
    public static CallStatusPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CallStatusPoint> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CallStatusPoint");
        static final int DATE = BUILDER.optional("date", JsonCodecs.STRING);
        static final int COMPLETED = BUILDER.optional("completed", JsonCodecs.LONG);
        static final int HANGUP_ON_VOICEMAIL = BUILDER.optional("hangup_on_voicemail", JsonCodecs.LONG);
        static final int BUSY = BUILDER.optional("busy", JsonCodecs.LONG);
        static final int NO_ANSWER = BUILDER.optional("no-answer", JsonCodecs.LONG);
        static final int FAILED = BUILDER.optional("failed", JsonCodecs.LONG);
        static final int LEFT_VOICEMAIL = BUILDER.optional("left_voicemail", JsonCodecs.LONG);
        static final int IN_PROGRESS = BUILDER.optional("in-progress", JsonCodecs.LONG);
        static final int CHECKING = BUILDER.optional("checking", JsonCodecs.LONG);
        static final int PAUSED = BUILDER.optional("paused", JsonCodecs.LONG);
        static final int QUEUE = BUILDER.optional("queue", JsonCodecs.LONG);
        static final int INITIATED = BUILDER.optional("initiated", JsonCodecs.LONG);
        static final int RINGING = BUILDER.optional("ringing", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CallStatusPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CallStatusPoint(
                    v.get(DATE),
                    v.getLongOrNull(COMPLETED),
                    v.getLongOrNull(HANGUP_ON_VOICEMAIL),
                    v.getLongOrNull(BUSY),
                    v.getLongOrNull(NO_ANSWER),
                    v.getLongOrNull(FAILED),
                    v.getLongOrNull(LEFT_VOICEMAIL),
                    v.getLongOrNull(IN_PROGRESS),
                    v.getLongOrNull(CHECKING),
                    v.getLongOrNull(PAUSED),
                    v.getLongOrNull(QUEUE),
                    v.getLongOrNull(INITIATED),
                    v.getLongOrNull(RINGING),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CallStatusPoint v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.date,
                    v.completed,
                    v.hangupOnVoicemail,
                    v.busy,
                    v.noAnswer,
                    v.failed,
                    v.leftVoicemail,
                    v.inProgress,
                    v.checking,
                    v.paused,
                    v.queue,
                    v.initiated,
                    v.ringing);
        }
    }
}
