// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

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

        private static final JsonFields FIELDS = JsonFields.of(
                "Comparison",
                "period",
                "totalConversations",
                "totalLeads",
                "qualifiedLeads",
                "conversionRate",
                "avgLeadScore",
                "avgResponseTime",
                "avgMessagesPerConversation",
                "handoffRate",
                "totalRevenuePipeline");

        @Override
        public Comparison read(JsonReader in) throws IOException {
            ReportingPeriod period = null;
            ComparedCount totalConversations = null;
            ComparedCount totalLeads = null;
            ComparedCount qualifiedLeads = null;
            ComparedNumber conversionRate = null;
            ComparedNumber avgLeadScore = null;
            ComparedNumber avgResponseTime = null;
            ComparedNumber avgMessagesPerConversation = null;
            ComparedNumber handoffRate = null;
            ComparedMoney totalRevenuePipeline = null;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> period = in.readObject(ReportingPeriod.Codec.INSTANCE);
                    case 1 -> totalConversations = in.readObject(ComparedCount.Codec.INSTANCE);
                    case 2 -> totalLeads = in.readObject(ComparedCount.Codec.INSTANCE);
                    case 3 -> qualifiedLeads = in.readObject(ComparedCount.Codec.INSTANCE);
                    case 4 -> conversionRate = in.readObject(ComparedNumber.Codec.INSTANCE);
                    case 5 -> avgLeadScore = in.readObject(ComparedNumber.Codec.INSTANCE);
                    case 6 -> avgResponseTime = in.readObject(ComparedNumber.Codec.INSTANCE);
                    case 7 -> avgMessagesPerConversation = in.readObject(ComparedNumber.Codec.INSTANCE);
                    case 8 -> handoffRate = in.readObject(ComparedNumber.Codec.INSTANCE);
                    case 9 -> totalRevenuePipeline = in.readObject(ComparedMoney.Codec.INSTANCE);
                    default -> throw new AssertionError(f);
                }
            }
            return new Comparison(
                    period,
                    totalConversations,
                    totalLeads,
                    qualifiedLeads,
                    conversionRate,
                    avgLeadScore,
                    avgResponseTime,
                    avgMessagesPerConversation,
                    handoffRate,
                    totalRevenuePipeline,
                    in.endObject());
        }

        @Override
        public void write(JsonWriter out, Comparison v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.object(ReportingPeriod.Codec.INSTANCE, v.period);
            }
            if (out.field(1)) {
                out.object(ComparedCount.Codec.INSTANCE, v.totalConversations);
            }
            if (out.field(2)) {
                out.object(ComparedCount.Codec.INSTANCE, v.totalLeads);
            }
            if (out.field(3)) {
                out.object(ComparedCount.Codec.INSTANCE, v.qualifiedLeads);
            }
            if (out.field(4)) {
                out.object(ComparedNumber.Codec.INSTANCE, v.conversionRate);
            }
            if (out.field(5)) {
                out.object(ComparedNumber.Codec.INSTANCE, v.avgLeadScore);
            }
            if (out.field(6)) {
                out.object(ComparedNumber.Codec.INSTANCE, v.avgResponseTime);
            }
            if (out.field(7)) {
                out.object(ComparedNumber.Codec.INSTANCE, v.avgMessagesPerConversation);
            }
            if (out.field(8)) {
                out.object(ComparedNumber.Codec.INSTANCE, v.handoffRate);
            }
            if (out.field(9)) {
                out.object(ComparedMoney.Codec.INSTANCE, v.totalRevenuePipeline);
            }
            out.end();
        }
    }
}
