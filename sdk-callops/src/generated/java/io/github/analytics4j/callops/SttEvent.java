// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS = JsonFields.of(
                        "SttEvent", "id", "call_sid", "event_type", "provider_name", "model", "detail", "created_at")
                .required(0, 1, 2, 3, 4, 6);

        @Override
        @SuppressWarnings("NullAway")
        public SttEvent read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            String id = null;
            String callSid = null;
            SttEventType eventType = null;
            String providerName = null;
            String model = null;
            JsonValue detail = null;
            Instant createdAt = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> id = in.readString();
                    case 1 -> callSid = in.readString();
                    case 2 -> eventType = in.readText(SttEventType.TYPE);
                    case 3 -> providerName = in.readInterned();
                    case 4 -> model = in.readInterned();
                    case 5 -> detail = in.readValue();
                    case 6 -> createdAt = in.readInstant(TimeForm.ISO);
                    default -> throw new AssertionError(f);
                }
            }
            return new SttEvent(id, callSid, eventType, providerName, model, detail, createdAt, in.endObject());
        }

        @Override
        public void write(JsonWriter out, SttEvent v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.id);
            }
            if (out.field(1)) {
                out.value(v.callSid);
            }
            if (out.field(2)) {
                out.value(v.eventType);
            }
            if (out.field(3)) {
                out.value(v.providerName);
            }
            if (out.field(4)) {
                out.value(v.model);
            }
            if (out.field(5)) {
                out.value(v.detail);
            }
            if (out.field(6)) {
                out.instant(TimeForm.ISO, v.createdAt);
            }
            out.end();
        }
    }
}
