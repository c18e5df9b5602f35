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

        private static final JsonFields FIELDS = JsonFields.of(
                "CallStatusPoint",
                "date",
                "completed",
                "hangup_on_voicemail",
                "busy",
                "no-answer",
                "failed",
                "left_voicemail",
                "in-progress",
                "checking",
                "paused",
                "queue",
                "initiated",
                "ringing");

        @Override
        public CallStatusPoint read(JsonReader in) throws IOException {
            String date = null;
            Long completed = null;
            Long hangupOnVoicemail = null;
            Long busy = null;
            Long noAnswer = null;
            Long failed = null;
            Long leftVoicemail = null;
            Long inProgress = null;
            Long checking = null;
            Long paused = null;
            Long queue = null;
            Long initiated = null;
            Long ringing = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> date = in.readString();
                    case 1 -> completed = in.readLongOrNull();
                    case 2 -> hangupOnVoicemail = in.readLongOrNull();
                    case 3 -> busy = in.readLongOrNull();
                    case 4 -> noAnswer = in.readLongOrNull();
                    case 5 -> failed = in.readLongOrNull();
                    case 6 -> leftVoicemail = in.readLongOrNull();
                    case 7 -> inProgress = in.readLongOrNull();
                    case 8 -> checking = in.readLongOrNull();
                    case 9 -> paused = in.readLongOrNull();
                    case 10 -> queue = in.readLongOrNull();
                    case 11 -> initiated = in.readLongOrNull();
                    case 12 -> ringing = in.readLongOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new CallStatusPoint(
                    date,
                    completed,
                    hangupOnVoicemail,
                    busy,
                    noAnswer,
                    failed,
                    leftVoicemail,
                    inProgress,
                    checking,
                    paused,
                    queue,
                    initiated,
                    ringing,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, CallStatusPoint v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.date);
            }
            if (out.field(1)) {
                out.value(v.completed);
            }
            if (out.field(2)) {
                out.value(v.hangupOnVoicemail);
            }
            if (out.field(3)) {
                out.value(v.busy);
            }
            if (out.field(4)) {
                out.value(v.noAnswer);
            }
            if (out.field(5)) {
                out.value(v.failed);
            }
            if (out.field(6)) {
                out.value(v.leftVoicemail);
            }
            if (out.field(7)) {
                out.value(v.inProgress);
            }
            if (out.field(8)) {
                out.value(v.checking);
            }
            if (out.field(9)) {
                out.value(v.paused);
            }
            if (out.field(10)) {
                out.value(v.queue);
            }
            if (out.field(11)) {
                out.value(v.initiated);
            }
            if (out.field(12)) {
                out.value(v.ringing);
            }
            out.end();
        }
    }
}
