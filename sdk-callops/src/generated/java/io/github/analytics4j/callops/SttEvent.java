// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
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
import org.jspecify.annotations.Nullable;

/**
 * An event of a connection to speech to text.
 *
 * @param id The id of the event.
 * @param callSid The call, by the id its carrier gave it.
 * @param eventType Kind of the event.
 * @param providerName Name of the provider, such as deepgram.
 * @param model The provider's model, such as nova-2.
 * @param detail Details, different for each kind of event.
 * @param createdAt When it happened.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record SttEvent(
        String id,
        String callSid,
        SttEventType eventType,
        String providerName,
        String model,
        @Nullable JsonValue detail,
        Instant createdAt,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the id of the event} */
    public String id() {
        return FieldValues.required(id, unexpected, Codec.ID);
    }

    /** {@return the call, by the id its carrier gave it} */
    public String callSid() {
        return FieldValues.required(callSid, unexpected, Codec.CALL_SID);
    }

    /** {@return kind of the event} */
    public SttEventType eventType() {
        return FieldValues.required(eventType, unexpected, Codec.EVENT_TYPE);
    }

    /** {@return name of the provider, such as deepgram} */
    public String providerName() {
        return FieldValues.required(providerName, unexpected, Codec.PROVIDER_NAME);
    }

    /** {@return the provider's model, such as nova-2} */
    public String model() {
        return FieldValues.required(model, unexpected, Codec.MODEL);
    }

    /** {@return when it happened} */
    public Instant createdAt() {
        return FieldValues.required(createdAt, unexpected, Codec.CREATED_AT);
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
    public static SttEvent fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SttEvent> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("SttEvent");
        static final int ID = BUILDER.required("id", JsonCodecs.STRING);
        static final int CALL_SID = BUILDER.required("call_sid", JsonCodecs.STRING);
        static final int EVENT_TYPE = BUILDER.required("event_type", JsonCodecs.text(SttEventType.TYPE));
        static final int PROVIDER_NAME = BUILDER.required("provider_name", JsonCodecs.INTERNED);
        static final int MODEL = BUILDER.required("model", JsonCodecs.INTERNED);
        static final int DETAIL = BUILDER.optional("detail", JsonCodecs.VALUE);
        static final int CREATED_AT = BUILDER.required("created_at", JsonCodecs.instant(JsonCodecs.TimeForm.ISO));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public SttEvent read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new SttEvent(
                    v.getRequired(ID),
                    v.getRequired(CALL_SID),
                    v.getRequired(EVENT_TYPE),
                    v.getRequired(PROVIDER_NAME),
                    v.getRequired(MODEL),
                    v.get(DETAIL),
                    v.getRequired(CREATED_AT),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SttEvent v) throws IOException {
            out.writeFields(
                    FIELDS, v.unexpected, v.id, v.callSid, v.eventType, v.providerName, v.model, v.detail, v.createdAt);
        }
    }
}
