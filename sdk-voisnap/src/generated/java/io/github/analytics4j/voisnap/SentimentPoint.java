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
import java.time.LocalDate;

/**
 * Sentiment in one step of a period.
 *
 * @param period First day of the step; its time zone is not documented.
 * @param avgScore Mean sentiment, higher is more positive. Unit: score; the vendor states no range.
 * @param positive Share of positive conversations. Unit: share. Scale: 0–1.
 * @param neutral Share of neutral conversations. Unit: share. Scale: 0–1.
 * @param negative Share of negative conversations. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record SentimentPoint(
        LocalDate period,
        double avgScore,
        double positive,
        double neutral,
        double negative,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return first day of the step; its time zone is not documented} */
    public LocalDate period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return mean sentiment, higher is more positive} Unit: score; the vendor states no range. */
    public double avgScore() {
        return FieldValues.required(avgScore, unexpected, Codec.AVG_SCORE);
    }

    /** {@return share of positive conversations} Unit: share. Scale: 0–1. */
    public double positive() {
        return FieldValues.required(positive, unexpected, Codec.POSITIVE);
    }

    /** {@return share of neutral conversations} Unit: share. Scale: 0–1. */
    public double neutral() {
        return FieldValues.required(neutral, unexpected, Codec.NEUTRAL);
    }

    /** {@return share of negative conversations} Unit: share. Scale: 0–1. */
    public double negative() {
        return FieldValues.required(negative, unexpected, Codec.NEGATIVE);
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
    public static SentimentPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<SentimentPoint> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("SentimentPoint");
        static final int PERIOD = BUILDER.required("period", JsonCodecs.DATE);
        static final int AVG_SCORE = BUILDER.required("avgScore", JsonCodecs.DOUBLE);
        static final int POSITIVE = BUILDER.required("positive", JsonCodecs.DOUBLE);
        static final int NEUTRAL = BUILDER.required("neutral", JsonCodecs.DOUBLE);
        static final int NEGATIVE = BUILDER.required("negative", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public SentimentPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new SentimentPoint(
                    v.getRequired(PERIOD),
                    v.getDouble(AVG_SCORE),
                    v.getDouble(POSITIVE),
                    v.getDouble(NEUTRAL),
                    v.getDouble(NEGATIVE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, SentimentPoint v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.avgScore, v.positive, v.neutral, v.negative);
        }
    }
}
