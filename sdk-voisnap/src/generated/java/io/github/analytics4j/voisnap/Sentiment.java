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
import java.util.List;

/**
 * Sentiment of the conversations in a period.
 *
 * @param period The period that was counted.
 * @param avgScore Mean sentiment, higher is more positive. Unit: score; the vendor states no range.
 * @param distribution Shares of positive, neutral and negative conversations.
 * @param series The period in steps, oldest first.
 * @param unexpected what arrived that the vendor does not document
 */
public record Sentiment(
        ReportingPeriod period,
        double avgScore,
        SentimentDistribution distribution,
        List<SentimentPoint> series,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Sentiment {
        series = List.copyOf(series);
    }

    /**
     * The period that was counted.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public ReportingPeriod period() {
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
     * Shares of positive, neutral and negative conversations.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public SentimentDistribution distribution() {
        unexpected.require(2);
        return distribution;
    }

    /**
     * The period in steps, oldest first.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public List<SentimentPoint> series() {
        unexpected.require(3);
        return series;
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
    public static Sentiment fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Sentiment> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Sentiment")
                .always("period", ReportingPeriod.Codec.INSTANCE)
                .always("avgScore", JsonCodecs.DOUBLE)
                .always("distribution", SentimentDistribution.Codec.INSTANCE)
                .always("series", JsonCodecs.list(SentimentPoint.Codec.INSTANCE))
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public Sentiment read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new Sentiment(v.get(0), v.getDouble(1), v.get(2), v.getList(3), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Sentiment v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.period, v.avgScore, v.distribution, v.series);
        }
    }
}
