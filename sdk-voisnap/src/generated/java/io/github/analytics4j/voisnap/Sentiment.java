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
import java.util.List;

/**
 * Sentiment of the conversations in a period.
 *
 * @param period The period that was counted.
 * @param avgScore Mean sentiment, higher is more positive. Unit: score; the vendor states no range.
 * @param distribution Shares of positive, neutral and negative conversations.
 * @param series The period in steps, oldest first.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Sentiment(
        ReportingPeriod period,
        double avgScore,
        SentimentDistribution distribution,
        List<SentimentPoint> series,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Sentiment {
        series = List.copyOf(series);
    }

    /** {@return the period that was counted} */
    public ReportingPeriod period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return mean sentiment, higher is more positive} Unit: score; the vendor states no range. */
    public double avgScore() {
        return FieldValues.required(avgScore, unexpected, Codec.AVG_SCORE);
    }

    /** {@return shares of positive, neutral and negative conversations} */
    public SentimentDistribution distribution() {
        return FieldValues.required(distribution, unexpected, Codec.DISTRIBUTION);
    }

    /** {@return the period in steps, oldest first} */
    public List<SentimentPoint> series() {
        return FieldValues.required(series, unexpected, Codec.SERIES);
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
    public static Sentiment fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Sentiment> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Sentiment");
        static final int PERIOD = BUILDER.required("period", ReportingPeriod.Codec.INSTANCE);
        static final int AVG_SCORE = BUILDER.required("avgScore", JsonCodecs.DOUBLE);
        static final int DISTRIBUTION = BUILDER.required("distribution", SentimentDistribution.Codec.INSTANCE);
        static final int SERIES = BUILDER.required("series", JsonCodecs.list(SentimentPoint.Codec.INSTANCE));
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Sentiment read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Sentiment(
                    v.getRequired(PERIOD),
                    v.getDouble(AVG_SCORE),
                    v.getRequired(DISTRIBUTION),
                    v.getList(SERIES),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Sentiment v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.avgScore, v.distribution, v.series);
        }
    }
}
