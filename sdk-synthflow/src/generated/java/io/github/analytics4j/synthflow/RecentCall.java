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
 * One of the latest calls, in short.
 *
 * @param callId The call's id.
 * @param callStatus The call's status.
 * @param duration How long the call lasted. Unit: not stated by the vendor, presumably seconds.
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
    public static RecentCall fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<RecentCall> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("RecentCall");
        static final int CALL_ID = BUILDER.optional("call_id", JsonCodecs.STRING);
        static final int CALL_STATUS = BUILDER.optional("call_status", JsonCodecs.text(CallStatus.TYPE));
        static final int DURATION = BUILDER.optional("duration", JsonCodecs.LONG);
        static final int AGENT_NAME = BUILDER.optional("agent_name", JsonCodecs.INTERNED);
        static final int MODEL_ID = BUILDER.optional("model_id", JsonCodecs.INTERNED);
        static final int LEAD_PHONE_NUMBER = BUILDER.optional("lead_phone_number", JsonCodecs.STRING);
        static final int CREATED_AT = BUILDER.optional("created_at", JsonCodecs.STRING);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public RecentCall read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new RecentCall(
                    v.get(CALL_ID),
                    v.get(CALL_STATUS),
                    v.getLongOrNull(DURATION),
                    v.get(AGENT_NAME),
                    v.get(MODEL_ID),
                    v.get(LEAD_PHONE_NUMBER),
                    v.get(CREATED_AT),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, RecentCall v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.callId,
                    v.callStatus,
                    v.duration,
                    v.agentName,
                    v.modelId,
                    v.leadPhoneNumber,
                    v.createdAt);
        }
    }
}
