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
 * @param unexpected what arrived that the vendor does not document
 */
public record Conversations(
        ReportingPeriod period,
        long total,
        Map<String, Long> byStatus,
        Map<String, Long> byChannel,
        Map<String, Long> byOutcome,
        DurationPercentiles durationPercentiles,
        double avgSentimentScore,
        Unexpected unexpected)
        implements JsonRecord {
    /** Keeps its own copies of lists and maps. */
    public Conversations {
        byStatus = Json.copyOf(byStatus);
        byChannel = Json.copyOf(byChannel);
        byOutcome = Json.copyOf(byOutcome);
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
     * Number of conversations. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long total() {
        unexpected.require(1);
        return total;
    }

    /**
     * Conversations by how they ended, such as completed, failed, abandoned. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Map<String, Long> byStatus() {
        unexpected.require(2);
        return byStatus;
    }

    /**
     * Conversations by channel, such as phone. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Map<String, Long> byChannel() {
        unexpected.require(3);
        return byChannel;
    }

    /**
     * Conversations by what they achieved, such as resolved or callback_scheduled. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public Map<String, Long> byOutcome() {
        unexpected.require(4);
        return byOutcome;
    }

    /**
     * Spread of the conversations' length.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public DurationPercentiles durationPercentiles() {
        unexpected.require(5);
        return durationPercentiles;
    }

    /**
     * Mean sentiment, higher is more positive. Unit: score; the vendor states no range.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgSentimentScore() {
        unexpected.require(6);
        return avgSentimentScore;
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
    public static Conversations fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Conversations> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Conversations")
                .always("period", ReportingPeriod.Codec.INSTANCE)
                .always("total", JsonCodecs.LONG)
                .always("byStatus", JsonCodecs.map(JsonCodecs.LONG))
                .always("byChannel", JsonCodecs.map(JsonCodecs.LONG))
                .always("byOutcome", JsonCodecs.map(JsonCodecs.LONG))
                .always("durationPercentiles", DurationPercentiles.Codec.INSTANCE)
                .always("avgSentimentScore", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public Conversations read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new Conversations(
                    v.get(0),
                    v.getLong(1),
                    v.getMap(2),
                    v.getMap(3),
                    v.getMap(4),
                    v.get(5),
                    v.getDouble(6),
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
