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
 * Interruptions in the calls of one day.
 *
 * @param date The day.
 * @param bargeInRate Share of calls with at least one interruption. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record DailyBargeIn(LocalDate date, double bargeInRate, Unexpected unexpected) implements JsonRecord {
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
     * Share of calls with at least one interruption. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double bargeInRate() {
        unexpected.require(1);
        return bargeInRate;
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
    public static DailyBargeIn fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DailyBargeIn> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("DailyBargeIn")
                .always("date", JsonCodecs.DATE)
                .always("barge_in_rate", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public DailyBargeIn read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new DailyBargeIn(v.get(0), v.getDouble(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DailyBargeIn v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.bargeInRate);
        }
    }
}
