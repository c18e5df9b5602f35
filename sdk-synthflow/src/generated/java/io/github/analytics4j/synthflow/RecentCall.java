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
 * One of the latest calls, in short.
 *
 * @param callId The call's id.
 * @param callStatus The call's status.
 * @param duration How long the call lasted. Unit: seconds.
 * @param agentName The agent's name.
 * @param modelId The agent's id.
 * @param leadPhoneNumber The number of the person at the other end.
 * @param createdAt When the call came to be, in a form that the vendor does not state.
 * @param unexpected what arrived that the vendor does not document
 */
public record RecentCall(
        @Nullable String callId,
        @Nullable CallStatus callStatus,
        @Nullable Long duration,
        @Nullable String agentName,
        @Nullable String modelId,
        @Nullable String leadPhoneNumber,
        @Nullable String createdAt,
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
    public static RecentCall fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<RecentCall> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                "RecentCall",
                "call_id",
                "call_status",
                "duration",
                "agent_name",
                "model_id",
                "lead_phone_number",
                "created_at");

        @Override
        public RecentCall read(JsonReader in) throws IOException {
            String callId = null;
            CallStatus callStatus = null;
            Long duration = null;
            String agentName = null;
            String modelId = null;
            String leadPhoneNumber = null;
            String createdAt = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> callId = in.readString();
                    case 1 -> callStatus = in.readText(CallStatus.TYPE);
                    case 2 -> duration = in.readLongOrNull();
                    case 3 -> agentName = in.readInterned();
                    case 4 -> modelId = in.readInterned();
                    case 5 -> leadPhoneNumber = in.readString();
                    case 6 -> createdAt = in.readString();
                    default -> throw new AssertionError(f);
                }
            }
            return new RecentCall(
                    callId, callStatus, duration, agentName, modelId, leadPhoneNumber, createdAt, in.endObject());
        }

        @Override
        public void write(JsonWriter out, RecentCall v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.callId);
            }
            if (out.field(1)) {
                out.value(v.callStatus);
            }
            if (out.field(2)) {
                out.value(v.duration);
            }
            if (out.field(3)) {
                out.value(v.agentName);
            }
            if (out.field(4)) {
                out.value(v.modelId);
            }
            if (out.field(5)) {
                out.value(v.leadPhoneNumber);
            }
            if (out.field(6)) {
                out.value(v.createdAt);
            }
            out.end();
        }
    }
}
