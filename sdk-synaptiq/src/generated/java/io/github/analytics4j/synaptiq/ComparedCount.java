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
 * A count of an earlier period and how it has changed since.
 *
 * @param value The count in the earlier period. Unit: count.
 * @param change Growth from the earlier period to this one; may be null where the earlier value is 0. Unit: relative
 *     change. Scale: 0.24 is +24 %.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record ComparedCount(long value, @Nullable Double change, UnexpectedContent unexpected) implements JsonRecord {
    /** {@return the count in the earlier period} Unit: count. */
    public long value() {
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
    public static ComparedCount fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ComparedCount> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("ComparedCount");
        static final int VALUE = BUILDER.required("value", JsonCodecs.LONG);
        static final int CHANGE = BUILDER.optional("change", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public ComparedCount read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ComparedCount(v.getLong(VALUE), v.getDoubleOrNull(CHANGE), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ComparedCount v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.value, v.change);
        }
    }
}
