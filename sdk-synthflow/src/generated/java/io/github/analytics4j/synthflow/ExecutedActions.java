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

/**
 * What agents did during calls.
 *
 * @param items One entry for each action.
 * @param unexpected what arrived that the vendor does not document
 */
public record ExecutedActions(List<ExecutedAction> items, UnexpectedContent unexpected) implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public ExecutedActions {
        items = List.copyOf(items);
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
    public static ExecutedActions fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ExecutedActions> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ExecutedActions");
        static final int ITEMS = BUILDER.optional("items", JsonCodecs.list(ExecutedAction.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ExecutedActions read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ExecutedActions(v.getList(ITEMS), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ExecutedActions v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.items);
        }
    }
}
