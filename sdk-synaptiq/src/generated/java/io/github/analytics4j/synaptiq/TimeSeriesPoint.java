// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.DatePeriod;
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

/**
 * One step of a period.
 *
 * @param period The days of the step, first and last, divided by a slash.
 * @param conversations Conversations that the agent had. Unit: count.
 * @param leads Leads that were captured. Unit: count.
 * @param qualifiedLeads Leads that became qualified. Unit: count.
 * @param conversionRate Qualified leads over conversations. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document; where a promised value did not come, its accessor
 *     throws {@link UnexpectedValueException}
 */
public record TimeSeriesPoint(
        DatePeriod period,
        long conversations,
        long leads,
        long qualifiedLeads,
        double conversionRate,
        UnexpectedContent unexpected)
        implements JsonRecord {
    /** {@return the days of the step, first and last, divided by a slash} */
    public DatePeriod period() {
        return FieldValues.required(period, unexpected, Codec.PERIOD);
    }

    /** {@return conversations that the agent had} Unit: count. */
    public long conversations() {
        return FieldValues.required(conversations, unexpected, Codec.CONVERSATIONS);
    }

    /** {@return leads that were captured} Unit: count. */
    public long leads() {
        return FieldValues.required(leads, unexpected, Codec.LEADS);
    }

    /** {@return leads that became qualified} Unit: count. */
    public long qualifiedLeads() {
        return FieldValues.required(qualifiedLeads, unexpected, Codec.QUALIFIED_LEADS);
    }

    /** {@return qualified leads over conversations} Unit: share. Scale: 0–1. */
    public double conversionRate() {
        return FieldValues.required(conversionRate, unexpected, Codec.CONVERSION_RATE);
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
    public static TimeSeriesPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<TimeSeriesPoint> {
        static final Codec INSTANCE = new Codec();
        private static final JsonFields.Builder BUILDER = JsonFields.of("TimeSeriesPoint");
        static final int PERIOD = BUILDER.required("period", JsonCodecs.period());
        static final int CONVERSATIONS = BUILDER.required("conversations", JsonCodecs.LONG);
        static final int LEADS = BUILDER.required("leads", JsonCodecs.LONG);
        static final int QUALIFIED_LEADS = BUILDER.required("qualifiedLeads", JsonCodecs.LONG);
        static final int CONVERSION_RATE = BUILDER.required("conversionRate", JsonCodecs.DOUBLE);
        private static final JsonFields FIELDS = BUILDER.build();

        @Override
        public TimeSeriesPoint read(JsonReader in) throws IOException {
            FieldValues v = in.readFields(FIELDS);
            return new TimeSeriesPoint(
                    v.getRequired(PERIOD),
                    v.getLong(CONVERSATIONS),
                    v.getLong(LEADS),
                    v.getLong(QUALIFIED_LEADS),
                    v.getDouble(CONVERSION_RATE),
                    v.unexpected());
        }

        @Override
        public void write(JsonWriter out, TimeSeriesPoint v) throws IOException {
            out.writeFields(
                    FIELDS, v.unexpected, v.period, v.conversations, v.leads, v.qualifiedLeads, v.conversionRate);
        }
    }
}
