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
import io.github.analytics4j.json.Unexpected;
import java.io.IOException;

/**
 * One step of a period.
 *
 * @param period The days of the step, first and last, divided by a slash.
 * @param conversations Conversations that the agent had. Unit: count.
 * @param leads Leads that were captured. Unit: count.
 * @param qualifiedLeads Leads that became qualified. Unit: count.
 * @param conversionRate Qualified leads over conversations. Unit: share. Scale: 0–1.
 * @param unexpected what arrived that the vendor does not document
 */
public record TimeSeriesPoint(
        DatePeriod period,
        long conversations,
        long leads,
        long qualifiedLeads,
        double conversionRate,
        Unexpected unexpected)
        implements JsonRecord {
    /**
     * The days of the step, first and last, divided by a slash.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public DatePeriod period() {
        unexpected.require(0);
        return period;
    }

    /**
     * Conversations that the agent had. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long conversations() {
        unexpected.require(1);
        return conversations;
    }

    /**
     * Leads that were captured. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long leads() {
        unexpected.require(2);
        return leads;
    }

    /**
     * Leads that became qualified. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long qualifiedLeads() {
        unexpected.require(3);
        return qualifiedLeads;
    }

    /**
     * Qualified leads over conversations. Unit: share. Scale: 0–1.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public double conversionRate() {
        unexpected.require(4);
        return conversionRate;
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
    public static TimeSeriesPoint fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<TimeSeriesPoint> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("TimeSeriesPoint")
                .always("period", JsonCodecs.text(DatePeriod.TYPE))
                .always("conversations", JsonCodecs.LONG)
                .always("leads", JsonCodecs.LONG)
                .always("qualifiedLeads", JsonCodecs.LONG)
                .always("conversionRate", JsonCodecs.DOUBLE)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public TimeSeriesPoint read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new TimeSeriesPoint(
                    v.get(0), v.getLong(1), v.getLong(2), v.getLong(3), v.getDouble(4), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, TimeSeriesPoint v) throws IOException {
            out.writeFields(
                    FIELDS, v.unexpected, v.period, v.conversations, v.leads, v.qualifiedLeads, v.conversionRate);
        }
    }
}
