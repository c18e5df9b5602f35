// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

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
 * Something that happened in the account.
 *
 * @param id Identifies the event, evt_….
 * @param type Kind of the event.
 * @param leadId The lead it is about, lead_….
 * @param conversationId The conversation it came from, conv_….
 * @param description The event in a sentence, for people.
 * @param metadata Details, different for each kind of event; values may be nested.
 * @param occurredAt When it happened.
 * @param unexpected what arrived that the vendor does not document
 */
public record ActivityEvent(
        String id,
        ActivityType type,
        @Nullable String leadId,
        @Nullable String conversationId,
        String description,
        @Nullable JsonValue metadata,
        Instant occurredAt,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * Identifies the event, evt_….
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String id() {
        unexpected.require(0);
        return id;
    }

    /**
     * Kind of the event.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public ActivityType type() {
        unexpected.require(1);
        return type;
    }

    /**
     * The event in a sentence, for people.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String description() {
        unexpected.require(4);
        return description;
    }

    /**
     * When it happened.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Instant occurredAt() {
        unexpected.require(6);
        return occurredAt;
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
    public static ActivityEvent fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ActivityEvent> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                        "ActivityEvent",
                        "id",
                        "type",
                        "leadId",
                        "conversationId",
                        "description",
                        "metadata",
                        "occurredAt")
                .required(0, 1, 4, 6);

        @Override
        @SuppressWarnings("NullAway")
        public ActivityEvent read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            String id = null;
            ActivityType type = null;
            String leadId = null;
            String conversationId = null;
            String description = null;
            JsonValue metadata = null;
            Instant occurredAt = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> id = in.readString();
                    case 1 -> type = in.readText(ActivityType.TYPE);
                    case 2 -> leadId = in.readString();
                    case 3 -> conversationId = in.readString();
                    case 4 -> description = in.readString();
                    case 5 -> metadata = in.readValue();
                    case 6 -> occurredAt = in.readInstant(TimeForm.ISO_MILLIS);
                    default -> throw new AssertionError(f);
                }
            }
            return new ActivityEvent(
                    id, type, leadId, conversationId, description, metadata, occurredAt, in.endObject());
        }

        @Override
        public void write(JsonWriter out, ActivityEvent v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.id);
            }
            if (out.field(1)) {
                out.value(v.type);
            }
            if (out.field(2)) {
                out.value(v.leadId);
            }
            if (out.field(3)) {
                out.value(v.conversationId);
            }
            if (out.field(4)) {
                out.value(v.description);
            }
            if (out.field(5)) {
                out.value(v.metadata);
            }
            if (out.field(6)) {
                out.instant(TimeForm.ISO_MILLIS, v.occurredAt);
            }
            out.end();
        }
    }
}
