// Generated from sdk-callops/src/spec/callops.md. Not to be edited: change the spec and regenerate.
package io.github.analytics4j.callops;

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
import java.time.DayOfWeek;

/**
 * The calls in one hour of the week.
 *
 * @param dayOfWeek Day of the week; the vendor counts from 0, though it calls that the ISO way. Unit: day. Scale: 0 is
 *     Monday.
 * @param hour Hour of the day. Unit: hour. Scale: 0–23.
 * @param count Number of calls. Unit: count.
 * @param unexpected what arrived that the vendor does not document
 */
public record PeakHour(DayOfWeek dayOfWeek, int hour, long count, Unexpected unexpected) implements JsonRecord {
    /**
     * Day of the week; the vendor counts from 0, though it calls that the ISO way. Unit: day. Scale: 0 is Monday.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public DayOfWeek dayOfWeek() {
        unexpected.require(0);
        return dayOfWeek;
    }

    /**
     * Hour of the day. Unit: hour. Scale: 0–23.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public int hour() {
        unexpected.require(1);
        return hour;
    }

    /**
     * Number of calls. Unit: count.
     *
     * @throws UnexpectedValueException if it did not arrive, or arrived as something else
     */
    @Override
    public long count() {
        unexpected.require(2);
        return count;
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
    public static PeakHour fromJson(String json) {
        return Json.decode(Codec.INSTANCE, json);
    }

    static final class Codec implements JsonCodec<PeakHour> {
        static final Codec INSTANCE = new Codec();

        private static final JsonFields FIELDS = JsonFields.of("PeakHour")
                .always("day_of_week", JsonCodecs.WEEKDAY)
                .always("hour", JsonCodecs.INT)
                .always("count", JsonCodecs.LONG)
                .build();

        @Override
        @SuppressWarnings("NullAway")
        public PeakHour read(JsonReader in) throws IOException {
            // What is documented as always present is null where it is missing; its accessor says so.
            FieldValues v = in.readFields(FIELDS);
            return new PeakHour(v.get(0), v.getInt(1), v.getLong(2), v.unexpected());
        }

        @Override
        public void write(JsonWriter out, PeakHour v) throws IOException {
            out.writeFields(FIELDS, v.unexpected, v.dayOfWeek, v.hour, v.count);
        }
    }
}
