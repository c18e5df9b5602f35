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
import org.jspecify.annotations.Nullable;

/**
 * The calls that ended up in one status.
 *
 * @param status The status.
 * @param value How many calls ended up in it. Unit: calls.
 * @param percentage Their share of all calls. Unit: percent. Scale: 0-100.
 * @param percentageChange The change against the range of the same length before. Unit: percent. Scale: 100 means a
 *     hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record CallStatusShare(
        @Nullable CallStatus status,
        @Nullable Long value,
        @Nullable Double percentage,
        @Nullable Double percentageChange,
        Unexpected unexpected)
        implements JsonRecord {
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
    public static CallStatusShare fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CallStatusShare> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("CallStatusShare")
                .field("status", JsonCodecs.text(CallStatus.TYPE))
                .field("value", JsonCodecs.LONG)
                .field("percentage", JsonCodecs.DOUBLE)
                .field("percentage_change", JsonCodecs.DOUBLE)
                .alias("percent_change")
                .build();

        @Override
        public CallStatusShare read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CallStatusShare(
                    v.get(0), v.getLongOrNull(1), v.getDoubleOrNull(2), v.getDoubleOrNull(3), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CallStatusShare v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.status, v.value, v.percentage, v.percentageChange);
        }
    }
}
