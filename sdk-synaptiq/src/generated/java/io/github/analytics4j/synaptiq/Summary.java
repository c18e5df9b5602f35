// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

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
import java.math.BigDecimal;

/**
 * Totals and averages over a whole period.
 *
 * @param totalConversations Conversations that the agent had. Unit: count.
 * @param totalLeads Leads that were captured. Unit: count.
 * @param qualifiedLeads Leads that became qualified. Unit: count.
 * @param conversionRate Share of conversations that led to a lead; in the vendor's figures it is qualified leads over
 *     conversations. Unit: share. Scale: 0–1.
 * @param avgLeadScore Mean score of the new leads. Unit: score points.
 * @param avgResponseTime Mean time until the agent answered. Unit: seconds.
 * @param avgMessagesPerConversation Mean length of a conversation. Unit: messages per conversation.
 * @param handoffRate Share of conversations that were handed to a person. Unit: share. Scale: 0–1.
 * @param totalRevenuePipeline Revenue that the qualified leads may bring, an estimate. Unit: USD.
 * @param unexpected what arrived that the vendor does not document
 */
public record Summary(
        long totalConversations,
        long totalLeads,
        long qualifiedLeads,
        double conversionRate,
        double avgLeadScore,
        double avgResponseTime,
        double avgMessagesPerConversation,
        double handoffRate,
        BigDecimal totalRevenuePipeline,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * Conversations that the agent had. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long totalConversations() {
        unexpected.require(0);
        return totalConversations;
    }

    /**
     * Leads that were captured. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long totalLeads() {
        unexpected.require(1);
        return totalLeads;
    }

    /**
     * Leads that became qualified. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long qualifiedLeads() {
        unexpected.require(2);
        return qualifiedLeads;
    }

    /**
     * Share of conversations that led to a lead; in the vendor's figures it is qualified leads over conversations.
     * Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double conversionRate() {
        unexpected.require(3);
        return conversionRate;
    }

    /**
     * Mean score of the new leads. Unit: score points.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgLeadScore() {
        unexpected.require(4);
        return avgLeadScore;
    }

    /**
     * Mean time until the agent answered. Unit: seconds.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgResponseTime() {
        unexpected.require(5);
        return avgResponseTime;
    }

    /**
     * Mean length of a conversation. Unit: messages per conversation.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double avgMessagesPerConversation() {
        unexpected.require(6);
        return avgMessagesPerConversation;
    }

    /**
     * Share of conversations that were handed to a person. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double handoffRate() {
        unexpected.require(7);
        return handoffRate;
    }

    /**
     * Revenue that the qualified leads may bring, an estimate. Unit: USD.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public BigDecimal totalRevenuePipeline() {
        unexpected.require(8);
        return totalRevenuePipeline;
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
    public static Summary fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Summary> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Summary")
                .always("totalConversations", JsonCodecs.LONG)
                .always("totalLeads", JsonCodecs.LONG)
                .always("qualifiedLeads", JsonCodecs.LONG)
                .always("conversionRate", JsonCodecs.DOUBLE)
                .always("avgLeadScore", JsonCodecs.DOUBLE)
                .always("avgResponseTime", JsonCodecs.DOUBLE)
                .always("avgMessagesPerConversation", JsonCodecs.DOUBLE)
                .always("handoffRate", JsonCodecs.DOUBLE)
                .always("totalRevenuePipeline", JsonCodecs.DECIMAL)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public Summary read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new Summary(
                    v.getLong(0),
                    v.getLong(1),
                    v.getLong(2),
                    v.getDouble(3),
                    v.getDouble(4),
                    v.getDouble(5),
                    v.getDouble(6),
                    v.getDouble(7),
                    v.get(8),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Summary v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.totalConversations,
                    v.totalLeads,
                    v.qualifiedLeads,
                    v.conversionRate,
                    v.avgLeadScore,
                    v.avgResponseTime,
                    v.avgMessagesPerConversation,
                    v.handoffRate,
                    v.totalRevenuePipeline);
        }
    }
}
