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

        private static final JsonFields FIELDS = JsonFields.of(
                        "SentimentPoint", "period", "avgScore", "positive", "neutral", "negative")
                .required(0, 1, 2, 3, 4);

        @Override
        @SuppressWarnings("NullAway")
        public SentimentPoint read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            LocalDate period = null;
            double avgScore = 0;
            double positive = 0;
            double neutral = 0;
            double negative = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> period = in.readDate();
                    case 1 -> avgScore = in.readDouble();
                    case 2 -> positive = in.readDouble();
                    case 3 -> neutral = in.readDouble();
                    case 4 -> negative = in.readDouble();
                    default -> throw new AssertionError(f);
                }
            }
            return new SentimentPoint(period, avgScore, positive, neutral, negative, in.endObject());
        }

        @Override
        public void write(JsonWriter out, SentimentPoint v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.date(v.period);
            }
            if (out.field(1)) {
                out.value(v.avgScore);
            }
            if (out.field(2)) {
                out.value(v.positive);
            }
            if (out.field(3)) {
                out.value(v.neutral);
            }
            if (out.field(4)) {
                out.value(v.negative);
            }
            out.end();
        }
    }
}
