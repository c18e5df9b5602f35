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
import java.util.Map;

/**
 * Conversations in a period, counted in several ways.
 *
 * @param period The period that was counted.
 * @param total Number of conversations. Unit: count.
 * @param byStatus Conversations by how they ended, such as completed, failed, abandoned. Unit: count.
 * @param byChannel Conversations by channel, such as phone. Unit: count.
 * @param byOutcome Conversations by what they achieved, such as resolved or callback_scheduled. Unit: count.
 * @param durationPercentiles Spread of the conversations' length.
 * @param avgSentimentScore Mean sentiment, higher is more positive. Unit: score; the vendor states no range.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record Conversations(
        ReportingPeriod period,
        long total,
        Map<String, Long> byStatus,
        Map<String, Long> byChannel,
        Map<String, Long> byOutcome,
        DurationPercentiles durationPercentiles,
        double avgSentimentScore,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Conversations {
        byStatus = Json.copyOf(byStatus);
        byChannel = Json.copyOf(byChannel);
        byOutcome = Json.copyOf(byOutcome);
    }

    /** {@return the period that was counted} */
    public ReportingPeriod period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return number of conversations} Unit: count. */
    public long total() {
        return FieldValues.required(total, unexpected, Codec.TOTAL);
    }

    /** {@return conversations by how they ended, such as completed, failed, abandoned} Unit: count. */
    public Map<String, Long> byStatus() {
        return FieldValues.required(byStatus, unexpected, Codec.BY_STATUS);
    }

    /** {@return conversations by channel, such as phone} Unit: count. */
    public Map<String, Long> byChannel() {
        return FieldValues.required(byChannel, unexpected, Codec.BY_CHANNEL);
    }

    /** {@return conversations by what they achieved, such as resolved or callback_scheduled} Unit: count. */
    public Map<String, Long> byOutcome() {
        return FieldValues.required(byOutcome, unexpected, Codec.BY_OUTCOME);
    }

    /** {@return spread of the conversations' length} */
    public DurationPercentiles durationPercentiles() {
        return FieldValues.required(durationPercentiles, unexpected, Codec.DURATION_PERCENTILES);
    }

    /** {@return mean sentiment, higher is more positive} Unit: score; the vendor states no range. */
    public double avgSentimentScore() {
        return FieldValues.required(avgSentimentScore, unexpected, Codec.AVG_SENTIMENT_SCORE);
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
    public static Conversations fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Conversations> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Conversations");
        static final int PERIOD = BUILDER.required("period", ReportingPeriod.Codec.INSTANCE);
        static final int TOTAL = BUILDER.required("total", JsonCodecs.LONG);
        static final int BY_STATUS = BUILDER.required("byStatus", JsonCodecs.map(JsonCodecs.LONG));
        static final int BY_CHANNEL = BUILDER.required("byChannel", JsonCodecs.map(JsonCodecs.LONG));
        static final int BY_OUTCOME = BUILDER.required("byOutcome", JsonCodecs.map(JsonCodecs.LONG));
        static final int DURATION_PERCENTILES =
                BUILDER.required("durationPercentiles", DurationPercentiles.Codec.INSTANCE);

        static final int AVG_SENTIMENT_SCORE = BUILDER.required("avgSentimentScore", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Conversations read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Conversations(
                    v.getRequired(PERIOD),
                    v.getLong(TOTAL),
                    v.getMap(BY_STATUS),
                    v.getMap(BY_CHANNEL),
                    v.getMap(BY_OUTCOME),
                    v.getRequired(DURATION_PERCENTILES),
                    v.getDouble(AVG_SENTIMENT_SCORE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Conversations v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.period,
                    v.total,
                    v.byStatus,
                    v.byChannel,
                    v.byOutcome,
                    v.durationPercentiles,
                    v.avgSentimentScore);
        }
    }
}
