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
 * The length below which a share of the conversations lies.
 *
 * @param p50 Half of the conversations are shorter: the median. Unit: seconds.
 * @param p75 Three of four conversations are shorter. Unit: seconds.
 * @param p90 Nine of ten conversations are shorter. Unit: seconds.
 * @param p99 All but one in a hundred conversations are shorter. Unit: seconds.
 * @param unexpected what arrived that the vendor does not document
 */
public record DurationPercentiles(double p50, double p75, double p90, double p99, Unexpected unexpected)
        implements JsonRecord {
    /**
     * Half of the conversations are shorter: the median. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double p50() {
        unexpected.require(0);
        return p50;
    }

    /**
     * Three of four conversations are shorter. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double p75() {
        unexpected.require(1);
        return p75;
    }

    /**
     * Nine of ten conversations are shorter. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double p90() {
        unexpected.require(2);
        return p90;
    }

    /**
     * All but one in a hundred conversations are shorter. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double p99() {
        unexpected.require(3);
        return p99;
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
    public static DurationPercentiles fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DurationPercentiles> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("DurationPercentiles")
                .always("p50", JsonCodecs.DOUBLE)
                .always("p75", JsonCodecs.DOUBLE)
                .always("p90", JsonCodecs.DOUBLE)
                .always("p99", JsonCodecs.DOUBLE)
                .build();

        @Override
        public DurationPercentiles read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new DurationPercentiles(
                    v.getDouble(0), v.getDouble(1), v.getDouble(2), v.getDouble(3), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DurationPercentiles v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.p50, v.p75, v.p90, v.p99);
        }
    }
}
