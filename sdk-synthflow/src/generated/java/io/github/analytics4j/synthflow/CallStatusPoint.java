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
    public static CallStatusPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CallStatusPoint> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("CallStatusPoint")
                .field("date", JsonCodecs.STRING)
                .field("completed", JsonCodecs.LONG)
                .field("hangup_on_voicemail", JsonCodecs.LONG)
                .field("busy", JsonCodecs.LONG)
                .field("no-answer", JsonCodecs.LONG)
                .field("failed", JsonCodecs.LONG)
                .field("left_voicemail", JsonCodecs.LONG)
                .field("in-progress", JsonCodecs.LONG)
                .field("checking", JsonCodecs.LONG)
                .field("paused", JsonCodecs.LONG)
                .field("queue", JsonCodecs.LONG)
                .field("initiated", JsonCodecs.LONG)
                .field("ringing", JsonCodecs.LONG)
                .build();

        @Override
        public CallStatusPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CallStatusPoint(
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
                    v.getLongOrNull(10),
                    v.getLongOrNull(11),
                    v.getLongOrNull(12),
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
