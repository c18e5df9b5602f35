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

/**
 * The length below which a share of the conversations lies.
 *
 * @param p50 The median: half of the conversations are shorter. Unit: seconds.
 * @param p75 The length that three of four conversations stay below. Unit: seconds.
 * @param p90 The length that nine of ten conversations stay below. Unit: seconds.
 * @param p99 The length that all but one in a hundred conversations stay below. Unit: seconds.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record DurationPercentiles(double p50, double p75, double p90, double p99, UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the median: half of the conversations are shorter} Unit: seconds. */
    public double p50() {
        return FieldValues.required(p50, unexpected, Codec.P50);
    }

    /** {@return the length that three of four conversations stay below} Unit: seconds. */
    public double p75() {
        return FieldValues.required(p75, unexpected, Codec.P75);
    }

    /** {@return the length that nine of ten conversations stay below} Unit: seconds. */
    public double p90() {
        return FieldValues.required(p90, unexpected, Codec.P90);
    }

    /** {@return the length that all but one in a hundred conversations stay below} Unit: seconds. */
    public double p99() {
        return FieldValues.required(p99, unexpected, Codec.P99);
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
    public static DurationPercentiles fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<DurationPercentiles> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("DurationPercentiles");
        static final int P50 = BUILDER.required("p50", JsonCodecs.DOUBLE);
        static final int P75 = BUILDER.required("p75", JsonCodecs.DOUBLE);
        static final int P90 = BUILDER.required("p90", JsonCodecs.DOUBLE);
        static final int P99 = BUILDER.required("p99", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public DurationPercentiles read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new DurationPercentiles(
                    v.getDouble(P50), v.getDouble(P75), v.getDouble(P90), v.getDouble(P99), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, DurationPercentiles v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.p50, v.p75, v.p90, v.p99);
        }
    }
}
