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
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A rate or average of an earlier period and how it has changed since.
 *
 * @param value The metric in the earlier period. Unit: that of the metric.
 * @param change Growth from the earlier period to this one, of rates too; may be null where the earlier value is 0.
 *     Unit: relative change. Scale: 0.24 is +24 %.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record ComparedNumber(double value, @Nullable Double change, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the metric in the earlier period} Unit: that of the metric. */
    public double value() {
        return FieldValues.required(value, unexpected, Codec.VALUE);
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
    public static ComparedNumber fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ComparedNumber> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ComparedNumber");
        static final int VALUE = BUILDER.required("value", JsonCodecs.DOUBLE);
        static final int CHANGE = BUILDER.optional("change", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ComparedNumber read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ComparedNumber(v.getDouble(VALUE), v.getDoubleOrNull(CHANGE), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ComparedNumber v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.value, v.change);
        }
    }
}
