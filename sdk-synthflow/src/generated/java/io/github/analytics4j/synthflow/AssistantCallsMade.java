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
 * The calls of one agent.
 *
 * @param modelId The agent's id.
 * @param name The agent's name.
 * @param callsMade How many calls the agent had. Unit: calls.
 * @param percentageChange The change against the range of the same length before. Unit: percent. Scale: 100 means a
 *     hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record AssistantCallsMade(
        @Nullable String modelId,
        @Nullable String name,
        @Nullable Long callsMade,
        @Nullable Double percentageChange,
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
    public static AssistantCallsMade fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AssistantCallsMade> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                        "AssistantCallsMade", "model_id", "name", "calls_made", "percent_change")
                .alias("percentage_change", "percent_change");

        @Override
        public AssistantCallsMade read(JsonReader in) throws IOException {
            String modelId = null;
            String name = null;
            Long callsMade = null;
            Double percentageChange = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> modelId = in.readString();
                    case 1 -> name = in.readString();
                    case 2 -> callsMade = in.readLongOrNull();
                    case 3 -> percentageChange = in.readDoubleOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new AssistantCallsMade(modelId, name, callsMade, percentageChange, in.endObject());
        }

        @Override
        public void write(JsonWriter out, AssistantCallsMade v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.modelId);
            }
            if (out.field(1)) {
                out.value(v.name);
            }
            if (out.field(2)) {
                out.value(v.callsMade);
            }
            if (out.field(3)) {
                out.value(v.percentageChange);
            }
            out.end();
        }
    }
}
