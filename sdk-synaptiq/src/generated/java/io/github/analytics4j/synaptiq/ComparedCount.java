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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A count of an earlier period and how it has changed since.
 *
 * @param value The count in the earlier period. Unit: count.
 * @param change Growth from the earlier period to this one; may be null where the earlier value is 0. Unit: relative
 *     change. Scale: 0.24 is +24 %.
 * @param unexpected what arrived that the vendor does not document
 */
public record ComparedCount(long value, @Nullable Double change, Unexpected unexpected) implements JsonRecord {
    /**
     * The count in the earlier period. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long value() {
        unexpected.require(0);
        return value;
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
    public static ComparedCount fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<ComparedCount> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("ComparedCount")
                .always("value", JsonCodecs.LONG)
                .field("change", JsonCodecs.DOUBLE)
                .build();

        @Override
        public ComparedCount read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new ComparedCount(v.getLong(0), v.getDoubleOrNull(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, ComparedCount v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.value, v.change);
        }
    }
}
