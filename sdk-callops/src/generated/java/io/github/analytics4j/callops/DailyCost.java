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
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The cost of one day.
 *
 * @param date The day.
 * @param totalCost Cost of the calls of the day together. Unit: currency units. Scale: most likely USD.
 * @param unexpected what arrived that the vendor does not document
 */
public record DailyCost(LocalDate date, BigDecimal totalCost, Unexpected unexpected) implements JsonRecord {
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
     * Cost of the calls of the day together. Unit: currency units. Scale: most likely USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal totalCost() {
        unexpected.require(1);
        return totalCost;
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
    public static DailyCost fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DailyCost> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("DailyCost")
                .always("date", JsonCodecs.DATE)
                .always("total_cost", JsonCodecs.DECIMAL)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public DailyCost read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new DailyCost(v.get(0), v.get(1), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DailyCost v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.totalCost);
        }
    }
}
