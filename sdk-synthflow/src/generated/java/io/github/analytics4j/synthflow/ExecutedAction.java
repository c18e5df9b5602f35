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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action of agents, over the whole range and by day.
 *
 * @param name The action's name.
 * @param value The action's figure for the whole range. Unit: executions, unless the vendor counts the action
 *     otherwise.
 * @param series The same figure over time.
 * @param percentageChange The change against the range of the same length before. Unit: percent. Scale: 100 means a
 *     hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record ExecutedAction(
        @Nullable String name,
        @Nullable Double value,
        List<ExecutedActionPoint> series,
        @Nullable Double percentageChange,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public ExecutedAction {
        series = List.copyOf(series);
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
    public static ExecutedAction fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ExecutedAction> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("ExecutedAction")
                .field("name", JsonCodecs.STRING)
                .field("value", JsonCodecs.DOUBLE)
                .field("series", JsonCodecs.list(ExecutedActionPoint.Codec.INSTANCE))
                .field("percentage_change", JsonCodecs.DOUBLE)
                .alias("percent_change")
                .build();

        @Override
        public ExecutedAction read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ExecutedAction(
                    v.get(0), v.getDoubleOrNull(1), v.getList(2), v.getDoubleOrNull(3), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ExecutedAction v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.name, v.value, v.series, v.percentageChange);
        }
    }
}
