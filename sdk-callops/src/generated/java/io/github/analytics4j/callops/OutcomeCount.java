// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

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

        private static final JsonFields FIELDS =
                JsonFields.of("OutcomeCount", "outcome", "count").required(0, 1);

        @Override
        @SuppressWarnings("NullAway")
        public OutcomeCount read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            Outcome outcome = null;
            long count = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> outcome = in.readText(Outcome.TYPE);
                    case 1 -> count = in.readLong();
                    default -> throw new AssertionError(f);
                }
            }
            return new OutcomeCount(outcome, count, in.endObject());
        }

        @Override
        public void write(JsonWriter out, OutcomeCount v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.outcome);
            }
            if (out.field(1)) {
                out.value(v.count);
            }
            out.end();
        }
    }
}
