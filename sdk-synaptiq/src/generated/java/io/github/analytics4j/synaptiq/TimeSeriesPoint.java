// Generated from sdk-synaptiq/src/spec/synaptiq.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.synaptiq;

import io.github.analytics4j.error.UnexpectedValueException;
import io.github.analytics4j.json.DatePeriod;
import io.github.analytics4j.json.Json;
import io.github.analytics4j.json.JsonCodec;
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

        private static final JsonFields FIELDS = JsonFields.of(
                        "TimeSeriesPoint", "period", "conversations", "leads", "qualifiedLeads", "conversionRate")
                .required(0, 1, 2, 3, 4);

        @Override
        @SuppressWarnings("NullAway")
        public TimeSeriesPoint read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            DatePeriod period = null;
            long conversations = 0;
            long leads = 0;
            long qualifiedLeads = 0;
            double conversionRate = 0;
            in.beginObject(FIELDS);
            for (int f = in.nextField(); f >= 0; f = in.nextField()) {
                switch (f) {
                    case 0 -> period = in.readText(DatePeriod.TYPE);
                    case 1 -> conversations = in.readLong();
                    case 2 -> leads = in.readLong();
                    case 3 -> qualifiedLeads = in.readLong();
                    case 4 -> conversionRate = in.readDouble();
                    default -> throw new AssertionError(f);
                }
            }
            return new TimeSeriesPoint(period, conversations, leads, qualifiedLeads, conversionRate, in.endObject());
        }

        @Override
        public void write(JsonWriter out, TimeSeriesPoint v) throws IOException {
            out.begin(FIELDS, v.unexpected);
            if (out.field(0)) {
                out.value(v.period);
            }
            if (out.field(1)) {
                out.value(v.conversations);
            }
            if (out.field(2)) {
                out.value(v.leads);
            }
            if (out.field(3)) {
                out.value(v.qualifiedLeads);
            }
            if (out.field(4)) {
                out.value(v.conversionRate);
            }
            out.end();
        }
    }
}
