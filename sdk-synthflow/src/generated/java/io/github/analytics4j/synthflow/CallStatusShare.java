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
 * The calls that ended up in one status.
 *
 * @param status The status.
 * @param value How many calls ended up in it. Unit: calls.
 * @param percentage Their share of all calls. Unit: percent. Scale: 0-100.
 * @param percentageChange The change, presumably against the range of the same length before. Unit: percent. Scale: 100
 *     means a hundred percent more.
 * @param unexpected what arrived that the vendor does not document
 */
public record CallStatusShare(
        @Nullable CallStatus status,
        @Nullable Long value,
        @Nullable Double percentage,
        @Nullable Double percentageChange,
        UnexpectedContent unexpected)
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
     * {@return the record of an object that {@link #toJson} made, or the vendor sent}
     *
     * @param json one JSON object; what the vendor does not document is kept
     */
    public static CallStatusShare fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CallStatusShare> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CallStatusShare");
        static final int STATUS = BUILDER.optional("status", JsonCodecs.text(CallStatus.TYPE));
        static final int VALUE = BUILDER.optional("value", JsonCodecs.LONG);
        static final int PERCENTAGE = BUILDER.optional("percentage", JsonCodecs.DOUBLE);
        static final int PERCENTAGE_CHANGE = BUILDER.optional("percentage_change", JsonCodecs.DOUBLE, "percent_change");
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CallStatusShare read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CallStatusShare(
                    v.get(STATUS),
                    v.getLongOrNull(VALUE),
                    v.getDoubleOrNull(PERCENTAGE),
                    v.getDoubleOrNull(PERCENTAGE_CHANGE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CallStatusShare v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.status, v.value, v.percentage, v.percentageChange);
        }
    }
}
