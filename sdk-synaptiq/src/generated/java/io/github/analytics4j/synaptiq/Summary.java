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
import io.github.analytics4j.json.UnexpectedContent;
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
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
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
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return conversations that the agent had} Unit: count. */
    public long totalConversations() {
        return FieldValues.required(totalConversations, unexpected, Codec.TOTAL_CONVERSATIONS);
    }

    /** {@return leads that were captured} Unit: count. */
    public long totalLeads() {
        return FieldValues.required(totalLeads, unexpected, Codec.TOTAL_LEADS);
    }

    /** {@return leads that became qualified} Unit: count. */
    public long qualifiedLeads() {
        return FieldValues.required(qualifiedLeads, unexpected, Codec.QUALIFIED_LEADS);
    }

    /** {@return share of conversations that led to a lead} */
    public double conversionRate() {
        return FieldValues.required(conversionRate, unexpected, Codec.CONVERSION_RATE);
    }

    /** {@return mean score of the new leads} Unit: score points. */
    public double avgLeadScore() {
        return FieldValues.required(avgLeadScore, unexpected, Codec.AVG_LEAD_SCORE);
    }

    /** {@return mean time until the agent answered} Unit: seconds. */
    public double avgResponseTime() {
        return FieldValues.required(avgResponseTime, unexpected, Codec.AVG_RESPONSE_TIME);
    }

    /** {@return mean length of a conversation} Unit: messages per conversation. */
    public double avgMessagesPerConversation() {
        return FieldValues.required(avgMessagesPerConversation, unexpected, Codec.AVG_MESSAGES_PER_CONVERSATION);
    }

    /** {@return share of conversations that were handed to a person} Unit: share. Scale: 0–1. */
    public double handoffRate() {
        return FieldValues.required(handoffRate, unexpected, Codec.HANDOFF_RATE);
    }

    /** {@return revenue that the qualified leads may bring, an estimate} Unit: USD. */
    public BigDecimal totalRevenuePipeline() {
        return FieldValues.required(totalRevenuePipeline, unexpected, Codec.TOTAL_REVENUE_PIPELINE);
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
    public static Summary fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Summary> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Summary");
        static final int TOTAL_CONVERSATIONS = BUILDER.required("totalConversations", JsonCodecs.LONG);
        static final int TOTAL_LEADS = BUILDER.required("totalLeads", JsonCodecs.LONG);
        static final int QUALIFIED_LEADS = BUILDER.required("qualifiedLeads", JsonCodecs.LONG);
        static final int CONVERSION_RATE = BUILDER.required("conversionRate", JsonCodecs.DOUBLE);
        static final int AVG_LEAD_SCORE = BUILDER.required("avgLeadScore", JsonCodecs.DOUBLE);
        static final int AVG_RESPONSE_TIME = BUILDER.required("avgResponseTime", JsonCodecs.DOUBLE);
        static final int AVG_MESSAGES_PER_CONVERSATION =
                BUILDER.required("avgMessagesPerConversation", JsonCodecs.DOUBLE);

        static final int HANDOFF_RATE = BUILDER.required("handoffRate", JsonCodecs.DOUBLE);
        static final int TOTAL_REVENUE_PIPELINE = BUILDER.required("totalRevenuePipeline", JsonCodecs.DECIMAL);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Summary read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Summary(
                    v.getLong(TOTAL_CONVERSATIONS),
                    v.getLong(TOTAL_LEADS),
                    v.getLong(QUALIFIED_LEADS),
                    v.getDouble(CONVERSION_RATE),
                    v.getDouble(AVG_LEAD_SCORE),
                    v.getDouble(AVG_RESPONSE_TIME),
                    v.getDouble(AVG_MESSAGES_PER_CONVERSATION),
                    v.getDouble(HANDOFF_RATE),
                    v.getRequired(TOTAL_REVENUE_PIPELINE),
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
