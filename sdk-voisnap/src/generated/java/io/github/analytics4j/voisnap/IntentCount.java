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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;

/**
 * How often people wanted one thing.
 *
 * @param intent What was wanted, such as billing_inquiry.
 * @param count Number of conversations about it. Unit: count.
 * @param percentage Share of all conversations, in spite of its name a decimal. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record IntentCount(String intent, long count, double percentage, Unexpected unexpected) implements JsonRecord {
    /**
     * What was wanted, such as billing_inquiry.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public String intent() {
        unexpected.require(0);
        return intent;
    }

    /**
     * Number of conversations about it. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long count() {
        unexpected.require(1);
        return count;
    }

    /**
     * Share of all conversations, in spite of its name a decimal. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double percentage() {
        unexpected.require(2);
        return percentage;
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
    public static IntentCount fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<IntentCount> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("IntentCount")
                .always("intent", JsonCodecs.INTERNED)
                .always("count", JsonCodecs.LONG)
                .always("percentage", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public IntentCount read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new IntentCount(v.get(0), v.getLong(1), v.getDouble(2), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, IntentCount v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.intent, v.count, v.percentage);
        }
    }
}
