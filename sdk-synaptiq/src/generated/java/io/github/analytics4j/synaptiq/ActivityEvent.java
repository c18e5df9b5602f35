// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

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
    public static ActivityEvent fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ActivityEvent> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("ActivityEvent")
                .always("id", JsonCodecs.STRING)
                .always("type", JsonCodecs.text(ActivityType.TYPE))
                .field("leadId", JsonCodecs.STRING)
                .field("conversationId", JsonCodecs.STRING)
                .always("description", JsonCodecs.STRING)
                .field("metadata", JsonCodecs.VALUE)
                .always("occurredAt", JsonCodecs.instant(TimeForm.ISO_MILLIS))
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public ActivityEvent read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new ActivityEvent(
                    v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5), v.get(6), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ActivityEvent v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.id,
                    v.type,
                    v.leadId,
                    v.conversationId,
                    v.description,
                    v.metadata,
                    v.occurredAt);
        }
    }
}
