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
 * The calls of one agent.
 *
 * @param modelId The agent's id.
 * @param name The agent's name.
 * @param callsMade How many calls the agent had. Unit: calls.
 * @param percentageChange The change, presumably against the range of the same length before. Unit: percent. Scale: 100
 *     means a hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record AssistantCallsMade(
        @Nullable String modelId,
        @Nullable String name,
        @Nullable Long callsMade,
        @Nullable Double percentageChange,
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
    public static AssistantCallsMade fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AssistantCallsMade> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("AssistantCallsMade");
        static final int MODEL_ID = BUILDER.optional("model_id", JsonCodecs.STRING);
        static final int NAME = BUILDER.optional("name", JsonCodecs.STRING);
        static final int CALLS_MADE = BUILDER.optional("calls_made", JsonCodecs.LONG);
        static final int PERCENT_CHANGE = BUILDER.optional("percent_change", JsonCodecs.DOUBLE, "percentage_change");
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public AssistantCallsMade read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new AssistantCallsMade(
                    v.get(MODEL_ID),
                    v.get(NAME),
                    v.getLongOrNull(CALLS_MADE),
                    v.getDoubleOrNull(PERCENT_CHANGE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, AssistantCallsMade v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.modelId, v.name, v.callsMade, v.percentageChange);
        }
    }
}
