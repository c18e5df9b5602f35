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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One action of agents, over the whole range and by day.
 *
 * @param name The action's name.
 * @param value The action's figure for the whole range. Unit: executions, unless the vendor counts the action
 *     otherwise.
 * @param series The same figure over time.
 * @param percentageChange The change, presumably against the range of the same length before. Unit: percent. Scale: 100
 *     means a hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record ExecutedAction(
        @Nullable String name,
        @Nullable Double value,
        List<ExecutedActionPoint> series,
        @Nullable Double percentageChange,
        UnexpectedContent unexpected)
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
     * {@return the record of an object that {@link #toJson} made, or the vendor sent}
     *
     * @param json one JSON object; what the vendor does not document is kept
     */
    public static ExecutedAction fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ExecutedAction> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ExecutedAction");
        static final int NAME = BUILDER.optional("name", JsonCodecs.STRING);
        static final int VALUE = BUILDER.optional("value", JsonCodecs.DOUBLE);
        static final int SERIES = BUILDER.optional("series", JsonCodecs.list(ExecutedActionPoint.Codec.INSTANCE));
        static final int PERCENTAGE_CHANGE = BUILDER.optional("percentage_change", JsonCodecs.DOUBLE, "percent_change");
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ExecutedAction read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ExecutedAction(
                    v.get(NAME),
                    v.getDoubleOrNull(VALUE),
                    v.getList(SERIES),
                    v.getDoubleOrNull(PERCENTAGE_CHANGE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ExecutedAction v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.name, v.value, v.series, v.percentageChange);
        }
    }
}
