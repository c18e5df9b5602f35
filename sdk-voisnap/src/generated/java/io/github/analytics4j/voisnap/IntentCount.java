// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS =
                JsonFields.of("IntentCount", "intent", "count", "percentage").required(0, 1, 2);

        @Override
        @SuppressWarnings("NullAway")
        public IntentCount read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            String intent = null;
            long count = 0;
            double percentage = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> intent = in.readInterned();
                    case 1 -> count = in.readLong();
                    case 2 -> percentage = in.readDouble();
                    default -> throw new AssertionError(f);
                }
            }
            return new IntentCount(intent, count, percentage, in.endObject());
        }

        @Override
        public void write(JsonWriter out, IntentCount v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.intent);
            }
            if (out.field(1)) {
                out.value(v.count);
            }
            if (out.field(2)) {
                out.value(v.percentage);
            }
            out.end();
        }
    }
}
