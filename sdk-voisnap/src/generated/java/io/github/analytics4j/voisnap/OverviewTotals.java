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
import java.math.BigDecimal;

/**
 * Totals and averages over a whole period.
 *
 * @param conversations Number of conversations. Unit: count.
 * @param totalDurationSeconds Length of all conversations together. Unit: seconds.
 * @param avgDurationSeconds Mean length of a conversation. Unit: seconds.
 * @param totalCostUsd Cost of all conversations together. Unit: USD.
 * @param avgCostUsdPerConversation Mean cost of a conversation. Unit: USD.
 * @param transferRate Share of conversations that were passed on to a person. Unit: share. Scale: 0–1.
 * @param abandonmentRate Share of conversations that the caller gave up. Unit: share. Scale: 0–1.
 * @param resolutionRate Share of conversations that settled the matter. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record OverviewTotals(
        long conversations,
        double totalDurationSeconds,
        double avgDurationSeconds,
        BigDecimal totalCostUsd,
        BigDecimal avgCostUsdPerConversation,
        double transferRate,
        double abandonmentRate,
        double resolutionRate,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return number of conversations} Unit: count. */
    public long conversations() {
        return FieldValues.required(conversations, unexpected, Codec.CONVERSATIONS);
    }

    /** {@return length of all conversations together} Unit: seconds. */
    public double totalDurationSeconds() {
        return FieldValues.required(totalDurationSeconds, unexpected, Codec.TOTAL_DURATION_SECONDS);
    }

    /** {@return mean length of a conversation} Unit: seconds. */
    public double avgDurationSeconds() {
        return FieldValues.required(avgDurationSeconds, unexpected, Codec.AVG_DURATION_SECONDS);
    }

    /** {@return cost of all conversations together} Unit: USD. */
    public BigDecimal totalCostUsd() {
        return FieldValues.required(totalCostUsd, unexpected, Codec.TOTAL_COST_USD);
    }

    /** {@return mean cost of a conversation} Unit: USD. */
    public BigDecimal avgCostUsdPerConversation() {
        return FieldValues.required(avgCostUsdPerConversation, unexpected, Codec.AVG_COST_USD_PER_CONVERSATION);
    }

    /** {@return share of conversations that were passed on to a person} Unit: share. Scale: 0–1. */
    public double transferRate() {
        return FieldValues.required(transferRate, unexpected, Codec.TRANSFER_RATE);
    }

    /** {@return share of conversations that the caller gave up} Unit: share. Scale: 0–1. */
    public double abandonmentRate() {
        return FieldValues.required(abandonmentRate, unexpected, Codec.ABANDONMENT_RATE);
    }

    /** {@return share of conversations that settled the matter} Unit: share. Scale: 0–1. */
    public double resolutionRate() {
        return FieldValues.required(resolutionRate, unexpected, Codec.RESOLUTION_RATE);
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
    public static OverviewTotals fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<OverviewTotals> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("OverviewTotals");
        static final int CONVERSATIONS = BUILDER.required("conversations", JsonCodecs.LONG);
        static final int TOTAL_DURATION_SECONDS = BUILDER.required("totalDurationSeconds", JsonCodecs.DOUBLE);
        static final int AVG_DURATION_SECONDS = BUILDER.required("avgDurationSeconds", JsonCodecs.DOUBLE);
        static final int TOTAL_COST_USD = BUILDER.required("totalCostUsd", JsonCodecs.DECIMAL);
        static final int AVG_COST_USD_PER_CONVERSATION =
                BUILDER.required("avgCostUsdPerConversation", JsonCodecs.DECIMAL);

        static final int TRANSFER_RATE = BUILDER.required("transferRate", JsonCodecs.DOUBLE);
        static final int ABANDONMENT_RATE = BUILDER.required("abandonmentRate", JsonCodecs.DOUBLE);
        static final int RESOLUTION_RATE = BUILDER.required("resolutionRate", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public OverviewTotals read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new OverviewTotals(
                    v.getLong(CONVERSATIONS),
                    v.getDouble(TOTAL_DURATION_SECONDS),
                    v.getDouble(AVG_DURATION_SECONDS),
                    v.getRequired(TOTAL_COST_USD),
                    v.getRequired(AVG_COST_USD_PER_CONVERSATION),
                    v.getDouble(TRANSFER_RATE),
                    v.getDouble(ABANDONMENT_RATE),
                    v.getDouble(RESOLUTION_RATE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, OverviewTotals v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.conversations,
                    v.totalDurationSeconds,
                    v.avgDurationSeconds,
                    v.totalCostUsd,
                    v.avgCostUsdPerConversation,
                    v.transferRate,
                    v.abandonmentRate,
                    v.resolutionRate);
        }
    }
}
