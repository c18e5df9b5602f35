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
import java.time.LocalDate;

/**
 * Sentiment in one step of a period.
 *
 * @param period First day of the step.
 * @param avgScore Mean sentiment, higher is more positive. Unit: score; the vendor states no range.
 * @param positive Share of positive conversations. Unit: share. Scale: 0–1.
 * @param neutral Share of neutral conversations. Unit: share. Scale: 0–1.
 * @param negative Share of negative conversations. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record SentimentPoint(
        LocalDate period, double avgScore, double positive, double neutral, double negative, Unexpected unexpected)
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
     * Mean sentiment, higher is more positive. Unit: score; the vendor states no range.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgScore() {
        unexpected.require(1);
        return avgScore;
    }

    /**
     * Share of positive conversations. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double positive() {
        unexpected.require(2);
        return positive;
    }

    /**
     * Share of neutral conversations. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double neutral() {
        unexpected.require(3);
        return neutral;
    }

    /**
     * Share of negative conversations. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double negative() {
        unexpected.require(4);
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
    public static SentimentPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SentimentPoint> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("SentimentPoint")
                .always("period", JsonCodecs.DATE)
                .always("avgScore", JsonCodecs.DOUBLE)
                .always("positive", JsonCodecs.DOUBLE)
                .always("neutral", JsonCodecs.DOUBLE)
                .always("negative", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public SentimentPoint read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new SentimentPoint(
                    v.get(0), v.getDouble(1), v.getDouble(2), v.getDouble(3), v.getDouble(4), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SentimentPoint v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.avgScore, v.positive, v.neutral, v.negative);
        }
    }
}
