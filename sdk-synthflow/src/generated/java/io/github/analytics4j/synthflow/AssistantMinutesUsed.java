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
 * The minutes of one agent.
 *
 * @param modelId The agent's id.
 * @param name The agent's name.
 * @param minutesUsed How long the agent talked. Unit: minutes.
 * @param percentageChange The change against the range of the same length before. Unit: percent. Scale: 100 means a
 *     hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record AssistantMinutesUsed(
        @Nullable String modelId,
        @Nullable String name,
        @Nullable Double minutesUsed,
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
    public static AssistantMinutesUsed fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<AssistantMinutesUsed> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of(
                        "AssistantMinutesUsed", "model_id", "name", "minutes_used", "percentage_change")
                .alias("percent_change", "percentage_change");

        @Override
        public AssistantMinutesUsed read(JsonReader in) throws IOException {
            String modelId = null;
            String name = null;
            Double minutesUsed = null;
            Double percentageChange = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> modelId = in.readString();
                    case 1 -> name = in.readString();
                    case 2 -> minutesUsed = in.readDoubleOrNull();
                    case 3 -> percentageChange = in.readDoubleOrNull();
                    default -> throw new AssertionError(f);
                }
            }
            return new AssistantMinutesUsed(modelId, name, minutesUsed, percentageChange, in.endObject());
        }

        @Override
        public void write(JsonWriter out, AssistantMinutesUsed v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.modelId);
            }
            if (out.field(1)) {
                out.value(v.name);
            }
            if (out.field(2)) {
                out.value(v.minutesUsed);
            }
            if (out.field(3)) {
                out.value(v.percentageChange);
            }
            out.end();
        }
    }
}
