// Generated from sdk-voisnap/src/spec/voisnap.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.voisnap;

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

        private static final JsonFields FIELDS =
                JsonFields.of("DurationPercentiles", "p50", "p75", "p90", "p99").required(0, 1, 2, 3);

        @Override
        public DurationPercentiles read(JsonReader in) throws IOException {
            double p50 = 0;
            double p75 = 0;
            double p90 = 0;
            double p99 = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> p50 = in.readDouble();
                    case 1 -> p75 = in.readDouble();
                    case 2 -> p90 = in.readDouble();
                    case 3 -> p99 = in.readDouble();
                    default -> throw new AssertionError(f);
                }
            }
            return new DurationPercentiles(p50, p75, p90, p99, in.endObject());
        }

        @Override
        public void write(JsonWriter out, DurationPercentiles v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.p50);
            }
            if (out.field(1)) {
                out.value(v.p75);
            }
            if (out.field(2)) {
                out.value(v.p90);
            }
            if (out.field(3)) {
                out.value(v.p99);
            }
            out.end();
        }
    }
}
