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
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The cost of one day.
 *
 * @param date The day, in a time zone that the vendor does not state.
 * @param totalCost Cost of the calls of the day together; the vendor names no currency. Unit: currency units.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record DailyCost(LocalDate date, BigDecimal totalCost, UnexpectedContent unexpected) implements JsonRecord {
    /** {@return the day, in a time zone that the vendor does not state} */
    public LocalDate date() {
        return FieldValues.required(date, unexpected, Codec.DATE);
    }

    /** {@return cost of the calls of the day together; the vendor names no currency} Unit: currency units. */
    public BigDecimal totalCost() {
        return FieldValues.required(totalCost, unexpected, Codec.TOTAL_COST);
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
    public static DailyCost fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DailyCost> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("DailyCost");
        static final int DATE = BUILDER.required("date", JsonCodecs.DATE);
        static final int TOTAL_COST = BUILDER.required("total_cost", JsonCodecs.DECIMAL);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public DailyCost read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new DailyCost(v.getRequired(DATE), v.getRequired(TOTAL_COST), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DailyCost v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.date, v.totalCost);
        }
    }
}
