// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

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
 * The calls with one outcome.
 *
 * @param outcome The outcome or status.
 * @param count Number of calls. Unit: count.
 * @param unexpected what arrived that the vendor does not document
 */
public record OutcomeCount(Outcome outcome, long count, Unexpected unexpected) implements JsonRecord {
    /**
     * The outcome or status.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Outcome outcome() {
        unexpected.require(0);
        return outcome;
    }

    /**
     * Number of calls. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long count() {
        unexpected.require(1);
        return count;
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
    public static OutcomeCount fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<OutcomeCount> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("OutcomeCount")
                .always("outcome", JsonCodecs.text(Outcome.TYPE))
                .always("count", JsonCodecs.LONG)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public OutcomeCount read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new OutcomeCount(v.get(0), v.getLong(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, OutcomeCount v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.outcome, v.count);
        }
    }
}
