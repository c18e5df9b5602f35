// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.UnexpectedContent;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The same metrics in an earlier period. The vendor shows four of the nine; the others are read where they come.
 *
 * @param period The earlier period; not always as long as the one asked for.
 * @param totalConversations Conversations then, and the change.
 * @param totalLeads Captured leads then, and the change.
 * @param qualifiedLeads Qualified leads then, and the change.
 * @param conversionRate Conversion rate then, a share from 0 to 1, and the change.
 * @param avgLeadScore Mean lead score then, in score points, and the change.
 * @param avgResponseTime Mean response time then, in seconds, and the change.
 * @param avgMessagesPerConversation Mean messages per conversation then, and the change.
 * @param handoffRate Handoff rate then, a share from 0 to 1, and the change.
 * @param totalRevenuePipeline Estimated revenue then, in USD, and the change.
 * @param unexpected what arrived that the vendor does not document
 */
public record Comparison(
        @Nullable ReportingPeriod period,
        @Nullable ComparedCount totalConversations,
        @Nullable ComparedCount totalLeads,
        @Nullable ComparedCount qualifiedLeads,
        @Nullable ComparedNumber conversionRate,
        @Nullable ComparedNumber avgLeadScore,
        @Nullable ComparedNumber avgResponseTime,
        @Nullable ComparedNumber avgMessagesPerConversation,
        @Nullable ComparedNumber handoffRate,
        @Nullable ComparedMoney totalRevenuePipeline,
        UnexpectedContent unexpected)
        implements JsonRecord {
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
    public static Comparison fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Comparison> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("Comparison");
        static final int PERIOD = BUILDER.optional("period", ReportingPeriod.Codec.INSTANCE);
        static final int TOTAL_CONVERSATIONS = BUILDER.optional("totalConversations", ComparedCount.Codec.INSTANCE);
        static final int TOTAL_LEADS = BUILDER.optional("totalLeads", ComparedCount.Codec.INSTANCE);
        static final int QUALIFIED_LEADS = BUILDER.optional("qualifiedLeads", ComparedCount.Codec.INSTANCE);
        static final int CONVERSION_RATE = BUILDER.optional("conversionRate", ComparedNumber.Codec.INSTANCE);
        static final int AVG_LEAD_SCORE = BUILDER.optional("avgLeadScore", ComparedNumber.Codec.INSTANCE);
        static final int AVG_RESPONSE_TIME = BUILDER.optional("avgResponseTime", ComparedNumber.Codec.INSTANCE);
        static final int AVG_MESSAGES_PER_CONVERSATION =
                BUILDER.optional("avgMessagesPerConversation", ComparedNumber.Codec.INSTANCE);

        static final int HANDOFF_RATE = BUILDER.optional("handoffRate", ComparedNumber.Codec.INSTANCE);
        static final int TOTAL_REVENUE_PIPELINE =
                BUILDER.optional("totalRevenuePipeline", ComparedMoney.Codec.INSTANCE);

        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public Comparison read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Comparison(
                    v.get(PERIOD),
                    v.get(TOTAL_CONVERSATIONS),
                    v.get(TOTAL_LEADS),
                    v.get(QUALIFIED_LEADS),
                    v.get(CONVERSION_RATE),
                    v.get(AVG_LEAD_SCORE),
                    v.get(AVG_RESPONSE_TIME),
                    v.get(AVG_MESSAGES_PER_CONVERSATION),
                    v.get(HANDOFF_RATE),
                    v.get(TOTAL_REVENUE_PIPELINE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, Comparison v) throws IOException {
            out.writeFields(
                    FIELDS,
                    v.unexpected,
                    v.period,
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
