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
import io.github.analytics4j.json.TimeForm;
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of a connection to speech to text.
 *
 * @param id Identifies the event.
 * @param callSid The call, by the id its carrier gave it.
 * @param eventType Kind of the event.
 * @param providerName Name of the provider, such as deepgram.
 * @param model The provider's model, such as nova-2.
 * @param detail Details, different for each kind of event.
 * @param createdAt When it happened.
 * @param unexpected what arrived that the vendor does not document
 */
public record SttEvent(
        String id,
        String callSid,
        SttEventType eventType,
        String providerName,
        String model,
        @Nullable JsonValue detail,
        Instant createdAt,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * Identifies the event.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String id() {
        unexpected.require(0);
        return id;
    }

    /**
     * The call, by the id its carrier gave it.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String callSid() {
        unexpected.require(1);
        return callSid;
    }

    /**
     * Kind of the event.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public SttEventType eventType() {
        unexpected.require(2);
        return eventType;
    }

    /**
     * Name of the provider, such as deepgram.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String providerName() {
        unexpected.require(3);
        return providerName;
    }

    /**
     * The provider's model, such as nova-2.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String model() {
        unexpected.require(4);
        return model;
    }

    /**
     * When it happened.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Instant createdAt() {
        unexpected.require(6);
        return createdAt;
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
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static SttEvent fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SttEvent> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("SttEvent")
                .always("id", JsonCodecs.STRING)
                .always("call_sid", JsonCodecs.STRING)
                .always("event_type", JsonCodecs.text(SttEventType.TYPE))
                .always("provider_name", JsonCodecs.INTERNED)
                .always("model", JsonCodecs.INTERNED)
                .field("detail", JsonCodecs.VALUE)
                .always("created_at", JsonCodecs.instant(TimeForm.ISO))
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public SttEvent read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new SttEvent(v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SttEvent v) throws IOException {
            out.writeFields(
                    FIELDS, v.unexpected, v.id, v.callSid, v.eventType, v.providerName, v.model, v.detail, v.createdAt);
        }
    }
}
