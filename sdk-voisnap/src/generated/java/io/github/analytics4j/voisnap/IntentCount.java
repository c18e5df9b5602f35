// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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

/**
 * How often people wanted one thing.
 *
 * @param intent What was wanted, such as billing_inquiry.
 * @param count Number of conversations about it. Unit: count.
 * @param percentage Share of all conversations, in spite of its name a decimal. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record IntentCount(String intent, long count, double percentage, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return what was wanted, such as billing_inquiry} */
    public String intent() {
        return FieldValues.required(intent, unexpected, Codec.INTENT);
    }

    /** {@return number of conversations about it} Unit: count. */
    public long count() {
        return FieldValues.required(count, unexpected, Codec.COUNT);
    }

    /** {@return share of all conversations, in spite of its name a decimal} Unit: share. Scale: 0–1. */
    public double percentage() {
        return FieldValues.required(percentage, unexpected, Codec.PERCENTAGE);
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
    public static IntentCount fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<IntentCount> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("IntentCount");
        static final int INTENT = BUILDER.required("intent", JsonCodecs.INTERNED);
        static final int COUNT = BUILDER.required("count", JsonCodecs.LONG);
        static final int PERCENTAGE = BUILDER.required("percentage", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public IntentCount read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new IntentCount(v.getRequired(INTENT), v.getLong(COUNT), v.getDouble(PERCENTAGE), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, IntentCount v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.intent, v.count, v.percentage);
        }
    }
}
