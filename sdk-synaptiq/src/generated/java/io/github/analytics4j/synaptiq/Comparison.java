// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.json.FieldValues;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
import io.github.analytics4j.json.JsonFields;
import io.github.analytics4j.json.JsonReader;
import io.github.analytics4j.json.JsonRecord;
import io.github.analytics4j.json.JsonWriter;
import io.github.analytics4j.json.Unexpected;
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
        Unexpected unexpected)
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
     * Decodes what {@link #toJson} made, or the vendor sent.
     *
     * @param json an object
     */
    public static Comparison fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<Comparison> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("Comparison")
                .field("period", ReportingPeriod.Codec.INSTANCE)
                .field("totalConversations", ComparedCount.Codec.INSTANCE)
                .field("totalLeads", ComparedCount.Codec.INSTANCE)
                .field("qualifiedLeads", ComparedCount.Codec.INSTANCE)
                .field("conversionRate", ComparedNumber.Codec.INSTANCE)
                .field("avgLeadScore", ComparedNumber.Codec.INSTANCE)
                .field("avgResponseTime", ComparedNumber.Codec.INSTANCE)
                .field("avgMessagesPerConversation", ComparedNumber.Codec.INSTANCE)
                .field("handoffRate", ComparedNumber.Codec.INSTANCE)
                .field("totalRevenuePipeline", ComparedMoney.Codec.INSTANCE)
                .build();

        @Override
        public Comparison read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new Comparison(
                    v.get(0),
                    v.get(1),
                    v.get(2),
                    v.get(3),
                    v.get(4),
                    v.get(5),
                    v.get(6),
                    v.get(7),
                    v.get(8),
                    v.get(9),
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
