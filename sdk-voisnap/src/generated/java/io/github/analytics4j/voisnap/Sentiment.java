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

        private static final JsonFields FIELDS = JsonFields.of(
                        "Sentiment", "period", "avgScore", "distribution", "series")
                .required(0, 1, 2, 3);

        @Override
        @SuppressWarnings("NullAway")
        public Sentiment read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            ReportingPeriod period = null;
            double avgScore = 0;
            SentimentDistribution distribution = null;
            List<SentimentPoint> series = List.of();
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> period = in.readObject(ReportingPeriod.Codec.INSTANCE);
                    case 1 -> avgScore = in.readDouble();
                    case 2 -> distribution = in.readObject(SentimentDistribution.Codec.INSTANCE);
                    case 3 -> series = in.readList(SentimentPoint.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new Sentiment(period, avgScore, distribution, series, in.endObject());
        }

        @Override
        public void write(JsonWriter out, Sentiment v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.object(ReportingPeriod.Codec.INSTANCE, v.period);
            }
            if (out.field(1)) {
                out.value(v.avgScore);
            }
            if (out.field(2)) {
                out.object(SentimentDistribution.Codec.INSTANCE, v.distribution);
            }
            if (out.field(3)) {
                out.list(SentimentPoint.Codec.INSTANCE, v.series);
            }
            out.end();
        }
    }
}
