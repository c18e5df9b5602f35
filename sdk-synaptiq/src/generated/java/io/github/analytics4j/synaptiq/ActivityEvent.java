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
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the account.
 *
 * @param id The id of the event, evt_….
 * @param type Kind of the event.
 * @param leadId The lead it is about, lead_….
 * @param conversationId The conversation it came from, conv_….
 * @param description The event in a sentence, for people.
 * @param metadata Details, different for each kind of event; values may be nested.
 * @param occurredAt When it happened.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record ActivityEvent(
        String id,
        ActivityType type,
        @Nullable String leadId,
        @Nullable String conversationId,
        String description,
        @Nullable JsonValue metadata,
        Instant occurredAt,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the id of the event, evt_…} */
    public String id() {
        return FieldValues.required(id, unexpected, Codec.ID);
    }

    /** {@return kind of the event} */
    public ActivityType type() {
        return FieldValues.required(type, unexpected, Codec.TYPE);
    }

    /** {@return the event in a sentence, for people} */
    public String description() {
        return FieldValues.required(description, unexpected, Codec.DESCRIPTION);
    }

    /** {@return when it happened} */
    public Instant occurredAt() {
        return FieldValues.required(occurredAt, unexpected, Codec.OCCURRED_AT);
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
    public static ActivityEvent fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ActivityEvent> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ActivityEvent");
        static final int ID = BUILDER.required("id", JsonCodecs.STRING);
        static final int TYPE = BUILDER.required("type", JsonCodecs.text(ActivityType.TYPE));
        static final int LEAD_ID = BUILDER.optional("leadId", JsonCodecs.STRING);
        static final int CONVERSATION_ID = BUILDER.optional("conversationId", JsonCodecs.STRING);
        static final int DESCRIPTION = BUILDER.required("description", JsonCodecs.STRING);
        static final int METADATA = BUILDER.optional("metadata", JsonCodecs.VALUE);
        static final int OCCURRED_AT =
                BUILDER.required("occurredAt", JsonCodecs.instant(JsonCodecs.TimeForm.ISO_MILLIS));

        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ActivityEvent read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ActivityEvent(
                    v.getRequired(ID),
                    v.getRequired(TYPE),
                    v.get(LEAD_ID),
                    v.get(CONVERSATION_ID),
                    v.getRequired(DESCRIPTION),
                    v.get(METADATA),
                    v.getRequired(OCCURRED_AT),
                    v.unexpected());
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
