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

        private static final JsonFields FIELDS = JsonFields.of(
                        "SentimentDistribution", "positive", "neutral", "negative")
                .required(0, 1, 2);

        @Override
        public SentimentDistribution read(JsonReader in) throws IOException {
            double positive = 0;
            double neutral = 0;
            double negative = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> positive = in.readDouble();
                    case 1 -> neutral = in.readDouble();
                    case 2 -> negative = in.readDouble();
                    default -> throw new AssertionError(f);
                }
            }
            return new SentimentDistribution(positive, neutral, negative, in.endObject());
        }

        @Override
        public void write(JsonWriter out, SentimentDistribution v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.positive);
            }
            if (out.field(1)) {
                out.value(v.neutral);
            }
            if (out.field(2)) {
                out.value(v.negative);
            }
            out.end();
        }
    }
}
