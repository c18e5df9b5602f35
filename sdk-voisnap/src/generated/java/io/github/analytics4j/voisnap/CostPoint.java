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
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What one step of a period cost.
 *
 * @param period First day of the step.
 * @param totalUsd Cost of the step's conversations together. Unit: USD.
 * @param conversations Number of conversations. Unit: count.
 * @param unexpected what arrived that the vendor does not document
 */
public record CostPoint(LocalDate period, BigDecimal totalUsd, long conversations, Unexpected unexpected)
        implements JsonRecord {
    /**
     * First day of the step.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public LocalDate period() {
        unexpected.require(0);
        return period;
    }

    /**
     * Cost of the step's conversations together. Unit: USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal totalUsd() {
        unexpected.require(1);
        return totalUsd;
    }

    /**
     * Number of conversations. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long conversations() {
        unexpected.require(2);
        return conversations;
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
    public static CostPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<CostPoint> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("CostPoint")
                .always("period", JsonCodecs.DATE)
                .always("totalUsd", JsonCodecs.DECIMAL)
                .always("conversations", JsonCodecs.LONG)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public CostPoint read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new CostPoint(v.get(0), v.get(1), v.getLong(2), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, CostPoint v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.totalUsd, v.conversations);
        }
    }
}
