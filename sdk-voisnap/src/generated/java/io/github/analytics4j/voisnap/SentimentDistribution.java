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
 * How the conversations of a period divide by sentiment; the shares add up to 1.
 *
 * @param positive Share of positive conversations. Unit: share. Scale: 0–1.
 * @param neutral Share of neutral conversations. Unit: share. Scale: 0–1.
 * @param negative Share of negative conversations. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record SentimentDistribution(double positive, double neutral, double negative, Unexpected unexpected)
        implements JsonRecord {
    /**
     * Share of positive conversations. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double positive() {
        unexpected.require(0);
        return positive;
    }

    /**
     * Share of neutral conversations. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double neutral() {
        unexpected.require(1);
        return neutral;
    }

    /**
     * Share of negative conversations. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double negative() {
        unexpected.require(2);
        return negative;
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
    public static SentimentDistribution fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SentimentDistribution> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("SentimentDistribution")
                .always("positive", JsonCodecs.DOUBLE)
                .always("neutral", JsonCodecs.DOUBLE)
                .always("negative", JsonCodecs.DOUBLE)
                .build();

        @Override
        public SentimentDistribution read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new SentimentDistribution(v.getDouble(0), v.getDouble(1), v.getDouble(2), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SentimentDistribution v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.positive, v.neutral, v.negative);
        }
    }
}
