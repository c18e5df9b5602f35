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
 * An action's figure on one date.
 *
 * @param date The date, in a form that the vendor does not state.
 * @param value The figure of that date. Unit: executions, unless the vendor counts the action otherwise.
 * @param unexpected what arrived that the vendor does not document
 */
public record ExecutedActionPoint(
        @Nullable String date, @Nullable Double value, UnexpectedContent unexpected) implements JsonRecord {
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
    public static ExecutedActionPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ExecutedActionPoint> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ExecutedActionPoint");
        static final int DATE = BUILDER.optional("date", JsonCodecs.STRING);
        static final int VALUE = BUILDER.optional("value", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ExecutedActionPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ExecutedActionPoint(v.get(DATE), v.getDoubleOrNull(VALUE), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ExecutedActionPoint v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.value);
        }
    }
}
