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
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one step of a period cost.
 *
 * @param period First day of the step; its time zone is not documented.
 * @param totalUsd Cost of the step's conversations together. Unit: USD.
 * @param conversations Number of conversations. Unit: count.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record CostPoint(LocalDate period, BigDecimal totalUsd, long conversations, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return first day of the step; its time zone is not documented} */
    public LocalDate period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return cost of the step's conversations together} Unit: USD. */
    public BigDecimal totalUsd() {
        return FieldValues.required(totalUsd, unexpected, Codec.TOTAL_USD);
    }

    /** {@return number of conversations} Unit: count. */
    public long conversations() {
        return FieldValues.required(conversations, unexpected, Codec.CONVERSATIONS);
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
    public static CostPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CostPoint> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("CostPoint");
        static final int PERIOD = BUILDER.required("period", JsonCodecs.DATE);
        static final int TOTAL_USD = BUILDER.required("totalUsd", JsonCodecs.DECIMAL);
        static final int CONVERSATIONS = BUILDER.required("conversations", JsonCodecs.LONG);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public CostPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new CostPoint(
                    v.getRequired(PERIOD), v.getRequired(TOTAL_USD), v.getLong(CONVERSATIONS), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CostPoint v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.totalUsd, v.conversations);
        }
    }
}
