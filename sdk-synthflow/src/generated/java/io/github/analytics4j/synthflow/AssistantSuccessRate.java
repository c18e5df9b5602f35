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
 * The success of one agent.
 *
 * @param modelId The agent's id.
 * @param name The agent's name.
 * @param successRate The share of the agent's calls that succeeded. Unit: percent. Scale: 0-100.
 * @param percentageChange The change, presumably against the range of the same length before. Unit: percent. Scale: 100
 *     means a hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record AssistantSuccessRate(
        @Nullable String modelId,
        @Nullable String name,
        @Nullable Double successRate,
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
    public static AssistantSuccessRate fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AssistantSuccessRate> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("AssistantSuccessRate");
        static final int MODEL_ID = BUILDER.optional("model_id", JsonCodecs.STRING);
        static final int NAME = BUILDER.optional("name", JsonCodecs.STRING);
        static final int SUCCESS_RATE = BUILDER.optional("success_rate", JsonCodecs.DOUBLE);
        static final int PERCENTAGE_CHANGE = BUILDER.optional("percentage_change", JsonCodecs.DOUBLE, "percent_change");
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public AssistantSuccessRate read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new AssistantSuccessRate(
                    v.get(MODEL_ID),
                    v.get(NAME),
                    v.getDoubleOrNull(SUCCESS_RATE),
                    v.getDoubleOrNull(PERCENTAGE_CHANGE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, AssistantSuccessRate v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.modelId, v.name, v.successRate, v.percentageChange);
        }
    }
}
