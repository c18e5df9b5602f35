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
import java.time.LocalDate;

/**
 * Turns in the calls of one day.
 *
 * @param date The day.
 * @param avgTurns Mean number of turns in a call. Unit: turns per call.
 * @param unexpected what arrived that the vendor does not document
 */
public record DailyTurns(LocalDate date, double avgTurns, Unexpected unexpected) implements JsonRecord {
    /**
     * The day.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public LocalDate date() {
        unexpected.require(0);
        return date;
    }

    /**
     * Mean number of turns in a call. Unit: turns per call.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgTurns() {
        unexpected.require(1);
        return avgTurns;
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
    public static DailyTurns fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DailyTurns> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("DailyTurns")
                .always("date", JsonCodecs.DATE)
                .always("avg_turns", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public DailyTurns read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new DailyTurns(v.get(0), v.getDouble(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DailyTurns v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.avgTurns);
        }
    }
}
