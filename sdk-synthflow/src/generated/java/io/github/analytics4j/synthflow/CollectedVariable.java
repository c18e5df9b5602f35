// Generated from sdk-synthflow/src/spec/synthflow.yaml. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synthflow;

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
import org.jspecify.annotations.Nullable;

/**
 * What an agent tried to learn in a call.
 *
 * @param value What was learnt - text, number, boolean, or null where nothing was.
 * @param collected Whether it was learnt.
 * @param unexpected what arrived that the vendor does not document
 */
public record CollectedVariable(
        @Nullable JsonValue value, @Nullable Boolean collected, UnexpectedContent unexpected) implements JsonRecord {
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
    public static CollectedVariable fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CollectedVariable> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CollectedVariable");
        static final int VALUE = BUILDER.optional("value", JsonCodecs.VALUE);
        static final int COLLECTED = BUILDER.optional("collected", JsonCodecs.BOOLEAN);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CollectedVariable read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CollectedVariable(v.get(VALUE), v.getBooleanOrNull(COLLECTED), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CollectedVariable v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.value, v.collected);
        }
    }
}
